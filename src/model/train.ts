import type { Dataset, Experiment } from '../core/experiment';
import type { RunFingerprint, Train } from '../core/metrics';
import { TwinProgram } from './twinProgram';

/**
 * Trains all arms x seeds in lockstep as one stacked tensor program on the current tfjs backend.
 * Yields after each epoch; `signal` and leaving the loop end it and leave no tensor behind.
 *
 * @throws DivergedError when a loss is not finite.
 */
export const train: Train = async function* train(experiment, dataset, signal) {
  const program = new TwinProgram(experiment, dataset);
  try {
    for (let epoch = 1; epoch <= experiment.epochs; epoch++) {
      const metrics = await program.epoch(epoch, signal);
      if (!metrics) return;
      yield metrics;
      if (signal.aborted) return;
    }
  } finally {
    program.dispose();
  }
};

/**
 * Steps per second of this experiment's program on the current backend, compilation and warm-up left out.
 *
 * @param seconds how long to measure; at least three steps are taken.
 */
export async function stepsPerSecond(experiment: Experiment, dataset: Dataset, seconds: number): Promise<number> {
  const program = new TwinProgram(experiment, dataset);
  try {
    await program.steps(2);
    const startedAt = performance.now();
    const elapsed = () => (performance.now() - startedAt) / 1000;
    let count = 0;
    for (; count < 3 || elapsed() < seconds; count += 3) await program.steps(3);
    return count / elapsed();
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
