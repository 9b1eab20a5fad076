import { t } from '@lingui/core/macro';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import { useMistakesState } from './useMistakes';

/** The seed whose pictures are listed: the one that is shown, or with all together the first. */
export function useShownSeed({ trials }: TrainedHeads) {
  const { shown, validation } = useMistakesState((s) => ({ shown: s.shown, validation: s.answers.validation }));
  const trial = shown === 'all' ? 0 : shown;
  const seed = trials[trial]?.seed ?? 0;
  return {
    trial,
    /** On its validation pictures; null: not there yet. */
    answers: validation[trial] ?? null,
    seedWords: trial === 0 && trials.length > 1 ? t`the first seed (${seed})` : t`seed ${seed}`,
  };
}
