import { expect, type Page } from '@playwright/test';
import { orientations, orientedJpeg } from './fixtures/exif';
import { addPictures, test } from './fixtures/lab';
import { stripedFiles } from './fixtures/pictures';
import { pngBytes } from './fixtures/png';
import { serveSmallSample } from './fixtures/smallSample';

/** RGB at four places of a thumbnail: near its corners, row by row. */
async function corners(page: Page, name: string): Promise<readonly (readonly number[])[]> {
  const image = page.getByRole('button', { name: new RegExp(name) }).locator('img');
  await image.scrollIntoViewIfNeeded();
  return image.evaluate(async (element) => {
    if (!(element instanceof HTMLImageElement)) throw new TypeError('A thumbnail is an image.');
    await element.decode();
    const canvas = new OffscreenCanvas(224, 224);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(element, 0, 0);
    return [
      [30, 30],
      [194, 30],
      [30, 194],
      [194, 194],
    ].map(([x = 0, y = 0]) => Array.from(context.getImageData(x, y, 1, 1).data.subarray(0, 3)));
  });
}

function expectClose(actual: readonly (readonly number[])[], expected: readonly (readonly number[])[]): void {
  const difference = actual.flatMap((rgb, i) => rgb.map((v, c) => Math.abs(v - (expected[i]?.[c] ?? NaN))));
  expect(Math.max(...difference)).toBeLessThanOrEqual(4);
}

test('all eight EXIF orientations come out upright, cropped to the middle', async ({ page }) => {
  await page.goto('./');
  await addPictures(page).setInputFiles(
    orientations.map(({ orientation }) => ({
      name: `turned-${orientation}.jpg`,
      mimeType: 'image/jpeg',
      buffer: orientedJpeg(orientation),
    })),
  );
  await expect(page.getByText('8 pictures added', { exact: false })).toBeVisible();
  for (const { orientation, corners: expected } of orientations)
    expectClose(await corners(page, `turned-${orientation}\\.jpg`), expected);
});

test('what is transparent becomes white', async ({ page }) => {
  await page.goto('./');
  const half = pngBytes(40, 40, (x) => (x < 20 ? [0, 0, 0, 0] : [10, 200, 10, 255]));
  await addPictures(page).setInputFiles([{ name: 'half.png', mimeType: 'image/png', buffer: half }]);
  await expect(page.getByText('1 picture added', { exact: false })).toBeVisible();
  const white = [255, 255, 255];
  const green = [10, 200, 10];
  expectClose(await corners(page, 'half\\.png'), [white, green, white, green]);
});

test('a duplicate is kept once; in two classes it is pointed out', async ({ page }) => {
  await page.goto('./');
  const [first] = stripedFiles('warm', 1);
  if (!first) throw new Error('no picture');
  await addPictures(page).setInputFiles([first, { ...first, name: 'copy.png' }]);
  await expect(page.getByText('1 picture added, 1 duplicate kept once.')).toBeVisible();
  await page.getByRole('button', { name: 'Add a class' }).click();
  await addPictures(page).setInputFiles([{ ...first, name: 'other-class.png' }]);
  await expect(page.getByText('1 picture added, 1 contradiction.')).toBeVisible();
  await expect(page.getByText('In two classes at once', { exact: false })).toBeVisible();
});

for (const gesture of ['drop', 'paste'] as const) {
  test(`pictures come in by ${gesture}`, async ({ page }) => {
    await page.goto('./');
    const files = stripedFiles('cold', 2).map(({ name, buffer }) => ({ name, base64: buffer.toString('base64') }));
    const transfer = await page.evaluateHandle((files) => {
      const data = new DataTransfer();
      for (const { name, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        data.items.add(new File([bytes], name, { type: 'image/png' }));
      }
      return data;
    }, files);
    const target = page.getByRole('main');
    if (gesture === 'paste') {
      await target.evaluate(
        (element, data) =>
          element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })),
        transfer,
      );
    } else {
      await target.dispatchEvent('dragenter', { dataTransfer: transfer });
      await target.dispatchEvent('dragover', { dataTransfer: transfer });
      await target.dispatchEvent('drop', { dataTransfer: transfer });
    }
    await expect(page.getByText('2 pictures added', { exact: false })).toBeVisible();
  });
}

test('an own collection waits while the built-in set is looked at, and comes back', async ({ page }) => {
  await serveSmallSample(page);
  await page.goto('./');
  await addPictures(page).setInputFiles(stripedFiles('warm', 3));
  await expect(page.getByText('3 pictures added', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Load the built-in set' }).click();
  await expect(page.getByRole('heading', { name: 'Vehicles' })).toBeVisible();
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByRole('button', { name: /warm-0\.png/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Vehicles' })).toHaveCount(0);
});
