import type { OptimiserState } from '../checkpoint';

/** What is kept of one epoch. */
export interface Snapshot {
  /** Epochs done; 0 is before the first. */
  readonly epoch: number;
  /** [arms * trials kept, P] in run order. */
  readonly parameters: Float32Array;
  /** Of the first trial only: [arms, P]. Null before the first epoch. */
  readonly moments: Pick<OptimiserState, 'firstMoments' | 'secondMoments' | 'steps'> | null;
}

/** The most that snapshots of one training may take, in bytes. */
const snapshotBudget = 64 * 1024 * 1024;

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
 * Snapshots within a budget. When it is full, every other epoch between the first and the last goes, and from then on
 * only every other one is taken in: the epochs stay evenly spread however long the training. The last one is always kept.
 */
export class Snapshots {
  #kept: Snapshot[] = [];
  /** Epochs between two that are kept. */
  #every = 1;
  readonly #most: number;

  /** @param size P @param trials those kept, see `trialsKept`. */
  constructor(arms: number, trials: number, size: number, budget = snapshotBudget) {
    this.#most = Math.max(4, Math.floor(budget / bytesOf(arms, trials, size)));
  }

  add(snapshot: Snapshot): void {
    // The last one was only kept for being the last.
    const last = this.#kept.at(-1);
    if (last && last.epoch % this.#every !== 0) this.#kept.pop();
    this.#kept.push(snapshot);
    while (this.#kept.length > this.#most) {
      this.#every *= 2;
      this.#kept = this.#kept.filter(({ epoch }) => epoch % this.#every === 0 || epoch === snapshot.epoch);
    }
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

  at(epoch: number): Snapshot | undefined {
    return this.#kept.find((snapshot) => snapshot.epoch === epoch);
  }
}
