import type { FigureName } from './found';

/** How many seeds all of these were measured with. */
export const measuredSeeds = 40;

type Means = Readonly<Partial<Record<FigureName, readonly [mean: number, low: number, high: number]>>>;

/**
 * What the set-ups of the chapters give, with `measuredSeeds` seeds each, on the built-in sets with the default base on
 * WASM: mean and 95 % interval. `npm run bench:lessons` prints all of it anew.
 */
export const measured: Readonly<Record<string, Means>> = {};
