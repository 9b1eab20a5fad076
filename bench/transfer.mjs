// `npm run bench:transfer`: the experiments on transfer in the built app, on the built-in sets and on folders of photos,
// with 10 seeds. It prints what the page may claim of a set. Arguments: names of built-in sets, or paths of folders
// `train/<class>` and `validation/<class>`; without any, all built-in sets.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { findBrowser } from '../scripts/browser.mjs';
import { pageOf } from './page.mjs';

const seeds = Number(process.env['SEEDS'] ?? 10);
/** The longest of them trains from scratch with all pictures. */
const patience = 3_600_000;

const vite = await createServer({ server: { middlewareMode: true, ws: false }, appType: 'custom', logLevel: 'error' });
const { samples, defaultsFor } = await vite.ssrLoadModule('/src/core/samples.ts');
const { formatLink } = await vite.ssrLoadModule('/src/core/link.ts');
const { accuracyDifference, accuracyEstimate } = await vite.ssrLoadModule('/src/core/why/ways.ts');
const { zipBytes } = await vite.ssrLoadModule('/e2e/fixtures/zip.ts');
/** Intervals are the page's own: seeds that share validation pictures widen those of differences. */
let origin = { trials: [] };
const asked = process.argv.slice(2);
const sets = asked.length > 0 ? asked : samples.map(({ id }) => id);
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const set of sets) {
    const photos = existsSync(set) ? set : null;
    const { page, address, close } = await pageOf(browser);
    const settings = { ...defaultsFor(photos ? null : set), seeds, engine: 'wasm' };
    await page.goto(`${address}${formatLink({ settings, sample: photos ? null : set })}`);
    if (photos)
      await page
        .getByLabel('Add pictures')
        .first()
        .setInputFiles([await zipOf(photos)]);
    const run = async (action, title) => {
      await page.getByRole('button', { name: action, exact: true }).click({ timeout: patience });
      // Waiting by role looks at the whole page at every frame, which takes a core from what is measured.
      const again = page.getByRole('button', { name: `${action} again` });
      for (const from = Date.now(); !(await again.isVisible()); await page.waitForTimeout(3000))
        if (Date.now() - from > patience) throw new Error(`${title} took too long.`);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: `Download JSON: ${title}` }).click();
      return JSON.parse(await readFile(await (await download).path(), 'utf8'));
    };
    console.log(`\n## ${basename(set)}, ${seeds} seeds; validation accuracy in %, with 95 % intervals as on the page`);
    print('pictures per class', await run('Train with few and with many', 'How many pictures does it take?'), bySize);
    print('cut after block', await run('Train a head on every block', 'Which layers are general?'), byCut);
    print('fine-tuned', await run('Fine-tune', 'Just a little more: fine-tuning'), byTuning);
    await close();
  }
} finally {
  await browser.close();
  await vite.close();
}

function print(title, report, rows) {
  origin = { trials: report.seeds };
  console.log(`${title} (guessing ${(100 * report.chance).toFixed(1)})`);
  for (const row of rows(report)) console.log(`  ${row}`);
}

function bySize({ sizes, points }) {
  const of = (way, size) => points.find((point) => point.way === way && point.perClass === size).accuracies;
  return sizes.map((size) => {
    const ways = ['pretrained', 'random', 'scratch', 'pixels'].map((way) => `${way} ${words(of(way, size))}`);
    return `${size}: ${ways.join(' | ')} | pretrained - scratch ${difference(of('scratch', size), of('pretrained', size))}`;
  });
}

function byCut({ points, pixels }) {
  return [...points.map(({ block, accuracies }) => `${block + 1}: ${words(accuracies)}`), `pixels: ${words(pixels)}`];
}

function byTuning({ history, frozenEpochs, digests, unfrozen, settings }) {
  const of = (epoch, arm) =>
    history[epoch - 1].runs.slice(arm * seeds, (arm + 1) * seeds).map((run) => run.validation.accuracy);
  const last = history.length;
  return [0, 1].map((side) => {
    const [frozen, tuned] = [of(last, side), of(last, side + 2)];
    return (
      `${side === 0 ? 'without' : 'with'} dropout, ${unfrozen.length} block(s), rate x ${settings.tuneRate}: ` +
      `at unfreezing ${words(of(frozenEpochs, side))}, frozen ${words(frozen)}, tuned ${words(tuned)}, ` +
      `difference ${difference(frozen, tuned)}, frozen weights unchanged: ${digests.before === digests.after}`
    );
  });
}

function words(values) {
  return written(accuracyEstimate(values, origin));
}

/** Second minus first, seed by seed. */
function difference(first, second) {
  return written(accuracyDifference(first, second, origin));
}

function written(e) {
  const ends = e.kind === 'interval' ? ` [${(100 * e.low).toFixed(1)}, ${(100 * e.high).toFixed(1)}]` : '';
  return `${(100 * e.mean).toFixed(1)}${ends}`;
}

async function zipOf(folder) {
  const entries = ['train', 'validation'].flatMap((side) =>
    readdirSync(join(folder, side)).flatMap((name) =>
      readdirSync(join(folder, side, name)).map((file) => [
        `${basename(folder)}/${side}/${name}/${file}`,
        readFileSync(join(folder, side, name, file)),
      ]),
    ),
  );
  return { name: `${basename(folder)}.zip`, mimeType: 'application/zip', buffer: await zipBytes(entries) };
}
