import { expect, type Locator } from '@playwright/test';
import { downloadJson, lastMean, linkTo, quick, test, trained } from './fixtures/lab';
import { sample, serveSmallSample, smallSampleSize } from './fixtures/smallSample';

/** As the page writes it. */
const percent = (share: number) => `${(100 * share).toFixed(1)}\u00a0%`;

/** The cells of a row of a folded table. */
async function cellsOf(panel: Locator, table: string, row: string): Promise<readonly string[]> {
  const summary = panel.getByText(table, { exact: true });
  const cells = panel
    .getByRole('row')
    .filter({ has: panel.page().getByRole('rowheader', { name: row, exact: true }) })
    .getByRole('cell');
  if ((await cells.count()) === 0) await summary.click();
  return cells.allTextContents();
}

test('what is inside the heads is what was trained: scrubber, steps, knock-out and rates agree with the curves', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await serveSmallSample(page);
  await page.goto(linkTo({ sample, ...quick, batch: 8, engine: 'wasm', run: 1 }));
  await trained(page);
  const experiment = await downloadJson(page);
  const first = (isWith: boolean) => experiment.runs.find((run) => run.dropoutRate > 0 === isWith)?.history ?? [];
  const right = (epoch: number) =>
    [false, true].map(
      (isWith) => `${percent(first(isWith)[epoch - 1]?.validation.accuracy ?? 0)} of ${experiment.dataset.validation}`,
    );

  const answers = page.getByRole('region', { name: 'Answers on the validation pictures' });
  const scrubber = page.getByRole('slider', { name: 'Look at the heads' });
  const curves = page.getByRole('figure', { name: 'Without dropout' });
  await test.step('the scrubber: the last epoch is the end of the training, the others are theirs', async () => {
    await expect(answers.locator('.measure-verdict')).toContainText(right(quick.epochs));
    await scrubber.press('Home');
    await expect(curves.getByText('Looked at: the start.', { exact: false })).toBeVisible();
    await scrubber.press('ArrowRight');
    await expect(scrubber).toHaveAttribute('aria-valuetext', 'after epoch 1 of 5');
    await expect(answers.locator('.measure-verdict')).toContainText(right(1));
    await page.getByRole('group', { name: 'Stop here:' }).getByRole('button').first().click();
    await page.getByRole('button', { name: 'Latest', exact: true }).click();
    await expect(scrubber).toHaveAttribute('aria-valuetext', 'after epoch 5 of 5');
  });

  const network = page.getByRole('region', { name: 'The network, before and after' });
  await test.step('one step in four stages, then the next; several a second; and all units back on', async () => {
    await expect(network.getByText(/^Nothing is dropped/).first()).toBeVisible();
    await expect(network.getByText(/of 32 hidden units and \d+ of 120 features dropped for this picture/)).toHaveCount(
      2,
    );
    await expect(network.getByText('Step 1 of 5 of epoch 5', { exact: true })).toBeVisible();
    for (const stage of ['Loss', 'Backward', 'Update']) {
      await network.getByRole('button', { name: 'Step', exact: true }).click();
      await expect(network.getByRole('listitem').and(network.locator('[aria-current=step]'))).toContainText(stage);
    }
    await network.getByRole('button', { name: 'Step', exact: true }).click();
    await expect(network.getByText('Step 2 of 5 of epoch 5', { exact: true })).toBeVisible();
    await network.getByRole('button', { name: 'Play' }).click();
    await expect(network.getByText('Step 4 of 5 of epoch 5', { exact: true })).toBeVisible();
    // Motion is reduced: what is shown changes, and nothing moves.
    expect(await network.evaluate((e) => e.getAnimations({ subtree: true }).length)).toBe(0);
    await network.getByRole('button', { name: 'Pause' }).click();
    await network.getByText('Predict with all').click();
    await expect(network.getByText(/^Comes out (nearly )?even/)).toBeVisible();
    await expect(network.getByText('All units are on.')).toHaveCount(2);
  });

  await test.step('knock-out: with nothing removed the plain accuracy, with everything chance', async () => {
    const panel = page.getByRole('region', { name: 'The knock-out test' });
    await panel.getByRole('button', { name: 'Run the knock-out test' }).click();
    await expect(panel.getByText('Validation accuracy after epoch 5')).toBeVisible();
    const [without, , withDropout] = await cellsOf(panel, 'The test as a table', '0\u00a0%');
    const plain = [false, true].map((isWith) => percent(lastMean(experiment, isWith, (h) => h.validation.accuracy)));
    expect([without, withDropout]).toEqual(plain);
    const all = await cellsOf(panel, 'The test as a table', '100\u00a0%');
    expect([all[0], all[2]]).toEqual([percent(1 / 3), percent(1 / 3)]);
  });

  await test.step('similarity and masked passes answer when they are asked', async () => {
    const similarity = page.getByRole('region', { name: 'Redundant neurons?' });
    await similarity.getByRole('button', { name: 'Compare the neurons' }).click();
    await expect(similarity.getByRole('img', { name: /similarity of 32 neurons/ })).toHaveCount(2);
    await expect(similarity.getByText('All of this is measured after epoch 5.', { exact: false })).toBeVisible();
    const passes = page.getByRole('region', { name: 'One picture, many masks' });
    await passes.getByRole('button', { name: 'Answer with many masks' }).click();
    await expect(passes.getByText(/200 masked passes/)).toBeVisible();
    await expect(passes.getByText(/No masks: one answer, every time/)).toBeVisible();
  });

  await test.step('ten rates at once: without and at 0.5 they are the runs of the comparison', async () => {
    const panel = page.getByRole('region', { name: 'Every rate at once' });
    await panel.getByRole('button', { name: 'Train all ten rates' }).click();
    await expect(panel.getByText('Accuracy after epoch 5, dropout off')).toBeVisible();
    for (const [rate, isWith] of [
      ['0', false],
      ['0.5', true],
    ] as const) {
      const [training, , validation] = await cellsOf(panel, 'The rates as a table', rate);
      expect([training, validation]).toEqual([
        percent(lastMean(experiment, isWith, (h) => h.train.accuracy)),
        percent(lastMean(experiment, isWith, (h) => h.validation.accuracy)),
      ]);
    }
  });
});

test('a preset sets everything up, says what to watch for and what it showed; a head without hidden units says so', async ({
  page,
}) => {
  await serveSmallSample(page);
  await page.goto(linkTo({ engine: 'wasm' }));
  await page.getByRole('button', { name: 'Too much dropout' }).click();
  await expect(page.getByText(`${smallSampleSize} pictures, 120 features each`)).toBeVisible();
  await expect(page.getByLabel('Dropout rate', { exact: true })).toHaveValue('0.9');
  await expect(page.getByLabel('Wrong labels', { exact: true })).toHaveValue('0');
  await expect(page.getByText(/Watch the side with dropout under-fit/)).toBeVisible();
  await expect(page.getByText(/Measured with 40 seeds .* 83\.9\s%.* 55\.5\s%/)).toBeVisible();
  await page.getByLabel('Epochs', { exact: true }).fill('2');
  await page.getByLabel('Hidden units', { exact: true }).fill('0');
  await expect(page.getByRole('button', { name: 'Too much dropout' })).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await trained(page);
  await expect(page.getByText('This head has no hidden layer', { exact: false })).toBeVisible();
  await expect(page.getByRole('region', { name: 'One picture, many masks' })).toBeVisible();
});
