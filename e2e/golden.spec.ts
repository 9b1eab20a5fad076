import { expect, test } from '@playwright/test';
import { serveHarness } from '../bench/serve.mjs';
import { goldenTolerance, goldens } from './fixtures/golden';

let harness: Awaited<ReturnType<typeof serveHarness>>;

test.beforeAll(async () => {
  harness = await serveHarness();
});

test.afterAll(() => harness.close());

test.beforeEach(async ({ page }) => {
  await page.goto(harness.url);
  await page.waitForFunction(() => 'lab' in window);
});

const started = { phase: 'warm-up', done: 18, total: 18 };
const bytes = 4030290;

test('known pictures give known features on WASM', async ({ page }) => {
  const { reports, progress, errors } = await page.evaluate(() => window.lab.goldenErrors('wasm'));
  expect(reports).toEqual([expect.objectContaining({ engine: 'wasm' })]);
  expect(errors).toHaveLength(goldens.length);
  expect(Math.max(...errors)).toBeLessThan(goldenTolerance);
  expect(progress.findLast(({ phase }) => phase === 'download')).toMatchObject({ loaded: bytes });
  expect(progress.at(-1)).toEqual(started);
});

test('automatic takes WASM where WebGL is software, and says so', async ({ page }) => {
  const { reports } = await page.evaluate(() => window.lab.goldenErrors('auto'));
  expect(reports[0]).toMatchObject({ engine: 'wasm', renderer: expect.stringContaining('SwiftShader') });
  expect(reports[0]?.reason).toContain('in software');
});

test('known pictures give known features on WebGL; also after its context is lost, and on WASM after the second loss', async ({
  page,
}) => {
  // Software draws several pictures a second at best.
  test.slow();
  const { reports, progress, errors } = await page.evaluate(() => window.lab.goldenErrorsOverLosses());
  expect(progress.findLast(({ phase }) => phase === 'download')).toMatchObject({ loaded: bytes });
  expect(progress.at(-1)).toEqual(started);
  expect(reports.map(({ engine }) => engine)).toEqual(['webgl', 'webgl', 'wasm']);
  expect([errors.before.length, errors.once.length, errors.twice.length]).toEqual([goldens.length, 2, 2]);
  for (const some of Object.values(errors)) expect(Math.max(...some)).toBeLessThan(goldenTolerance);
});
