import { expect } from '@playwright/test';
import { badInputs } from './fixtures/bad-inputs';
import { addPictures, test } from './fixtures/lab';
import { stripedFiles } from './fixtures/pictures';

test('bad input gets a sentence each, and what is there stays', async ({ page }) => {
  test.setTimeout(300_000);
  const cases = await badInputs();
  expect(cases.length).toBeGreaterThanOrEqual(25);
  await page.goto('./');
  await addPictures(page).setInputFiles(stripedFiles('warm', 3));
  const report = page.getByText(/^(No picture|[\d,]+ pictures?) added/);
  for (const bad of cases) {
    await test.step(bad.name, async () => {
      await expect(page.getByText('of at most 2,000 pictures', { exact: false })).toBeVisible();
      await page.getByRole('button', { name: 'Dismiss the report' }).click();
      await addPictures(page).setInputFiles([...bad.files]);
      await expect(report).toBeVisible({ timeout: 60_000 });
      const said = page.getByRole('list', { name: /Skipped/ });
      if (bad.expect === 'accepted') await expect(said).toHaveCount(0);
      else await expect(page.locator('body')).toContainText(bad.expect);
      await expect(page.getByRole('list', { name: /Pictures of/ }).first()).toBeVisible();
    });
  }
  await expect(page.getByRole('button', { name: /warm-0\.png/ }).first()).toBeVisible();
});
