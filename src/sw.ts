import { PrecacheController } from 'workbox-precaching';

/** What this file uses of a service worker's globals: the project is checked against those of a page. */
interface WorkerEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Fetching extends WorkerEvent {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}
interface Client {
  readonly postMessage: (message: unknown) => void;
}
interface Scope {
  /** Every file of the build; the build puts it here. */
  readonly __WB_MANIFEST: readonly {
    readonly url: string;
    readonly revision: string | null;
    /** Missing for what the plugin adds by itself, which is small. */
    readonly bytes?: number;
  }[];
  readonly registration: { readonly active: unknown };
  readonly clients: {
    readonly matchAll: (which: { type: 'window'; includeUncontrolled: true }) => Promise<readonly Client[]>;
    readonly claim: () => Promise<void>;
  };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: {
    (type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
    (type: 'fetch', listener: (event: Fetching) => void): void;
    (type: 'message', listener: (event: WorkerEvent & { readonly data: unknown }) => void): void;
  };
}
// In a service worker, this is what `self` is.
declare const self: Scope & typeof globalThis;

const manifest = self.__WB_MANIFEST;
const total = manifest.reduce((sum, { bytes = 0 }) => sum + bytes, 0);
const bytesOf = new Map(manifest.map(({ url, bytes = 0 }) => [new URL(url, location.href).href, bytes]));
let done = 0;

const pages = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true });

const controller = new PrecacheController({
  plugins: [
    {
      // Once a file, as the worker is being installed: how far it is. What an earlier try has left counts at once.
      handlerDidComplete: async ({ event, request }) => {
        if (event?.type !== 'install') return;
        done += bytesOf.get(request.url) ?? 0;
        for (const page of await pages()) page.postMessage({ type: 'offline-progress', done, total });
      },
    },
  ],
});
// Some servers say that an answer varies by origin; these files do not.
controller.strategy.matchOptions = { ignoreVary: true };
controller.addToCacheList(manifest.map(({ url, revision }) => ({ url, revision })));

self.addEventListener('install', (event) => event.waitUntil(controller.install(event)));

self.addEventListener('activate', (event) => event.waitUntil(activate(event)));

self.addEventListener('message', (event) => {
  const type = typeof event.data === 'object' && event.data !== null && 'type' in event.data ? event.data.type : null;
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  // Sent by a page that has just loaded.
  if (type === 'TIDY') event.waitUntil(tidy(event));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // What goes to a hub, with the person's word, is none of our business.
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  const cacheKey = controller.getCacheKeyForURL(addressOf(url));
  if (cacheKey !== undefined)
    event.respondWith(controller.strategy.handle({ request, event: event, params: { cacheKey } }));
  else if (url.pathname.includes('/assets/')) event.respondWith(keptOr(request));
});

/** The file that an address means: a folder is its index.html, and a query does not matter. */
const addressOf = ({ origin, pathname }: URL) => `${origin}${pathname.replace(/\/$/, '/index.html')}`;

/** A part of an earlier build, for a tab that still runs it. Its name has a hash of what is in it. */
async function keptOr(request: Request): Promise<Response> {
  const cache = await caches.open(controller.strategy.cacheName);
  return (await cache.match(request, { ignoreVary: true, ignoreSearch: true })) ?? fetch(request);
}

async function activate(event: WorkerEvent): Promise<void> {
  await tidy(event);
  // After the very first visit, so that this page works offline already and not only the next one.
  await self.clients.claim();
}

/** Lets go of what earlier builds have left, unless another tab may still run one of them. */
async function tidy(event: WorkerEvent): Promise<void> {
  const open = await pages();
  if (open.length <= 1) await controller.activate(event);
}
