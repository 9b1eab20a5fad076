import { expect, test } from '@playwright/test';
import { serveHarness } from '../bench/serve.mjs';

let harness: Awaited<ReturnType<typeof serveHarness>>;

test.beforeAll(async () => {
  harness = await serveHarness();
});

test.afterAll(() => harness.close());

test.beforeEach(async ({ page }) => {
  await page.goto(harness.url);
  await page.waitForFunction(() => 'lab' in window);
});

test('twenty retrainings leave the number of tensors as it was', async ({ page }) => {
  const [first, last] = await page.evaluate(() => window.lab.retrained(20));
  expect(last).toBe(first);
});

for (const engine of ['webgl', 'cpu'] as const) {
  test(`the head learns the same on ${engine} as on WASM over the first epochs`, async ({ page }) => {
    const reference = await page.evaluate(() => window.lab.headCurves('wasm', 2));
    const curves = await page.evaluate((engine) => window.lab.headCurves(engine, 2), engine);
    expect(curves).toHaveLength(2);
    curves.forEach(({ runs }, e) =>
      runs.forEach(({ train, validation }, r) => {
        const expected = reference[e]?.runs[r];
        expect(Math.abs(train.loss - (expected?.train.loss ?? NaN))).toBeLessThan(1e-3);
        expect(Math.abs(validation.loss - (expected?.validation.loss ?? NaN))).toBeLessThan(1e-3);
      }),
    );
  });
}
