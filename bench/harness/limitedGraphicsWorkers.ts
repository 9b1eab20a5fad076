import type { GraphicsLimit } from './limitedGraphics';

/** The app's base worker on limited graphics. Vite wants every worker's name written out. */
export const makeLimitedWorker: Readonly<Record<GraphicsLimit, () => Worker>> = {
  card: () => new Worker(new URL('./limitedGraphics.worker.ts', import.meta.url), { type: 'module', name: 'card' }),
  'two-cards': () =>
    new Worker(new URL('./limitedGraphics.worker.ts', import.meta.url), { type: 'module', name: 'two-cards' }),
  float16: () =>
    new Worker(new URL('./limitedGraphics.worker.ts', import.meta.url), { type: 'module', name: 'float16' }),
  'few-textures': () =>
    new Worker(new URL('./limitedGraphics.worker.ts', import.meta.url), { type: 'module', name: 'few-textures' }),
  'little-memory': () =>
    new Worker(new URL('./limitedGraphics.worker.ts', import.meta.url), { type: 'module', name: 'little-memory' }),
};
