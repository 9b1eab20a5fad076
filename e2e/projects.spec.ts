import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { axeFindsNothing } from './fixtures/axe';
import { addPictures, downloadJson, featuresReady, linkTo, quick, test, trained } from './fixtures/lab';
import { stripedTree } from './fixtures/pictures';
import { manifestOf, saveProject, unzipped } from './fixtures/projectFile';
import { zipBytes } from './fixtures/zip';

const settings = { ...quick, engine: 'wasm', hidden: 8 };

/** Two classes of so many pictures, four of them for training. */
const stripes = async (each: number) => ({
  name: 'stripes.zip',
  mimeType: 'application/zip',
  buffer: await zipBytes([...stripedTree(4, each - 4)]),
});

/** What is in the browser's storage, by key; the log as it stands there. */
const storedIn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{
        keys: string[];
        log: { phase: string; note: string; epochsDone: number }[];
        names: string[];
        classes: string[];
      }>((resolve, reject) => {
        const opening = indexedDB.open('transfer-lab');
        opening.addEventListener('error', () => reject(new Error('No storage.')));
        opening.addEventListener('success', () => {
          const store = opening.result.transaction('work').objectStore('work');
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          store.transaction.addEventListener('complete', () => {
            const names = keys.result.filter((key) => typeof key === 'string');
            const all = names.map((key, i) => [key, values.result[i]] as const);
            const of = (prefix: string) => all.filter(([key]) => key.startsWith(prefix)).map(([, value]) => value);
            resolve({
              keys: names,
              log: of('log@'),
              names: of('project@').map((project: { name: string }) => project.name),
              classes: of('project@').flatMap(({ collection }: { collection: { classes: { name: string }[] } }) =>
                collection.classes.map(({ name }) => name),
              ),
            });
            opening.result.close();
          });
        });
      }),
  );

const projectButton = (page: Page) => page.getByRole('button', { name: /^Project:/ });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Projects' });
const thumbnails = (page: Page) => page.locator('.thumb');
const notices = (page: Page) => page.locator('.lab-notices');

async function rename(page: Page, name: string): Promise<void> {
  await projectButton(page).click();
  await dialog(page).getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(projectButton(page)).toHaveText(`Project:\u00a0${name}`);
}

async function renameClass(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `Rename ${from}`, exact: true }).click();
  await page.getByLabel('Name of the class').fill(to);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: to, exact: true })).toBeVisible();
}

/** Everything of the project that is open, but when it was saved. */
async function contentOf(page: Page) {
  const files = new Map(await unzipped((await saveProject(page)).zip));
  const { savedAt: _, ...manifest } = manifestOf(files);
  files.delete('transfer-lab.json');
  return { manifest, files };
}

test('after a reload all is there: pictures, labels, split, settings, name, log, note, curves and heads', async ({
  page,
}) => {
  await page.goto(linkTo(settings));
  await addPictures(page).setInputFiles(await stripes(6));
  await featuresReady(page, 12);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await trained(page);
  await page.getByLabel(/^Your note on/).fill('Stripes are easy.');
  await page.keyboard.press('Tab');
  await rename(page, 'Wallpaper');
  const report = await downloadJson(page);
  const before = await contentOf(page);
  expect(before.manifest).toMatchObject({ name: 'Wallpaper', heads: before.manifest.log });
  await expect.poll(async () => (await storedIn(page)).names).toEqual(['Wallpaper']);
  await expect.poll(async () => (await storedIn(page)).log.map(({ note }) => note)).toEqual(['Stripes are easy.']);

  await page.reload();
  await expect(thumbnails(page)).toHaveCount(12);
  await expect(page.getByLabel(/^Your note on/)).toHaveValue('Stripes are easy.');
  // The curves are drawn from the same numbers, and the heads can be looked into.
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.locator('#curves th[scope=row]').getByText('5', { exact: true })).toBeVisible();
  expect(await downloadJson(page)).toEqual(report);
  await expect(page.locator('#inside')).toContainText('Of experiment 1 the start and epoch 5 can be looked into');
  await expect(page.locator('.inside-kept')).toContainText('2 moments of 2 seeds');
  const after = await contentOf(page);
  expect(after.manifest).toEqual(before.manifest);
  expect([...after.files.keys()]).toEqual([...before.files.keys()]);
  for (const [path, bytes] of before.files) expect(after.files.get(path)?.equals(bytes), path).toBe(true);

  // What is changed in the last moment is there too.
  await page.getByLabel(/^Your note on/).fill('And quick.');
  await page.keyboard.press('Tab');
  await page.reload();
  await expect(page.getByLabel(/^Your note on/)).toHaveValue('And quick.');
});

test('a stored picture that is damaged is named and left as it is; the rest of its project opens', async ({ page }) => {
  await page.goto(linkTo(settings));
  await addPictures(page).setInputFiles(await stripes(6));
  await expect(thumbnails(page)).toHaveCount(12);
  await expect.poll(async () => (await storedIn(page)).keys.filter((key) => key.startsWith('png:')).length).toBe(12);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('transfer-lab');
        opening.addEventListener('success', () => {
          const store = opening.result.transaction('work', 'readwrite').objectStore('work');
          const keys = store.getAllKeys();
          keys.addEventListener('success', () => {
            const key = keys.result.find((one) => typeof one === 'string' && one.startsWith('png:')) ?? '';
            const png = store.get(key);
            png.addEventListener('success', () => store.put((png.result as Blob).slice(0, 99, 'image/png'), key));
          });
          store.transaction.addEventListener('complete', () => resolve(opening.result.close()));
        });
      }),
  );
  await page.reload();
  await expect(thumbnails(page)).toHaveCount(11);
  await expect(notices(page)).toContainText('could not be read from this browser’s storage, or is cut off there');
  await renameClass(page, 'warm', 'Lying');
  await expect.poll(async () => (await storedIn(page)).keys.filter((key) => key.startsWith('png:')).length).toBe(12);
  await notices(page).getByRole('button', { name: 'Delete for good' }).click();
  await notices(page).getByRole('button', { name: 'Press again' }).click();
  await expect.poll(async () => (await storedIn(page)).keys.filter((key) => key.startsWith('png:')).length).toBe(11);
});

test('the browser killed in the middle of a training: nothing is lost but the epochs under way', async ({ baseURL }, {
  project,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'transfer-lab-'));
  const launch = () =>
    chromium.launchPersistentContext(folder, {
      ...project.use.launchOptions,
      ...(baseURL === undefined ? {} : { baseURL }),
    });
  try {
    const first = await launch();
    const page = first.pages()[0] ?? (await first.newPage());
    await page.goto(linkTo({ ...settings, epochs: 500, seeds: 20, hidden: 64, batch: 2 }));
    await addPictures(page).setInputFiles(await stripes(6));
    await featuresReady(page, 12);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await expect.poll(async () => (await storedIn(page)).log[0]?.epochsDone ?? 0).toBeGreaterThan(0);
    const { keys } = await storedIn(page);
    const gone = first.waitForEvent('close');
    for (const id of processesOf(folder)) process.kill(id, 'SIGKILL');
    await gone;

    const second = await launch();
    const again = second.pages()[0] ?? (await second.newPage());
    await again.goto('./');
    await expect(thumbnails(again)).toHaveCount(12);
    await expect(again.getByLabel('Epochs', { exact: true })).toHaveValue('500');
    await expect.poll(async () => (await storedIn(again)).log.map(({ phase }) => phase)).toEqual(['interrupted']);
    await expect(again.locator('#curves svg').first()).toBeVisible();
    await expect(again.locator('#inside')).toContainText('its weights are not at hand');
    expect((await storedIn(again)).log[0]?.epochsDone).toBeGreaterThan(0);
    expect((await storedIn(again)).keys).toEqual(keys);
    await expect(
      again
        .getByLabel('Experiments')
        .getByText(/interrupted/i)
        .first(),
    ).toBeVisible();
    await second.close();
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** The browser with this folder of its own, without its children, which end with it. */
function processesOf(folder: string): readonly number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\n');
  return lines
    .filter((line) => line.includes(`--user-data-dir=${folder}`) && !line.includes('--type='))
    .map((line) => Number(line.trim().split(' ')[0]));
}

test('no room in the browser: a sentence, nothing lost, and kept as soon as there is room', async ({ page }) => {
  await page.addInitScript(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called with its store below
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function refuse(...given: Parameters<typeof put>) {
      if (sessionStorage.getItem('full') === null) return put.apply(this, given);
      throw new DOMException('No room.', 'QuotaExceededError');
    };
  });
  await page.goto(linkTo(settings));
  await page.evaluate(() => sessionStorage.setItem('full', ''));
  await addPictures(page).setInputFiles(await stripes(6));
  await expect(notices(page).getByText('The browser’s storage is full', { exact: false })).toBeVisible();
  await featuresReady(page, 12);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await trained(page);
  await expect(thumbnails(page)).toHaveCount(12);
  expect((await storedIn(page)).keys).toEqual([]);

  await page.evaluate(() => sessionStorage.removeItem('full'));
  await renameClass(page, 'warm', 'lying');
  await expect(notices(page).getByText('The browser’s storage is full', { exact: false })).toHaveCount(0);
  await expect.poll(async () => (await storedIn(page)).log.map(({ phase }) => phase)).toEqual(['finished']);
  await expect.poll(async () => (await storedIn(page)).classes).toContain('lying');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'lying', exact: true })).toBeVisible();
  await expect(thumbnails(page)).toHaveCount(12);
});

test('two tabs: the second says so, takes over, is taken back, and becomes a copy when it is changed', async ({
  page,
  context,
}) => {
  await page.goto(linkTo(settings));
  await addPictures(page).setInputFiles(await stripes(5));
  await expect.poll(async () => (await storedIn(page)).names).toEqual(['cold, warm']);
  const second = await context.newPage();
  await second.goto('./');
  await expect(notices(second).getByText('“cold, warm” is open in another tab', { exact: false })).toBeVisible();
  await axeFindsNothing(second, '.lab-notices');
  await renameClass(page, 'warm', 'lying');
  await second.getByRole('button', { name: 'Go on here' }).click();
  await expect(second.getByRole('heading', { name: 'lying', exact: true })).toBeVisible();
  await expect(notices(page).getByText('“cold, lying” went on in another tab.', { exact: false })).toBeVisible();

  await renameClass(second, 'lying', 'flat');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('heading', { name: 'flat', exact: true })).toBeVisible();
  await expect(notices(second).getByText('“cold, flat” went on in another tab.', { exact: false })).toBeVisible();

  await renameClass(second, 'cold', 'standing');
  await expect(notices(second).getByText('goes on as a copy, “standing, flat (copy)”', { exact: false })).toBeVisible();
  await renameClass(page, 'flat', 'warm');
  await expect
    .poll(async () => (await storedIn(page)).names.toSorted())
    .toEqual(['cold, warm', 'standing, flat (copy)']);

  const third = await context.newPage();
  await third.goto('./');
  await third.getByRole('button', { name: 'Work on a copy' }).click();
  await expect(projectButton(third)).toHaveText(/\(copy( 2)?\)$/);
  await expect(notices(third).getByText('another tab', { exact: false })).toHaveCount(0);
});

test('two named projects, there and back', async ({ page }) => {
  await page.goto(linkTo(settings));
  await addPictures(page).setInputFiles(await stripes(5));
  await featuresReady(page, 10);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await trained(page);
  await rename(page, 'First');
  await projectButton(page).click();
  await dialog(page).getByRole('button', { name: 'New project' }).click();
  await expect(thumbnails(page)).toHaveCount(0);
  await expect(page.getByLabel('Experiments')).toHaveCount(0);
  await addPictures(page).setInputFiles(await stripes(4));
  await expect(thumbnails(page)).toHaveCount(8);
  await rename(page, 'Second');

  await projectButton(page).click();
  await expect(dialog(page).getByText(/^10 pictures, 1 training, saved/)).toBeVisible();
  await axeFindsNothing(page, '[role=dialog]');
  await dialog(page).getByRole('button', { name: 'Open the project First' }).click();
  await expect(thumbnails(page)).toHaveCount(10);
  await expect(page.getByLabel('Experiments').getByRole('article')).toHaveCount(1);

  await projectButton(page).click();
  const doomed = dialog(page).getByRole('button', { name: 'Delete the project Second' });
  await doomed.click();
  await dialog(page).getByRole('button', { name: 'Press again to delete the project Second' }).click();
  await expect(dialog(page).getByText('There are no others.', { exact: false })).toBeVisible();
  await expect.poll(async () => (await storedIn(page)).names).toEqual(['First']);
});
