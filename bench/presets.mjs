// `npm run bench:presets`: trains every preset on the built-in set in the built app, with 40 seeds, and prints what its
// description may claim. Names of presets after it measure these alone.
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { findBrowser } from '../scripts/browser.mjs';
import { pageOf } from './page.mjs';

const seeds = 40;
/** Two-sided 95 % quantile of Student's t with 39 degrees of freedom. */
const t = 2.0227;

const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' });
const { presets, presetSample, withPreset } = await vite.ssrLoadModule('/src/core/presets.ts');
const { defaultsFor } = await vite.ssrLoadModule('/src/core/samples.ts');
const { formatLink } = await vite.ssrLoadModule('/src/core/link.ts');
const only = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const preset of presets.filter(({ id }) => only.length === 0 || only.includes(id))) {
    const settings = { ...withPreset(defaultsFor(presetSample), preset), seeds, engine: 'wasm' };
    const { page, address, close } = await pageOf(browser);
    await page.goto(`${address}${formatLink({ settings, sample: presetSample }, true)}`);
    await page.getByText('Finished.').waitFor({ timeout: 1_800_000 });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download JSON', exact: true }).click();
    const { runs } = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    await close();
    const of = (arm, pick) => runs.filter((run) => run.arm === arm).map(({ history }) => pick(history.at(-1)));
    const sides = (pick) => [of('without dropout', pick), of('with dropout', pick)];
    const validation = sides((epoch) => epoch.validation.accuracy);
    const differences = validation[1].map((value, k) => value - validation[0][k]);
    console.log(preset.id, {
      training: sides((epoch) => epoch.train.accuracy).map(mean),
      validation: validation.map(mean),
      loss: sides((epoch) => epoch.validation.loss).map(mean),
      difference: [mean(differences), rounded((t * deviation(differences)) / Math.sqrt(seeds))],
      written: preset.measured,
    });
  }
} finally {
  await browser.close();
  await vite.close();
}

function mean(values) {
  return rounded(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function deviation(values) {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}

function rounded(value) {
  return Number(value.toFixed(3));
}
