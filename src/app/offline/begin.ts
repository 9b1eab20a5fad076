import { Workbox } from 'workbox-window';
import type { Lab } from '../lab';
import { messageOf } from '../messages';
import { hasPassingResults } from '../languageChange';
import { busyWith, isCalm } from './busy';
import { useOffline } from './offlineStore';

/** How often a page that stays open looks for a newer build, in ms. */
const lookEvery = 3_600_000;

/** Registers the service worker once the first work is over, and follows what becomes of it. Call once. */
export async function beginOffline(lab: Lab): Promise<void> {
  if (!isSecureContext) return useOffline.setState({ offline: { phase: 'never', why: 'insecure' } });
  if (!('serviceWorker' in navigator)) return useOffline.setState({ offline: { phase: 'never', why: 'browser' } });
  // What is here already takes no data.
  const isHere = navigator.serviceWorker.controller !== null;
  if (!isHere && savesData()) {
    useOffline.setState({ offline: { phase: 'offered' }, accept: () => void register(lab) });
    return;
  }
  await calm(lab);
  await register(lab);
}

async function register(lab: Lab): Promise<void> {
  const wasHere = navigator.serviceWorker.controller !== null;
  const workbox = new Workbox(new URL('sw.js', document.baseURI).href, { scope: new URL('.', document.baseURI).href });
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => onProgress(data));
  const announce = () => useOffline.setState({ update: { phase: 'ready' } });
  workbox.addEventListener('waiting', announce);
  workbox.addEventListener('redundant', () => fail('redundant'));
  // The first worker claims this page: all of it is here.
  workbox.addEventListener('activated', ({ isUpdate }) => {
    if (!isUpdate) useOffline.setState({ offline: { phase: 'ready', isNew: true } });
  });
  let isTaking = false;
  let registration: ServiceWorkerRegistration | undefined;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isTaking) location.reload();
    else if (wasHere) useOffline.setState({ update: { phase: 'elsewhere' } });
  });
  const go = () => {
    isTaking = true;
    useOffline.setState({ update: { phase: 'taking' } });
    // Where another tab has let the new one in meanwhile, there is none that waits.
    if (registration?.waiting) workbox.messageSkipWaiting();
    else location.reload();
  };
  followWishes(lab, go);
  useOffline.setState({
    offline: wasHere ? { phase: 'ready', isNew: false } : { phase: 'fetching', done: 0, total: 0 },
  });
  try {
    registration = await workbox.register({ immediate: true });
    if (!registration) return fail('blocked');
    if (registration.active) useOffline.setState({ offline: { phase: 'ready', isNew: !wasHere } });
    registration.active?.postMessage({ type: 'TIDY' });
    setInterval(() => void workbox.update().catch(() => undefined), lookEvery);
  } catch (error) {
    fail(messageOf(error));
  }
}

/** What is here already goes on working; only a first try has failed. */
function fail(reason: string): void {
  const { offline } = useOffline.getState();
  if (offline.phase !== 'ready') useOffline.setState({ offline: { phase: 'failed', reason } });
}

function onProgress(data: unknown): void {
  if (useOffline.getState().offline.phase !== 'fetching' || !isProgress(data)) return;
  useOffline.setState({ offline: { phase: 'fetching', done: data.done, total: data.total } });
}

function isProgress(data: unknown): data is { readonly done: number; readonly total: number } {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === 'offline-progress' &&
    'done' in data &&
    typeof data.done === 'number' &&
    'total' in data &&
    typeof data.total === 'number'
  );
}

/** @param go loads the newer build. */
function followWishes(lab: Lab, go: () => void): void {
  const keepAndGo = async () => {
    useOffline.setState({ update: { phase: 'taking' } });
    const isKept = await lab.projects.keep().catch(() => false);
    if (isKept) go();
    else useOffline.setState({ update: { phase: 'not kept' } });
  };
  const take = () => {
    if (busyWith(lab.store.getState()) === null) {
      void keepAndGo();
      return;
    }
    const { update: asked } = useOffline.getState();
    useOffline.setState({ update: { phase: 'wanted' } });
    const stop = lab.store.subscribe((state) => {
      const isWanted = useOffline.getState().update.phase === 'wanted';
      if (isWanted && busyWith(state) !== null) return;
      stop();
      if (!isWanted) return;
      // What has come out is kept nowhere: it is asked once more, and said.
      if (hasPassingResults(state)) useOffline.setState({ update: asked });
      else void keepAndGo();
    });
  };
  useOffline.setState({ take, takeAnyway: go, later: () => useOffline.setState({ update: { phase: 'none' } }) });
}

/** Resolves when the page has been loaded and nothing runs on it. */
async function calm({ store }: Lab): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  if (isCalm(store.getState())) return;
  await new Promise<void>((resolve) => {
    const stop = store.subscribe((state) => {
      if (!isCalm(state)) return;
      stop();
      resolve();
    });
  });
}

/** Chromium tells; the others do not. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
