import { expect, type Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { pageIds, type PageId } from '../src/core/page';
import { axeFindsNothing } from './fixtures/axe';
import { linkTo, quick, test, trained } from './fixtures/lab';
import { sample, serveSmallSample } from './fixtures/smallSample';

/** Where a view is there: its heading. */
async function seen(page: Page, view: PageId): Promise<void> {
  const place =
    view === 'present'
      ? page.getByRole('dialog').first()
      : view === 'lab' || view === 'lessons' || view.startsWith('lesson-')
        ? page.locator(view === 'lab' ? '#pictures, .welcome' : 'aside h2, aside h3').first()
        : page.locator('main h2').first();
  await expect(place).toBeVisible();
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('axe finds nothing on any view, light or dark', async ({ page }) => {
  test.slow();
  await serveSmallSample(page);
  for (const view of pageIds.filter((id) => id !== 'lab')) {
    await page.goto(`./#page=${view}`);
    await page.reload();
    await seen(page, view);
    await axeFindsNothing(page);
  }
});

test('every view fits a window of 320 pixels, which is 1280 at 400 %', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 640 });
  await serveSmallSample(page);
  for (const view of pageIds) {
    await page.goto(`./#page=${view}`);
    await page.reload();
    await seen(page, view);
    expect(await sideways(page), view).toBe(0);
  }
  await page.goto(linkTo({ sample, ...quick, engine: 'wasm', run: 1 }));
  await trained(page);
  expect(await sideways(page)).toBe(0);
});

test('whatever is pressed is at least 24 pixels large, or stands apart', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 844 });
  await serveSmallSample(page);
  await page.goto(linkTo({ sample, ...quick, engine: 'wasm', run: 1 }));
  await trained(page);
  // The path stays in view and would lie over whatever the page happened to be scrolled to.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withRules('target-size').analyze();
  expect(violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' ')))).toEqual([]);
});

test('a training is told as it goes, for people who do not see it', async ({ page }) => {
  await serveSmallSample(page);
  await page.goto('./');
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    const note = () => {
      const words = [...document.querySelectorAll('output[aria-live]')].map((region) => region.textContent ?? '');
      for (const each of words) if (each !== '' && told.at(-1) !== each) told.push(each);
    };
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await page.evaluate(
    (hash) => (location.hash = hash),
    linkTo({ sample, seeds: 5, epochs: 200, engine: 'wasm', run: 1 }).slice(3),
  );
  await trained(page);
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  expect(told.join('\n')).toMatch(/Training has begun: 200 epochs, 5 seeds\./);
  expect(told.filter((words) => /^Epoch \d+ of 200\. Validation accuracy: /.test(words)).length).toBeGreaterThan(1);
  // At most each tenth of the epochs.
  expect(told.length).toBeLessThan(15);
  expect(told.at(-1)).toMatch(/^Training is done\. .*validation accuracy/);
});
