/** Rates that a sweep trains, ascending; the first is no dropout. */
export const sweepRates: readonly number[] = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
