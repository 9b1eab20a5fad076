import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import type { Checkpoint } from '../core/checkpoint';
import { pictureOf, runsOf, type Dataset, type Experiment, type Trial } from '../core/experiment';
import type { EpochMetrics, Score } from '../core/metrics';
import type { RunFingerprint } from '../core/runFingerprint';
import { Adam, freshState } from './adam';
import { Batches, type Batch } from '../core/batches';
import { fingerprintsOf } from './fingerprint';
import { headShape, initialParameters, kernelMask, type HeadShape } from '../core/headShape';
import { evaluate, lossGradient } from './head';
import { macrotask } from '../core/macrotask';
import { emptyTally, score, tally } from './score';
import { scoredEpoch, type ScoredEpoch } from './scoredEpoch';
import { conditioningOf } from '../core/conditioning';
import type { Standardiser } from '../core/standardise';

/** A loss that is no longer a number: the run went wrong, and going on would only draw nonsense. */
export class DivergedError extends Error {
  override readonly name = 'DivergedError';
}

/** All runs of an experiment as one stacked tensor program, with what it holds on the device. */
export class TwinProgram {
  readonly #shape: HeadShape;
  readonly #runs: number;
  readonly #classes: number;
  readonly #batches: Batches;
  readonly #adam: Adam;
  readonly #l2: tf.Tensor2D | null;
  /** [1, N, D] the pictures without their copies, and per run [R, 1, D]. */
  readonly #x: tf.Tensor3D;
  readonly #shift: tf.Tensor3D;
  readonly #scale: tf.Tensor3D;

  /**
   * @param from the state to go on from; null: the start. What was drawn up to then is caught up on with `replay`.
   * @throws RangeError when the checkpoint is of another experiment.
   */
  constructor(
    private readonly experiment: Experiment,
    private readonly dataset: Dataset,
    from: Checkpoint | null = null,
  ) {
    const { dimension, classNames, labels } = dataset;
    this.#classes = classNames.length;
    this.#runs = runsOf(experiment).length;
    this.#shape = headShape(dimension, experiment.hidden, this.#classes);
    const { x, trials: standardisers } = conditioningOf(experiment, dataset);
    this.#batches = new Batches(experiment, dataset, x, standardisers);
    const size = this.#runs * this.#shape.size;
    if (from && (from.parameters.length !== size || from.steps.length !== this.#runs))
      throw new RangeError(t`This training cannot go on: what was kept of it belongs to another experiment.`);
    this.#adam = new Adam(from ?? freshState(this.#initial(size), this.#runs), experiment.lr);
    this.#l2 =
      experiment.l2 > 0
        ? tf.tensor2d(
            kernelMask(this.#shape).map((on) => 2 * experiment.l2 * on),
            [1, this.#shape.size],
          )
        : null;
    this.#x = tf.tensor3d(x.subarray(0, labels.length * dimension), [1, labels.length, dimension]);
    this.#shift = this.#perRun(standardisers, (s) => s.shift);
    this.#scale = this.#perRun(standardisers, (s) => s.scale);
  }

  /** One epoch of all runs, then both sides evaluated with dropout off. Null when aborted in its middle. */
  async epoch(epoch: number, signal: AbortSignal): Promise<EpochMetrics | null> {
    const logits: tf.Tensor3D[] = [];
    const rows: (readonly Int32Array[])[] = [];
    try {
      this.#batches.startEpoch();
      let turnedAt = performance.now();
      for (let step = 0; step < this.#batches.stepsPerEpoch; step++) {
        const batch = this.#batches.next(step);
        logits.push(this.#step(batch));
        rows.push(batch.rows);
        if (performance.now() - turnedAt > 50) {
          await macrotask();
          turnedAt = performance.now();
          if (signal.aborted) return null;
        }
      }
      const seen = await this.#scoreSeen(logits, rows);
      const { runs, confusion } = await this.#scoreBothSides(seen);
      const failed = runs.find((run) => !Number.isFinite(run.train.loss) || !Number.isFinite(run.validation.loss));
      if (failed)
        throw new DivergedError(
          t`Training went astray in epoch ${epoch}: the loss is no longer a number. Lower the learning rate and train again.`,
        );
      return { epoch, runs, confusion };
    } finally {
      tf.dispose(logits);
    }
  }

  /**
   * Draws what the first epochs drew, so that the next one is fed as if this program had trained them.
   * @returns false when aborted before or meanwhile.
   */
  async replay(epochs: number, signal: AbortSignal): Promise<boolean> {
    let turnedAt = performance.now();
    for (let epoch = 0; epoch < epochs; epoch++) {
      this.#batches.skipEpoch();
      if (performance.now() - turnedAt > 50) {
        await macrotask();
        turnedAt = performance.now();
      }
      if (signal.aborted) return false;
    }
    return !signal.aborted;
  }

  /** @param epoch epochs done. */
  async checkpoint(epoch: number): Promise<Checkpoint> {
    return { epoch, ...(await this.#adam.state()) };
  }

  /** What every run starts from and is fed, read from the program itself. Takes the draws of the first epoch. */
  async fingerprints(): Promise<readonly RunFingerprint[]> {
    const initial = new Float32Array(await this.#adam.parameters.data());
    return fingerprintsOf(this.experiment, this.dataset, initial, this.#batches);
  }

  /** Takes steps and waits until the device has done them. */
  async steps(count: number): Promise<void> {
    this.#batches.startEpoch();
    const logits = Array.from({ length: count }, (_, i) =>
      this.#step(this.#batches.next(i % this.#batches.stepsPerEpoch)),
    );
    try {
      await this.#adam.parameters.data();
    } finally {
      tf.dispose(logits);
    }
  }

  dispose(): void {
    this.#adam.dispose();
    tf.dispose([this.#x, this.#shift, this.#scale]);
    this.#l2?.dispose();
  }

  /** One update of all runs; returns the logits [R, B, C] of its forward pass. */
  #step(batch: Batch): tf.Tensor3D {
    const size = this.#batches.batch;
    const H = this.experiment.hidden;
    const { gradient, logits } = tf.tidy(() => {
      const input = {
        x: tf.tensor3d(batch.x, [this.#runs, size, this.dataset.dimension]),
        hiddenMask: H > 0 ? tf.tensor3d(batch.hiddenMask, [this.#runs, size, H]) : null,
        targets: tf.tensor3d(batch.targets, [this.#runs, size, this.#classes]),
        weights: tf.tensor3d(batch.weights, [this.#runs, size, 1]),
      };
      return lossGradient(this.#shape, this.#adam.parameters, input, this.#l2);
    });
    this.#adam.step(gradient, batch.active);
    gradient.dispose();
    return logits;
  }

  async #scoreSeen(
    logits: readonly tf.Tensor3D[],
    rows: readonly (readonly Int32Array[])[],
  ): Promise<readonly Score[]> {
    const stacked = tf.stack([...logits]);
    try {
      const values = new Float32Array(await stacked.data());
      const { batch } = this.#batches;
      return runsOf(this.experiment).map(({ trial }, r) => {
        const k = this.experiment.trials.indexOf(trial);
        const total = emptyTally();
        rows.forEach((step, s) =>
          step[k]?.forEach((row, b) => {
            const at = ((s * this.#runs + r) * batch + b) * this.#classes;
            tally(total, values, at, this.#classes, trial.givenLabels[pictureOf(this.dataset, row)] ?? 0);
          }),
        );
        return score(total);
      });
    } finally {
      stacked.dispose();
    }
  }

  async #scoreBothSides(seen: readonly Score[]): Promise<ScoredEpoch> {
    const count = this.dataset.labels.length;
    const logits = tf.tidy(() =>
      tf.concat(
        rowChunks(count, this.#runs * Math.max(this.experiment.hidden, 1)).map(([from, size]) =>
          evaluate(
            this.#shape,
            this.#adam.parameters,
            this.#x.slice([0, from, 0], [1, size, this.dataset.dimension]),
            this.#shift,
            this.#scale,
          ),
        ),
        1,
      ),
    );
    try {
      const values = new Float32Array(await logits.data());
      return scoredEpoch(values, this.experiment, this.dataset, seen);
    } finally {
      logits.dispose();
    }
  }

  /** [R, P] */
  #initial(size: number): Float32Array {
    const initial = new Float32Array(size);
    runsOf(this.experiment).forEach(({ trial }, r) =>
      initial.set(initialParameters(this.#shape, trial.seed), r * this.#shape.size),
    );
    return initial;
  }

  #perRun(standardisers: readonly Standardiser[], pick: (s: Standardiser) => Float32Array): tf.Tensor3D {
    const { dimension } = this.dataset;
    const values = new Float32Array(this.#runs * dimension);
    const indexOf = new Map<Trial, number>(this.experiment.trials.map((trial, k) => [trial, k]));
    runsOf(this.experiment).forEach(({ trial }, r) => {
      const own = standardisers[indexOf.get(trial) ?? 0];
      if (own) values.set(pick(own), r * dimension);
    });
    return tf.tensor3d(values, [this.#runs, 1, dimension]);
  }
}

/** Rows per evaluation such that the hidden activations of all runs stay under 32 MB. */
function rowChunks(count: number, floatsPerRow: number): readonly (readonly [from: number, size: number])[] {
  const most = Math.max(1, Math.floor((8 * 1024 * 1024) / floatsPerRow));
  return Array.from({ length: Math.ceil(count / most) }, (_, i) => [i * most, Math.min(most, count - i * most)]);
}
