/**
 * Seeded random numbers, one named stream per purpose, so that adding a draw in one place never shifts the numbers of
 * another, and two arms of a seed share everything but their masks' rate.
 */
export type Purpose =
  | 'split'
  | 'noise'
  | 'subset'
  | 'init'
  | 'shuffle'
  | 'dropout'
  | 'augment'
  | 'sample'
  | 'test'
  | 'removal'
  | 'passes'
  | 'projection';

/** Where a stream stands. */
export type RngState = Int32Array;

export interface Rng {
  /** The next 32-bit unsigned integer. */
  readonly uint32: () => number;
  /** The next ones, as many as there is room for: several times faster than one by one. */
  readonly fill: (into: Uint32Array) => void;
  /** Uniform in [0, 1), 32 bits of resolution. */
  readonly uniform: () => number;
  /** Uniform integer in [0, bound). */
  readonly below: (bound: number) => number;
  /** Standard normal, by Box and Muller (1958). */
  readonly normal: () => number;
  /** Where the stream stands, to go on from there later with `restore`. */
  readonly save: () => RngState;
  readonly restore: (state: RngState) => void;
}

/** @param seed any integer in [0, 2^32). Streams of different purposes or seeds are independent for our uses. */
export function stream(seed: number, purpose: Purpose): Rng {
  const { fill, state } = sfc32(seed, purpose);
  const one = new Uint32Array(1);
  const uint32 = () => {
    fill(one);
    return one[0] ?? 0;
  };
  const uniform = () => uint32() / 4294967296;
  return {
    uint32,
    fill,
    uniform,
    below: (bound) => Math.floor(uniform() * bound),
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    save: () => state.slice(),
    restore: (saved) => state.set(saved),
  };
}

/** A seed for what has a name and no number. */
export const seedOf = (name: string): number => fnv(name) >>> 0;

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
function sfc32(
  seed: number,
  purpose: Purpose,
): { readonly fill: (into: Uint32Array) => void; readonly state: RngState } {
  const hash = fnv(purpose);
  const state = Int32Array.of(seed, hash, Math.imul(seed ^ hash, 0x9e3779b1), 1);
  const fill = (into: Uint32Array) => {
    let a = state[0] ?? 0;
    let b = state[1] ?? 0;
    let c = state[2] ?? 0;
    let counter = state[3] ?? 0;
    for (let i = 0; i < into.length; i++) {
      const out = (a + b + counter) | 0;
      into[i] = out;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + out) | 0;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = counter;
  };
  fill(new Uint32Array(20));
  return { fill, state };
}

/** FNV-1a over UTF-16 units; a signed 32-bit integer. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
