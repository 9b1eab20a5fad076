import { t } from '@lingui/core/macro';
import { learnedRows, pictureOf, runsOf, stepsPerEpoch, type Dataset, type Experiment } from './experiment';
import { shuffle, stream, type Rng, type RngState } from './rng';
import { dropsFeatures, dropsHidden } from './settings';
import type { Standardiser } from './standardise';

/** What one step of all R runs needs, as plain arrays. */
export interface Batch {
  /** [R, B, D] standardised features times the feature mask; rows beyond a run's batch are 0. */
  readonly x: Float32Array;
  /** [R, B, D] inverted-dropout multipliers of the features; empty unless they were asked for. */
  readonly featureMask: Float32Array;
  /** [R, B, H] inverted-dropout multipliers. */
  readonly hiddenMask: Float32Array;
  /** [R, B, C] one-hot given labels. */
  readonly targets: Float32Array;
  /** [R, B, 1] 1 / (rows in use), 0 for padding. */
  readonly weights: Float32Array;
  /** R flags: false for a run whose epoch is already over. */
  readonly active: readonly boolean[];
  /** Per trial, the dataset rows of this batch, altered copies among them. */
  readonly rows: readonly Int32Array[];
}

interface TrialState {
  readonly shuffle: Rng;
  readonly dropout: Rng;
  readonly standardiser: Standardiser;
  order: Int32Array;
}

/**
 * Draws batches, from training pictures and their altered copies alike, and masks. The arms of a seed share the order
 * and the random numbers behind the masks (a unit is dropped where its number is below the arm's rate), so that they
 * differ in the rate and in nothing else, and two arms of the same rate are the same run. Masks are fresh at every step.
 */
export class Batches {
  readonly batch: number;
  readonly stepsPerEpoch: number;
  readonly #trials: TrialState[];
  readonly #arms: readonly { readonly threshold: number; readonly kept: number }[];
  /** Random numbers for the features [D] and the hidden units [H] of one row; none for what dropout does not act on. */
  readonly #draws: { readonly features: Uint32Array; readonly hidden: Uint32Array };

  /** @param x [N + K, D] the features that `standardisers` refer to. */
  constructor(
    private readonly experiment: Experiment,
    private readonly dataset: Dataset,
    private readonly x: Float32Array,
    standardisers: readonly Standardiser[],
  ) {
    this.batch = Math.min(experiment.batch, Math.max(...experiment.trials.map((t) => learnedRows(t).length)));
    this.stepsPerEpoch = stepsPerEpoch(experiment);
    this.#draws = {
      features: new Uint32Array(dropsFeatures(experiment.dropoutAt) ? dataset.dimension : 0),
      hidden: new Uint32Array(dropsHidden(experiment.dropoutAt) ? experiment.hidden : 0),
    };
    this.#trials = experiment.trials.map((trial, k) => {
      const own = standardisers[k];
      if (!own) throw new RangeError(t`One standardiser per trial is needed.`);
      return {
        shuffle: stream(trial.seed, 'shuffle'),
        dropout: stream(trial.seed, 'dropout'),
        standardiser: own,
        order: learnedRows(trial).toSorted(),
      };
    });
    this.#arms = experiment.arms.map(({ dropoutRate }) => ({
      threshold: dropoutRate * 4294967296,
      kept: 1 / (1 - dropoutRate),
    }));
  }

  startEpoch(): void {
    for (const trial of this.#trials) trial.order = Int32Array.from(shuffle([...trial.order], trial.shuffle));
  }

  /** Draws an epoch's numbers and throws them away, so that the next epoch is as it would have been after it. */
  skipEpoch(): void {
    this.startEpoch();
    const { features, hidden } = this.#draws;
    for (const { order, dropout } of this.#trials) {
      for (let left = order.length; left > 0; left--) {
        dropout.fill(features);
        dropout.fill(hidden);
      }
    }
  }

  /**
   * Skips epochs as if they had been drawn.
   *
   * @param known by epochs done, where the streams of masks stood then. What is missing on the way is added: the masks'
   *   numbers are by far the most, and with this they are drawn once only however often somebody goes back.
   */
  seek(epochs: number, known: Map<number, readonly RngState[]>): void {
    const from = Math.max(0, ...[...known.keys()].filter((e) => e <= epochs));
    for (let e = 0; e < from; e++) this.startEpoch();
    known.get(from)?.forEach((state, k) => this.#trials[k]?.dropout.restore(state));
    for (let e = from; e < epochs; e++) {
      this.skipEpoch();
      known.set(
        e + 1,
        this.#trials.map(({ dropout }) => dropout.save()),
      );
    }
  }

  /** @param step 0-based step of the epoch. @param withMasks for those who look at the features' masks themselves. */
  next(step: number, withMasks = false): Batch {
    const { batch } = this;
    const D = this.dataset.dimension;
    const C = this.dataset.classNames.length;
    const H = this.experiment.hidden;
    const runs = runsOf(this.experiment).length;
    const x = new Float32Array(runs * batch * D);
    const featureMask = new Float32Array(withMasks ? runs * batch * D : 0);
    const hiddenMask = new Float32Array(runs * batch * H);
    const targets = new Float32Array(runs * batch * C);
    const weights = new Float32Array(runs * batch);
    const active: boolean[] = Array.from({ length: runs }, () => false);
    const rows = this.#trials.map((trial) => trial.order.subarray(step * batch, (step + 1) * batch));
    this.#trials.forEach((trial, k) => {
      const own = rows[k] ?? new Int32Array();
      const given = this.experiment.trials[k]?.givenLabels;
      const firstRun = k;
      const runStride = this.#trials.length;
      own.forEach((row, b) => {
        const label = given?.[pictureOf(this.dataset, row)] ?? 0;
        this.#arms.forEach((_, arm) => {
          const at = (firstRun + arm * runStride) * batch + b;
          targets[at * C + label] = 1;
          weights[at] = 1 / own.length;
          active[firstRun + arm * runStride] = true;
        });
        this.#fillFeatures(x, trial, row, (arm) => ((firstRun + arm * runStride) * batch + b) * D);
        if (withMasks)
          this.#fillMask(featureMask, D, this.#draws.features, (arm) => ((firstRun + arm * runStride) * batch + b) * D);
        trial.dropout.fill(this.#draws.hidden);
        this.#fillMask(hiddenMask, H, this.#draws.hidden, (arm) => ((firstRun + arm * runStride) * batch + b) * H);
      });
    });
    return { x, featureMask, hiddenMask, targets, weights, active, rows };
  }

  #fillFeatures(x: Float32Array, trial: TrialState, row: number, offset: (arm: number) => number): void {
    const { shift, scale } = trial.standardiser;
    const D = this.dataset.dimension;
    const draws = this.#draws.features;
    trial.dropout.fill(draws);
    const offsets = this.#arms.map((_, arm) => offset(arm));
    for (let d = 0; d < D; d++) {
      const value = ((this.x[row * D + d] ?? 0) - (shift[d] ?? 0)) * (scale[d] ?? 1);
      const draw = draws[d];
      for (let arm = 0; arm < offsets.length; arm++) {
        const { threshold, kept } = this.#arms[arm] ?? { threshold: 0, kept: 1 };
        x[(offsets[arm] ?? 0) + d] = draw === undefined ? value : draw < threshold ? 0 : value * kept;
      }
    }
  }

  #fillMask(mask: Float32Array, width: number, draws: Uint32Array, offset: (arm: number) => number): void {
    const offsets = this.#arms.map((_, arm) => offset(arm));
    for (let h = 0; h < width; h++) {
      const draw = draws[h];
      for (let arm = 0; arm < offsets.length; arm++) {
        const { threshold, kept } = this.#arms[arm] ?? { threshold: 0, kept: 1 };
        mask[(offsets[arm] ?? 0) + h] = draw === undefined ? 1 : draw < threshold ? 0 : kept;
      }
    }
  }
}
