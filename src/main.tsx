import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { createLab } from './app/lab';
import { makeBaseWorker, makeHeadWorker, makeImagesWorker, makeInspectWorker } from './app/workers';
import { parseLink } from './core/link';
import { createPreparerPool } from './images/pool';
import { createBaseClient } from './worker/baseClient';
import { createHeadClient } from './worker/headClient';
import { createInspectClient } from './worker/inspectClient';

const link = parseLink(location.hash);
// Workers and the lab are made outside React, so that strict mode's double run does not make them twice.
const lab = createLab(
  {
    pool: createPreparerPool(makeImagesWorker),
    base: createBaseClient(makeBaseWorker),
    makeTrial: () => createBaseClient(makeBaseWorker, 1),
    head: createHeadClient(makeHeadWorker, new URL('models/wasm/', document.baseURI).href),
    inspect: createInspectClient(makeInspectWorker),
  },
  link,
);
void lab.begin(link);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id “root”.');
createRoot(root).render(
  <StrictMode>
    <App lab={lab} />
  </StrictMode>,
);
