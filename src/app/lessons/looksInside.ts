import { t } from '@lingui/core/macro';
import type { Session } from '../../core/session';
import type { Looked } from '../../lessons/foundInTraining';
import type { Lab } from '../lab';
import { isInsideSeen } from '../prepared/hiddenStations';
import { showStation } from '../stations';
import type { LabState } from '../store';
import { until } from './until';

export const nothingLooked: Looked = { knockOut: null, similarity: null };

/** How long the heads may take to be read, and then to be measured, in ms. */
const lookWithin = 180_000;

/**
 * Asks about the heads of this training, after its last epoch.
 *
 * @returns a sentence: it cannot be told; null: another training has begun.
 */
export async function looksInside(
  lab: Lab,
  session: Session,
  what: 'knock-out' | 'similarity',
): Promise<Looked | string | null> {
  const { runId, experiment } = session;
  const isOther = ({ training }: LabState) => training.phase === 'none' || training.session.runId !== runId;
  const answerOf = ({ inside: { knockOut, course } }: LabState): Looked | null => {
    if (what === 'knock-out') return knockOut?.epoch === experiment.epochs ? { knockOut, similarity: null } : null;
    return course?.kind === 'weights' && course.at === experiment.epochs
      ? { knockOut: null, similarity: course }
      : null;
  };
  /** Why no answer will come. What is looked at is the learner's to choose, also while it is measured. */
  const barOf = (state: LabState): string | null => {
    const { trouble, chosen, kind } = state.inside;
    if (trouble !== null) return trouble;
    if (!isInsideSeen(state))
      return t`The look inside was closed before it had measured, so that nothing is compared. Run it again when you like.`;
    if ((chosen !== null && chosen !== experiment.epochs) || (what === 'similarity' && kind !== 'weights'))
      return t`Something else was chosen at the look inside before it had measured, so that nothing is compared. Run it again when you like.`;
    return null;
  };
  const isEnded = (state: LabState) => isOther(state) || barOf(state) !== null;
  showStation('inside');
  // Whatever was chosen while it trained: this is about the last epoch.
  lab.inside.showEpoch(null);
  if (what === 'similarity') lab.inside.setKind('weights');
  const isRead = ({ inside }: LabState) => inside.network?.epoch === experiment.epochs;
  await until(lab.store, (s) => isEnded(s) || isRead(s), lookWithin);
  if (!isEnded(lab.store.getState()) && isRead(lab.store.getState())) {
    lab.inside.ask(what === 'knock-out' ? 'knockOut' : 'similarity');
    await until(lab.store, (s) => isEnded(s) || answerOf(s) !== null, lookWithin);
  }
  const now = lab.store.getState();
  if (isOther(now)) return null;
  return (
    answerOf(now) ??
    barOf(now) ??
    t`Measuring inside the heads took too long. Run it again when nothing else is at work.`
  );
}
