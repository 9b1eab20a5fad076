/**
 * Seeded random numbers, one named stream per purpose, so that adding a draw in one place never shifts the numbers of
 * another, and two arms of a seed share everything but their masks' rate.
 */
export type Purpose = 'split' | 'noise' | 'subset' | 'init' | 'shuffle' | 'dropout';

export interface Rng {
  /** The next 32-bit unsigned integer. */
  readonly uint32: () => number;
  /** Uniform in [0, 1), 32 bits of resolution. */
  readonly uniform: () => number;
  /** Uniform integer in [0, bound). */
  readonly below: (bound: number) => number;
  /** Standard normal, by Box and Muller (1958). */
  readonly normal: () => number;
}

/** @param seed any integer in [0, 2^32). Streams of different purposes or seeds are independent for our uses. */
export function stream(seed: number, purpose: Purpose): Rng {
  const next = sfc32(seed, purpose);
  const uniform = () => next() / 4294967296;
  return {
    uint32: next,
    uniform,
    below: (bound) => Math.floor(uniform() * bound),
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

/** Fisher and Yates, in place; returns its argument. */
export function shuffle<T>(items: T[], rng: Rng): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = rng.below(i + 1);
    const held = items[i] as T;
    items[i] = items[j] as T;
    items[j] = held;
  }
  return items;
}

/**
 * sfc32 (Chris Doty-Humphrey's Small Fast Counting generator, PractRand): 96 bits of state and a 32-bit counter.
 * The state is filled from seed and purpose by an FNV-1a hash and warmed up, as its author advises.
 */
function sfc32(seed: number, purpose: Purpose): () => number {
  let a = seed >>> 0;
  let b = 0x811c9dc5;
  for (let i = 0; i < purpose.length; i++) b = Math.imul(b ^ purpose.charCodeAt(i), 0x01000193);
  let c = Math.imul(a ^ b, 0x9e3779b1) >>> 0;
  let counter = 1;
  const next = () => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + out;
    c |= 0;
    return out >>> 0;
  };
  for (let i = 0; i < 20; i++) next();
  return next;
}
