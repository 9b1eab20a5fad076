import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import { runsOf, type Dataset, type Experiment } from '../core/experiment';
import type { Engine, EngineSpeed, HeadEngineReport } from '../core/engine';
import type { RunFingerprint } from '../core/runFingerprint';
import { guarded } from './engineWatch';
import { fingerprints, stepsPerSecond } from './train';

/**
 * How much faster another engine has to be before WASM is left: between near equals a noisy measurement would pick now
 * one and now the other, and the same seed would give curves that differ in the last digits.
 */
const clearlyFaster = 1.5;

/** What an engine is measured with, and what is told of the training before it begins. */
export interface HeadMeasuring {
  /** Run-steps per second on the engine, which is set. */
  readonly measure: (engine: Engine, experiment: Experiment, dataset: Dataset) => Promise<number>;
  /** In run order; empty: nothing is told. */
  readonly fingerprints: (experiment: Experiment, dataset: Dataset) => Promise<readonly RunFingerprint[]>;
}

/**
 * Measures the engines on this very experiment and leaves the fastest one set.
 *
 * @param candidates engines to try; those that do not start or fail are left out.
 * @param measuring of what is trained; a head, unless it is told otherwise.
 * @throws Error if none starts.
 */
export async function fastestHeadEngine(
  experiment: Experiment,
  dataset: Dataset,
  candidates: readonly Engine[],
  measuring: HeadMeasuring = { measure, fingerprints },
): Promise<HeadEngineReport> {
  const measured: EngineSpeed[] = [];
  for (const engine of candidates) {
    try {
      if (await tf.setBackend(engine))
        measured.push({ engine, runStepsPerSecond: await guarded(measuring.measure(engine, experiment, dataset)) });
    } catch (error) {
      console.warn(`The ${engine} engine could not be measured.`, error);
    }
  }
  const chosen = preferred(measured);
  if (!chosen) throw new Error(t`No engine could be started to train the head.`);
  await tf.setBackend(chosen.engine);
  return {
    engine: chosen.engine,
    measured,
    fingerprints: await measuring.fingerprints(experiment, dataset),
    switched: null,
  };
}

/** The fastest, but for WASM when it is nearly as fast. */
export function preferred(measured: readonly EngineSpeed[]): EngineSpeed | undefined {
  const fastest = measured.toSorted((a, b) => b.runStepsPerSecond - a.runStepsPerSecond)[0];
  const wasm = measured.find((m) => m.engine === 'wasm');
  return wasm && fastest && fastest.runStepsPerSecond < clearlyFaster * wasm.runStepsPerSecond ? wasm : fastest;
}

async function measure(engine: Engine, experiment: Experiment, dataset: Dataset): Promise<number> {
  // Plain JavaScript takes time in proportion to the runs, and seconds for a big stack: one seed tells enough.
  const part = engine === 'cpu' ? { ...experiment, trials: experiment.trials.slice(0, 1) } : experiment;
  return (await stepsPerSecond(part, dataset, 0.15)) * runsOf(part).length;
}
