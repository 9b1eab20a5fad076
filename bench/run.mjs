// `npm run bench`: runs the harness page's benches in Chromium, prints a table and writes bench/results.json.
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { chromium } from 'playwright';
import { findBrowser } from '../scripts/browser.mjs';
import { benchApp } from './app.mjs';
import { serveHarness } from './serve.mjs';
import { benchVisits } from './visits.mjs';

const args = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  // WebGPU in software, where there is no card for it either.
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
];
const isRoot = process.getuid?.() === 0;

const harness = await serveHarness();
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: isRoot ? [...args, '--no-sandbox'] : args,
});
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(harness.url);
  await page.waitForFunction(() => 'lab' in window);
  const only = process.argv.slice(2);
  const names = (await page.evaluate(() => Object.keys(window.lab.benches))).filter(
    (name) => only.length === 0 || only.includes(name),
  );
  const rows = [];
  for (const name of names) {
    console.log(`Measuring: ${name} ...`);
    const measured = await page.evaluate((name) => window.lab.benches[name](), name);
    rows.push(...measured.map(judged));
  }
  if (only.length === 0 || only.includes('app')) {
    console.log('Measuring: app ...');
    rows.push(...(await benchApp(browser)).map(judged));
  }
  if (only.length === 0 || only.includes('visits')) {
    console.log('Measuring: visits ...');
    rows.push(...(await benchVisits(browser)).map(judged));
  }
  console.table(rows.map(printed));
  const results = {
    machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), browser: browser.version() },
    date: new Date().toISOString(),
    rows,
  };
  if (only.length === 0)
    await writeFile(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
  const missed = rows.filter(({ reached }) => reached === false);
  if (missed.length > 0) console.error(`Not reached: ${missed.map(({ name }) => name).join('; ')}`);
  process.exitCode = missed.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await harness.close();
}

function judged(row) {
  const ratio = row.against ? row.value / row.against.value : null;
  if (!row.target) return { ...row, ratio, reached: null };
  const reached = 'below' in row.target ? row.value < row.target.below : ratio >= row.target.atLeast;
  return { ...row, ratio, reached };
}

function printed({ name, value, unit, against, ratio, target, reached }) {
  const goal = !target ? '' : 'below' in target ? `< ${target.below}` : `>= ${target.atLeast} x`;
  return {
    what: name,
    value: `${value.toFixed(1)} ${unit}`,
    against: against ? `${against.value.toFixed(1)} (${against.name})` : '',
    ratio: ratio === null ? '' : `${ratio.toFixed(2)} x`,
    target: goal,
    reached: reached === null ? '' : reached ? 'yes' : 'NO',
  };
}
