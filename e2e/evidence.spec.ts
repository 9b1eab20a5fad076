import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import {
  addPictures,
  downloadJson,
  featuresReady,
  lastMean,
  linkTo,
  test,
  trained,
  type Downloaded,
} from './fixtures/lab';
import { sample } from './fixtures/smallSample';
import { zipBytes } from './fixtures/zip';

const training = (e: Downloaded, isWith: boolean) => lastMean(e, isWith, (h) => h.train.accuracy);
const validation = (e: Downloaded, isWith: boolean) => lastMean(e, isWith, (h) => h.validation.accuracy);
const gap = (e: Downloaded, isWith: boolean) => training(e, isWith) - validation(e, isWith);

test('the defaults show what was measured: over-fitting without dropout, and less of it with', async ({ page }) => {
  test.slow();
  await page.goto(linkTo({ sample, seeds: 20, engine: 'wasm', run: 1 }));
  await trained(page, 300_000);
  const experiment = await downloadJson(page);
  console.log(
    `20 seeds: training ${training(experiment, false).toFixed(3)} and ${training(experiment, true).toFixed(3)}, ` +
      `validation ${validation(experiment, false).toFixed(3)} and ${validation(experiment, true).toFixed(3)}`,
  );
  expect(gap(experiment, false)).toBeGreaterThan(0.25);
  expect(gap(experiment, true)).toBeLessThan((2 / 3) * gap(experiment, false));
  expect(validation(experiment, true)).toBeGreaterThan(validation(experiment, false));
  await expect(page.getByRole('heading', { name: /^Dropout helps/ })).toBeVisible();
});

const photos = join(import.meta.dirname, '../../shared/photos/cats_and_dogs');
const folders = ['train/cats', 'train/dogs', 'validation/cats', 'validation/dogs'];

/** The shared photos in their folders, as a learner would drop them. */
async function photosZip() {
  const entries = folders.flatMap((folder) =>
    readdirSync(join(photos, folder)).map(
      (name) => [`cats_and_dogs/${folder}/${name}`, readFileSync(join(photos, folder, name))] as const,
    ),
  );
  return { name: 'cats_and_dogs.zip', mimeType: 'application/zip', buffer: await zipBytes(entries) };
}

test('photos of cats and dogs, dropped as a ZIP, reach 0.87 on both sides, and the earlier the cut the fewer', async ({
  page,
}) => {
  test.skip(!existsSync(photos), 'the photos are not here');
  test.slow();
  const train = async () => {
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await trained(page);
    return downloadJson(page);
  };
  await page.goto(linkTo({ seeds: 10, engine: 'wasm' }));
  await addPictures(page).setInputFiles([await photosZip()]);
  await featuresReady(page, 200);
  const experiment = await train();
  expect(experiment.dataset).toMatchObject({ classes: ['cats', 'dogs'], train: 120, validation: 80 });
  console.log(
    `10 seeds: validation without ${validation(experiment, false).toFixed(3)}, with ${validation(experiment, true).toFixed(3)}`,
  );
  expect(validation(experiment, false)).toBeGreaterThanOrEqual(0.87);
  expect(validation(experiment, true)).toBeGreaterThanOrEqual(0.87);

  // Another cut takes what is there already: no picture goes through the base again.
  await page.goto('about:blank');
  await page.goto(linkTo({ seeds: 10, engine: 'wasm', cut: 7 }));
  await expect(page.getByText('200 pictures, 32 features each')).toBeVisible();
  const early = await train();
  expect(early.base).toMatchObject({ features: 32, blocks: [{ number: 7 }] });
  console.log(`cut after block 7: validation without ${validation(early, false).toFixed(3)}`);
  expect(validation(early, false)).toBeLessThan(validation(experiment, false) - 0.1);
});
