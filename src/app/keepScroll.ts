import type { LabStore } from './store';

/**
 * Behind the presenter's view the stations take no room, so that the page has nothing to be scrolled to; left again, it is
 * where it was.
 */
export function keepScroll(store: LabStore): () => void {
  let top = 0;
  return store.subscribe((now, before) => {
    const [isCovered, wasCovered] = [now.page === 'present', before.page === 'present'];
    // Told before anything is drawn.
    if (isCovered && !wasCovered) top = window.scrollY;
    // Once the stations are drawn again.
    if (wasCovered && !isCovered)
      setTimeout(() => requestAnimationFrame(() => window.scrollTo({ top, behavior: 'instant' })), 50);
  });
}
