import { expect, test } from '@playwright/test';
import { serveHarness } from '../bench/serve.mjs';
import { goldenTolerance } from './fixtures/golden';

let harness: Awaited<ReturnType<typeof serveHarness>>;

test.beforeAll(async () => {
  harness = await serveHarness();
});

test.afterAll(() => harness.close());

test.beforeEach(async ({ page }) => {
  // Software draws several pictures a second at best.
  test.slow();
  await page.goto(harness.url);
  await page.waitForFunction(() => 'lab' in window);
});

test('known pictures give known features on WebGPU', async ({ page }) => {
  const { reports, errors } = await page.evaluate(() => window.lab.goldenErrors('webgpu'));
  expect(reports).toEqual([expect.objectContaining({ engine: 'webgpu', bits: 32 })]);
  expect(reports[0]?.reason).toContain('in software');
  expect(Math.max(...errors)).toBeLessThan(goldenTolerance);
});

test('automatic measures a graphics card against WASM, and tells the figures', async ({ page }) => {
  const { reports, progress, errors } = await page.evaluate(() => window.lab.goldenErrorsOn('card', 'auto'));
  expect(reports).toHaveLength(1);
  // The card is pretended, and slow.
  expect(reports[0]).toMatchObject({ engine: 'wasm', renderer: 'ANGLE (Pretended card)' });
  expect(reports[0]?.reason).toMatch(/^WASM runs: (about )?[\d.]+ pictures a second here.*, WebGL [\d.]+\.$/);
  expect(reports[0]?.measured.map(({ engine }) => engine)).toEqual(['wasm', 'webgl']);
  expect(progress.filter(({ phase }) => phase === 'measure')).toEqual([
    { phase: 'measure', engine: 'wasm' },
    { phase: 'measure', engine: 'webgl' },
  ]);
  expect(Math.max(...errors)).toBeLessThan(goldenTolerance);
});

test('automatic leaves a chip with 16-bit numbers', async ({ page }) => {
  const { reports, errors } = await page.evaluate(() => window.lab.goldenErrorsOn('float16', 'auto'));
  expect(reports).toEqual([expect.objectContaining({ engine: 'wasm', bits: 32 })]);
  expect(reports[0]?.reason).toContain('16-bit numbers');
  expect(Math.max(...errors)).toBeLessThan(goldenTolerance);
});

test('WebGL with 16-bit numbers runs if it is chosen, with a warning', async ({ page }) => {
  const { reports, errors } = await page.evaluate(() => window.lab.goldenErrorsOn('float16', 'webgl'));
  expect(reports).toEqual([expect.objectContaining({ engine: 'webgl', bits: 16 })]);
  expect(reports[0]?.reason).toContain('16-bit numbers');
  // It is what the warning says: last digits are lost, but not the picture.
  expect(Math.max(...errors)).toBeGreaterThan(goldenTolerance);
  expect(Math.max(...errors)).toBeLessThan(30 * goldenTolerance);
});

for (const limit of ['few-textures', 'little-memory'] as const) {
  test(`a card with too little memory gives way to WASM at once: ${limit}`, async ({ page }) => {
    const { reports, errors } = await page.evaluate((limit) => window.lab.goldenErrorsOn(limit, 'webgl'), limit);
    const [last] = reports.slice(-1);
    expect(last?.engine).toBe('wasm');
    expect(last?.reason).toBe('The graphics card has too little memory for this base, so WASM runs.');
    expect(reports.filter(({ engine }) => engine === 'webgl').length).toBeLessThan(2);
    expect(Math.max(...errors)).toBeLessThan(goldenTolerance);
  });
}

test('a page that would allow threads starts as well', async ({ page }) => {
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = {
      ...response.headers(),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    };
    await route.fulfill({ response, headers });
  });
  await page.goto(harness.url);
  await page.waitForFunction(() => 'lab' in window);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const { reports, errors } = await page.evaluate(() => window.lab.goldenErrors('wasm'));
  expect(reports).toEqual([expect.objectContaining({ engine: 'wasm' })]);
  expect(Math.max(...errors)).toBeLessThan(goldenTolerance);
});
