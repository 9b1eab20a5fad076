import { plural, t } from '@lingui/core/macro';
import { grouped } from '../../core/figures';

/** How far a training is. One epoch takes all runs through all training pictures once. */
export interface TrainProgress {
  readonly epoch: number;
  readonly epochs: number;
  /** Both sides times the seeds. */
  readonly runs: number;
  /** null until there is something to measure. */
  readonly runStepsPerSecond: number | null;
  /** Name of the engine that trains; null: still being chosen. */
  readonly engine: string | null;
}

export type TrainState =
  | { readonly phase: 'disabled'; readonly reason: string }
  | { readonly phase: 'ready' }
  /** Train was pressed, and something must come first. */
  | { readonly phase: 'preparing'; readonly words: string }
  | { readonly phase: 'running'; readonly progress: TrainProgress }
  | { readonly phase: 'paused'; readonly progress: TrainProgress }
  | { readonly phase: 'stopped'; readonly progress: TrainProgress }
  | { readonly phase: 'finished'; readonly progress: TrainProgress }
  | { readonly phase: 'failed'; readonly reason: string };

/** "Epoch 12 of 60 · 10 runs · 1,234 run-steps/s · WASM" */
export function progressWords({ epoch, epochs, runs, runStepsPerSecond, engine }: TrainProgress): string {
  const speed = runStepsPerSecond === null ? null : grouped(Math.round(runStepsPerSecond));
  return [
    t`Epoch ${epoch} of ${epochs}`,
    plural(runs, { one: '# run', other: '# runs' }),
    ...(speed === null ? [] : [t`${speed} run-steps/s`]),
    ...(engine === null ? [] : [engine]),
  ].join(' · ');
}
