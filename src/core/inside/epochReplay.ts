import { t } from '@lingui/core/macro';
import { Batches } from '../batches';
import { learnedRows, pictureOf, type Dataset, type Experiment } from '../experiment';
import type { RngState } from '../rng';
import type { HeadShape } from '../headShape';
import { standardised, standardiser, type Standardiser } from '../standardise';
import { takeStep, type RunState, type StepBatch, type StepResult } from './step';

/** One trial of an experiment as a run sees it: its own standardisation, and nobody else's numbers. */
export interface TrialData {
  /** [N + K, D] brought to a common size, as the training does for float32's sake. */
  readonly common: Float32Array;
  readonly own: Standardiser;
}

/** [N + K, D] all features brought to a common size: what the trials of an experiment share. */
export function commonFeatures({ features, dimension, labels }: Dataset): Float32Array {
  return standardised(features, standardiser(features, dimension, Int32Array.from(labels.keys())));
}

/** The same conditioning, in the same order, as in the training. @param rows that the trial learns from */
export function trialData(dataset: Dataset, rows: Int32Array, common = commonFeatures(dataset)): TrialData {
  return { common, own: standardiser(common, dataset.dimension, rows) };
}

/** One trial's batches from the first step after so many epochs. @param known see `Batches.seek`. */
export function batchesAfter(
  {
    experiment,
    dataset,
    data,
  }: { readonly experiment: Experiment; readonly dataset: Dataset; readonly data: TrialData },
  epochs: number,
  known: Map<number, readonly RngState[]>,
): Batches {
  const batches = new Batches(experiment, dataset, data.common, [data.own]);
  batches.seek(epochs, known);
  batches.startEpoch();
  return batches;
}

/** [rows, D] standardised features of some rows. */
export function standardisedRows({ common, own }: TrialData, rows: ArrayLike<number>): Float32Array {
  const dimension = own.shift.length;
  const out = new Float32Array(rows.length * dimension);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    out.set(standardised(common.subarray(row * dimension, (row + 1) * dimension), own), i * dimension);
  }
  return out;
}

/** One step as it was really fed and taken, for every arm of one trial. */
export interface ReplayedStep {
  /** 1-based, within the epoch. */
  readonly step: number;
  readonly steps: number;
  /** [B] dataset rows, altered copies by their own pictures. */
  readonly rows: Int32Array;
  readonly labels: Int32Array;
  readonly arms: readonly (StepResult & { readonly fed: StepBatch; readonly before: RunState })[];
}

/**
 * One epoch of one trial, step by step, from the state before it: the batches and masks are drawn by the very class that
 * feeds the training, with the same seeds, so that they are those of the run.
 */
export class EpochReplay {
  readonly #batches: Batches;
  /** Of the one trial. */
  readonly #experiment: Experiment;
  #states: readonly RunState[];
  #next = 0;

  /**
   * @param epochs done before this one.
   * @param states by arm, after those epochs. @param known see `Batches.seek`.
   */
  constructor(
    experiment: Experiment,
    private readonly dataset: Dataset,
    trial: number,
    epochs: number,
    private readonly shape: HeadShape,
    states: readonly RunState[],
    data: TrialData,
    known = new Map<number, readonly RngState[]>(),
  ) {
    const own = experiment.trials[trial];
    if (!own) throw new RangeError(t`There is no trial ${trial}.`);
    this.#states = states;
    this.#experiment = { ...experiment, trials: [own] };
    this.#batches = batchesAfter({ experiment: this.#experiment, dataset, data }, epochs, known);
  }

  /** By arm, after the steps taken so far. */
  get states(): readonly RunState[] {
    return this.#states;
  }

  /** The epoch's next step; null when it is over. */
  next(): ReplayedStep | null {
    const steps = this.#batches.stepsPerEpoch;
    if (this.#next >= steps) return null;
    const batch = this.#batches.next(this.#next++, true);
    const [fedRows] = batch.rows;
    if (!fedRows) return null;
    const [D, H, B] = [this.dataset.dimension, this.#experiment.hidden, this.#batches.batch];
    const count = fedRows.length;
    const rows = fedRows.map((row) => pictureOf(this.dataset, row));
    const given = this.#experiment.trials[0]?.givenLabels ?? new Int32Array();
    const labels = rows.map((row) => given[row] ?? 0);
    const arms = this.#states.map((state, arm) => {
      const fed: StepBatch = {
        x: batch.x.slice(arm * B * D, (arm * B + count) * D),
        featureMask: batch.featureMask.slice(arm * B * D, (arm * B + count) * D),
        hiddenMask: batch.hiddenMask.slice(arm * B * H, (arm * B + count) * H),
        labels,
      };
      return { fed, before: state, ...takeStep(this.shape, state, fed, this.#experiment) };
    });
    this.#states = arms.map(({ state }) => state);
    return { step: this.#next, steps, rows, labels, arms };
  }
}

/** Every row that a trial learns from, for its standardisation. */
export const rowsLearned = (experiment: Experiment, trial: number): Int32Array => {
  const own = experiment.trials[trial];
  return own ? learnedRows(own) : new Int32Array();
};
