import { t } from '@lingui/core/macro';
import type { OptimiserState } from '../checkpoint';
import { grouped } from '../figures';

/** What is kept of one epoch. */
export interface Snapshot {
  /** Epochs done; 0 is before the first. */
  readonly epoch: number;
  /** [arms * trials kept, P] in run order. */
  readonly parameters: Float32Array;
  /** Of the first trial only: [arms, P]. Null before the first epoch, and where only weights were kept. */
  readonly moments: Pick<OptimiserState, 'firstMoments' | 'secondMoments' | 'steps'> | null;
}

/** The most that snapshots of one training may take, in bytes. */
export const snapshotBudget = 64_000_000;

/** Epochs that can be looked at at the very least, if all seeds are kept; with fewer, seeds are left out instead. */
const fewestEpochs = 12;

const bytesOf = (arms: number, trials: number, size: number) => 4 * size * arms * (trials + 2);

/**
 * How many of an experiment's trials are kept, the first ones: all, unless so few epochs would fit that there is nothing
 * to scrub through. At least one.
 *
 * @param size P
 */
export function trialsKept(arms: number, trials: number, size: number, budget = snapshotBudget): number {
  const most = Math.floor(budget / fewestEpochs / (4 * size * arms)) - 2;
  return Math.max(1, Math.min(trials, most));
}

/**
 * Snapshots within a budget. When it is full, those between the first and the last are thinned to twice the distance, and
 * from then on they are taken in that far apart: they stay evenly spread however long the training, and however often
 * there is one. The last one is always kept.
 */
export class Snapshots {
  #kept: Snapshot[] = [];
  /** Epochs between two that are kept, at least. */
  #every = 1;
  readonly #most: number;

  /**
   * @param size P @param trials those kept, see `trialsKept`.
   * @throws RangeError where not even the start and the latest fit.
   */
  constructor(arms: number, trials: number, size: number, budget = snapshotBudget) {
    // The start has no moments.
    this.#most = 1 + Math.floor((budget - 4 * size * arms * trials) / bytesOf(arms, trials, size));
    if (this.#most < 2) throw new RangeError(tooMany(grouped(size)));
  }

  add(snapshot: Snapshot): void {
    const [before, last] = this.#kept.slice(-2);
    // The last one was only kept for being the last.
    if (before && last && last.epoch - before.epoch < this.#every) this.#kept.pop();
    this.#kept.push(snapshot);
    while (this.#kept.length > this.#most) {
      this.#every *= 2;
      this.#kept = this.#thinned();
    }
  }

  #thinned(): Snapshot[] {
    const latest = this.latest;
    const thinned: Snapshot[] = [];
    for (const snapshot of this.#kept) {
      const before = thinned.at(-1);
      if (!before || snapshot === latest || snapshot.epoch - before.epoch >= this.#every) thinned.push(snapshot);
    }
    return thinned;
  }

  /** Epochs that can be looked at, ascending. */
  get epochs(): readonly number[] {
    return this.#kept.map(({ epoch }) => epoch);
  }

  /** Bytes in all. */
  get bytes(): number {
    return this.#kept.reduce(
      (sum, { parameters, moments }) =>
        sum + parameters.byteLength + (moments ? 2 * moments.firstMoments.byteLength : 0),
      0,
    );
  }

  get latest(): Snapshot | undefined {
    return this.#kept.at(-1);
  }

  /** Undefined: it was let go of, or never came. */
  at(epoch: number): Snapshot | undefined {
    return this.#kept.find((snapshot) => snapshot.epoch === epoch);
  }
}

const tooMany = (weights: string): string =>
  t`This head has ${weights} weights, too many to keep and look inside. With fewer hidden units, or with pooled features, there is room for it.`;
