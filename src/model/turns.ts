import { macrotask } from '../core/macrotask';

/**
 * For work in small steps: call the result between them. It gives the event loop a turn where one is due, so that a
 * queued stop is seen, and answers whether to go on.
 *
 * @param patience how long work may go on before the event loop gets a turn, in ms; a step comes on top of it.
 */
export function turnsOf(signal: AbortSignal, patience = 50): () => Promise<boolean> {
  let turnedAt = performance.now();
  return async () => {
    if (performance.now() - turnedAt > patience) {
      await macrotask();
      turnedAt = performance.now();
    }
    return !signal.aborted;
  };
}
