import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { axeFindsNothing } from './fixtures/axe';
import { addPictures, featuresReady, linkTo, test } from './fixtures/lab';
import { stripedFiles } from './fixtures/pictures';

/** As the page writes it. */
const percent = (share: number) => `${(100 * share).toFixed(share === 0 || share === 1 ? 0 : 1)}\u00a0%`;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const ways = 'Four ways to learn the same pictures';
const sizes = 'How many pictures does it take?';
const cuts = 'Which layers are general?';
const tuning = 'Just a little more: fine-tuning';

interface Run {
  readonly validation: { readonly accuracy: number };
}

async function download<T>(page: Page, title: string): Promise<T> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: `Download JSON: ${title}` }).click();
  // The schema is the app's promise; the test checks what it reads.
  return JSON.parse(await readFile(await (await waiting).path(), 'utf8')) as T;
}

/** The cells of a row of a folded table. */
async function cells(page: Page, title: string, table: string, row: string): Promise<readonly string[]> {
  const region = page.getByRole('region', { name: title, exact: true });
  const found = region
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row, exact: true }) })
    .getByRole('cell');
  if ((await found.count()) === 0) await region.getByText(table, { exact: true }).click();
  return found.allTextContents();
}

test('the experiments on transfer: what they draw is what they found, and each can be stopped', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(linkTo({ engine: 'wasm', seeds: 2, epochs: 4, tuneEpochs: 2 }));
  await addPictures(page).setInputFiles(stripedFiles('warm', 7));
  await page.getByRole('button', { name: 'Add a class' }).click();
  await addPictures(page).setInputFiles(stripedFiles('cold', 7));
  await featuresReady(page, 14);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const done = (action: string) =>
    expect(page.getByRole('button', { name: `${action} again` })).toBeEnabled({ timeout: 120_000 });

  await test.step('four ways', async () => {
    await press('Run the four ways');
    await expect(page.getByText('Another experiment is under way', { exact: false }).first()).toBeVisible();
    await done('Run the four ways');
    const found = await download<{
      readonly lines: readonly {
        readonly way: string;
        readonly trainable: number;
        readonly history: { runs: Run[] }[];
      }[];
    }>(page, ways);
    expect(found.lines.map(({ way }) => way).toSorted()).toEqual(['pixels', 'pretrained', 'random', 'scratch']);
    const pretrained = found.lines.find(({ way }) => way === 'pretrained');
    // 120 features, 32 hidden units, 2 classes.
    expect(pretrained?.trainable).toBe(121 * 32 + 33 * 2);
    const accuracy = mean(pretrained?.history.at(-1)?.runs.map((run) => run.validation.accuracy) ?? []);
    const [cell] = await cells(page, ways, 'The four ways as a table', 'pretrained base and a head');
    expect(cell).toBe(percent(accuracy));
  });

  await test.step('few and many pictures: stopped in the middle, then to the end', async () => {
    await press('Train with few and with many');
    await page.getByRole('region', { name: sizes }).getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByRole('region', { name: sizes }).getByText(/^Stopped/)).toBeVisible();
    await page
      .getByRole('region', { name: sizes })
      .getByRole('button', { name: /^Train with few and with many/ })
      .click();
    await done('Train with few and with many');
    const found = await download<{
      readonly sizes: readonly number[];
      readonly points: readonly { way: string; perClass: number; accuracies: number[] }[];
    }>(page, sizes);
    expect(found.sizes).toEqual([1, 2, 5]);
    expect(found.points).toHaveLength(12);
    for (const size of found.sizes) {
      const row = await cells(page, sizes, 'The numbers as a table', String(size));
      const point = found.points.find(({ way, perClass }) => way === 'scratch' && perClass === size);
      expect(row[4]).toBe(percent(mean(point?.accuracies ?? [])));
    }
  });

  await test.step('every block, and the base’s own answers', async () => {
    await press('Train a head on every block');
    await done('Train a head on every block');
    const found = await download<{ readonly points: readonly { accuracies: number[] }[] }>(page, cuts);
    expect(found.points).toHaveLength(17);
    expect((await cells(page, cuts, 'The blocks as a table', '16'))[1]).toBe(
      percent(mean(found.points[15]?.accuracies ?? [])),
    );
    await press('Ask the base about some pictures');
    await expect(page.getByText(/of 8 pictures/)).toBeVisible({ timeout: 30_000 });
  });

  await test.step('fine-tuning leaves what is frozen as it was', async () => {
    await press('Fine-tune');
    await done('Fine-tune');
    await expect(page.getByText(/SHA-256 [0-9a-f]{12}… before and after/)).toBeVisible();
    const found = await download<{
      readonly history: readonly { readonly epoch: number; readonly runs: readonly Run[] }[];
      readonly digests: { readonly before: string; readonly after: string };
    }>(page, tuning);
    expect(found.history.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(found.digests.before).toBe(found.digests.after);
    // Two seeds, frozen and tuned, without and with dropout; until the base is unfrozen they are the same.
    const at = (epoch: number) => found.history[epoch - 1]?.runs ?? [];
    expect(at(6)).toHaveLength(8);
    expect(at(4).slice(4)).toEqual(at(4).slice(0, 4));
  });

  await test.step('the map', async () => {
    await press('Draw the map');
    await expect(
      page
        .getByRole('region', { name: /What the base sees/ })
        .locator('canvas')
        .first(),
    ).toBeVisible({
      timeout: 30_000,
    });
  });

  await test.step('axe finds nothing, light or dark', async () => {
    await axeFindsNothing(page, '#why');
  });
});
