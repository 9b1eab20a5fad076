import { t } from '@lingui/core/macro';
import { decimal } from '../core/figures';
import type { Checkpoint } from '../core/checkpoint';
import { conditioningOf } from '../core/conditioning';
import type { Dataset, Experiment } from '../core/experiment';
import type { RunMetrics } from '../core/metrics';
import type { TailPlan } from '../core/tailPlan';
import type { TrainedEpoch } from '../core/train';
import { freshState } from './adam';
import { nothingToTrain } from './ownWeights';
import { pooledDataset, shapedLike, tailEnds, type TailedBase } from './tail';
import { stepsPerSecondOf } from './timing';
import type { Trainable } from './trainable';
import { TunedRuns } from './tunedRuns';
import { DivergedError, TwinProgram } from './twinProgram';

/**
 * Fine-tuning: the head is trained on frozen features for `plan.frozenEpochs`; then the last blocks of the base are
 * unfrozen and trained on together with it, at the lower `plan.tuningRate` and with fresh moments. Beside it goes a
 * control that is trained on in the same way with the base still frozen, so that only what is trainable differs. The
 * statistics that standardise the features stay those of the frozen ones: at the moment of unfreezing both sides give
 * the same answers. No checkpoint is taken: what goes wrong starts afresh.
 *
 * @param base its weights are left as they are.
 * @param experiment with exactly four arms: two of the control and two tuned ones, at the same rates in the same order.
 *   `epochs` counts both phases.
 * @param dataset with the flattened maps of block `plan.from`, [N + K, side * side * channels].
 * @throws RangeError where experiment, dataset and plan do not fit. DivergedError when a loss is not finite. Error with
 *   a sentence where nothing in the unfrozen blocks can be trained.
 */
export async function* trainTuned(
  base: TailedBase,
  experiment: Experiment,
  dataset: Dataset,
  plan: TailPlan,
  signal: AbortSignal,
): AsyncGenerator<TrainedEpoch> {
  const { control, tuned } = sidesOf(experiment);
  const { from, to } = tailEnds(base, plan);
  if (base.network.learnedBetween(from.node, to.node).length === 0) throw nothingToTrain();
  const pooled = await pooledDataset(base, dataset, plan, signal);
  if (!pooled) return;
  const { frozenEpochs, tuningRate } = plan;
  const checkpoint = yield* trainedFrozen(control, pooled, frozenEpochs, signal);
  if (!checkpoint) return;

  const held: { readonly dispose: () => void }[] = [];
  const holding = <T extends { readonly dispose: () => void }>(made: T): T => {
    held.unshift(made);
    return made;
  };
  try {
    const { parameters, steps } = checkpoint;
    const start: Checkpoint = { ...freshState(parameters, steps.length), epoch: frozenEpochs };
    const beside = holding(new TwinProgram({ ...control, lr: tuningRate }, pooled, start));
    const tail = holding(base.network.trainable(from.node, to.node));
    const runs = holding(tunedRuns(tail, base, tuned, dataset, pooled, plan, parameters));
    if (!(await beside.replay(frozenEpochs, signal)) || !(await runs.begin(signal))) return;
    for (let epoch = frozenEpochs + 1; epoch <= experiment.epochs; epoch++) {
      const frozen = await beside.epoch(epoch, signal).catch((error: unknown) => {
        throw error instanceof DivergedError ? diverged(epoch, tuningRate) : error;
      });
      const unfrozen = frozen && (await runs.epoch(signal));
      if (!unfrozen) return;
      if (unfrozen.some(isLost)) throw diverged(epoch, tuningRate);
      yield { metrics: { epoch, runs: [...frozen.runs, ...unfrozen] }, checkpoint: null };
      if (signal.aborted) return;
    }
  } finally {
    for (const own of held) own.dispose();
  }
}

/**
 * Steps a second that one run takes through the unfrozen tail on the current engine, warm-up left out.
 * @param seconds how long to measure; at least three steps are taken.
 */
export async function tunedStepsPerSecond(
  base: TailedBase,
  experiment: Experiment,
  dataset: Dataset,
  plan: TailPlan,
  seconds: number,
): Promise<number> {
  const { from, to } = tailEnds(base, plan);
  const own = { ...sidesOf(experiment).tuned, trials: experiment.trials.slice(0, 1) };
  // What the features are makes no difference to how long it takes.
  const pooled = shapedLike(base, dataset, plan);
  const program = new TwinProgram(own, pooled);
  const { parameters } = await program.checkpoint(0).finally(() => program.dispose());
  const tail = base.network.trainable(from.node, to.node);
  const runs = tunedRuns(tail, base, own, dataset, pooled, { ...plan, frozenEpochs: 0 }, parameters);
  try {
    await runs.begin(new AbortController().signal);
    return await stepsPerSecondOf((count) => runs.steps(count), { warmUp: 1, stretch: 3, seconds });
  } finally {
    runs.dispose();
    tail.dispose();
  }
}

/** @throws RangeError where the arms are not two pairs. */
function sidesOf(experiment: Experiment): { readonly control: Experiment; readonly tuned: Experiment } {
  const [control, tuned] = [experiment.arms.slice(0, 2), experiment.arms.slice(2)];
  const isPaired = control.every((arm, i) => arm.dropoutRate === tuned[i]?.dropoutRate);
  if (experiment.arms.length !== 4 || !isPaired)
    throw new RangeError(t`Fine-tuning compares two arms with the base frozen and the same two with it unfrozen.`);
  return { control: { ...experiment, arms: control }, tuned: { ...experiment, arms: tuned } };
}

/** The epochs before anything is unfrozen, in which each tuned arm is its control. Returns null when aborted. */
async function* trainedFrozen(
  experiment: Experiment,
  dataset: Dataset,
  epochs: number,
  signal: AbortSignal,
): AsyncGenerator<TrainedEpoch, Checkpoint | null> {
  const program = new TwinProgram(experiment, dataset);
  try {
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const metrics = await program.epoch(epoch, signal);
      if (!metrics) return null;
      yield { metrics: { epoch, runs: [...metrics.runs, ...metrics.runs] }, checkpoint: null };
      if (signal.aborted) return null;
    }
    return await program.checkpoint(epochs);
  } finally {
    program.dispose();
  }
}

function tunedRuns(
  tail: Trainable,
  base: TailedBase,
  experiment: Experiment,
  dataset: Dataset,
  pooled: Dataset,
  plan: TailPlan,
  heads: Float32Array,
): TunedRuns {
  return new TunedRuns(
    {
      tail,
      from: tailEnds(base, plan).from,
      pooling: plan.pooling,
      dataset,
      conditioning: conditioningOf(experiment, pooled),
      experiment,
      dimension: pooled.dimension,
    },
    { heads, epochs: plan.frozenEpochs, learningRate: plan.tuningRate, pooled },
  );
}

const isLost = ({ train, validation }: RunMetrics) => !Number.isFinite(train.loss) || !Number.isFinite(validation.loss);

/** A rate that wrecks the base but leaves numbers is a lesson; without numbers there is nothing to draw. */
function diverged(epoch: number, learningRate: number): DivergedError {
  const rate = decimal(learningRate);
  return new DivergedError(
    t`Fine-tuning went astray in epoch ${epoch}: at a learning rate of ${rate} the loss is no longer a number. Lower the rate and train again.`,
  );
}
