import { expect, test } from '@playwright/test';
import { serveHarness } from '../bench/serve.mjs';
import { goldenTolerance } from './fixtures/golden';

let harness: Awaited<ReturnType<typeof serveHarness>>;

test.beforeAll(async () => {
  harness = await serveHarness();
});

test.afterAll(() => harness.close());

test.beforeEach(async ({ page }) => {
  await page.goto(harness.url);
  await page.waitForFunction(() => 'lab' in window);
});

for (const engine of ['wasm', 'webgl'] as const) {
  test(`known pictures give known features on ${engine}`, async ({ page }) => {
    const { reports, progress, errors } = await page.evaluate((choice) => window.lab.goldenErrors(choice), engine);
    expect(reports).toEqual([expect.objectContaining({ engine })]);
    expect(Math.max(...errors)).toBeLessThan(goldenTolerance);
    expect(progress.findLast(({ phase }) => phase === 'download')).toMatchObject({ loaded: 4030290 });
    expect(progress.at(-1)).toEqual({ phase: 'warm-up', done: 18, total: 18 });
  });
}

test('automatic takes WASM where WebGL is software, and says so', async ({ page }) => {
  const { reports } = await page.evaluate(() => window.lab.goldenErrors('auto'));
  expect(reports[0]).toMatchObject({ engine: 'wasm', renderer: expect.stringContaining('SwiftShader') });
  expect(reports[0]?.reason).toContain('in software');
});

test('a lost WebGL context is rebuilt, and gives way to WASM when it is lost again; the features are right', async ({
  page,
}) => {
  test.slow();
  const { reports, errors } = await page.evaluate(() => window.lab.goldenErrorsAfterLosses());
  expect(reports.map(({ engine }) => engine)).toEqual(['webgl', 'webgl', 'wasm']);
  expect(errors.once).toHaveLength(2);
  expect(Math.max(...errors.once)).toBeLessThan(goldenTolerance);
  expect(errors.twice).toHaveLength(2);
  expect(Math.max(...errors.twice)).toBeLessThan(goldenTolerance);
});
