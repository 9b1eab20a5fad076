import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Download, type Page } from '@playwright/test';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { axeFindsNothing } from './fixtures/axe';
import { addPictures, featuresReady, linkTo, test, trained } from './fixtures/lab';
import type { InputFile } from './fixtures/bad-inputs';
import { fileInputs } from './fixtures/hub';
import { layersModelFiles } from './fixtures/layersModel';
import { mobilenetFiles } from './fixtures/mobilenet';
import { stripedFiles } from './fixtures/pictures';
import { scanned } from './fixtures/scanned';

interface Expected {
  readonly features: readonly number[];
  readonly answers: readonly { readonly head: string; readonly probabilities: readonly number[] }[];
}

/** Unpacks a download into a folder, as a person does. */
async function unpacked(download: Download, folder: string): Promise<readonly string[]> {
  const reader = new ZipReader(new Uint8ArrayReader(new Uint8Array(await readFile(await download.path()))));
  const paths: string[] = [];
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    const path = join(folder, entry.filename);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await entry.getData(new Uint8ArrayWriter()));
    paths.push(entry.filename);
  }
  return paths;
}

/** The example page in a browser: it checks itself, then tells two kinds of stripes apart. */
async function classifies(page: Page, kinds: readonly ('warm' | 'cold')[]): Promise<void> {
  await expect(page.getByText(/^Self-check passed: the same answer as in Transfer Lab/)).toBeVisible();
  for (const kind of kinds) {
    const own = kind === 'warm' ? 'Class 1' : 'Class 2';
    await page.getByLabel('Picture:').setInputFiles(stripedFiles(kind, 9).slice(8));
    await expect(page.getByRole('status')).toHaveText(`${kind}-8.png: without dropout ${own}; with dropout ${own}.`);
  }
  if (kinds.length === 0) return;
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['without dropout', 'with dropout']);
  await expect(page.getByRole('img', { name: 'The picture as the base sees it' })).toBeVisible();
}

/** The example page as it is opened from a disk; on the processor, which needs no time to get ready. */
const fromDisk = (folder: string) => `${pathToFileURL(join(folder, 'index.html')).href}?engine=cpu`;

/** A card that is gone is not told as a picture that cannot be read. */
async function losesCard(page: Page): Promise<void> {
  const isOnCard = await page.evaluate(() => {
    interface Tf {
      backend: () => { readonly gpgpu?: { readonly gl: WebGLRenderingContext } };
    }
    const gl = (window as unknown as { tf: Tf }).tf.backend().gpgpu?.gl;
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
    return gl !== undefined;
  });
  // Where WebGL counts with 16 bits the page has chosen the processor.
  if (!isOnCard) return;
  await page.getByLabel('Picture:').setInputFiles(stripedFiles('cold', 1));
  await expect(page.getByRole('status')).toHaveText(/^cold-0\.png could be read, but .* Reload it\. Add \?engine=cpu/);
}

/** What is no picture is told as such; of two in quick succession the later one stays, although it is ready first. */
async function latestWins(page: Page): Promise<void> {
  const [cold] = stripedFiles('cold', 1);
  const noPicture = { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') };
  const status = page.getByRole('status');
  await page.getByLabel('Picture:').setInputFiles(noPicture);
  await expect(status).toHaveText('notes.png is no picture that this browser can read.');
  await page.evaluate(() => {
    const decode = window.createImageBitmap.bind(window);
    let calls = 0;
    const late = async (blob: Blob) => {
      const isFirst = calls++ === 0;
      const bitmap = await decode(blob);
      if (isFirst) {
        while (document.getElementById('status')?.textContent?.startsWith('cold') !== true)
          await new Promise((resolve) => setTimeout(resolve, 20));
        // Time enough for the first one's answer, if it were still wanted.
        document.title = 'the first is decoded';
      }
      return bitmap;
    };
    Object.assign(window, { createImageBitmap: late });
  });
  await page.getByLabel('Picture:').setInputFiles(stripedFiles('warm', 1));
  await page.getByLabel('Picture:').setInputFiles(cold ? [cold] : []);
  await expect(page).toHaveTitle('the first is decoded');
  // Whatever the first one still does is done on this thread before the next answer is.
  await page.waitForTimeout(500);
  await expect(status).toHaveText(/^cold-0\.png: without dropout Class 2/);
}

async function downloaded(page: Page, button: string): Promise<Download> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return waiting;
}

test('the model goes away and answers the same; the experiment goes as code, the set-up as a link', async ({
  page,
  context,
  browser,
  baseURL,
}, info) => {
  await page.goto(linkTo({ engine: 'wasm', seeds: 2, epochs: 12, lr: 0.01, hidden: 8, l2: 0.001 }));
  await addPictures(page).setInputFiles(stripedFiles('warm', 5));
  await page.getByRole('button', { name: 'Add a class' }).click();
  await addPictures(page).setInputFiles(stripedFiles('cold', 5));
  await featuresReady(page, 10);
  const folder = info.outputPath('model');
  const panel = page.getByRole('region', { name: 'Take the model away' });

  await test.step('the code is there before a training, and follows the settings', async () => {
    await expect(panel.getByText('There are no trained heads yet', { exact: false })).toBeVisible();
    const keras = await downloaded(page, 'Download the Keras script');
    expect(keras.suggestedFilename()).toBe('train_heads.py');
    const script = await readFile(await keras.path(), 'utf8');
    expect(script).toContain('LAYERS = ["expanded_conv_14_add"]');
    expect(script).toContain('kernel_regularizer=keras.regularizers.L2(0.001)');
    if (spawnSync('python3', ['--version']).status === 0)
      execFileSync('python3', ['-m', 'py_compile', await keras.path()]);
    await panel.getByText('TensorFlow.js code', { exact: true }).click();
    await panel.getByText('Read the code', { exact: true }).click();
    const code = panel.getByRole('region', { name: 'the TensorFlow.js code' });
    await expect(code).toContainText('const epochs = 12;');
    await page.getByLabel('Epochs', { exact: true }).fill('10');
    await expect(code).toContainText('const epochs = 10;');
  });

  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await trained(page);
  let paths: readonly string[] = [];
  await test.step('the ZIP has heads, base, example page, licences', async () => {
    await panel.getByLabel('Heads of experiment 1, seed').selectOption({ label: '2' });
    const zip = await downloaded(page, 'Download the model (ZIP)');
    expect(zip.suggestedFilename()).toBe('transfer-lab-model-seed-2.zip');
    paths = await unpacked(zip, folder);
    await expect(panel.getByText(/MB saved/)).toBeVisible();
    expect(paths.toSorted()).toEqual(files.toSorted());
  });

  await test.step('both heads, loaded in a fresh page, answer as the app did', async () => {
    const expected = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')) as Expected;
    // Another browser as it were, which has nothing of the app.
    const fresh = await browser.newContext();
    const other = await fresh.newPage();
    await fresh.route('**/taken/**', (route) =>
      route.fulfill({ path: join(folder, new URL(route.request().url()).pathname.replace('/taken/', '')) }),
    );
    await fresh.route('**/blank.html', (route) => route.fulfill({ body: '', contentType: 'text/html' }));
    await other.goto(`${baseURL}blank.html`);
    await other.addScriptTag({ url: '/taken/tf.min.js' });
    for (const { head, probabilities } of expected.answers) {
      const answer = await other.evaluate(
        async ({ head, features }) => {
          interface Tf {
            loadLayersModel: (
              url: string,
            ) => Promise<{ predict: (x: unknown) => { data: () => Promise<Float32Array> } }>;
            tensor2d: (values: readonly (readonly number[])[]) => unknown;
          }
          const { tf } = window as unknown as { tf: Tf };
          const model = await tf.loadLayersModel(`/taken/${head}/model.json`);
          return [...(await model.predict(tf.tensor2d([features])).data())];
        },
        { head, features: expected.features },
      );
      expect(answer).toHaveLength(2);
      for (const [i, value] of answer.entries()) expect(Math.abs(value - (probabilities[i] ?? NaN))).toBeLessThan(1e-4);
    }
    expect(expected.answers[0]?.probabilities).not.toEqual(expected.answers[1]?.probabilities);

    // From a server, as it is: on the graphics card, which is imitated here.
    await other.goto(`${baseURL}taken/index.html`);
    await classifies(other, ['warm']);
    await losesCard(other);
    // From a disk, without the net, on the processor.
    await fresh.setOffline(true);
    await other.goto(fromDisk(folder));
    await classifies(other, ['warm', 'cold']);
    await latestWins(other);
    await fresh.close();
  });

  await test.step('the link, the QR code, and that this address is of this computer only', async () => {
    const share = page.getByRole('region', { name: 'Share the set-up' });
    await share.getByLabel('Train at once when it is opened').check();
    await expect(share.getByLabel('Link', { exact: true })).toHaveValue(/run=1/);
    const link = await share.getByLabel('Link', { exact: true }).inputValue();
    const asked = new URLSearchParams(new URL(link).hash.slice(1));
    expect(Object.fromEntries(asked)).toMatchObject({ v: '1', epochs: '10', hidden: '8', run: '1' });
    await expect(share.getByText(/opens on this computer only/)).toBeVisible();
    const code = share.getByRole('img', { name: /^QR code/ });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // The code follows the link after a moment.
      await expect.poll(async () => scanned(await code.screenshot())).toEqual([link]);
    }
    await share.getByRole('button', { name: 'Show the QR code large' }).click();
    const dialog = page.getByRole('dialog', { name: 'Scan to open this set-up' });
    await expect(dialog.getByRole('img', { name: /^QR code/ })).toBeVisible();
    // The dialog fades in.
    await expect.poll(async () => scanned(await page.screenshot())).toEqual([link]);
    await page.keyboard.press('Escape');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await share.getByRole('button', { name: 'Copy the link' }).click();
    await expect(share.getByText('Copied.')).toBeAttached();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  });

  await test.step('axe finds nothing', async () => {
    await axeFindsNothing(page, '.takeaway', '.share');
  });
});

const files: readonly string[] = [
  'README.txt',
  'labels.json',
  'preprocessing.json',
  'expected.json',
  'check.png',
  'index.html',
  'classify.js',
  'tf.min.js',
  ...['base', 'head-without-dropout', 'head-with-dropout'].flatMap((of) => [`${of}/model.json`, `${of}/weights.bin`]),
  ...['about', 'base', 'heads'].map((of) => `data/${of}.js`),
  'licences/Apache-2.0.txt',
  'licences/base-MIT.txt',
];

/** A base out of files, in use. */
async function bringBase(page: Page, files: readonly InputFile[]): Promise<void> {
  await page.getByRole('button', { name: 'Choose another base' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles([...files]);
  await expect(dialog.getByRole('radio', { name: /0 to 1|0…1|0 and 1/ }).first()).toBeVisible();
  await dialog
    .getByRole('radio', { name: /0 to 1|0…1|0 and 1/ })
    .first()
    .check();
  await dialog
    .getByRole('button', { name: /Use|Load|Go on|Continue/ })
    .last()
    .click();
  await expect(dialog).toBeHidden();
}

test('bases of one’s own go along: models in a model, other sizes and ranges, joined blocks', async ({
  page,
  browser,
}, info) => {
  await page.goto(linkTo({ engine: 'wasm', seeds: 1, epochs: 5, hidden: 0 }));
  await addPictures(page).setInputFiles(stripedFiles('warm', 3));
  await page.getByRole('button', { name: 'Add a class' }).click();
  await addPictures(page).setInputFiles(stripedFiles('cold', 3));
  await featuresReady(page, 6);
  const keras = await layersModelFiles('teachable-machine', 1);
  const graph = mobilenetFiles({ version: 2, alpha: 0.01, lastChannels: 64, seed: 5, shardBytes: 200_000 });
  const small = await layersModelFiles('convolutional', 1);
  for (const [name, files] of Object.entries({ keras, graph, small })) {
    await bringBase(page, fileInputs(files));
    await page.evaluate(
      () => (location.hash = location.hash.replace(/pooling=\w+/, 'pooling=max').replace(/join=\d+/, 'join=2')),
    );
    await page
      .getByRole('button', { name: /^Train/ })
      .first()
      .click();
    await trained(page);
    const folder = info.outputPath(name);
    const paths = await unpacked(await downloaded(page, 'Download the model (ZIP)'), folder);
    expect(paths).not.toContain('licences/base-MIT.txt');
    const { cut, pooling } = JSON.parse(await readFile(join(folder, 'preprocessing.json'), 'utf8')) as {
      cut: readonly object[];
      pooling: string;
    };
    expect({ blocks: cut.length, pooling }).toEqual({ blocks: name === 'small' ? 1 : 2, pooling: 'max' });
    const fresh = await browser.newContext({ offline: true });
    const other = await fresh.newPage();
    await other.goto(fromDisk(folder));
    await classifies(other, []);
    await fresh.close();
  }
});
