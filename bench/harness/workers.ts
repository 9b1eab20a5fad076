export const makeBaseWorker = () =>
  new Worker(new URL('../../src/worker/base.worker.ts', import.meta.url), { type: 'module', name: 'base' });

export const makeImagesWorker = () =>
  new Worker(new URL('../../src/images/images.worker.ts', import.meta.url), { type: 'module', name: 'images' });

export const makeOneByOneWorker = () =>
  new Worker(new URL('./oneByOne.worker.ts', import.meta.url), { type: 'module', name: 'one-by-one' });

export const makeHeadWorker = () =>
  new Worker(new URL('../../src/worker/head.worker.ts', import.meta.url), { type: 'module', name: 'head' });

export const makeLosingHeadWorker = () =>
  new Worker(new URL('./losingHead.worker.ts', import.meta.url), { type: 'module', name: 'losing-head' });
