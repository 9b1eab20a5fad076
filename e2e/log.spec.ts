import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { axeFindsNothing } from './fixtures/axe';
import { addPictures, featuresReady, linkTo, test, trained } from './fixtures/lab';
import { stripedFiles } from './fixtures/pictures';

const train = async (page: Page) => {
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.locator('.log-card').first().waitFor();
  await trained(page);
};

async function saved(page: Page, button: string) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('two experiments: written down, told apart, noted, compared, set up again, removed and put back, handed in', async ({
  page,
  browser,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(linkTo({ engine: 'wasm', seeds: 2, epochs: 3, dropout: 0.5 }));
  await addPictures(page).setInputFiles(stripedFiles('warm', 6));
  await page.getByRole('button', { name: 'Add a class' }).click();
  await addPictures(page).setInputFiles(stripedFiles('cold', 6));
  await featuresReady(page, 12);
  await train(page);
  const rate = page.getByLabel('Dropout rate', { exact: true });
  await rate.fill('0.2');
  await rate.blur();
  await expect(page.getByText('The settings or pictures changed', { exact: false }).first()).toBeVisible();
  await train(page);
  const log = page.getByRole('region', { name: 'The log' });
  const card = (n: number) => log.getByRole('article', { name: `Experiment ${n}` });
  /** What both sides answered on validation, all seeds together. */
  const counts = await test.step('the matrices of the second one, as the station on mistakes has them', async () => {
    const tables = page.locator('#mistakes .measure-confusion');
    await tables.first().waitFor();
    await page.getByLabel('Which seed’s heads').selectOption('all');
    await expect(page.locator('#mistakes caption', { hasText: '2 seeds together' })).toHaveCount(2);
    return tables.locator('td:not(.measure-score)').allTextContents();
  });
  const verdictOf = (n: number) => card(n).locator('.log-verdict').textContent();

  await test.step('two entries, the newest first, with what differs', async () => {
    await expect(log.getByRole('heading', { level: 4, name: /^Experiment/ })).toHaveText([
      'Experiment 2',
      'Experiment 1',
    ]);
    await expect(card(2).getByText('Finished: 3 epochs')).toBeVisible();
    await expect(card(2).locator('.log-changes')).toHaveText(
      /Differs from Experiment 1:.*Dropout rate: was 0\.5.*now\s+0\.2/,
    );
    const details = card(1).getByRole('button', { name: 'Details of Experiment 1' });
    await expect(details).toHaveAttribute('aria-expanded', 'false');
    await expect(card(1).getByText('Validation', { exact: true })).toBeVisible();
    await details.press('Enter');
    await expect(details).toHaveAttribute('aria-expanded', 'true');
    await expect(card(1).getByText('There is no earlier one')).toBeVisible();
    await expect(card(2).getByRole('img', { name: /^With dropout: training accuracy .* after epoch 3/ })).toBeVisible();
    expect(await verdictOf(2)).toMatch(/identical|differs|helps|hurts/);
  });

  await test.step('a note, a pin', async () => {
    await card(1).getByLabel('Your note on Experiment 1').fill('Half of the units <b>dropped</b>');
    await card(1).getByRole('button', { name: 'Pin Experiment 1' }).click();
    await expect(log.getByRole('heading', { level: 4, name: /^Experiment/ })).toHaveText([
      'Experiment 1',
      'Experiment 2',
    ]);
    await expect(card(1).getByText('pinned')).toBeVisible();
  });

  await test.step('compared: paired by seed, and the side without dropout is the same', async () => {
    await log.getByLabel('Select Experiment 1').check();
    await log.getByLabel('Select Experiment 2').check();
    await log.getByRole('button', { name: 'Compare the two' }).click();
    const comparison = page.getByRole('region', { name: 'Experiment 1 and Experiment 2' });
    await expect(
      comparison.getByText('Same pictures, same split: the runs are paired by seed (2 pairs)', { exact: false }),
    ).toBeVisible();
    await expect(comparison.getByText('Every pair of runs has the same validation accuracy.')).toBeVisible();
    await expect(comparison.getByText('Only one thing differs: Dropout rate (0.5, then 0.2).')).toBeVisible();
    await expect(comparison.getByRole('row', { name: 'Dropout rate 0.5 0.2' })).toBeVisible();
    await expect(comparison.locator('svg.recharts-surface')).toHaveCount(2);
    await expect(comparison.getByRole('heading', { name: 'Experiment 1 and Experiment 2' })).toBeFocused();
    await expect(log.getByRole('button', { name: 'Compare the two' })).toHaveCount(0);
    await expect(log.getByRole('button', { name: 'Close comparison', exact: true })).toBeVisible();
  });

  await test.step('axe finds nothing, light or dark', async () => {
    await axeFindsNothing(page, '.log', '.log-comparison');
  });

  await test.step('its settings once more', async () => {
    await card(1).getByRole('button', { name: 'Use these settings again: Experiment 1' }).click();
    await expect(rate).toHaveValue('0.5');
    await expect(card(1).getByText('The settings of Experiment 1 are set. The pictures are the same')).toBeVisible();
  });

  await test.step('its heads once more, at stations 7 and 8 and in the download', async () => {
    const model = page.getByRole('region', { name: 'Take the model away' });
    await expect(card(2).getByText('heads in use at stations 7 and 8')).toBeVisible();
    await expect(model.getByText('Heads of experiment 2, seed')).toBeVisible();
    await card(1).getByRole('button', { name: 'Use these heads: Experiment 1' }).click();
    await expect(card(1).getByText('heads in use at stations 7 and 8')).toBeVisible();
    await expect(card(2).getByRole('button', { name: 'Use these heads: Experiment 2' })).toBeVisible();
    await expect(model.getByText('Heads of experiment 1, seed')).toBeVisible();
  });

  await test.step('removed, and put back in its place', async () => {
    await card(1).getByRole('button', { name: 'Remove Experiment 1' }).click();
    await expect(card(1)).toHaveCount(0);
    await expect(page.getByText('Experiment 1 removed.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(card(1).getByLabel('Your note on Experiment 1')).toHaveValue('Half of the units <b>dropped</b>');
  });

  await test.step('handed in: a page without scripts that asks for nothing', async () => {
    const verdicts = [await verdictOf(1), await verdictOf(2)];
    await log.getByLabel('Title').fill('Stripes');
    await log.getByLabel('Your name').fill('Ada <Lovelace>');
    const report = await saved(page, 'Download the report');
    expect(report.name).toMatch(/^transfer-lab-report-ada-lovelace-\d{4}-\d\d-\d\d\.html$/);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const reader = await context.newPage();
    const asked: string[] = [];
    reader.on('request', (request) => asked.push(request.url()));
    await reader.setContent(report.text);
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Stripes');
    await expect(reader.getByText('Ada <Lovelace>')).toBeVisible();
    expect(await reader.locator('.verdict').allTextContents()).toEqual(verdicts);
    await expect(reader.getByText('Half of the units <b>dropped</b>')).toBeVisible();
    await expect(reader.locator('.changed')).toHaveText([/Dropout rate\s*0\.2\s*was 0\.5/]);
    await expect(reader.locator('svg')).toHaveCount(8);
    const second = reader.getByRole('article').filter({ hasText: 'Experiment 2' }).last();
    expect(counts).toHaveLength(2 * 4);
    expect((await second.locator('.matrix td.answer').allTextContents()).map((text) => text.trim())).toEqual(counts);
    expect(asked).toEqual([]);
    // Two experiments a page, after what is told once.
    const paper = (await reader.pdf()).toString('latin1');
    expect(Number(/\/Count (\d+)/.exec(paper)?.[1])).toBeLessThanOrEqual(3);
    await context.close();
    await log.getByLabel('Which experiments').selectOption('pinned');
    const csv = await saved(page, 'Download the log as CSV');
    expect(csv.text.trimEnd().split('\r\n')).toHaveLength(1 + 2 * 2);
  });
});
