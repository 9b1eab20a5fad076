import { expect } from '@playwright/test';
import { badInputs } from './fixtures/bad-inputs';
import { addPictures, test } from './fixtures/lab';
import { stripedFiles } from './fixtures/pictures';

test('bad input gets a sentence each, and what is there stays', async ({ page }) => {
  test.setTimeout(400_000);
  const cases = await badInputs();
  expect(cases.length).toBeGreaterThanOrEqual(25);
  await page.goto('./');
  const isThere = (count: number) =>
    expect(page.getByText(`${count.toLocaleString('en')} of at most 2,000 pictures`, { exact: false })).toBeVisible();
  const dismiss = page.getByRole('button', { name: 'Dismiss the report' });
  let there = 0;
  for (const bad of cases) {
    await test.step(bad.name, async () => {
      if (there === 0) {
        await addPictures(page).setInputFiles(stripedFiles('warm', 3));
        await isThere(3);
        await dismiss.click();
      }
      await addPictures(page).setInputFiles([...bad.files]);
      await expect(page.getByText(/^(No picture|[\d,]+ pictures?) added/)).toBeVisible();
      const skipped = page.getByRole('list', { name: 'Skipped' });
      if (bad.expect === 'accepted') await expect(skipped).toHaveCount(0);
      else await expect(page.getByText(bad.expect).first()).toBeAttached();
      // What was there stays, and so many came on top.
      there = 3 + bad.pictures;
      await isThere(there);
      await dismiss.click();
      if (bad.pictures === 0) return;
      await page.getByRole('button', { name: 'Delete all' }).click();
      there = 0;
      await isThere(there);
    });
  }
});
