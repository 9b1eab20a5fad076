import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test as unguarded, type Page } from '@playwright/test';
import { axeFindsNothing } from './fixtures/axe';
import { addPictures, featuresReady, linkTo, quick, test, trained } from './fixtures/lab';
import { stripedFiles } from './fixtures/pictures';
import { sample, serveSmallSample } from './fixtures/smallSample';

test('the first load is small and does without TensorFlow.js', async ({ page }) => {
  const loaded: string[] = [];
  page.on('response', (response) => loaded.push(response.url()));
  await page.goto('./');
  await expect(page.getByRole('button', { name: 'Try it with the built-in set' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const dist = join(import.meta.dirname, '../dist');
  const bytes = loaded
    .map((url) => new URL(url).pathname)
    .map((path) => readFileSync(join(dist, path === '/' ? 'index.html' : path)))
    .reduce((sum, file) => sum + gzipSync(file).length, 0);
  console.log(`first load: ${(bytes / 1024).toFixed(0)} KB gzipped, ${loaded.length} files`);
  expect(bytes).toBeLessThan(230 * 1024);
  expect(loaded.filter((url) => /worker|wasm|CompareSection|InsidePanels|WhyPanels/.test(url))).toEqual([]);
  // They exist, so that the line above can fail.
  const assets = readdirSync(join(dist, 'assets'));
  expect(assets.filter((name) => /\.worker-.*\.js$/.test(name))).toHaveLength(7);
  // What React draws is fetched by the first module, and counts; words in another language are not for this page.
  expect(loaded.filter((url) => /\/(start|first)-[^/]*\.js$/.test(url))).toHaveLength(2);
  expect(loaded.filter((url) => /\/es-[^/]*\.js$/.test(url))).toEqual([]);
  expect(assets.filter((name) => /^es-.*\.js$/.test(name))).toHaveLength(4);
});

/** The build as a plain static host would serve it, in a folder: no headers of ours. */
async function serveStatically(page: Page): Promise<void> {
  const dist = join(import.meta.dirname, '../dist');
  await page.route('**/school/lab/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/school/lab/', '') || 'index.html';
    await route.fulfill({ path: join(dist, path) });
  });
}

unguarded("the page's own policy keeps pages and workers on the origin", async ({ page, baseURL }) => {
  await serveStatically(page);
  const other = 'https://example.com/';
  await page
    .context()
    .route(`${other}**`, (route) =>
      route.fulfill({ body: 'reached', headers: { 'access-control-allow-origin': '*' } }),
    );
  const reached = () =>
    page.evaluate(async (url) => {
      const inPage = await fetch(url).then(
        () => true,
        () => false,
      );
      // As the app starts its workers: from a blob, so that they inherit the page's policy.
      const source = `fetch('${url}').then(() => postMessage(true), () => postMessage(false));`;
      const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), {
        type: 'module',
      });
      const inWorker = await new Promise((resolve) => {
        worker.addEventListener('message', (event) => resolve(event.data));
      });
      return { inPage, inWorker };
    }, other);
  await page.route('**/free.html', (route) => route.fulfill({ body: '<p>no policy</p>', contentType: 'text/html' }));
  await page.goto(`${baseURL}free.html`);
  expect(await reached()).toEqual({ inPage: true, inWorker: true });
  await page.goto(`${baseURL}school/lab/`);
  expect(await reached()).toEqual({ inPage: false, inWorker: false });
});

test('the page works from a sub-path', async ({ page, baseURL }) => {
  await serveStatically(page);
  await serveSmallSample(page, `${baseURL}school/lab/`);
  await page.goto(`${baseURL}school/lab/${linkTo({ sample, ...quick, engine: 'wasm', run: 1 }).slice(2)}`);
  await trained(page);
});

test('a link with values that cannot be used names them, and the rest works', async ({ page }) => {
  await page.goto(linkTo({ epochs: 9999, seeds: 3, colour: 'blue', sample: 'dogs' }));
  await expect(
    page.getByText('Epochs “9999” in the link is not a whole number from 1 to 500; 60 is used.'),
  ).toBeVisible();
  await expect(page.getByText('“colour” in the link is not known.')).toBeVisible();
  await expect(page.getByText('There is no built-in set named “dogs”', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Seeds', { exact: true })).toHaveValue('3');
});

test('axe finds nothing, light or dark', async ({ page }) => {
  test.slow();
  await serveSmallSample(page);
  await page.goto('./');
  await expect(page.getByRole('button', { name: 'Try it with the built-in set' })).toBeVisible();
  await axeFindsNothing(page, 'html');
  await page.goto(linkTo({ sample, ...quick, engine: 'wasm', run: 1 }));
  await trained(page);
  for (const name of ['Run the knock-out test', 'Compare the neurons', 'Answer with many masks', 'Train all ten rates'])
    await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('button', { name: 'Train all ten rates again' })).toBeVisible();
  await axeFindsNothing(page, 'html');
  await page.getByText('Predict with all').click();
  await page.getByText('Change since the start').click();
  await page.getByRole('button', { name: 'Few pictures' }).click();
  await page.getByText('More settings').click();
  await expect(page.getByText(/^Comes out (nearly )?even/)).toBeVisible();
  await axeFindsNothing(page, '#head');
  await axeFindsNothing(page, '#inside');
  await page.getByRole('button', { name: 'What differs between the two sides?' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await axeFindsNothing(page, '[role=dialog]');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Choose another base' }).first().click();
  await expect(page.getByRole('dialog', { name: 'Where the knowledge comes from' })).toBeVisible();
  await axeFindsNothing(page, '[role=dialog]');
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /\.jpg|\.png/ })
    .first()
    .click();
  await expect(page.getByRole('dialog').getByText('Side of the split', { exact: false })).toBeVisible();
  await axeFindsNothing(page, '[role=dialog]');
});

test('the whole job by keyboard', async ({ page }) => {
  await serveSmallSample(page);
  await page.goto(linkTo({ ...quick, engine: 'wasm' }));
  const reach = async (name: string) => {
    for (let presses = 0; presses < 120; presses++) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      if ((await focused.count()) > 0 && (await focused.evaluate((e) => e.textContent?.trim())) === name) return;
    }
    throw new Error(`“${name}” cannot be reached by keyboard.`);
  };
  await reach('Try it with the built-in set');
  await page.keyboard.press('Enter');
  await trained(page);
  await reach('What differs between the two sides?');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('pictures can be deleted, undone, moved and kept on a side', async ({ page }) => {
  await page.goto(linkTo({ engine: 'wasm' }));
  await addPictures(page).setInputFiles(stripedFiles('warm', 4));
  await page.getByRole('button', { name: 'Add a class' }).click();
  await addPictures(page).setInputFiles(stripedFiles('cold', 4));
  await featuresReady(page, 8);
  const thumbnail = page.getByRole('button', { name: /warm-0\.png/ });
  await thumbnail.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep in validation' }).click();
  await expect(page.getByRole('dialog').getByText('Side of the split: validation')).toBeVisible();
  await page.getByRole('dialog').getByLabel('Class').selectOption('Class 2');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(thumbnail).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(thumbnail).toHaveCount(1);
});
