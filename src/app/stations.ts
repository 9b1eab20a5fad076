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

/** Brings a station into sight; calmly where motion is unwelcome. */
export function showStation(id: StationId): void {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  // What is fetched when it is first wanted may not be there yet; its station is.
  const place = document.getElementById(id) ?? document.getElementById(id === 'rates' ? 'inside' : 'compare');
  place?.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' });
}
