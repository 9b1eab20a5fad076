/** Places on the page, by id: the stations that the stepper jumps to, and the curves in one of them. */
export const stations = {
  pictures: 'pictures',
  base: 'base',
  head: 'head',
  compare: 'compare',
  curves: 'curves',
  inside: 'inside',
  rates: 'rates',
  why: 'why',
  try: 'try',
  mistakes: 'mistakes',
  work: 'work',
} as const;

export type StationId = keyof typeof stations;

/** From so many windows away, a station is jumped to: the page may grow while it is on its way, and would end short of it. */
const far = 3;

/** Brings a station into sight; calmly where motion is unwelcome. */
export function showStation(id: StationId): void {
  const place = placeOf(id);
  if (!place) return;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const isFar = Math.abs(place.getBoundingClientRect().top) > far * window.innerHeight;
  place.scrollIntoView({ behavior: still || isFar ? 'instant' : 'smooth', block: 'start' });
}

function placeOf(id: StationId): Element | null {
  // Where one chart fills the window, their settings above them would leave no room for it.
  const isNarrow = window.matchMedia('(max-width: 40em)').matches;
  const charts = id === 'curves' && isNarrow ? document.querySelector('#curves .compare-charts') : null;
  // What is fetched when it is first wanted may not be there yet; its station is.
  return charts ?? document.getElementById(id) ?? document.getElementById(id === 'rates' ? 'inside' : 'compare');
}
