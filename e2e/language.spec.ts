import { expect, type Page } from '@playwright/test';
import { addPictures, linkTo, quick, test } from './fixtures/lab';
import { stripedFiles } from './fixtures/pictures';
import { sample, serveSmallSample, smallSampleSize } from './fixtures/smallSample';
import { englishIn, spanish } from './fixtures/spanish';

/** All that is seen, and what is said of it to who does not see it. */
async function saidOn(page: Page): Promise<string> {
  const parts = await page
    .locator('header, nav, main, footer')
    .evaluateAll((places) =>
      places.flatMap((place) => [
        (place as HTMLElement).innerText,
        ...[...place.querySelectorAll('[aria-label], [title], [alt], [placeholder]')]
          .filter((one) => one.checkVisibility() && !one.closest('pre, code'))
          .flatMap((one) => ['aria-label', 'title', 'alt', 'placeholder'].map((name) => one.getAttribute(name) ?? '')),
      ]),
    );
  return parts.join('\n');
}

const nothingIsEnglish = async (page: Page) => expect(englishIn(withoutNames(await saidOn(page)))).toEqual([]);

/** Names of what others made, names of files, and the way to other languages. */
const withoutNames = (text: string): string =>
  text.replaceAll(/Language \/ Idioma|Transfer learning and fine-tuning|[\w-]+\.[\w.-]*png/g, '');

async function chooseLanguage(page: Page, name: 'English' | 'Español'): Promise<void> {
  await page.getByRole('button', { name: 'Language / Idioma' }).click();
  await page.getByRole('menuitem', { name }).click();
}

const isIn = (page: Page, language: 'en' | 'es') => expect(page.locator('html')).toHaveAttribute('lang', language);

test('in Spanish, all of the page is', async ({ page }) => {
  await serveSmallSample(page);
  await page.goto('./#lang=es');
  await isIn(page, 'es');
  await expect(page.getByRole('button', { name: spanish('Try it with the built-in set') })).toBeVisible();
  await expect(page.locator('#work')).toBeVisible();
  await nothingIsEnglish(page);

  await test.step('with a training', async () => {
    await page.goto(linkTo({ sample, ...quick, engine: 'wasm', run: 1, lang: 'es' }));
    await expect(page.getByText(spanish('Finished.')).first()).toBeVisible({ timeout: 100_000 });
    await nothingIsEnglish(page);
  });

  await test.step('and its workers are', async () => {
    const note = { name: 'nota.png', mimeType: 'image/png', buffer: Buffer.from('Esto no es una imagen.') };
    await page.getByLabel(spanish('Add pictures')).first().setInputFiles(note);
    await expect(page.getByText(/Esto es un archivo de texto, no una imagen\. Usa JPEG/)).toBeVisible();
    await nothingIsEnglish(page);
  });
});

test('another language keeps the pictures', async ({ page }) => {
  await page.goto(linkTo({ base: 'mobilenet-v1-0.25' }));
  await addPictures(page).setInputFiles(stripedFiles('warm', 3));
  await expect(page.getByText('3 of at most 2,000 pictures', { exact: false })).toBeVisible();
  const cards = page.locator('#pictures img');
  await expect(cards).toHaveCount(3);
  await chooseLanguage(page, 'Español');
  await isIn(page, 'es');
  await expect(cards).toHaveCount(3);
  // Chosen for good, not for this address.
  await page.goto('./');
  await isIn(page, 'es');
  await expect(cards).toHaveCount(3);
  await chooseLanguage(page, 'English');
  await isIn(page, 'en');
  await expect(page.getByText('3 of at most 2,000 pictures', { exact: false })).toBeVisible();
});

test('another language waits for a training, and ends it when asked to', async ({ page }) => {
  await serveSmallSample(page);
  await page.goto(linkTo({ sample, seeds: 2, epochs: 500, engine: 'wasm', run: 1 }));
  await expect(page.getByText(`${smallSampleSize} pictures, 120 features each`)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible({ timeout: 60_000 });
  await chooseLanguage(page, 'Español');
  await expect(page.getByText('The page changes to Español when it is over.')).toBeVisible();
  await isIn(page, 'en');
  await page.getByRole('button', { name: 'Keep English' }).click();
  await expect(page.getByText('The page changes to Español')).toBeHidden();
  await chooseLanguage(page, 'Español');
  await page.getByRole('button', { name: 'End it and change now' }).click();
  await isIn(page, 'es');
  // What had come of it is there.
  await expect(page.locator('#pictures img')).toHaveCount(smallSampleSize);
  await expect(page.locator('#curves svg').first()).toBeVisible();
});
