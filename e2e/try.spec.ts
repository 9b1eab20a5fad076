import { expect, type Locator, type Page } from '@playwright/test';
import config from '../playwright.config';
import { axeFindsNothing } from './fixtures/axe';
import type { InputFile } from './fixtures/bad-inputs';
import { addPictures, featuresReady, linkTo, test, trained } from './fixtures/lab';
import { stripedFiles } from './fixtures/pictures';

const launch = config.use?.launchOptions ?? {};
test.use({ launchOptions: { ...launch, args: [...(launch.args ?? []), '--use-fake-device-for-media-stream'] } });

/** Two classes of six, and both heads trained. */
async function trainedStripes(page: Page, settings: Readonly<Record<string, number>>): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(linkTo({ engine: 'wasm', seeds: 2, epochs: 8, ...settings }));
  await addPictures(page).setInputFiles(stripedFiles('warm', 6));
  await page.getByRole('button', { name: 'Add a class' }).click();
  await addPictures(page).setInputFiles(stripedFiles('cold', 6));
  await featuresReady(page, 12);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await trained(page);
}

const pictures = (page: Page) => page.locator('.pictures-limits').textContent();
const file = (kind: 'warm' | 'cold', n: number) => stripedFiles(kind, n + 1).slice(n);

/** As the browser hands over files, in a drop or from the clipboard. */
const handOver = (target: Locator, kind: 'drop' | 'paste', files: readonly InputFile[]) =>
  target.evaluate(
    (element, { kind, files }) => {
      const dataTransfer = new DataTransfer();
      for (const { name, bytes } of files)
        dataTransfer.items.add(new File([Uint8Array.from(bytes)], name, { type: 'image/png' }));
      const init = { bubbles: true, cancelable: true };
      if (kind === 'paste')
        element.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: dataTransfer }));
      else
        for (const type of ['dragenter', 'dragover', 'drop'])
          element.dispatchEvent(new DragEvent(type, { ...init, dataTransfer }));
    },
    { kind, files: files.map(({ name, buffer }) => ({ name, bytes: [...buffer] })) },
  );

/** "+1.43 for it, −3.02 against it, −0.01 tied to no place: together −1.60, its lead." as numbers. */
const figures = (words: string) => (words.match(/[+−]?\d+\.\d+/g) ?? []).map((n) => Number(n.replace('−', '-')));

test('a picture comes by choice, drop and paste; the answers, what is near, and a map that adds up', async ({
  page,
}) => {
  await trainedStripes(page, { hidden: 0 });
  const station = page.locator('#try');
  const card = page.getByRole('region', { name: 'What is this?' });
  const tried = (name: string) => card.getByText(`${name}, as the model sees it`, { exact: false });

  await page.getByLabel('Choose a picture').setInputFiles(file('warm', 9));
  await expect(tried('warm-9.png')).toBeVisible();
  await expect(card.getByText(/seeds says? Class 1/)).toHaveCount(2);
  await expect(card.locator('.try-neighbours > li')).toHaveCount(3);
  // Two of each class are too few to tell.
  await expect(card.getByText(/takes at least 19 validation pictures, and there are \d+/)).toBeVisible();

  const maps = page.getByRole('region', { name: 'Where it looks' });
  await maps.getByText('How is this computed?').click();
  await expect(maps.getByText('Class activation map: the head is linear', { exact: false })).toBeVisible();
  await expect(maps.getByRole('img', { name: /^Map, with(out)? dropout: Class 1/ })).toHaveCount(2);
  await expect(maps.getByText('Strongest for Class 1', { exact: false })).toHaveCount(2);
  for (const words of await maps.getByText('tied to no place: together').allTextContents()) {
    const [forIt = NaN, against = NaN, constant = NaN, total = NaN] = figures(words);
    expect(Math.abs(forIt + against + constant - total)).toBeLessThan(0.021);
  }
  // The canvas has something on it, and another class another map.
  const canvas = maps.locator('canvas').first();
  const drawn = () => canvas.evaluate((e: HTMLCanvasElement) => e.toDataURL());
  const before = await drawn();
  await maps.getByLabel('What speaks for').selectOption({ label: 'Class 2' });
  await expect(async () => expect(await drawn()).not.toBe(before)).toPass({ timeout: 5000 });

  await handOver(card, 'drop', file('cold', 8));
  await expect(tried('cold-8.png')).toBeVisible();
  await card.hover();
  await handOver(page.locator('body'), 'paste', file('cold', 7));
  await expect(tried('cold-7.png')).toBeVisible();
  expect(await pictures(page)).toContain('12 of');
  await expect(card.getByText('Heads of experiment 1', { exact: false })).toBeVisible();

  // A ZIP is for the collection; what was there stays.
  await page
    .getByLabel('Choose a picture')
    .setInputFiles({ name: 'all.zip', mimeType: 'application/zip', buffer: Buffer.from('PK') });
  await expect(
    card.getByText('One picture at a time here; add ZIPs and folders at station 1.', { exact: false }),
  ).toBeVisible();
  await expect(tried('cold-7.png')).toBeVisible();

  // A picture that is here already says what the heads had to do with it.
  await card.getByLabel('Which of your pictures').selectOption('training');
  await card.getByRole('button', { name: 'Try the next of these pictures' }).click();
  await expect(card.getByText('learned from this very picture', { exact: false })).toBeVisible();

  await axeFindsNothing(page, '#try');

  // Away from here, a paste is for the collection.
  await page.locator('#base-title').hover();
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await handOver(page.locator('body'), 'paste', file('cold', 11));
  await expect(page.locator('.pictures-limits')).toContainText('13 of');
  await expect(station).toBeVisible();
});

test('the camera: live answers, a frozen frame, recordings that stay on one side, and no for an answer', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['camera']);
  await trainedStripes(page, { hidden: 8 });
  const card = page.getByRole('region', { name: 'What is this?' });
  await card.getByRole('button', { name: 'Use the camera' }).click();
  await expect(card.getByText(/^\d+\.\d frames a second answered$/)).toBeVisible();
  await expect(card.getByText(/seeds says? Class/)).toHaveCount(2);
  const track = () =>
    page.evaluate(() => {
      const stream = document.querySelector('video')?.srcObject;
      return stream instanceof MediaStream ? (stream.getTracks()[0]?.readyState ?? null) : null;
    });
  expect(await track()).toBe('live');
  // A training puts the answers away for a while, and the camera goes on.
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(card.getByText('Heads of experiment 2', { exact: false })).toBeVisible();
  await trained(page);
  await expect(card.getByText(/^\d+\.\d frames a second answered$/)).toBeVisible();
  expect(await track()).toBe('live');
  await card.getByRole('button', { name: 'Freeze' }).click();
  await expect(page.getByRole('region', { name: 'Where it looks' }).locator('canvas')).toHaveCount(2);
  await expect.poll(track).toBeNull();
  const add = card.getByRole('button', { name: 'Add', exact: true });
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await expect(add).toHaveAccessibleDescription('Choose its class first.');
  await card.getByLabel('Add it to your pictures as').selectOption('Class 1');
  await add.click();
  await expect(card.getByText('It is in your pictures as “Class 1”', { exact: false })).toBeVisible();

  await page.getByRole('button', { name: 'Add a class' }).click();
  await page.getByRole('article', { name: 'Class 3' }).getByRole('button', { name: 'Camera', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Pictures of “Class 3”/ });
  const hold = dialog.getByRole('button', { name: 'Hold to record' });
  const recordings = dialog.getByRole('list', { name: 'Recordings of Class 3' }).getByRole('listitem');
  await expect(dialog.locator('video')).toBeVisible();
  await hold.hover();
  await page.mouse.down();
  await expect(dialog.getByText(/^Recording: [3-9] pictures$/)).toBeVisible();
  await page.mouse.up();
  await expect(recordings).toHaveCount(1);
  await expect(dialog.getByText('has only one recording so far', { exact: false })).toBeVisible();
  await hold.focus();
  await page.keyboard.down('Space');
  await expect(dialog.getByText(/^Recording: [3-9] pictures$/)).toBeVisible();
  await page.keyboard.up('Space');
  await expect(recordings).toHaveCount(2);
  await expect(
    dialog.getByText('Most validation pictures of “Class 3” are one recording', { exact: false }),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'In 3 seconds, for 2 seconds' }).click();
  await expect(dialog.getByText('Recording in 2 …')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('switch', { name: 'Press once to start' }).click();
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog.getByText(/^Recording: [2-9] pictures$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(recordings).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Undo recording 3' }).click();
  await expect(recordings).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect.poll(track).toBeNull();

  const names = await page
    .locator('.class-card')
    .last()
    .locator('.thumb')
    .evaluateAll((all) => all.map((thumb) => thumb.getAttribute('aria-label') ?? ''));
  const sidesOf = (recording: number) =>
    new Set(names.filter((n) => n.startsWith(`Class 3 ${recording}-`)).map((n) => n.split(', ')[1]));
  expect([sidesOf(1), sidesOf(2)].map((sides) => sides.size)).toEqual([1, 1]);
  expect(new Set([...sidesOf(1), ...sidesOf(2)])).toEqual(new Set(['training', 'validation']));

  await context.clearPermissions();
  await card.getByRole('button', { name: 'Use the camera' }).click();
  await expect(card.getByText('The camera is not allowed on this page.', { exact: false })).toBeVisible();
});
