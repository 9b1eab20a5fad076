import type { Experiment } from './experiment';
import type { EpochMetrics, RunMetrics, Score } from './metrics';

/**
 * An experiment of two arms whose validation sides have `pictures` pictures each; every seed has its own, or one split.
 * @param groups sizes of the groups that the validation pictures come in, for all of them.
 */
export function experimentOf(
  seeds: number,
  epochs = 3,
  {
    rate = 0.5,
    groups = [],
    pictures = groups.length > 0 ? groups.reduce((sum, size) => sum + size, 0) : 100,
    fixed = false,
  }: {
    readonly rate?: number;
    readonly groups?: readonly number[];
    readonly pictures?: number;
    readonly fixed?: boolean;
  } = {},
): Experiment {
  const all = 200 + pictures;
  const rows = (k: number, from: number, length: number) =>
    Int32Array.from({ length }, (_, i) => (from + i + (fixed ? 0 : k * pictures)) % all);
  return {
    arms: [
      { name: 'without dropout', dropoutRate: 0 },
      { name: 'with dropout', dropoutRate: rate },
    ],
    trials: Array.from({ length: seeds }, (_, k) => ({
      seed: k + 1,
      training: rows(k, 0, 200),
      validation: rows(k, 200, pictures),
      ...(groups.length > 0 && {
        validationGroups: Int32Array.from(
          groups.flatMap((size, g) => Array<number>(size).fill((fixed ? 0 : 1000 * k) + g)),
        ),
      }),
      copies: new Int32Array(),
      givenLabels: new Int32Array(all),
    })),
    hidden: 32,
    dropoutAt: 'both',
    epochs,
    batch: 16,
    lr: 0.003,
    l2: 0,
    isStandardised: false,
  };
}

export const score = (accuracy: number, loss: number): Score => ({ accuracy, loss });

export const run = (train: Score, validation: Score, seen: Score = score(0.5, 1)): RunMetrics => ({
  train,
  validation,
  seen,
});

/** Epochs 1, 2, … with these runs, in run order. */
export const historyOf = (...epochs: readonly (readonly RunMetrics[])[]): readonly EpochMetrics[] =>
  epochs.map((runs, i) => ({ epoch: i + 1, runs }));
