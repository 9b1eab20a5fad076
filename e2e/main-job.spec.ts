import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import {
  addPictures,
  downloadJson,
  downloadText,
  featuresReady,
  lastMean,
  linkTo,
  quick,
  test,
  trained,
  trainedAgain,
} from './fixtures/lab';
import { stripedFiles, stripedTree } from './fixtures/pictures';
import { sample, serveSmallSample, smallSampleSize } from './fixtures/smallSample';
import { zipBytes } from './fixtures/zip';

test('the sample link trains without a click, the downloads agree with the page, and one thing differs', async ({
  page,
}) => {
  await page.goto(linkTo({ sample, ...quick, engine: 'wasm', run: 1 }));
  await trained(page);
  await expect(page.getByText('324 pictures, 120 features each')).toBeVisible();
  await expect(page.getByText('42 of 216 training labels are wrong on purpose', { exact: false })).toBeVisible();

  const experiment = await downloadJson(page);
  expect(experiment.schema).toBe('transfer-lab/experiment@1');
  expect(experiment.settings).toMatchObject({ ...quick, noise: 0.2, dropout: 0.5, split: 0.67 });
  expect(experiment.dataset).toMatchObject({ classes: ['Animals', 'Food', 'Vehicles'], train: 216, validation: 108 });
  expect(experiment.engine.base).toBe('wasm');
  expect(experiment.versions).toMatchObject({ '@tensorflow/tfjs': '4.22.0' });
  expect(experiment.runs.map(({ dropoutRate, seed }) => [dropoutRate, seed])).toEqual([
    [0, 1],
    [0, 2],
    [0.5, 1],
    [0.5, 2],
  ]);
  for (const { history } of experiment.runs) expect(history.map((h) => h.epoch)).toEqual([1, 2, 3, 4, 5]);

  const accuracy = lastMean(experiment, true, (h) => h.validation.accuracy);
  await expect(
    page
      .getByRole('table')
      .getByText(`${(100 * accuracy).toFixed(1)} %`.replace(' ', '\u00a0'))
      .first(),
  ).toBeVisible();

  const csv = (await downloadText(page, 'Download CSV')).trim().split('\n');
  expect(csv).toHaveLength(1 + 4 * 5);
  const svg = await downloadText(page, 'Download SVG');
  expect(svg).toMatch(/^<\?xml|^<svg/);
  expect(svg).not.toContain('var(--');

  await page.getByRole('button', { name: 'What differs between the two sides?' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /differs/i })).toHaveCount(1);
  await expect(dialog.getByRole('row', { name: /dropout rate/i })).toContainText('0.5');
});

test('the same link gives the same curves, and a dropout rate of 0 gives two identical sides', async ({ page }) => {
  await serveSmallSample(page);
  const link = { sample, ...quick, engine: 'wasm' };
  await page.goto(linkTo({ ...link, run: 1 }));
  await trained(page);
  const first = await downloadJson(page);
  // With the features that were kept, and the curves of the first, which are back at once.
  await page.goto('about:blank');
  await page.goto(linkTo(link));
  await featuresReady(page, smallSampleSize);
  await trainedAgain(page);
  const second = await downloadJson(page);
  if (first.engine.head === second.engine.head) expect(second.runs).toEqual(first.runs);
  await page.getByLabel('Dropout rate', { exact: true }).fill('0');
  await trainedAgain(page);
  const { runs } = await downloadJson(page);
  const [without, same] = [runs.slice(0, quick.seeds), runs.slice(quick.seeds)];
  expect(same.map(({ history }) => history)).toEqual(without.map(({ history }) => history));
});

test('pictures from the picker become a class, twice, and train', async ({ page }) => {
  await page.goto(linkTo({ ...quick, engine: 'wasm' }));
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeDisabled();
  await addPictures(page).setInputFiles(stripedFiles('warm', 6));
  await expect(page.getByText('6 pictures added', { exact: false })).toBeVisible();
  // What depends on it says so as well, each at its own button.
  await expect(page.getByRole('region', { name: 'Training' }).getByText(/only one class/)).toBeVisible();
  await page.getByRole('button', { name: 'Add a class' }).click();
  await addPictures(page).setInputFiles(stripedFiles('cold', 6));
  await featuresReady(page, 12);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await trained(page);
  const { dataset } = await downloadJson(page);
  expect(dataset).toMatchObject({ classes: ['Class 1', 'Class 2'], train: 8, validation: 4 });
});

test('a folder tree keeps its classes and its split', async ({ page }) => {
  const root = await mkdtemp(join(tmpdir(), 'pictures-'));
  try {
    for (const [path, bytes] of stripedTree(5, 3)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), bytes);
    }
    await page.goto(linkTo({ ...quick, engine: 'wasm' }));
    await page.getByLabel('Add a folder').setInputFiles(join(root, 'set'));
    await featuresReady(page, 16);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await trained(page);
    const { dataset, runs } = await downloadJson(page);
    expect(dataset).toMatchObject({ classes: ['cold', 'warm'], train: 10, validation: 6 });
    expect(runs).toHaveLength(4);
  } finally {
    await rm(root, { recursive: true });
  }
});

test('a ZIP does the same, and the work is there after a reload', async ({ page }) => {
  const zip = { name: 'set.zip', mimeType: 'application/zip', buffer: await zipBytes(stripedTree(5, 3)) };
  await page.goto(linkTo({ ...quick, engine: 'wasm' }));
  await addPictures(page).setInputFiles([zip]);
  await featuresReady(page, 16);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await trained(page);
  const before = await downloadJson(page);
  expect(before.dataset).toMatchObject({ classes: ['cold', 'warm'], train: 10, validation: 6 });
  await page.reload();
  await featuresReady(page, 16);
  await trainedAgain(page);
  const after = await downloadJson(page);
  expect(after.dataset).toEqual(before.dataset);
  if (after.engine.head === before.engine.head) expect(after.runs).toEqual(before.runs);
});

test('the same on WebGL', async ({ page }) => {
  await page.goto(linkTo({ ...quick, epochs: 2, engine: 'webgl' }));
  const zip = { name: 'set.zip', mimeType: 'application/zip', buffer: await zipBytes(stripedTree(2, 2)) };
  await addPictures(page).setInputFiles([zip]);
  await featuresReady(page, 8);
  await expect(page.getByText('Running on WebGL.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await trained(page);
  expect((await downloadJson(page)).engine.base).toBe('webgl');
});

test('pause, one epoch at a time, resume, stop, and start again', async ({ page }) => {
  await serveSmallSample(page);
  await page.goto(linkTo({ sample, seeds: 2, epochs: 400, engine: 'wasm', run: 1 }));
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const epoch = async () =>
    Number(
      /Epoch (\d+) of 400/.exec((await page.getByLabel('Training', { exact: true }).first().textContent()) ?? '')?.[1],
    );
  await expect.poll(epoch, { timeout: 90_000 }).toBeGreaterThan(2);
  await button('Pause').click();
  await expect(page.getByText('Paused.', { exact: true })).toBeVisible();
  // An epoch that was under way when it was paused may still come in.
  let at = NaN;
  const isStill = async () => at === (at = await epoch());
  await expect.poll(isStill, { intervals: [1000] }).toBe(true);
  await button('One epoch').click();
  await expect.poll(epoch).toBe(at + 1);
  await expect(page.getByText('Paused.', { exact: true })).toBeVisible();
  await button('Resume').click();
  await expect.poll(epoch).toBeGreaterThan(at + 3);
  await button('Stop').click();
  await expect(page.getByText('Stopped.', { exact: true })).toBeVisible();
  const { runs } = await downloadJson(page);
  expect(runs[0]?.history.length).toBeGreaterThan(at + 3);
  expect(runs[0]?.history.length).toBeLessThan(400);
  await button('Train').click();
  await expect(button('Pause')).toBeEnabled();
});
