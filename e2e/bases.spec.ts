import { expect, test as unguarded, type Page } from '@playwright/test';
import { fileInputs, madeUp, real, serveHub, type Answer } from './fixtures/hub';
import { addPictures, downloadJson, featuresReady, linkTo, quick, test, trained } from './fixtures/lab';
import { layersModelFiles } from './fixtures/layersModel';
import { mobilenetFiles } from './fixtures/mobilenet';
import { stripedFiles } from './fixtures/pictures';
import { zipBytes } from './fixtures/zip';

/** Two classes of a few pictures each. */
async function bringPictures(page: Page, count = 4): Promise<void> {
  await addPictures(page).setInputFiles(stripedFiles('warm', count));
  await expect(page.getByText(`${count} pictures added`, { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Add a class' }).click();
  await addPictures(page).setInputFiles(stripedFiles('cold', count));
}

const ready = (page: Page, pictures: number, features: number) =>
  expect(page.getByText(`${pictures} pictures, ${features} features each`)).toBeVisible({ timeout: 90_000 });

async function choose(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Choose another base' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Where the knowledge comes from' });
  await dialog.getByRole('button', { name: new RegExp(`(Use it|Fetch and use it).*${title}`) }).click();
}

const v2 = 'MobileNetV2 0.50';

/** In the page: everything that the progress bars ever said. */
function listen() {
  const said = new Set<string>();
  Object.assign(window, { said });
  new MutationObserver(() => {
    for (const bar of document.querySelectorAll('progress')) said.add(bar.getAttribute('aria-valuetext') ?? '');
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

const hubCases = [
  { what: 'made up', files: madeUp(), title: v2, id: 'mobilenet-v2-0.50', path: 'mobilenet_v2_050_224', features: 64 },
  {
    what: 'the real V1 0.25',
    files: real(),
    title: 'MobileNetV1 0.25',
    id: 'mobilenet-v1-0.25',
    path: 'mobilenet_v1_025_224',
    features: 256,
  },
];

for (const { what, files, title, id, path, features } of hubCases) {
  unguarded(
    `a base from the hub (${what}): said first, loaded through the package, kept, and there offline`,
    async ({ page }) => {
      test.skip(files === null, 'the hub’s files are not here');
      const asked = await serveHub(page, files ?? madeUp());
      await page.addInitScript(listen);
      await page.goto(linkTo({ ...quick, engine: 'wasm' }));
      await bringPictures(page);
      await featuresReady(page, 8);
      expect(asked).toEqual([]);

      await page.getByRole('button', { name: 'Choose another base' }).first().click();
      const dialog = page.getByRole('dialog', { name: 'Where the knowledge comes from' });
      await expect(dialog.getByText(/one thing that leaves this page’s address.*tfhub\.dev/)).toBeVisible();
      await expect(dialog.getByText(/1,281,167 ImageNet photos/).first()).toBeVisible();
      await dialog.getByRole('button', { name: new RegExp(`Fetch and use it.*${title}`) }).click();
      await ready(page, 8, features);
      const folder = `https://tfhub.dev/google/imagenet/${path}/classification/`;
      expect(asked[0]).toMatch(new RegExp(`^${folder}\\d/model\\.json\\?tfjs-format=file$`));
      expect(asked).toHaveLength(1 + (files?.shards.length ?? 0));
      expect(asked.every((href) => href.startsWith(folder))).toBe(true);
      const said = await page.evaluate(() => [...(window as unknown as { said: Set<string> }).said]);
      const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
      const total = megabytes((files?.shards ?? []).reduce((sum, { bytes }) => sum + bytes.length, 0));
      expect(said).toContain(`${total} of ${total} MB`);

      await page.getByRole('button', { name: 'Train', exact: true }).click();
      await trained(page);
      const { base, engine } = await downloadJson(page);
      expect(base).toMatchObject({ id, inputRange: [0, 1], features, pooling: 'average' });
      expect(engine.base).toBe('wasm');

      // The base's own names for what is in a picture, beside the learner's class.
      await expect(page.getByText('The 5 kinds of its own that it finds most probable:').first()).toBeVisible();
      await expect(page.getByText('You call it:').first()).toBeVisible();

      // The next visit, without the hub, and with pictures that were not there before.
      await page.context().unroute('https://tfhub.dev/**');
      await page.context().route('https://**', (route) => {
        asked.push(route.request().url());
        return route.abort();
      });
      const before = asked.length;
      await page.reload();
      await ready(page, 8, features);
      await addPictures(page).setInputFiles(stripedFiles('cold', 6).slice(4));
      await ready(page, 10, features);
      await expect(page.getByText('8 of them were known from before.')).toBeVisible();
      expect(asked).toHaveLength(before);
    },
  );
}

const failures: readonly (readonly [string, (name: string) => Answer | null, RegExp])[] = [
  ['404', (name) => (name === 'model.json' ? { status: 404 } : null), /does not hand out model\.json: it answered 404/],
  ['wrong JSON', (name) => (name === 'model.json' ? { body: '<!doctype html>' } : null), /sent a web page/],
  ['a truncated shard', (name) => (/shard1of/.test(name) ? { body: Buffer.alloc(99) } : null), /came incomplete/],
  ['a CORS failure', () => ({ readable: false }), /could not be reached, or does not let this page read/],
];

unguarded(
  'a hub that fails: a sentence for each way, the bundled base still works, and so does the hub once it is well',
  async ({ page }) => {
    let change: (name: string) => Answer | null = () => null;
    await serveHub(page, madeUp(), (name) => change(name));
    await page.goto(linkTo({ ...quick, engine: 'wasm' }));
    await bringPictures(page);
    await featuresReady(page, 8);
    for (const [what, failing, sentence] of failures) {
      await unguarded.step(what, async () => {
        change = failing;
        await choose(page, v2);
        await expect(page.getByRole('alert').getByText(sentence)).toBeVisible();
        await page.getByRole('button', { name: 'Use the bundled base instead' }).click();
        await expect(page.getByRole('alert').getByText(sentence)).toHaveCount(0);
        await featuresReady(page, 8);
      });
    }
    change = () => null;
    await choose(page, v2);
    await ready(page, 8, 64);
  },
);

/** In front of a worker's own code: half a minute is over in a second. Playwright's clock does not reach workers. */
const hurried = `{
  const own = self.setTimeout.bind(self);
  self.setTimeout = (act, milliseconds, ...given) => own(act, milliseconds === 30000 ? 1000 : milliseconds, ...given);
}`;

unguarded('a hub that is silent: a sentence after half a minute, and a cancel before', async ({ page }) => {
  const workers = '**/base.worker-*.js';
  await serveHub(page, madeUp(), () => ({ silent: true }));
  await page.goto(linkTo({ ...quick, engine: 'wasm' }));
  await choose(page, v2);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.context().route(workers, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: hurried + (await response.text()) });
  });
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText(/sent nothing for 30 seconds/)).toBeVisible();
  await page.context().unroute(workers);
  await page.getByRole('button', { name: 'Use the bundled base instead' }).click();
  await bringPictures(page);
  await featuresReady(page, 8);
});

test('a link that names a hub base asks before it leaves the origin', async ({ page }) => {
  await page.goto(linkTo({ ...quick, base: 'mobilenet-v1-0.25', engine: 'wasm', run: 1 }));
  await expect(page.getByText('MobileNetV1 0.25, ImageNet is not in this browser yet')).toBeVisible();
  await expect(page.getByText(/asks tfhub\.dev for 1\.9 MB/)).toBeVisible();
  await page.getByRole('button', { name: 'Use the bundled base instead' }).click();
  await bringPictures(page);
  await featuresReady(page, 8);
});

test('another address has to be on this page’s own; a folder beside the page works', async ({ page, baseURL }) => {
  const made = mobilenetFiles({ version: 2, alpha: 0.5, lastChannels: 160, seed: 5 });
  await page.route('**/school-models/v2/*', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    const shard = made.shards.find((one) => one.name === name);
    await route.fulfill({ body: name === 'model.json' ? made.json : Buffer.from(shard?.bytes ?? []) });
  });
  await page.goto(linkTo({ ...quick, base: 'mobilenet-v2-0.50', engine: 'wasm' }));
  await page.getByText('It is somewhere else: another address, or files').click();
  const address = page.getByLabel('Another address');
  await address.fill('https://elsewhere.example/models/');
  await page.getByRole('button', { name: 'Load from there' }).click();
  await expect(page.getByText(/may only read from its own address .* elsewhere\.example is another/)).toBeVisible();
  await address.fill(`${baseURL}school-models/v2`);
  await page.getByRole('button', { name: 'Load from there' }).click();
  await bringPictures(page);
  await ready(page, 8, 160);
});

test('the real MobileNet V1 0.25 out of files is the hub’s own, and needs no network', async ({ page }) => {
  const files = real();
  test.skip(files === null, 'the hub’s files are not here');
  await page.goto(linkTo({ ...quick, engine: 'wasm' }));
  await bringPictures(page);
  await featuresReady(page, 8);
  await page.getByRole('button', { name: 'Choose another base' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles(fileInputs(files ?? madeUp()));
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  await expect(page.getByText('Base in use: MobileNetV1 0.25, ImageNet')).toBeVisible();
  await ready(page, 8, 256);
  await expect(
    page
      .getByRole('list', { name: /most probable|kinds/i })
      .or(page.getByText(/%/))
      .first(),
  ).toBeVisible();
});

test('a Keras model out of a ZIP: asks what its files do not say, shows its blocks, is kept until it is removed', async ({
  page,
}) => {
  const { json, shards } = await layersModelFiles('convolutional', 1);
  const zip = await zipBytes([
    ['web/model.json', Buffer.from(json)],
    ...shards.map(({ name, bytes }) => [`web/${name}`, Buffer.from(bytes)] as const),
  ]);
  await page.goto(linkTo({ ...quick, engine: 'wasm' }));
  await bringPictures(page);
  await featuresReady(page, 8);
  await page.getByRole('button', { name: 'Choose another base' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog
    .locator('input[type=file]')
    .setInputFiles([{ name: 'school net.zip', mimeType: 'application/zip', buffer: zip }]);
  await dialog
    .getByRole('radio', { name: /0 to 1|0…1|0 and 1/ })
    .first()
    .check();
  await dialog
    .getByRole('button', { name: /Use|Load|Go on|Continue/ })
    .last()
    .click();
  await ready(page, 8, 16);
  await expect(page.getByText('Base in use: school net')).toBeVisible();

  await page.reload();
  await ready(page, 8, 16);
  await page.getByText('Kept in this browser').click();
  const kept = page.getByRole('row', { name: /school net/ });
  await expect(kept.first()).toBeVisible();
  await choose(page, 'MobileNetV3');
  await featuresReady(page, 8);
  const remove = page.getByRole('button', { name: /the base school net/ });
  await remove.click();
  await remove.click();
  await expect(kept).toHaveCount(0);
  await page.reload();
  await featuresReady(page, 8);
  await page.getByRole('button', { name: 'Choose another base' }).first().click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'MobileNetV3, COCO' })).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'school net' })).toHaveCount(0);
});

test('what cannot be used is refused with a reason, and the base in use goes on', async ({ page }) => {
  await page.goto(linkTo({ ...quick, engine: 'wasm' }));
  await page.getByRole('button', { name: 'Choose another base' }).first().click();
  const dialog = page.getByRole('dialog');
  const give = (files: ReturnType<typeof fileInputs>) => dialog.locator('input[type=file]').setInputFiles(files);
  await give(fileInputs(madeUp()).slice(0, -1));
  await expect(dialog.getByText(/is missing: model\.json needs/)).toBeVisible();
  await dialog
    .getByRole('button', { name: /other files|again|Choose/i })
    .first()
    .click();
  await give(fileInputs(await layersModelFiles('numbers', 1)));
  await expect(dialog.getByText(/is no colour picture/)).toBeVisible();
  await page.keyboard.press('Escape');
  await bringPictures(page);
  await featuresReady(page, 8);
});
