import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import { Batches } from '../core/batches';
import { pictureOf, runsOf, type Dataset, type Experiment, type Trial } from '../core/experiment';
import type { EpochMetrics, RunMetrics, Score } from '../core/metrics';
import { identity } from '../core/standardise';
import { scratchFeatures, scratchShape, scratchSide, type ScratchShape } from '../core/why/scratchShape';
import { Adam, freshState } from './adam';
import { turnsOf } from './turns';
import { emptyTally, score, tally, type Tally } from './score';
import { initialScratch, scratchGradient, scratchKernels, scratchLogits } from './scratchNetwork';
import { DivergedError } from './twinProgram';

/** Numbers of a picture, row by row, red, green and blue of each pixel. */
const pixels = scratchSide * scratchSide * 3;

/** Pictures evaluated at once: under 50 ms on every engine but plain JavaScript. */
const chunk = 32;

/** One network in training. */
interface ScratchRun {
  readonly trial: Trial;
  /** Holds the parameters [1, P]. */
  readonly adam: Adam;
}

/** What a run takes a step with. */
interface StepInput {
  /** b rows of the dataset; none: the run's epoch is over. */
  readonly rows: Int32Array;
  /** [b, F] inverted-dropout multipliers. */
  readonly mask: Float32Array;
  /** [b, C] one-hot given labels. */
  readonly targets: Float32Array;
}

/**
 * A small convolutional network per run, trained from its initial weights, and all that the runs hold on the device. The
 * runs take their steps in turn; none sees another.
 */
export class ScratchProgram {
  readonly #shape: ScratchShape;
  readonly #classes: number;
  readonly #batches: Batches;
  readonly #runs: readonly ScratchRun[];
  readonly #l2: tf.Tensor2D | null;

  /** @throws RangeError when the features are not pictures of S x S pixels. */
  constructor(
    private readonly experiment: Experiment,
    private readonly dataset: Dataset,
  ) {
    if (dataset.dimension !== pixels)
      throw new RangeError(t`A network from scratch takes pictures of ${scratchSide} x ${scratchSide} pixels.`);
    this.#classes = dataset.classNames.length;
    this.#shape = scratchShape(this.#classes);
    // The order is that of a head, and the masks are those of a head with F hidden units. It is not asked for pictures,
    // which it would copy per run.
    this.#batches = new Batches(
      { ...experiment, hidden: scratchFeatures, dropoutAt: 'hidden' },
      { ...dataset, dimension: 0 },
      new Float32Array(),
      experiment.trials.map(() => identity(0)),
    );
    this.#runs = runsOf(experiment).map(({ trial }) => ({
      trial,
      adam: new Adam(freshState(initialScratch(this.#shape, trial.seed), 1), experiment.lr),
    }));
    this.#l2 =
      experiment.l2 > 0
        ? tf.tidy(() => tf.tensor2d(scratchKernels(this.#shape), [1, this.#shape.size]).mul(2 * experiment.l2))
        : null;
  }

  /** One epoch of all runs, then both sides evaluated with dropout off. Null when aborted in its middle. */
  async epoch(epoch: number, signal: AbortSignal): Promise<EpochMetrics | null> {
    // A step takes up to 20 ms.
    const turn = turnsOf(signal, 30);
    const seen = this.#runs.map(emptyTally);
    this.#batches.startEpoch();
    for (let step = 0; step < this.#batches.stepsPerEpoch; step++) {
      const inputs = this.#inputs(step);
      for (const [r, run] of this.#runs.entries()) {
        await this.#learn(run, inputs[r], seen[r]);
        if (!(await turn())) return null;
      }
    }
    const runs: RunMetrics[] = [];
    for (const [r, run] of this.#runs.entries()) {
      const train = await this.#evaluate(run, run.trial.training, run.trial.givenLabels, turn);
      const validation = train && (await this.#evaluate(run, run.trial.validation, this.dataset.labels, turn));
      if (!validation) return null;
      if (!Number.isFinite(train.loss) || !Number.isFinite(validation.loss))
        throw new DivergedError(
          t`Training went astray in epoch ${epoch}: the loss is no longer a number. Lower the learning rate and train again.`,
        );
      runs.push({ train, validation, seen: score(seen[r] ?? emptyTally()) });
    }
    return { epoch, runs };
  }

  /** Lets the first run take steps, and waits until the device has done them. */
  async steps(count: number): Promise<void> {
    const [run] = this.#runs;
    for (let step = 0; run && step < count; step++) {
      const at = step % this.#batches.stepsPerEpoch;
      if (at === 0) this.#batches.startEpoch();
      await this.#learn(run, this.#inputs(at)[0]);
    }
  }

  dispose(): void {
    for (const { adam } of this.#runs) adam.dispose();
    this.#l2?.dispose();
  }

  /** Per run. */
  #inputs(step: number): readonly StepInput[] {
    const { rows, hiddenMask, targets } = this.#batches.next(step);
    const { batch } = this.#batches;
    return this.#runs.map((_, r) => {
      const own = rows[r % this.experiment.trials.length] ?? new Int32Array();
      const part = (values: Float32Array, width: number) =>
        values.subarray(r * batch * width, (r * batch + own.length) * width);
      return { rows: own, mask: part(hiddenMask, scratchFeatures), targets: part(targets, this.#classes) };
    });
  }

  /** One update of a run, unless its epoch is over; its forward pass, dropout on, is added to what was seen. */
  async #learn({ adam, trial }: ScratchRun, input: StepInput | undefined, seen = emptyTally()): Promise<void> {
    if (!input || input.rows.length === 0) return;
    const { rows, mask, targets } = input;
    const { gradient, logits } = tf.tidy(() => {
      const tensors = {
        x: this.#pictures(rows),
        mask: tf.tensor2d(mask, [rows.length, scratchFeatures]),
        targets: tf.tensor2d(targets, [rows.length, this.#classes]),
      };
      return scratchGradient(this.#shape, adam.parameters, tensors, this.#l2);
    });
    adam.step(gradient, [true]);
    gradient.dispose();
    await this.#tally(logits, rows, trial.givenLabels, seen);
  }

  /** Null when aborted meanwhile. */
  async #evaluate({ adam }: ScratchRun, rows: Int32Array, labels: Int32Array, turn: Turn): Promise<Score | null> {
    const total = emptyTally();
    for (let from = 0; from < rows.length; from += chunk) {
      const part = rows.subarray(from, from + chunk);
      const logits = tf.tidy(() => scratchLogits(this.#shape, adam.parameters, this.#pictures(part)));
      await this.#tally(logits, part, labels, total);
      if (!(await turn())) return null;
    }
    return score(total);
  }

  /** [b, S, S, 3] */
  #pictures(rows: Int32Array): tf.Tensor4D {
    const values = new Float32Array(rows.length * pixels);
    rows.forEach((row, b) => {
      values.set(this.dataset.features.subarray(row * pixels, (row + 1) * pixels), b * pixels);
    });
    return tf.tensor4d(values, [rows.length, scratchSide, scratchSide, 3]);
  }

  /** Adds pictures' logits [b, C], which are disposed of. @param labels by picture. */
  async #tally(logits: tf.Tensor2D, rows: Int32Array, labels: Int32Array, into: Tally): Promise<void> {
    try {
      const values = await logits.data<'float32'>();
      rows.forEach((row, b) => {
        tally(into, values, b * this.#classes, this.#classes, labels[pictureOf(this.dataset, row)] ?? 0);
      });
    } finally {
      logits.dispose();
    }
  }
}

/** A turn of the event loop where the last one is a while ago; false when aborted. */
type Turn = () => Promise<boolean>;
