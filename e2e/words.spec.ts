import { expect } from '@playwright/test';
import { axeFindsNothing } from './fixtures/axe';
import { test } from './fixtures/lab';

const dropout = 'In training, units are switched off at random';

test('a term says what it means on hover, focus and tap, and Escape closes it', async ({ page }) => {
  await page.goto('./');
  const word = page.getByRole('main').getByRole('button', { name: 'dropout', exact: true }).first();
  const card = page.getByRole('tooltip').filter({ hasText: dropout });
  await word.hover();
  await expect(card).toBeVisible();
  // It stays while the pointer is on it, and goes when it has left both.
  await card.hover();
  await expect(card).toBeVisible();
  await page.mouse.move(700, 600);
  await expect(card).toHaveCount(0);
  // Escape closes it without moving the pointer.
  await word.hover();
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await page.mouse.move(700, 600);

  await word.focus();
  await expect(card).toBeVisible();
  await expect(word).toHaveAccessibleDescription(new RegExp(dropout));
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(word).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card).toBeVisible();
  await axeFindsNothing(page, '.lab-word-card');
  await page.keyboard.press('Tab');
  await expect(card).toHaveCount(0);
});

test.describe('by touch, on a narrow screen', () => {
  test.use({ hasTouch: true, viewport: { width: 320, height: 640 } });

  test('a tap opens a term, and one elsewhere closes it', async ({ page }) => {
    await page.goto('./');
    const word = page.getByRole('main').getByRole('button', { name: 'classes', exact: true }).first();
    const card = page.getByRole('tooltip');
    await word.tap();
    await expect(card).toBeVisible();
    const box = await card.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
    await page.getByText('Private by construction').tap();
    await expect(card).toHaveCount(0);
  });
});

test('all terms stand on one page, are found by name, and lead on', async ({ page }) => {
  await page.goto('./#page=words&word=epoch');
  await expect(page.locator('#word-epoch')).toBeFocused();
  await axeFindsNothing(page, 'main');
  const field = page.getByRole('searchbox', { name: 'Find a word' });
  const all = await page.locator('dl.lab-words dt').allTextContents();
  expect(all.length).toBeGreaterThan(50);
  expect(all).toEqual(all.toSorted(new Intl.Collator('en', { sensitivity: 'base', numeric: true }).compare));
  await field.fill('drop');
  await expect(page.getByText(new RegExp(`^\\d+ words of ${all.length}$`))).toBeVisible();
  await expect(page.locator('dl.lab-words dt').first()).toHaveText('Dropout');
  await field.fill('dropout rate');
  await page.locator('#word-dropout-rate').getByRole('link', { name: 'Dropout', exact: true }).click();
  await expect(page.locator('#word-dropout')).toBeFocused();
  await field.fill('no such word');
  await expect(page.getByText('There is no such word here.')).toBeVisible();
  await field.fill('');
  await page.locator('#word-gap').getByRole('link', { name: '4 Compare' }).click();
  await expect(page.locator('#compare')).toBeFocused();
  await expect(page.locator('#compare')).toBeInViewport();
});
