/** The four stations of the page, by the ids that the stepper jumps to. */
export const stations = { pictures: 'pictures', base: 'base', head: 'head', compare: 'compare' } as const;

export type StationId = keyof typeof stations;

/** Brings a station into sight; calmly where motion is unwelcome. */
export function showStation(id: StationId): void {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  document.getElementById(id)?.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' });
}
