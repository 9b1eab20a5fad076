import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { featuresReady, trained } from './fixtures/lab';

/**
 * The service worker answers the page's requests, so that nothing can be answered in its place here: a small static server
 * with the built page stands for a school's.
 */
test.use({ serviceWorkers: 'allow' });
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const dist = join(import.meta.dirname, '..', process.env['DIST'] ?? 'dist');
const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
const folder = '/school/lab/';

interface Host {
  readonly port: number;
  /** What stands in the place of some files, by path in the build; null: the file is gone. */
  readonly instead: Map<string, string | null>;
  readonly close: () => void;
}

/** A plain static host, with the page in a sub-path. */
async function host(): Promise<Host> {
  const instead = new Map<string, string | null>();
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://any');
    const path = pathname.startsWith(folder) ? pathname.slice(folder.length) || 'index.html' : null;
    const given = path === null ? null : instead.get(path);
    const file = join(dist, path ?? '');
    if (path === null || given === null || (given === undefined && !(existsSync(file) && statSync(file).isFile()))) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': kinds[extname(path)] ?? 'application/octet-stream' });
    if (given === undefined) createReadStream(file).pipe(response);
    else response.end(given);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  // A server on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return { port, instead, close: () => server.close().closeAllConnections() };
}

let school: Host;
test.beforeEach(async () => {
  school = await host();
});
test.afterEach(() => school.close());

const at = (hash: string, name = '127.0.0.1') => `http://${name}:${school.port}${folder}${hash}`;
const small = '#v=1&engine=wasm&sample=odd-or-even&seeds=2&epochs=5&noise=0';

async function readyForOffline(page: Page): Promise<void> {
  await expect(page.getByText(/^(Ready: from now on everything here works|Works) without the network\.$/)).toBeVisible({
    timeout: 120_000,
  });
}

async function visit(page: Page, hash: string): Promise<void> {
  await page.goto(at(hash));
  await readyForOffline(page);
}

test('after one visit, everything goes on without the network, in the middle of work too', async ({
  page,
  context,
}) => {
  const trouble: string[] = [];
  page.on('pageerror', ({ message }) => trouble.push(message));
  await visit(page, small);
  // Before anything was loaded but the page and its pictures.
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await trained(page);
  // In the middle of work: the pictures and their features are there, and a training that was cut off can be done again.
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.reload();
  await featuresReady(page, 108);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await trained(page);
  // A set that was never opened.
  await page.goto(at('#v=1&engine=wasm&sample=counting-dots'));
  await expect(page.getByText('162 pictures', { exact: false }).first()).toBeVisible();
  // Other pages, and a lesson.
  await page.goto(at('#page=words'));
  await page.reload();
  await expect(page.getByRole('link', { name: 'Back to the stations' })).toBeVisible();
  await page.goto(at('#page=lessons'));
  await expect(page.getByRole('heading', { name: 'Lessons' })).toBeVisible();
  expect(trouble).toEqual([]);
});

test('a new version is announced, waits for a training, and loses nothing', async ({ page, context }) => {
  await visit(page, '#v=1&engine=wasm&sample=odd-or-even&seeds=20&epochs=500&noise=0');
  const other = await context.newPage();
  await other.goto(at('#page=words'));
  await readyForOffline(other);
  renew();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(page.getByText(/^Epoch \d/).first()).toBeVisible();
  await lookForNew(page);
  const card = page.getByRole('status').filter({ hasText: 'A new version is ready' });
  await expect(card.getByText('The new version waits until it is over.', { exact: false })).toBeVisible();
  await card.getByRole('button', { name: 'Load it when that is over' }).click();
  await page.evaluate(() => sessionStorage.setItem('same', 'page'));
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await loaded;
  await expect(page.locator('meta[name=build]')).toHaveAttribute('content', 'second');
  // The pictures, and the training as far as it came.
  await expect(page.getByText('108 pictures', { exact: false }).first()).toBeVisible();
  await expect(page.getByText(/^Stopped/).first()).toBeVisible();
  // The other tab goes on with what it has: parts of the old build that were never fetched, and are gone on the server.
  await expect(other.getByText('Transfer Lab was renewed in another tab')).toBeVisible();
  await other.getByRole('button', { name: 'Later' }).click();
  await other.getByRole('link', { name: 'Back to the stations' }).click();
  await expect(other.getByText('could not be fetched')).toHaveCount(0);
  await other.reload();
  await expect(other.locator('meta[name=build]')).toHaveAttribute('content', 'second');
});

/** Puts a second build on the server: another page, and no part of the first one but those it still uses. */
function renew(): void {
  const read = (path: string) => readFileSync(join(dist, path), 'utf8');
  const html = read('index.html').replace('<title>', '<meta name="build" content="second" /><title>');
  school.instead.set('index.html', html);
  const worker = read('sw.js');
  const was = /("revision":")[0-9a-f]{32}("[^}]*"url":"index\.html")/;
  expect(worker).toMatch(was);
  school.instead.set('sw.js', worker.replace(was, `$1${'0'.repeat(32)}$2`));
}

/** What the page does every hour. */
const lookForNew = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update().then(() => undefined));

test('a part of the page that is neither kept nor on the server is named', async ({ page, context }) => {
  await visit(page, '');
  await context.setOffline(true);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) if (request.url.includes('/WordsPage')) await cache.delete(request);
    }
  });
  await page.goto(at('#page=words'));
  await expect(
    page.getByText('This page could not be fetched: there is no connection', { exact: false }),
  ).toBeVisible();
});

test('over plain HTTP the page says what is missing there, and works', async () => {
  const { context, close } = await plainBrowser();
  const page = await context.newPage();
  await page.goto(at(`${small}&run=1`, 'school.test'));
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await trained(page);
  await page.getByRole('link', { name: 'What is missing, and why' }).click();
  const list = page.getByRole('table', { name: 'What this browser allows this page here' });
  await expect(list.getByRole('row', { name: /Working without the network/ })).toContainText('Missing');
  await expect(list.getByRole('row', { name: /Camera/ })).toContainText('Missing');
  await close();
});

/** A browser that takes the server for one of the local network, and not for this very machine. */
async function plainBrowser(): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const options = test.info().project.use.launchOptions ?? {};
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), '--host-resolver-rules=MAP school.test 127.0.0.1'],
  });
  return { context: await browser.newContext(), close: () => browser.close() };
}
