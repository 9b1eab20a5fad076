// `npm run bench:lessons`: runs every set-up of the lessons that a claim is about in the built app, with 40 seeds, and
// prints the constants of src/lessons/measured.ts. Ids of set-ups after it measure these alone.
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { findBrowser } from '../scripts/browser.mjs';
import { pageOf } from './page.mjs';

const seeds = Number(process.env['SEEDS'] ?? 40);
/** The longest of them trains from scratch. */
const patience = 3_600_000;

/** What starts each experiment on transfer, and what its card is called. */
const studies = {
  ways: ['Run the four ways', 'Four ways to learn the same pictures'],
  sizes: ['Train with few and with many', 'How many pictures does it take?'],
  cuts: ['Train a head on every block', 'Which layers are general?'],
  tuning: ['Fine-tune', 'Just a little more: fine-tuning'],
};

const vite = await createServer({ server: { middlewareMode: true, ws: false }, appType: 'custom', logLevel: 'error' });
const load = (path) => vite.ssrLoadModule(path);
const { lessons } = await load('/src/lessons/lessons.ts');
const { defaultsFor } = await load('/src/core/samples.ts');
const { formatLink } = await load('/src/core/link.ts');
const { trainingFigures } = await load('/src/lessons/foundInTraining.ts');
const { accuracyDifference, accuracyEstimate } = await load('/src/core/why/ways.ts');

const parts = lessons.flatMap((lesson) => lesson.parts);
const claims = parts.flatMap((part) => (part.kind === 'claim' ? [part.claim] : []));
const setUps = parts.flatMap((part) => (part.kind === 'set-up' ? [part.setUp] : []));
const asked = process.argv.slice(2);
/** Some chapters ask different things of the same run. */
const known = new Map();
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const setUp of setUps) {
    const wanted = [...new Set(claims.filter((claim) => claim.setUp === setUp.id).flatMap(({ figures }) => figures))];
    if (wanted.length === 0 || (asked.length > 0 && !asked.includes(setUp.id))) continue;
    const settings = { ...defaultsFor(setUp.sample), ...setUp.changes, seeds, engine: 'wasm' };
    const key = JSON.stringify([setUp.sample, settings, setUp.does]);
    const found = known.get(key) ?? (await run(setUp, settings));
    known.set(key, found);
    console.log(`  '${setUp.id}': {`);
    for (const name of wanted) {
      const e = found[name];
      if (!e) throw new Error(`${setUp.id} did not give ${name}.`);
      console.log(`    '${name}': [${[e.mean, e.low, e.high].map(rounded).join(', ')}],`);
    }
    console.log('  },');
  }
} finally {
  await browser.close();
  await vite.close();
}

async function run({ sample, does }, settings) {
  const { page, address, close } = await pageOf(browser);
  // The sweep's place is there once something was trained.
  await page.goto(`${address}${formatLink({ settings, sample }, does.does !== 'study')}`);
  const found = await { train: trained, study: studied, sweep: swept }[does.does](page, does);
  await close();
  return found;
}

async function trained(page, { asks }) {
  await page.getByText('Finished.').waitFor({ timeout: patience });
  const { runs, verdict } = await downloaded(page, 'Download JSON');
  // Runs stand arm by arm, as in an experiment.
  const history = runs[0].history.map(({ epoch }, e) => ({ epoch, runs: runs.map((run) => run.history[e]) }));
  return {
    ...trainingFigures(verdict, history),
    ...(asks === 'knock-out' && (await knockedOut(page))),
    ...(asks === 'similarity' && (await compared(page))),
  };
}

async function knockedOut(page) {
  await press(page, 'Run the knock-out test');
  const row = (await table(page, 'The test as a table')).find(([share]) => share === 50);
  const [, without, from, to, withDropout, fromWith, toWith, change, least, most] = row.map((value) => value / 100);
  return {
    'half/without': interval(without, from, to),
    'half/with': interval(withDropout, fromWith, toWith),
    'half/change': interval(change, least, most),
  };
}

async function compared(page) {
  await press(page, 'Compare the neurons');
  const [, without, from, to, withDropout, fromWith, toWith] = (await table(page, 'The charts as a table')).at(-1);
  const words = await page
    .getByText(/^(Here dropout made neurons|Here neurons are less alike|.*With dropout minus without)/)
    .allTextContents();
  const change = words.flatMap(
    (text) => text.match(/([+−][\d.]+) \(95.% interval ([+−][\d.]+) to ([+−][\d.]+)\)/) ?? [],
  );
  return {
    'alike/without': interval(without, from, to),
    'alike/with': interval(withDropout, fromWith, toWith),
    'alike/change': interval(...change.slice(1, 4).map((text) => Number(text.replace('−', '-')))),
  };
}

async function swept(page) {
  await page.getByText('Finished.').waitFor({ timeout: patience });
  await press(page, 'Train all ten rates');
  await page.getByRole('button', { name: 'Train all ten rates again' }).waitFor({ timeout: patience });
  const found = {};
  for (const row of await table(page, 'The rates as a table')) {
    const [rate, , , , validation, from, to, , gain, least, most] = row;
    found[`rate/${rate}`] = interval(validation / 100, from / 100, to / 100);
    found[`gain/${rate}`] = interval(gain / 100, least / 100, most / 100);
  }
  return found;
}

async function studied(page, { study }) {
  const [action, title] = studies[study];
  await page.getByRole('button', { name: action, exact: true }).click({ timeout: patience });
  // Waiting by role looks at the whole page at every frame, which takes a core from what is measured.
  const again = page.getByRole('button', { name: `${action} again` });
  for (const from = Date.now(); !(await again.isVisible()); await page.waitForTimeout(2000))
    if (Date.now() - from > patience) throw new Error(`${title} took too long.`);
  const report = await downloaded(page, `Download JSON: ${title}`);
  const origin = { trials: report.seeds };
  const estimate = (accuracies) => accuracyEstimate(accuracies, origin);
  const found = {};
  if (study === 'ways') {
    const of = (way) =>
      report.lines
        .find((line) => line.way === way)
        .history.at(-1)
        .runs.map((run) => run.validation.accuracy);
    for (const { way } of report.lines) {
      found[`way/${way}`] = estimate(of(way));
      if (way !== 'pretrained') found[`advantage/${way}`] = accuracyDifference(of(way), of('pretrained'), origin);
    }
  }
  if (study === 'sizes')
    for (const { way, perClass, accuracies } of report.points) found[`size/${way}/${perClass}`] = estimate(accuracies);
  if (study === 'cuts') {
    for (const { block, accuracies } of report.points) found[`cut/${block}`] = estimate(accuracies);
    if (report.pixels) found['cut/pixels'] = estimate(report.pixels);
  }
  if (study === 'tuning')
    for (const [k, side] of ['without', 'with'].entries()) {
      const last = report.history.at(-1).runs.map((run) => run.validation.accuracy);
      const [frozen, tuned] = [k, k + 2].map((arm) => last.slice(arm * seeds, (arm + 1) * seeds));
      found[`frozen/${side}`] = estimate(frozen);
      found[`tuned/${side}`] = estimate(tuned);
      found[`tuning/${side}`] = accuracyDifference(frozen, tuned, origin);
    }
  return found;
}

async function press(page, name) {
  await page.getByRole('button', { name, exact: true }).click({ timeout: patience });
}

async function downloaded(page, name) {
  const download = page.waitForEvent('download');
  await press(page, name);
  return JSON.parse(await readFile(await (await download).path(), 'utf8'));
}

/** The rows of a folded table, each as its numbers in order; header cell first. */
async function table(page, summary) {
  await page.getByText(summary, { exact: true }).click({ timeout: patience });
  const details = page.locator('details', { has: page.getByText(summary, { exact: true }) });
  const rows = await details.locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator('th, td').allTextContents();
      return cells.flatMap((text) => text.replaceAll('−', '-').match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
    }),
  );
}

function interval(mean, low, high) {
  return { mean, low, high };
}

function rounded(value) {
  return Number(value.toFixed(4));
}
