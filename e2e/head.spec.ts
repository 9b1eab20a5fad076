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

for (const engine of ['wasm', 'webgl'] as const) {
  test(`a training goes on from a checkpoint on ${engine} as if there had been no break`, async ({ page }) => {
    const whole = await page.evaluate((engine) => window.lab.headCurves(engine, 4), engine);
    const resumed = await page.evaluate((engine) => window.lab.resumedCurves(engine, 4, 2), engine);
    expect(resumed).toEqual(whole);
  });
}

test('a WebGL context lost in the middle of a training costs no epoch: WASM goes on', async ({ page }) => {
  const reference = await page.evaluate(() => window.lab.headCurves('wasm', 8));
  const { reports, curves } = await page.evaluate(() => window.lab.headCurvesAfterLoss(8, 4));
  expect(reports.map(({ engine }) => engine)).toEqual(['webgl', 'wasm']);
  expect(reports[0]?.switched).toBeNull();
  // The epoch that was computed ahead when the context was lost may have been finished before.
  expect(reports[1]?.switched).toEqual({ epoch: expect.any(Number), from: 'webgl', reason: expect.any(String) });
  expect(reports[1]?.switched?.epoch).toBeGreaterThan(4);
  expect(reports[1]?.switched?.reason).toContain('the graphics card was lost');
  expect(reports[1]?.fingerprints).toEqual(reports[0]?.fingerprints);
  expect(curves.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  curves.forEach(({ runs }, e) =>
    runs.forEach(({ train, validation }, r) => {
      const expected = reference[e]?.runs[r];
      expect(Math.abs(train.loss - (expected?.train.loss ?? NaN))).toBeLessThan(1e-2);
      expect(Math.abs(validation.loss - (expected?.validation.loss ?? NaN))).toBeLessThan(1e-2);
    }),
  );
});
