import { t } from '@lingui/core/macro';
import { bestEpoch, type Frame } from '../../core/curves';
import type { EpochMetrics } from '../../core/metrics';

/** An epoch that is marked on the charts. */
export interface Moment {
  readonly epoch: number;
  /** Whose validation loss is lowest then; null: the epoch that is looked at. */
  readonly arm: 0 | 1 | null;
}

/**
 * The epochs at which early stopping would have stopped, and the one looked at. One that is the last so far is left out:
 * the curves end there anyway.
 *
 * @param lookedAt null: the latest
 */
export function momentsOf(frame: Frame, history: readonly EpochMetrics[], lookedAt: number | null): readonly Moment[] {
  const last = history.at(-1)?.epoch ?? 0;
  const stops = ([0, 1] as const).flatMap((arm): Moment[] => {
    const best = frame.arms[arm] && bestEpoch(frame, history, arm);
    return best && best.epoch < last ? [{ epoch: best.epoch, arm }] : [];
  });
  return lookedAt === null || last === 0 ? stops : [...stops, { epoch: lookedAt, arm: null }];
}

/** The same in words, for those who cannot see the charts. @param arms those in the chart */
export function momentWords(moments: readonly Moment[], arms: readonly (0 | 1)[]): string {
  return moments
    .flatMap(({ epoch, arm }) => {
      if (arm === null) return [epoch === 0 ? t`Looked at: the start.` : t`Looked at: epoch ${epoch}.`];
      if (!arms.includes(arm)) return [];
      if (arms.length === 1) return [t`Validation loss is lowest after epoch ${epoch}.`];
      return [
        arm === 0
          ? t`Validation loss is lowest without dropout after epoch ${epoch}.`
          : t`Validation loss is lowest with dropout after epoch ${epoch}.`,
      ];
    })
    .join(' ');
}
