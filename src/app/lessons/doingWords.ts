import { t } from '@lingui/core/macro';
import { runningStudy } from '../../core/why/whyState';
import type { LabState } from '../store';

/** What is under way of a set-up's run, in words. */
export function doingWords(state: LabState): string {
  const { importing, planning, training, sweep, why, inside, base } = state;
  if (importing) return t`Getting the pictures …`;
  const study = runningStudy(why);
  const { [study ?? 'ways']: asked } = why;
  if (asked.phase === 'running') return t`${asked.doing.words} …`;
  if (sweep.phase === 'running') {
    const { epoch, epochs } = sweep;
    return t`Epoch ${epoch} of ${epochs}, all rates side by side.`;
  }
  if (training.phase === 'running' || training.phase === 'paused') {
    const { history, experiment } = training.session;
    const [epoch, { epochs }] = [history.length, experiment];
    return training.phase === 'paused' ? t`Paused after epoch ${epoch} of ${epochs}.` : t`Epoch ${epoch} of ${epochs}.`;
  }
  if (inside.busy.length > 0) return t`Measuring inside the trained heads …`;
  return planning || base.phase === 'ready' ? t`Getting ready …` : t`The base looks at the pictures …`;
}
