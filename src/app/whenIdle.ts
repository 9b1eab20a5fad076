/**
 * Puts work off until the page has nothing else to do.
 *
 * @param timeout in ms, after which it is not put off any longer.
 */
export function whenIdle(work: () => void, timeout: number): void {
  // Safari has no such thing.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout });
  else setTimeout(work, Math.min(timeout, 3000));
}
