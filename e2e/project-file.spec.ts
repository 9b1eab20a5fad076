import { expect, type Page } from '@playwright/test';
import { axeFindsNothing } from './fixtures/axe';
import { addPictures, featuresReady, linkTo, quick, test, trained } from './fixtures/lab';
import { stripedFiles } from './fixtures/pictures';
import { dropFile, manifestOf, saveProject, unzipped, withManifest, zipped } from './fixtures/projectFile';

const zipFile = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/zip', buffer });

/** A ZIP with a folder for each kind. @param from the first picture's number. */
const stripedZip = (count: number, names: Readonly<Record<'warm' | 'cold', string>>, from = 0) =>
  zipped(
    (['warm', 'cold'] as const).flatMap((kind) =>
      stripedFiles(kind, from + count)
        .slice(from)
        .map(({ name, buffer }) => [`${names[kind]}/${name}`, buffer] as const),
    ),
  );

/** What the page calls each picture, with its side of the split. */
const pictureNames = async (page: Page) =>
  (
    await page.locator('.thumb').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
  ).toSorted();

const report = (page: Page) => page.locator('.report');

test('saved, everything cleared, opened: equal down to the split, the log and every bit of the heads', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto(linkTo({ ...quick, engine: 'wasm', hidden: 8 }));
  await addPictures(page).setInputFiles(zipFile('set.zip', await stripedZip(6, { warm: 'warm', cold: 'con' })));
  await featuresReady(page, 12);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await trained(page);
  const first = await saveProject(page);
  expect(first.name).toMatch(/\.transfer-lab\.zip$/);
  const saved = await unzipped(first.zip);
  // A device of Windows is no name for a folder.
  expect([...saved.keys()].find((path) => path.endsWith('.png'))).toBe('_con/0001-cold-0.png');
  expect(manifestOf(saved)).toMatchObject({ log: [expect.any(String)], heads: manifestOf(saved).log });

  // Everything that a project can have, some of which only comes with other parts of the page.
  const changed = withManifest(saved, (manifest) => {
    manifest.name = 'Anna: stripes?';
    manifest.testOpenedAt = 1_700_000_000_000;
    manifest.classes = manifest.classes.toReversed();
    for (const one of manifest.classes) if (one.name === 'warm') Object.assign(one, { name: 'Wärme 🔥', style: 7 });
    const [a, b, c, d] = manifest.pictures;
    if (!a || !b || !c || !d) throw new Error('There are twelve pictures.');
    a.test = true;
    b.pin = { side: 'training', by: 'person' };
    c.group = d.group = 'a recording';
  });
  for (const run of manifestOf(saved).log) {
    const path = `transfer-lab/log/${run}.json`;
    const entry = JSON.parse(String(saved.get(path))) as object; // the app's own
    changed.set(path, Buffer.from(JSON.stringify({ ...entry, note: 'My note: “fine” \u{1F600}' })));
  }
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const other = await context.newPage();
  await other.goto('./');
  await dropFile(other, 'anna.zip', await zipped(changed));
  await expect(report(other)).toContainText('“Anna: stripes?” is open.');
  await expect(other.getByRole('button', { name: 'Project: Anna: stripes?' })).toBeVisible();
  await expect(other.getByRole('heading', { name: 'Wärme 🔥' })).toBeVisible();
  await other.locator('.thumb').nth(11).waitFor();
  const names = await pictureNames(other);
  const second = await saveProject(other);
  expect(second.name).toBe('Anna_ stripes_.transfer-lab.zip');
  const again = await unzipped(second.zip);
  const content = (files: ReadonlyMap<string, Buffer>) => {
    const { savedAt: _saved, classes, pictures, ...rest } = manifestOf(files);
    return {
      ...rest,
      // Folders follow the names of the classes.
      classes: classes.map(({ id, name, style }) => ({ id, name, style })),
      pictures: pictures.map(({ path: _path, ...picture }) => picture),
    };
  };
  expect(content(again)).toEqual(content(changed));
  for (const run of manifestOf(changed).log) {
    const path = `transfer-lab/log/${run}.json`;
    expect(JSON.parse(String(again.get(path)))).toEqual(JSON.parse(String(changed.get(path))));
  }
  for (const run of manifestOf(changed).heads) {
    const [numbers, header] = [`transfer-lab/heads/${run}.bin`, `transfer-lab/heads/${run}.json`];
    expect(again.get(numbers)?.equals(changed.get(numbers) ?? Buffer.of())).toBe(true);
    expect(JSON.parse(String(again.get(header)))).toEqual(JSON.parse(String(changed.get(header))));
  }

  // It is kept like any other project: after a reload it is there, with the same split.
  await other.reload();
  await expect(other.getByRole('button', { name: 'Project: Anna: stripes?' })).toBeVisible();
  await other.locator('.thumb').nth(11).waitFor();
  await expect.poll(() => pictureNames(other)).toEqual(names);

  // Opened once more, it is the same project, not a second one.
  await dropFile(other, 'anna.zip', await zipped(changed));
  await other.getByRole('dialog', { name: 'Anna: stripes?' }).getByRole('button', { name: 'Open it' }).click();
  await expect(report(other)).toContainText('“Anna: stripes?” is open.');
  await expect(other.getByRole('button', { name: /^Project:/ })).toHaveText('Project:\u00a0Anna: stripes?');
  await context.close();

  // Without its list it is a folder per class to our own import, and so to others.
  const bare = new Map(saved);
  bare.delete('transfer-lab.json');
  const plain = await (await browser.newContext(baseURL === undefined ? {} : { baseURL })).newPage();
  await plain.goto('./');
  await addPictures(plain).setInputFiles(zipFile('bare.zip', await zipped(bare)));
  await expect(report(plain)).toContainText('12 pictures added.');
  for (const name of ['warm', '_con']) await expect(plain.getByRole('heading', { name, exact: true })).toBeVisible();
  await plain.context().close();
});

test('a class mate’s project comes in by class, once, and goes back in one step', async ({ page }) => {
  await page.goto('./');
  await addPictures(page).setInputFiles(zipFile('mine.zip', await stripedZip(3, { warm: 'Warm', cold: 'Cold' })));
  await expect(report(page)).toContainText('6 pictures added.');
  const mine = await unzipped((await saveProject(page)).zip);
  // Theirs: three of ours (one in the other class) and one new; their classes are called a little differently.
  const theirs = withManifest(mine, (manifest) => {
    manifest.name = 'Ben';
    const cold = manifest.classes.find(({ name }) => name === 'Cold');
    const warm = manifest.classes.find(({ name }) => name === 'Warm');
    if (!cold || !warm) throw new Error('There are two classes.');
    cold.name = ' cold';
    warm.name = 'Blue things';
    for (const picture of manifest.pictures) picture.group = 'all of them';
  });
  await dropFile(page, 'ben.zip', await zipped(theirs));
  const dialog = page.getByRole('dialog', { name: 'Ben' });
  await dialog.getByRole('radio', { name: 'Add its pictures to this project' }).click();
  await expect(dialog.getByLabel('Where “ cold” goes')).toHaveValue(/^class /);
  await expect(dialog.getByLabel('Where “Blue things” goes')).toHaveValue('new');
  await expect(dialog.getByRole('status')).toContainText(
    '3 pictures would come in; 3 are here already and kept once; 3 are here in another class',
  );
  await axeFindsNothing(page, '.project-file');
  await dialog.getByLabel('Where “Blue things” goes').selectOption({ label: 'Warm' });
  await expect(dialog.getByRole('status')).toContainText('No picture would come in; 6 are here already');
  await expect(dialog.getByRole('button', { name: 'Add them' })).toBeDisabled();
  await dialog.getByLabel('Where “Blue things” goes').selectOption({ label: 'A new class' });
  await dialog.getByRole('button', { name: 'Add them' }).click();
  await expect(report(page)).toContainText('3 pictures added, 3 duplicates kept once, 3 contradictions.');
  await expect(page.getByRole('heading', { name: 'Blue things' })).toBeVisible();
  await page.getByText('3 pictures of “Ben” added.').locator('..').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Blue things' })).toHaveCount(0);
  await expect.poll(async () => (await pictureNames(page)).length).toBe(6);
});

test('a Teachable Machine project opens as it is built there', async ({ page }) => {
  const manifest =
    '{"type":"image","version":"2.4.10","appdata":{"publishResults":{},"trainEpochs":50,"trainBatchSize":16,"trainLearningRate":0.001}}';
  const pictures = (['warm', 'cold'] as const).flatMap((kind) =>
    stripedFiles(kind, 3).map(
      ({ buffer }, n) => [`${kind === 'warm' ? 'Class 2' : 'A/B “ü”'}-!-${n}.jpg`, buffer] as const,
    ),
  );
  const project = await zipped([['manifest.json', Buffer.from(manifest)], ...pictures]);
  await page.goto('./');
  await addPictures(page).setInputFiles({ name: 'project.tm', mimeType: '', buffer: project });
  await expect(report(page)).toContainText('6 pictures added.');
  for (const name of ['Class 2', 'A/B “ü”']) await expect(page.getByRole('heading', { name })).toBeVisible();
});

test('bad files give a sentence each, and lose nothing', async ({ page }) => {
  await page.goto('./');
  await addPictures(page).setInputFiles(zipFile('mine.zip', await stripedZip(2, { warm: 'Warm', cold: 'Cold' })));
  await expect(report(page)).toContainText('4 pictures added.');
  const { zip } = await saveProject(page);
  const files = await unzipped(zip);
  const bad = async (name: string, content: Buffer, sentence: string) => {
    await dropFile(page, name, content);
    await expect(report(page)).toContainText(sentence);
    await expect.poll(async () => (await pictureNames(page)).length).toBe(4);
  };
  await bad('cut.zip', zip.subarray(0, zip.length - 500), 'The ZIP is damaged or cut off');
  const newer = withManifest(files, (manifest) => (manifest.schema = 'transfer-lab/project@2'));
  await bad('newer.zip', await zipped(newer), 'by a newer version of Transfer Lab');
  const edited = withManifest(files, (manifest) => Object.assign(manifest, { classes: 'none' }));
  await bad('edited.zip', await zipped(edited), '“classes” is "none", and should be a list');
  const audio = await zipped([['manifest.json', Buffer.from('{"type":"audio","version":"2.4.7"}')]]);
  await bad('sounds.tm', audio, 'This is a Teachable Machine project of sounds.');

  // One picture is missing, one was painted over: both are named, and the rest opens.
  const torn = new Map(files);
  const [first, second] = [...files.keys()].filter((path) => path.endsWith('.png'));
  torn.delete(first ?? '');
  torn.set(second ?? '', stripedFiles('warm', 9)[8]?.buffer ?? Buffer.of());
  await dropFile(page, 'torn.zip', await zipped(torn));
  const dialog = page.getByRole('dialog', { name: manifestOf(files).name });
  await dialog.getByRole('button', { name: 'Open it' }).click();
  await expect(report(page)).toContainText('2 pictures added, 2 files skipped.');
  await expect(report(page)).toContainText(`${first} It is named in the list, but is not in the ZIP.`);
  await expect(report(page)).toContainText(`${second} It is not the picture that was saved`);
});
