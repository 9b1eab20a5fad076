import { expect, type Page } from '@playwright/test';
import { axeFindsNothing } from './fixtures/axe';
import { linkTo, test } from './fixtures/lab';
import { serveSmallSample } from './fixtures/smallSample';

test.use({ viewport: { width: 1280, height: 720 } });

const stage = (page: Page) => page.getByRole('dialog', { name: 'Presenter’s view' });
const control = (page: Page, name: string) => stage(page).getByRole('button', { name, exact: true });
const press = (page: Page, ...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

/** The epoch in the headline. */
async function epochShown(page: Page): Promise<number> {
  const words = await stage(page)
    .getByText(/^epoch \d+$/)
    .first()
    .textContent();
  return Number(words?.replace(/\D/g, ''));
}

/** Opens a set-up by its digit, before there are any pictures. */
async function opened(page: Page, digit: string): Promise<void> {
  await serveSmallSample(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(linkTo({ engine: 'wasm', page: 'present' }));
  await expect(control(page, 'Load the built-in set')).toBeFocused();
  await press(page, digit);
  await expect(control(page, 'Train')).toBeVisible();
}

test('a lesson is given by keyboard: train, pause, step, go back, freeze, spotlight, end', async ({ page }) => {
  await opened(page, '2');
  await expect(stage(page).getByText('Ten pictures of each class are learned from', { exact: false })).toBeVisible();
  await expect(control(page, 'Train')).toBeFocused();

  // There is nothing to predict from before it starts; then the room predicts.
  await press(page, 'z');
  await expect(stage(page).getByText('There is nothing to freeze yet', { exact: false })).toBeVisible();
  await press(page, 'Space');
  await expect(control(page, 'Pause')).toBeVisible();
  await press(page, 'z');
  await expect(stage(page).getByText('What happens next?', { exact: true })).toBeVisible();
  await expect(
    stage(page).getByText(/^(Nothing is shown yet|Shown up to epoch \d+)\. The training is at epoch [1-9]/),
  ).toBeVisible();
  await press(page, 'Space');
  await expect(control(page, 'Go on')).toBeVisible();
  await press(page, 'z');
  await expect(stage(page).getByText('What happens next?', { exact: true })).toBeHidden();
  const epoch = await epochShown(page);
  expect(epoch).toBeGreaterThan(0);
  await expect(stage(page).getByText('validation', { exact: true })).toHaveCount(2);

  await press(page, 'ArrowRight');
  await expect.poll(() => epochShown(page)).toBe(epoch + 1);
  await press(page, 'ArrowLeft');
  expect(await epochShown(page)).toBe(epoch);
  await press(page, 'Home');
  expect(await epochShown(page)).toBe(1);
  await press(page, 'End');
  expect(await epochShown(page)).toBe(epoch + 1);

  await press(page, 's', 's');
  await expect(stage(page).getByText('Validation accuracy with dropout', { exact: true })).toBeVisible();
  await expect(stage(page).getByText('Validation accuracy without dropout', { exact: true })).toBeHidden();
  await press(page, 'l');
  await expect(stage(page).getByText('Validation loss with dropout', { exact: true })).toBeVisible();
  await press(page, 's', 's', 's', 'l');

  // A set-up waits for the training that is under way, which is not lost.
  await press(page, '3');
  await expect(stage(page).getByText('Big head is set up for the next training', { exact: false })).toBeVisible();
  expect(await epochShown(page)).toBe(epoch + 1);
  await press(page, 'x');
  await expect(stage(page).getByText('Big head', { exact: true })).toBeVisible();
  await press(page, 'ArrowLeft');
  await expect(stage(page).getByText(/^After \d+ of 60 epochs: /)).toBeVisible();
  await press(page, '9');
  await expect(stage(page).getByText('There is no set-up 9', { exact: false })).toBeVisible();
});

test('a countdown starts the training, and one over a training lifts the freeze at its end', async ({ page }) => {
  await opened(page, '1');
  await press(page, '-', '-', '-', '-', '-', 'c');
  const clock = stage(page).getByRole('timer');
  await expect(clock).toContainText('then the training starts');
  await press(page, 'a');
  await expect(clock).toContainText('then nothing happens');
  await press(page, 'a');
  await expect(control(page, 'Pause')).toBeVisible();
  await expect(clock).toBeHidden();

  await press(page, 'c');
  await expect(stage(page).getByText('What happens next?', { exact: true })).toBeVisible();
  await expect(clock).toContainText('then the curves are revealed');
  await expect(stage(page).getByText('What happens next?', { exact: true })).toBeHidden();
  await expect(control(page, 'Train again')).toBeVisible();
  await expect(control(page, 'Train again')).toBeFocused();
});

test('it is opened from the menu and left with Esc, and nothing behind it can be reached', async ({ page }) => {
  await page.goto(linkTo({ engine: 'wasm' }));
  const menu = page.getByRole('button', { name: 'Learn and teach' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Present to a room' }).click();
  await expect(control(page, 'Load the built-in set')).toBeFocused();
  const reached = new Set<string>();
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    reached.add(
      await page.evaluate(() => {
        const active = document.activeElement;
        const inside = active?.closest('[role="dialog"]');
        return active === document.body ? 'the browser' : inside ? 'the view' : (active?.outerHTML ?? 'nothing');
      }),
    );
  }
  expect([...reached].toSorted()).toEqual(['the browser', 'the view']);

  await control(page, 'Load the built-in set').focus();
  await press(page, '?');
  const list = page.getByRole('dialog', { name: 'Keys' });
  await expect(list).toBeVisible();
  await expect(list.getByText('Blanks the screen, and shows it again.')).toBeVisible();
  await press(page, 'Escape');
  await expect(list).toBeHidden();
  await expect(control(page, 'Load the built-in set')).toBeFocused();
  await press(page, 'b');
  await expect(page.getByRole('button', { name: 'Blank. Press B', exact: false })).toBeVisible();
  await press(page, 'b', 'Escape');
  await expect(stage(page)).toBeHidden();
  await expect(menu).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Compare', exact: true })).toBeVisible();
});

test('axe finds nothing in it, and nothing is cut off on a projector or breaks on a phone', async ({ page }) => {
  await opened(page, '2');
  await axeFindsNothing(page);
  await press(page, 'Space');
  await expect(control(page, 'Pause')).toBeVisible();
  await press(page, 'Space', 'z', 'c');
  await axeFindsNothing(page);
  await press(page, 'c', 'z', 's', 'o');
  await axeFindsNothing(page);
  await press(page, '?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await axeFindsNothing(page);
  await press(page, 'Escape', 'u');
  await expect(page.getByRole('dialog', { name: 'Set-ups' })).toBeVisible();
  await axeFindsNothing(page);
  await press(page, 'Escape');

  const overflow = () =>
    stage(page).evaluate((view) => ({
      across: view.scrollWidth - view.clientWidth,
      down: view.scrollHeight - view.clientHeight,
    }));
  expect(await overflow()).toEqual({ across: 0, down: 0 });
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(async () => (await overflow()).across).toBe(0);
  for (const button of await stage(page).getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), await button.innerText()).toBeGreaterThanOrEqual(44);
  }
});
