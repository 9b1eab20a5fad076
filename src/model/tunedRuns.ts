import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import { Batches, type Batch } from '../core/batches';
import { pictureOf, type Dataset } from '../core/experiment';
import type { RunMetrics, Score } from '../core/metrics';
import { Adam } from './adam';
import { emptyTally, score, tally } from './score';
import { tailBatches } from './tail';
import { TailProgram, type RunState, type TailParts } from './tailProgram';
import { turnsOf } from './turns';

/** How the unfrozen runs start. */
export interface TunedStart {
  /** [R, P of the head] from the frozen training, in run order. */
  readonly heads: Float32Array;
  /** Epochs that were trained until then. */
  readonly epochs: number;
  readonly learningRate: number;
  /** The pooled features while they were frozen: for masks and order alone. */
  readonly pooled: Dataset;
}

/**
 * All runs of an experiment through one unfrozen tail, one after the other: each has weights and moments of its own,
 * kept in plain arrays, that take their turn on the device in every epoch. What they are fed is drawn by the same class
 * from the same streams as for frozen features.
 */
export class TunedRuns {
  readonly #program: TailProgram;
  /** Of one trial each: its numbers do not depend on the others'. */
  readonly #batches: readonly Batches[];
  readonly #states: RunState[] = [];

  /** @param parts whose tail is as it was pretrained. */
  constructor(
    private readonly parts: TailParts,
    private readonly start: TunedStart,
  ) {
    const { experiment, conditioning } = parts;
    this.#program = new TailProgram(parts);
    this.#batches = experiment.trials.map((trial, k) => {
      const own = conditioning.trials[k];
      return new Batches({ ...experiment, trials: [trial] }, start.pooled, conditioning.x, own ? [own] : []);
    });
  }

  /**
   * Call it first: takes over the weights, and draws what the frozen epochs drew.
   * @returns false when aborted meanwhile.
   */
  async begin(signal: AbortSignal): Promise<boolean> {
    const runs = this.parts.experiment.arms.length * this.#batches.length;
    const size = this.start.heads.length / runs;
    for (let r = 0; r < runs; r++) {
      const head = this.start.heads.subarray(r * size, (r + 1) * size);
      this.#states.push(await this.#program.startWith(head));
    }
    const turn = turnsOf(signal);
    for (const batches of this.#batches)
      for (let epoch = 0; epoch < this.start.epochs; epoch++) {
        batches.skipEpoch();
        if (!(await turn())) return false;
      }
    return !signal.aborted;
  }

  /** One epoch of all runs, each then evaluated on both sides with dropout off. Null when aborted in its middle. */
  async epoch(signal: AbortSignal): Promise<readonly RunMetrics[] | null> {
    const { arms, trials } = this.parts.experiment;
    const byArm: RunMetrics[][] = arms.map(() => []);
    const turn = turnsOf(signal);
    for (const k of trials.keys()) {
      const steps = this.#drawn(k);
      for (const [arm, own] of byArm.entries()) {
        const metrics = await this.#turn(k, arm, steps, turn);
        if (!metrics) return null;
        own.push(metrics);
      }
    }
    return byArm.flat();
  }

  /**
   * Logits [rows, C] of a run as it stands, dropout off, row-major. Null when `turn` says to stop.
   * @param r run index, arm * trials + trial.
   */
  async logits(r: number, rows: Int32Array, turn: () => Promise<boolean>): Promise<Float32Array | null> {
    const state = this.#states[r];
    if (!state) throw new RangeError(t`There is no run ${r}.`);
    this.#program.putState(state);
    const classes = this.parts.dataset.classNames.length;
    const all = new Float32Array(rows.length * classes);
    let done = 0;
    for (const some of tailBatches(rows)) {
      const logits = this.#program.logits(some, r % this.#batches.length);
      try {
        all.set(await logits.data(), done * classes);
      } finally {
        logits.dispose();
      }
      done += some.length;
      if (!(await turn())) return null;
    }
    return all;
  }

  /** Takes steps of one run, of the first trial and the last arm, and waits until the device has done them. */
  async steps(count: number): Promise<void> {
    const steps = this.#drawn(0);
    await this.#training(0, this.parts.experiment.arms.length - 1, async (step) => {
      for (let i = 0; i < count; i++) {
        const batch = steps[i % steps.length];
        if (batch) step(batch);
      }
      return true;
    });
  }

  dispose(): void {
    this.#program.dispose();
  }

  /** The next epoch's batches of a trial, for all its arms. */
  #drawn(k: number): readonly Batch[] {
    const batches = this.#batches[k];
    batches?.startEpoch();
    return Array.from({ length: batches?.stepsPerEpoch ?? 0 }, (_, step) => batches?.next(step, true) ?? []).flat();
  }

  /** One epoch of one run. */
  async #turn(
    k: number,
    arm: number,
    steps: readonly Batch[],
    turn: () => Promise<boolean>,
  ): Promise<RunMetrics | null> {
    const trial = this.parts.experiment.trials[k];
    if (!trial) throw new RangeError(t`There is no trial ${k}.`);
    const seen = await this.#training(k, arm, async (step) => {
      for (const batch of steps) {
        step(batch);
        if (!(await turn())) return false;
      }
      return true;
    });
    const rows = Int32Array.from([...trial.training, ...trial.validation]);
    const logits = seen && (await this.logits(arm * this.#batches.length + k, rows, turn));
    if (!logits) return null;
    const own = steps.flatMap((batch) => [...(batch.rows[0] ?? [])]);
    const given = own.map((row) => trial.givenLabels[pictureOf(this.parts.dataset, row)] ?? 0);
    const { givenLabels, training, validation } = trial;
    const { labels, classNames } = this.parts.dataset;
    const validationAt = training.length * classNames.length;
    return {
      train: scoreOf(logits.subarray(0, validationAt), labelsOf(training, givenLabels)),
      validation: scoreOf(logits.subarray(validationAt), labelsOf(validation, labels)),
      seen: scoreOf(seen, given),
    };
  }

  /**
   * Brings a run's state to the device, lets it take steps and takes it back.
   *
   * @param take returns false to give the steps up; the run is then as before.
   * @returns logits of all steps, dropout on, row by row; null when given up.
   */
  async #training(
    k: number,
    arm: number,
    take: (step: (batch: Batch) => void) => Promise<boolean>,
  ): Promise<Float32Array | null> {
    const r = arm * this.#batches.length + k;
    const state = this.#states[r];
    if (!state) throw new RangeError(t`There is no run ${r}.`);
    const adams = state.map((own) => new Adam(own, this.start.learningRate));
    const logits: tf.Tensor2D[] = [];
    try {
      if (!(await take((batch) => void logits.push(this.#program.step(adams, batch, k, arm))))) return null;
      this.#states[r] = await Promise.all(adams.map((adam) => adam.state()));
      const all = await Promise.all(logits.map((some) => some.data<'float32'>()));
      return Float32Array.from(all.flatMap((values) => [...values]));
    } finally {
      for (const adam of adams) adam.dispose();
      tf.dispose(logits);
    }
  }
}

const labelsOf = (rows: Int32Array, labels: Int32Array): readonly number[] =>
  Array.from(rows, (row) => labels[row] ?? 0);

/** @param logits [labels, C] row-major. */
function scoreOf(logits: Float32Array, labels: readonly number[]): Score {
  const total = emptyTally();
  const classes = logits.length / Math.max(labels.length, 1);
  for (const [at, label] of labels.entries()) tally(total, logits, at * classes, classes, label);
  return score(total);
}
