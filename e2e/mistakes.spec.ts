import { expect, type Locator, type Page } from '@playwright/test';
import { axeFindsNothing } from './fixtures/axe';
import { addPictures, featuresReady, linkTo, test, trained } from './fixtures/lab';
import { stripedFiles } from './fixtures/pictures';

const station = (page: Page) => page.locator('#mistakes');
const panel = (page: Page, name: string) => station(page).getByRole('region', { name, exact: true });

/** Moves what is selected to the second class. */
async function move(list: Locator): Promise<void> {
  await list.getByLabel('Class to move the selected pictures to').selectOption({ label: 'Class 2' });
  await list.getByRole('button', { name: 'Move the selected pictures' }).click();
}

/** Trains, and waits for the new heads' answers. */
async function train(page: Page, press: () => Promise<void>): Promise<void> {
  await press();
  await trained(page);
  await station(page).locator('.measure-confusion').first().waitFor();
}

test('mistakes are found, mended and trained away; a test set is locked, and opened once', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(linkTo({ engine: 'wasm', seeds: 3, epochs: 15, lr: 0.01, split: 0.5 }));
  // Two cold pictures among the warm ones.
  const cold = stripedFiles('cold', 14);
  await addPictures(page).setInputFiles([...stripedFiles('warm', 10), ...cold.slice(0, 2)]);
  await page.locator('.thumb').first().waitFor();
  await page.getByRole('button', { name: 'Add a class' }).click();
  await page.locator('.class-card').nth(1).getByLabel('Add pictures').setInputFiles(cold.slice(2));
  await featuresReady(page, 24);
  await expect(station(page).getByText('Nothing has been trained yet.')).toBeVisible();
  await train(page, () => page.getByRole('button', { name: 'Train', exact: true }).first().click());

  await test.step('the matrices count every validation picture, of one seed and of all', async () => {
    const table = station(page).locator('.measure-confusion').first();
    const sum = async () =>
      (await table.locator('td:not(.measure-score)').allTextContents()).reduce((all, text) => all + Number(text), 0);
    await expect.poll(sum).toBe(12);
    await page.getByLabel('Which seed’s heads').selectOption('all');
    await expect(station(page).getByText('A cell counts answers', { exact: false })).toBeVisible();
    await expect.poll(sum).toBe(36);
  });

  const wrong = station(page).locator('.measure-confusion').first().locator('tbody tr').first().locator('td').nth(1);
  await test.step('a cell leads to its pictures, and a label is mended from there', async () => {
    await expect(station(page).getByText('Heads of experiment 1', { exact: true })).toBeVisible();
    await wrong.getByRole('button').click();
    const list = station(page).getByRole('region', { name: 'Pictures of the chosen cell' });
    const heading = station(page).locator('.mistake-behind');
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
    const card = list.locator('.mistake').filter({ hasText: 'cold-' }).first();
    await expect(card.getByText('Nearest in training')).toBeVisible();
    await expect(card.locator('.mistake-near li')).toHaveCount(3);
    await axeFindsNothing(page, '#mistakes');
    const boxes = list.getByRole('checkbox', { name: /^Select cold-/ });
    const count = await boxes.count();
    expect(count).toBeGreaterThan(0);
    for (let n = 0; n < count; n++) await boxes.nth(n).check();
    await move(list);
    await expect(page.getByText(`${count} picture${count > 1 ? 's' : ''} moved to “Class 2”.`)).toBeVisible();
    await expect(station(page).getByText(`${count} moved to another class`, { exact: false })).toBeVisible();
    await expect(station(page).locator('.mistake-stale').first()).toContainText(
      /^labels changed since, not retrained \(was \d+\.\d.%\)$/,
    );
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(station(page).locator('.mistake-stale')).toHaveCount(0);
    await expect(station(page).getByText('moved to another class', { exact: false })).toHaveCount(0);
    for (let n = 0; n < count; n++) await boxes.nth(n).check();
    await move(list);
    // Where the work was, and in the note above the matrices.
    await expect(station(page).getByRole('button', { name: 'Train again' })).toHaveCount(2);
    await train(page, () => station(page).getByRole('button', { name: 'Train again' }).last().click());
    await expect(station(page).getByText('moved to another class', { exact: false })).toHaveCount(0);
  });

  await test.step('training pictures on request, marked as such', async () => {
    await station(page).getByText('Training', { exact: true }).click();
    await expect(station(page).getByText('say nothing about new pictures', { exact: false })).toBeVisible();
    await station(page).getByText('Validation', { exact: true }).click();
    await expect(panel(page, 'Right on one side only').locator('.measure-verdict')).toContainText(/seed/);
  });

  const set = panel(page, 'A locked test set');
  await test.step('a test set is set aside: no side, a lock, and heads from before are refused', async () => {
    await set.getByRole('button', { name: 'Set a test set aside' }).click();
    await expect(set.getByText(/^\d pictures set aside and locked\.$/)).toBeVisible();
    const locked = page.locator('.thumb[data-side="test"]');
    await expect.poll(() => locked.count()).toBeGreaterThanOrEqual(4);
    await expect(page.locator('.split-counts')).toContainText(`${await locked.count()} set aside for the test`);
    await expect(locked.locator('img')).toHaveCount(0);
    await locked.first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Locked: this picture is set aside', { exact: false })).toBeVisible();
    await expect(dialog.locator('img')).toHaveCount(0);
    await expect(dialog.getByLabel('Class')).toHaveCount(0);
    await expect(dialog.getByRole('button', { name: 'Delete' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(set.getByRole('button', { name: 'Open the test set' })).toBeDisabled();
    await expect(set.getByText('Train again, then open it.', { exact: false })).toBeVisible();
    await set.getByRole('button', { name: 'Put it back' }).click();
    await expect(locked).toHaveCount(0);
    await set.getByRole('button', { name: 'Set a test set aside' }).click();
    await train(page, () => station(page).getByRole('button', { name: 'Train again' }).first().click());
  });

  await test.step('it is opened once, and stays open', async () => {
    await set.getByRole('button', { name: 'Open the test set' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Not yet' }).click();
    await expect(set.getByText('set aside and locked', { exact: false })).toBeVisible();
    await set.getByRole('button', { name: 'Open the test set' }).click();
    await page.getByRole('button', { name: 'Open it now, once' }).click();
    await expect(set.getByText(/^Opened on .*, once\.$/)).toBeVisible();
    await expect(set.getByText(/^On these \d test pictures/)).toBeVisible();
    await expect(page.locator('.thumb[data-side="test"]').first().locator('img')).toBeAttached();
    await expect(set.getByRole('row', { name: /^with dropout/ })).toContainText('%');
    await expect(set.getByRole('button', { name: 'Open the test set' })).toHaveCount(0);
    await axeFindsNothing(page, '#mistakes');
    await expect(page.locator('#work').getByText(/Test set opened .*On these \d test pictures/)).toBeVisible();
    const said = await set.locator('.measure-verdict').first().textContent();
    await train(page, () => page.getByRole('button', { name: 'Train', exact: true }).first().click());
    await expect(set.getByText('You have trained again since.', { exact: false })).toBeVisible();
    await expect(set.getByText(said ?? '', { exact: true })).toBeVisible();
    await expect(set.getByRole('button', { name: 'Open the test set' })).toHaveCount(0);
  });

  await test.step('put back, it is not drawn again', async () => {
    await set.getByRole('button', { name: 'Put it back among the pictures' }).click();
    await expect(station(page).getByText(/\(\d came back from the test set\)/)).toBeVisible();
    await expect(set.getByText('That opening stays in the log.', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(set.getByText(/^Opened on .*, once\.$/)).toBeVisible();
    await expect(set.getByRole('button', { name: 'Open the test set' })).toHaveCount(0);
  });
});
