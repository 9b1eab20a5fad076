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
import { zipBytes } from './fixtures/zip';

const training = (e: Downloaded, isWith: boolean) => lastMean(e, isWith, (h) => h.train.accuracy);
const validation = (e: Downloaded, isWith: boolean) => lastMean(e, isWith, (h) => h.validation.accuracy);
const gap = (e: Downloaded, isWith: boolean) => training(e, isWith) - validation(e, isWith);

test('the defaults show what was measured: over-fitting without dropout, and less of it with', async ({ page }) => {
  await page.goto(linkTo({ sample: 'animals-food-vehicles', seeds: 20, engine: 'wasm', run: 1 }));
  await trained(page);
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

test('photos of cats and dogs, dropped as a ZIP, reach 0.87 on both sides', async ({ page }) => {
  test.skip(!existsSync(photos), 'the photos are not here');
  const entries = ['train/cats', 'train/dogs', 'validation/cats', 'validation/dogs'].flatMap((folder) =>
    readdirSync(join(photos, folder)).map(
      (name) => [`cats_and_dogs/${folder}/${name}`, readFileSync(join(photos, folder, name))] as const,
    ),
  );
  await page.goto(linkTo({ seeds: 10, engine: 'wasm' }));
  const zip = { name: 'cats_and_dogs.zip', mimeType: 'application/zip', buffer: await zipBytes(entries) };
  await addPictures(page).setInputFiles([zip]);
  await featuresReady(page, 200);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await trained(page);
  const experiment = await downloadJson(page);
  expect(experiment.dataset).toMatchObject({ classes: ['cats', 'dogs'], train: 120, validation: 80 });
  console.log(
    `10 seeds: validation without ${validation(experiment, false).toFixed(3)}, with ${validation(experiment, true).toFixed(3)}`,
  );
  expect(validation(experiment, false)).toBeGreaterThanOrEqual(0.87);
  expect(validation(experiment, true)).toBeGreaterThanOrEqual(0.87);
});
