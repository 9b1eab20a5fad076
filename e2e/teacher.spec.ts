import { expect } from '@playwright/test';
import { axeFindsNothing } from './fixtures/axe';
import { test } from './fixtures/lab';

const papers = [
  { title: 'Lesson plan, 45 minutes', says: 'Run B: some labels are wrong' },
  { title: 'Lesson plan, 90 minutes', says: 'Where transfer stops helping' },
  { title: 'Worksheet', says: 'Somebody says: “Dropout helps' },
  { title: 'Answer key', says: '83.9 % without and 83.0 % with dropout' },
  { title: 'For parents and IT', says: 'No accounts, no cookies, no tracking' },
] as const;

for (const { title, says } of papers) {
  test(`${title}: from the menu, on paper, and back`, async ({ page }) => {
    await page.goto('./');
    await page.getByRole('button', { name: 'Learn and teach' }).click();
    await page.getByRole('menuitem', { name: title }).click();
    const heading = page.getByRole('heading', { name: title, level: 2 });
    await expect(heading).toBeFocused();
    await expect(page.getByText(says, { exact: false }).first()).toBeVisible();
    await expect(page).toHaveTitle(`${title} · Transfer Lab`);
    await axeFindsNothing(page, 'html');

    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(heading).toBeVisible();
    await expect(page.getByText(says, { exact: false }).first()).toBeVisible();
    for (const other of [page.getByRole('banner'), page.getByRole('contentinfo'), page.getByRole('navigation')])
      await expect(other).toHaveCount(0);
    await expect(page.getByText('Back to the stations')).toBeHidden();
    // Black on white, in the dark scheme too.
    expect(await heading.evaluate((e) => getComputedStyle(e).color)).toBe('rgb(0, 0, 0)');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ media: 'screen' });

    await page.getByRole('link', { name: 'Back to the stations' }).click();
    await expect(page.getByRole('button', { name: 'Try it with the built-in set' })).toBeVisible();
    await expect(page).toHaveTitle('Transfer Lab');
  });
}

test('the print button prints', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await page.goto('./#page=worksheet');
  await page.getByRole('button', { name: 'Print this page' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed');
});

test('a link of a plan opens its set-up', async ({ page }) => {
  await page.goto('./#page=plan-45');
  await page.getByRole('link', { name: 'Run B: three labels in ten are wrong' }).click();
  await expect(page.getByLabel('Wrong labels', { exact: true })).toHaveValue('0.3');
  await expect(page.getByRole('link', { name: 'Back to the stations' })).toHaveCount(0);
});
