import type { Dataset, Experiment } from '../core/experiment';
import type { TrainedEpoch } from '../core/train';
import { ScratchProgram } from './scratchProgram';
import { stepsPerSecondOf } from './timing';

export { scratchParameters, scratchSide } from '../core/why/scratchShape';

/**
 * Trains a small convolutional network from scratch for every arm and seed, on the current tfjs backend: 3 x 3
 * convolutions of 16, 32 and 64 channels with ReLU, halved by max pooling after the first two, global average pooling,
 * dropout by the arm's rate and a softmax layer, by Adam. Batches come in a head's order. Yields after each epoch;
 * `signal` and leaving the loop end it and leave no tensor behind. There are no checkpoints. `hidden` and `dropoutAt` are
 * a head's and play no part.
 *
 * The learning rate is the experiment's: 0.003, the default for heads, is a good one here too. On the emojis (36 and 18
 * concepts a class, batches of 16, 3 seeds, 60 epochs, no dropout) validation reached 83 %, against 74 % at 0.001.
 *
 * @param dataset its features are pictures [N + K, S * S * 3], red, green and blue from 0 to 1, taken as they are.
 * @throws DivergedError when a loss is not finite. RangeError when the features are not such pictures.
 */
export async function* trainScratch(
  experiment: Experiment,
  dataset: Dataset,
  signal: AbortSignal,
): AsyncGenerator<TrainedEpoch> {
  if (signal.aborted) return;
  const program = new ScratchProgram(experiment, dataset);
  try {
    for (let epoch = 1; epoch <= experiment.epochs; epoch++) {
      const metrics = await program.epoch(epoch, signal);
      if (!metrics) return;
      yield { metrics, checkpoint: null };
      if (signal.aborted) return;
    }
  } finally {
    program.dispose();
  }
}

/**
 * Run-steps of this experiment per second on the current backend, compilation and warm-up left out: one run's, because
 * the runs take turns. At least two steps are taken.
 */
export async function scratchStepsPerSecond(
  experiment: Experiment,
  dataset: Dataset,
  seconds: number,
): Promise<number> {
  const program = new ScratchProgram({ ...experiment, trials: experiment.trials.slice(0, 1) }, dataset);
  try {
    return await stepsPerSecondOf((count) => program.steps(count), { warmUp: 1, stretch: 2, seconds });
  } finally {
    program.dispose();
  }
}
