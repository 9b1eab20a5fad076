// Row (c): the page's own thread in the built app, while the built-in set is extracted and while 40 runs train.
import { pageOf } from './page.mjs';

const link = '#v=1&sample=animals-food-vehicles&seeds=20&run=1';

/** Rows for the table. `browser` is Playwright's; the app must have been built. */
export async function benchApp(browser) {
  const { page, address, close } = await pageOf(browser);
  try {
    await page.addInitScript(() => {
      window.longTasks = [];
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration });
      }).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(`${address}${link}`);
    const now = () => page.evaluate(() => performance.now());
    await page.getByText(/^Turning pictures into features$/).waitFor({ timeout: 120_000 });
    const extracting = await now();
    await page.getByText('324 pictures, 120 features each').waitFor({ timeout: 120_000 });
    const training = await now();
    await page.getByText('Finished.').waitFor({ timeout: 240_000 });
    const end = await now();
    const tasks = await page.evaluate(() => window.longTasks);
    const longest = (from, to) =>
      Math.max(0, ...tasks.filter((t) => t.startTime >= from && t.startTime < to).map((t) => t.duration));
    const row = (what, from, to) => ({
      name: `(c) longest main-thread task in the app, ${what}`,
      value: longest(from, to),
      unit: 'ms',
      target: { below: 50 },
    });
    const speed = /([\d,]+) run-steps/.exec(await page.getByRole('main').innerText())?.[1] ?? '0';
    return [
      row('extracting', extracting, training),
      row('training 40 runs', training, end),
      {
        name: 'the built-in set, 40 runs x 60 epochs, in the app',
        value: Number(speed.replaceAll(',', '')),
        unit: 'run-steps/s',
        target: null,
      },
      {
        name: 'from the link to the verdict',
        value: end / 1000,
        unit: 's',
        target: null,
      },
    ];
  } finally {
    await close();
  }
}
