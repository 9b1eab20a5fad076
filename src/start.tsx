import { t } from '@lingui/core/macro';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { createLab } from './app/lab';
import { offerInstalling } from './app/offline/installing';
import { whenIdle } from './app/whenIdle';
import {
  makeBaseWorker,
  makeHeadWorker,
  makeImagesWorker,
  makeInspectWorker,
  makeMapWorker,
  makeScratchWorker,
  makeTuningWorker,
} from './app/workers';
import { parseLink } from './core/link';
import { createPreparerPool } from './images/pool';
import { createBaseClient } from './worker/baseClient';
import { createHeadClient } from './worker/headClient';
import { createInspectClient } from './worker/inspectClient';
import { createMapClient } from './worker/mapClient';

const link = parseLink(location.hash);
const wasmPath = new URL('models/wasm/', document.baseURI).href;
// Workers and the lab are made outside React, so that strict mode's double run does not make them twice.
const lab = createLab(
  {
    pool: createPreparerPool(makeImagesWorker),
    base: createBaseClient(makeBaseWorker),
    makeTrial: () => createBaseClient(makeBaseWorker, 1),
    head: createHeadClient(makeHeadWorker, wasmPath),
    inspect: createInspectClient(makeInspectWorker),
    scratch: createHeadClient(makeScratchWorker, wasmPath),
    makeTuning: (tail) => createHeadClient(makeTuningWorker, wasmPath, tail),
    map: createMapClient(makeMapWorker),
    channel: typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('transfer-lab'),
  },
  link,
);
void lab.begin(link);
offerInstalling();

// Words that stand outside of what React draws.
document
  .querySelector('meta[name="description"]')
  ?.setAttribute(
    'content',
    t`See transfer learning and dropout happen, live, on your own pictures. Nothing leaves your device.`,
  );

const root = document.getElementById('root');
if (!root) throw new Error(t`index.html has no element with the id “root”.`);
// In slices: drawn in one go, the page would not answer for a tenth of a second and more.
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      <App lab={lab} />
    </StrictMode>,
  ),
);
// The page is there first. While it is being worked on, it has no service worker.
if (import.meta.env.PROD)
  whenIdle(
    () =>
      void import('./app/offline/begin').then(
        ({ beginOffline }) => beginOffline(lab),
        () => undefined,
      ),
    10_000,
  );
