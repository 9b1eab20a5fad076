import type { Checkpoint } from '../core/checkpoint';
import type { TrainedEpoch } from '../core/train';
import type { Dataset, Experiment } from '../core/experiment';
import type { RunFingerprint } from '../core/runFingerprint';
import type { Train } from '../core/train';
import { stepsPerSecondOf } from './timing';
import { TwinProgram } from './twinProgram';

/**
 * Trains all arms x seeds in lockstep as one stacked tensor program on the current tfjs backend.
 * Yields after each epoch; `signal` and leaving the loop end it and leave no tensor behind.
 *
 * @throws DivergedError when a loss is not finite.
 */
export const train: Train = async function* train(experiment, dataset, signal, from) {
  for await (const { metrics } of trainEpochs(experiment, dataset, signal, from ?? null, null)) yield metrics;
};

/** What checkpoints may cost of a training's time. */
export interface CheckpointAllowance {
  /** Share of the time, in [0, 1]. */
  readonly share: number;
  /** Besides, in ms: short trainings are over before a share of them is worth anything. */
  readonly grace: number;
}

/**
 * As `train`, with checkpoints along the way. On the engine of the checkpoint the continuation is the same to the last
 * bit.
 *
 * @param allowance null: no checkpoint is taken. The first and the last epoch have one, and between them there is one
 *   whenever the allowance covers it.
 */
export async function* trainEpochs(
  experiment: Experiment,
  dataset: Dataset,
  signal: AbortSignal,
  from: Checkpoint | null,
  allowance: CheckpointAllowance | null,
): AsyncGenerator<TrainedEpoch> {
  const program = new TwinProgram(experiment, dataset, from);
  const begunAt = performance.now();
  let spent = 0;
  let cost = 0;
  const checkpointAt = async (epoch: number): Promise<Checkpoint | null> => {
    if (!allowance) return null;
    const startedAt = performance.now();
    const isCovered = spent + cost <= allowance.share * (startedAt - begunAt) + allowance.grace;
    // The last one is always taken: it is what came out.
    if (!isCovered && epoch < experiment.epochs) return null;
    const checkpoint = await program.checkpoint(epoch);
    cost = performance.now() - startedAt;
    spent += cost;
    return checkpoint;
  };
  try {
    const done = from?.epoch ?? 0;
    if (!(await program.replay(done, signal))) return;
    for (let epoch = done + 1; epoch <= experiment.epochs; epoch++) {
      const metrics = await program.epoch(epoch, signal);
      if (!metrics) return;
      yield { metrics, checkpoint: await checkpointAt(epoch) };
      if (signal.aborted) return;
    }
  } finally {
    program.dispose();
  }
}

/**
 * Steps per second of this experiment's program on the current backend, compilation and warm-up left out.
 *
 * @param seconds how long to measure; at least three steps are taken.
 */
export async function stepsPerSecond(experiment: Experiment, dataset: Dataset, seconds: number): Promise<number> {
  const program = new TwinProgram(experiment, dataset);
  try {
    return await stepsPerSecondOf((count) => program.steps(count), { warmUp: 2, stretch: 3, seconds });
  } finally {
    program.dispose();
  }
}

/** What every run of this experiment starts from and is fed, so that the page can show the pairing instead of asserting it. */
export async function fingerprints(experiment: Experiment, dataset: Dataset): Promise<readonly RunFingerprint[]> {
  const program = new TwinProgram(experiment, dataset);
  try {
    return await program.fingerprints();
  } finally {
    program.dispose();
  }
}
