import { t } from '@lingui/core/macro';
import { parseLink } from '../../core/link';
import type { LessonId } from '../../core/page';
import { heldIn, isFree } from '../../core/prepared';
import { defaultsFor } from '../../core/samples';
import { defaultSettings, type Settings } from '../../core/settings';
import type { Session } from '../../core/session';
import { runningStudy } from '../../core/why/whyState';
import type { Found } from '../../lessons/found';
import { foundInCuts, foundInSizes, foundInSweep, foundInTuning, foundInWays } from '../../lessons/foundInStudies';
import { foundInTraining, type Looked } from '../../lessons/foundInTraining';
import type { SetUp } from '../../lessons/lesson';
import type { Lab } from '../lab';
import { showStation } from '../stations';
import type { LabState } from '../store';
import { until } from './until';

/** How a set-up's run ended; `found` is null where nothing was to be found. */
export type End =
  | { readonly ok: true; readonly found: Found | null; readonly runId: string | null }
  | { readonly ok: false; readonly reason: string };

/** Whether something trains, which a set-up would end. */
export const isBusy = ({ planning, training, sweep, why }: LabState): boolean =>
  planning ||
  training.phase === 'running' ||
  training.phase === 'paused' ||
  sweep.phase === 'running' ||
  runningStudy(why) !== null;

/** Whether opening a set-up on its built-in set puts pictures of one's own aside. */
export const hasOwnPictures = ({ sample, collection }: LabState): boolean =>
  sample === null && collection.pictures.length > 0;

/**
 * Opens a set-up and waits until it has come to its end. What trains before ends.
 *
 * @param onOwn on the pictures that are there, whatever they are.
 */
export async function runSetUp(lab: Lab, lesson: LessonId, setUp: SetUp, onOwn: boolean): Promise<End> {
  const { does } = setUp;
  const barred = setUpBarred(lab.store.getState(), setUp, onOwn);
  if (barred !== null) return { ok: false, reason: barred };
  lab.trainer.stop();
  lab.sweeper.stop();
  const before = lab.store.getState();
  // Getting the same pictures ready once more would take half a minute of a weak machine.
  const isThere = onOwn || (before.sample === setUp.sample && before.collection.pictures.length > 0);
  await lab.follow({
    ...parseLink(''),
    sample: isThere ? null : setUp.sample,
    settings: settingsFor(setUp, before, onOwn),
    run: does.does === 'train',
    study: does.does === 'study' ? does.study : null,
    page: `lesson-${lesson}`,
    prepared: before.prepared,
    given: true,
  });
  switch (does.does) {
    case 'open':
      showStation(setUp.look);
      return { ok: true, found: null, runId: null };
    case 'train':
      return afterTraining(lab, before, does.asks ?? null);
    case 'study':
      return afterStudy(lab, does.study, before);
    case 'sweep':
      await lab.features.resume();
      showStation('inside');
      await lab.sweeper.start();
      return afterSweep(lab.store.getState());
    default:
      return does satisfies never;
  }
}

/** Why a set-up cannot be had on a page that an instructor prepared; null: it can. */
function setUpBarred(state: LabState, setUp: SetUp, onOwn: boolean): string | null {
  const { prepared, settings, sample } = state;
  const needsOther = !onOwn && setUp.sample !== null && setUp.sample !== sample;
  const isBarred =
    (needsOther && !isFree(prepared, 'samples')) ||
    heldIn(prepared, settings, settingsFor(setUp, state, onOwn)).length > 0;
  return isBarred ? t`This set-up would change what your instructor has set on this page.` : null;
}

/** The defaults of the set with the set-up's changes; on one's own pictures with their own base, cut and split. */
function settingsFor(setUp: SetUp, { settings }: LabState, onOwn: boolean): Settings {
  const { engine, base, cut, join, pooling, split } = settings;
  return onOwn
    ? { ...defaultSettings, base, cut, join, pooling, split, engine, ...setUp.changes }
    : { ...defaultsFor(setUp.sample), engine, ...setUp.changes };
}

const notBegun = (): End => ({
  ok: false,
  reason: t`It did not start: what is missing stands at the stations. Run it again when that is settled.`,
});
const notEnded = (): End => ({
  ok: false,
  reason: t`It was stopped before its end, so that nothing is compared. Run it again when you like.`,
});

async function afterTraining(lab: Lab, before: LabState, asks: 'knock-out' | 'similarity' | null): Promise<End> {
  const { training } = lab.store.getState();
  const former = before.training.phase === 'none' ? null : before.training.session.runId;
  if (training.phase === 'none' || training.session.runId === former) return notBegun();
  if (training.phase === 'failed') return { ok: false, reason: training.reason };
  if (training.phase !== 'finished') return notEnded();
  const { session } = training;
  const looked = asks === null ? nothingLooked : await looksInside(lab, session, asks);
  if (typeof looked === 'string') return { ok: false, reason: looked };
  const found = looked && foundInTraining(evidenceOf(session), looked);
  return found ? { ok: true, found, runId: session.runId } : notEnded();
}

const nothingLooked: Looked = { knockOut: null, similarity: null };

/** Asks about the heads of this training. A sentence: it cannot be told; null: another training has begun. */
async function looksInside(
  lab: Lab,
  session: Session,
  what: 'knock-out' | 'similarity',
): Promise<Looked | string | null> {
  const { runId, experiment } = session;
  const isOther = ({ training }: LabState) => training.phase === 'none' || training.session.runId !== runId;
  const answerOf = ({ inside }: LabState): Looked | null => {
    const looked =
      what === 'knock-out'
        ? { knockOut: inside.knockOut, similarity: null }
        : { knockOut: null, similarity: inside.course };
    return (looked.knockOut?.epoch ?? looked.similarity?.at) === experiment.epochs ? looked : null;
  };
  showStation('inside');
  await until(
    lab.store,
    (s) => isOther(s) || s.inside.trouble !== null || s.inside.network?.epoch === experiment.epochs,
  );
  lab.inside.setKind('weights');
  lab.inside.ask(what === 'knock-out' ? 'knockOut' : 'similarity');
  await until(lab.store, (s) => isOther(s) || s.inside.trouble !== null || answerOf(s) !== null);
  const now = lab.store.getState();
  return isOther(now) ? null : (answerOf(now) ?? now.inside.trouble);
}

const evidenceOf = ({ experiment, history, labels, settings, splitFixed }: Session) => ({
  experiment,
  history,
  labels,
  noise: settings.noise,
  splitFixed,
  phase: 'finished' as const,
});

async function afterStudy(lab: Lab, study: keyof LabState['why'], before: LabState): Promise<End> {
  const former = before.why[study];
  // Its code is fetched when it is first wanted. A run that never begins has its reason on the page.
  await until(lab.store, ({ why }) => why[study] !== former, startWithin);
  if (lab.store.getState().why[study] === former) return notBegun();
  await until(lab.store, ({ why }) => why[study].phase !== 'running');
  const { why } = lab.store.getState();
  const { [study]: state } = why;
  if (state.phase === 'failed') return { ok: false, reason: state.reason };
  if (state.phase !== 'done' || state === former) return notEnded();
  return { ok: true, found: foundIn(study, why), runId: null };
}

/** How long a study may take to begin once its pictures are ready, in ms. */
const startWithin = 20_000;

function foundIn(study: keyof LabState['why'], { ways, sizes, cuts, tuning }: LabState['why']): Found | null {
  switch (study) {
    case 'ways':
      return ways.phase === 'done' ? foundInWays(ways.result) : null;
    case 'sizes':
      return sizes.phase === 'done' ? foundInSizes(sizes.result) : null;
    case 'cuts':
      return cuts.phase === 'done' ? foundInCuts(cuts.result) : null;
    case 'tuning':
      return tuning.phase === 'done' ? foundInTuning(tuning.result) : null;
    default:
      return study satisfies never;
  }
}

function afterSweep({ sweep }: LabState): End {
  if (sweep.phase === 'failed') return { ok: false, reason: sweep.reason };
  if (sweep.phase !== 'done') return sweep.phase === 'none' ? notBegun() : notEnded();
  return { ok: true, found: foundInSweep(sweep.points, sweep.seeds), runId: null };
}
