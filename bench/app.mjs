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
    await wait(page, '.base-headline', 'Turning pictures into features');
    const extracting = await now();
    await wait(page, '.base-headline', '324 pictures, 120 features each');
    const training = await now();
    await page.locator('.train-bar[data-phase="finished"]').waitFor({ timeout: 240_000 });
    const end = await now();
    const tasks = await page.evaluate(() => window.longTasks);
    const rowsOf = (what, from, to) => {
      const long = tasks.filter((t) => t.startTime >= from && t.startTime < to).map((t) => t.duration);
      return [
        {
          name: `(c) longest main-thread task in the app, ${what}`,
          value: Math.max(0, ...long),
          unit: 'ms',
          target: { below: 50 },
        },
        { name: `main-thread tasks over 50 ms in the app, ${what}`, value: long.length, unit: 'tasks', target: null },
      ];
    };
    const speed = /([\d,]+) run-steps/.exec(await page.getByRole('main').innerText())?.[1] ?? '0';
    return [
      ...rowsOf('bringing the built-in set in', 0, extracting),
      ...rowsOf('extracting', extracting, training),
      ...rowsOf('training 40 runs', training, end),
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

/** Looks at one element a few times a second: a search through all of the page's text is a long task itself. */
const wait = (page, selector, words) =>
  page.waitForFunction(
    ([where, what]) => document.querySelector(where)?.textContent.startsWith(what),
    [selector, words],
    { polling: 100, timeout: 240_000 },
  );
