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
 * Its words come along: a module before its own sets them, so that no message comes before it can be heard.
 */
function startWorker(url: string): Worker {
  const address = new URL(url, document.baseURI).href;
  const words = globalThis.transferLabWords;
  const wordsUrl =
    words && words.locale !== 'en' ? scriptUrl(`globalThis.transferLabWords = ${JSON.stringify(words)};`) : null;
  const imports = [wordsUrl, address].filter((from) => from !== null);
  const blobUrl = scriptUrl(imports.map((from) => `import ${JSON.stringify(from)};`).join('\n'));
  const worker = new Worker(blobUrl, { type: 'module' });
  // The browser reads the blobs when the worker starts; by the first message they are no longer needed.
  const revoke = () => [blobUrl, wordsUrl].forEach((from) => from !== null && URL.revokeObjectURL(from));
  worker.addEventListener('message', revoke, { once: true });
  return worker;
}

const scriptUrl = (code: string) => URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
