import baseWorkerUrl from '../worker/base.worker.ts?worker&url';
import headWorkerUrl from '../worker/head.worker.ts?worker&url';
import imagesWorkerUrl from '../images/images.worker.ts?worker&url';
import inspectWorkerUrl from '../worker/inspect.worker.ts?worker&url';
import mapWorkerUrl from '../worker/map.worker.ts?worker&url';
import scratchWorkerUrl from '../worker/scratch.worker.ts?worker&url';
import tuningWorkerUrl from '../worker/tuning.worker.ts?worker&url';

export const makeBaseWorker = () => startWorker(baseWorkerUrl);
export const makeHeadWorker = () => startWorker(headWorkerUrl);
export const makeInspectWorker = () => startWorker(inspectWorkerUrl);
export const makeMapWorker = () => startWorker(mapWorkerUrl);
export const makeScratchWorker = () => startWorker(scratchWorkerUrl);
export const makeTuningWorker = () => startWorker(tuningWorkerUrl);
export const makeImagesWorker = () => startWorker(imagesWorkerUrl);

/**
 * A worker fetched by its address gets a policy of its own from the server's headers, which a static host does not
 * send. One that starts from a blob inherits the page's policy, so that workers cannot reach off the origin either.
 */
function startWorker(url: string): Worker {
  const address = new URL(url, document.baseURI).href;
  const blob = new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' });
  const blobUrl = URL.createObjectURL(blob);
  const worker = new Worker(blobUrl, { type: 'module' });
  // The browser reads the blob when the worker starts; by the first message it is no longer needed.
  worker.addEventListener('message', () => URL.revokeObjectURL(blobUrl), { once: true });
  return worker;
}
