import { writeFile } from 'node:fs/promises';
import { expect, type Locator } from '@playwright/test';
import { badInputs, type BadInput } from './fixtures/bad-inputs';
import { addPictures, linkTo, test } from './fixtures/lab';
import { stripedFiles } from './fixtures/pictures';

test('bad input gets a sentence each, and what is there stays', async ({ page }, info) => {
  test.setTimeout(400_000);
  const cases = await badInputs();
  expect(cases.length).toBeGreaterThanOrEqual(25);
  const alone = cases.filter((each) => each.alone);
  const refused = cases.filter((each) => !each.alone && each.expect !== 'accepted');
  const taken = cases.filter((each) => !each.alone && each.expect === 'accepted');
  const filesOf = (some: readonly BadInput[]) => some.flatMap(({ files }) => files);
  // So that each of them can be told by its name.
  const names = filesOf([...refused, ...taken]).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);

  // A base that waits to be asked for: taking the features of a thousand pictures is not what this is about.
  await page.goto(linkTo({ base: 'mobilenet-v1-0.25' }));
  const isThere = (count: number) =>
    expect(page.getByText(`${count.toLocaleString('en')} of at most 2,000 pictures`, { exact: false })).toBeVisible();
  const isTold = () => expect(page.getByText(/^(No picture|[\d,]+ pictures?) added/)).toBeVisible();
  const skipped = page.getByRole('list', { name: 'Skipped' });
  const dismiss = page.getByRole('button', { name: 'Dismiss the report' });
  const bringOwn = async () => {
    await addPictures(page).setInputFiles(stripedFiles('warm', 3));
    await isThere(3);
    await dismiss.click();
  };
  await bringOwn();

  await test.step('what is no picture: a line each', async () => {
    const [large, small] = [filesOf(refused).filter(isLarge), filesOf(refused).filter((each) => !isLarge(each))];
    const lines: string[] = [];
    const bring = async (count: string, files: Parameters<Locator['setInputFiles']>[0]) => {
      await addPictures(page).setInputFiles(files);
      await expect(page.getByText(`No picture added, ${count} skipped.`)).toBeVisible();
      // A long list is folded.
      if (!(await skipped.isVisible())) await page.getByText(/^Skipped \(/).click();
      const more = page.getByRole('button', { name: /^Show more/ });
      while ((await more.count()) > 0) await more.click();
      lines.push(...(await skipped.getByRole('listitem').allTextContents()));
      await isThere(3);
      await dismiss.click();
    };
    await bring(`${small.length} files`, small);
    // What is large goes by its path: Playwright would carry it through its own connection.
    const paths = large.map(({ name }) => info.outputPath(name));
    for (const [i, { buffer }] of large.entries()) await writeFile(paths[i] ?? '', buffer);
    await bring('1 file', paths);
    expect(lines).toHaveLength(refused.length);
    for (const { name, files, expect: sentence } of refused) {
      const own = lines.filter((line) => files.some((each) => line.startsWith(each.name)));
      expect(own, name).toEqual([expect.stringMatching(sentence)]);
    }
  });

  await test.step('what is unusual comes in', async () => {
    await addPictures(page).setInputFiles(filesOf(taken));
    await expect(page.locator('.report')).toContainText(`${taken.length} pictures added.`, { timeout: 20_000 });
    await expect(skipped).toHaveCount(0);
    await isThere(3 + taken.length);
    for (const { name } of filesOf(taken)) await expect(page.getByRole('button', { name }), name).toHaveCount(1);
    await dismiss.click();
  });

  for (const bad of alone) {
    await test.step(bad.name, async () => {
      await page.getByRole('button', { name: 'Delete all' }).click();
      await isThere(0);
      await bringOwn();
      await addPictures(page).setInputFiles([...bad.files]);
      await isTold();
      if (bad.expect === 'accepted') await expect(skipped).toHaveCount(0);
      else await expect(page.getByText(bad.expect).first()).toBeAttached();
      // What was there stays, and so many came on top.
      await isThere(3 + bad.pictures);
      await dismiss.click();
    });
  }
});

const isLarge = ({ buffer }: { readonly buffer: Buffer }) => buffer.length > 10e6;
