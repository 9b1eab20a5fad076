import { t } from '@lingui/core/macro';
import { parseLink } from '../../core/link';
import type { LessonId } from '../../core/page';
import { heldIn, isFree } from '../../core/prepared';
import { defaultsFor } from '../../core/samples';
import { defaultSettings, type Settings } from '../../core/settings';
import type { Session } from '../../core/session';
import { isOutdated, type StudyId } from '../../core/why/study';
import { runningStudy } from '../../core/why/whyState';
import type { Found } from '../../lessons/found';
import { foundInCuts, foundInSizes, foundInSweep, foundInTuning, foundInWays } from '../../lessons/foundInStudies';
import { foundInTraining } from '../../lessons/foundInTraining';
import type { SetUp } from '../../lessons/lesson';
import type { Lab } from '../lab';
import { showStation } from '../stations';
import type { LabState } from '../store';
import { askedOf, changedEnd, isAsSet, type Asked } from './asked';
import { looksInside, nothingLooked } from './looksInside';
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
  if (!(await isQuiet(lab)))
    return { ok: false, reason: t`What was running has not stopped yet. Run it again in a moment.` };
  const before = lab.store.getState();
  const asked: Asked = {
    sample: onOwn ? null : setUp.sample,
    collection: onOwn ? before.collection : null,
    settings: settingsFor(setUp, before, onOwn),
  };
  // Getting the same pictures ready once more would take half a minute of a weak machine.
  const isThere = onOwn || (before.sample === setUp.sample && before.collection.pictures.length > 0);
  const open = () =>
    lab.follow({
      ...parseLink(''),
      sample: isThere ? null : setUp.sample,
      settings: asked.settings,
      run: does.does === 'train',
      study: does.does === 'study' ? does.study : null,
      page: `lesson-${lesson}`,
      prepared: before.prepared,
      given: true,
    });
  switch (does.does) {
    case 'open':
      await open();
      showStation(setUp.look);
      return { ok: true, found: null, runId: null };
    case 'train':
      await open();
      return afterTraining(lab, before, asked, does.asks ?? null);
    case 'study':
      return studied(lab, does.study, asked, open);
    case 'sweep':
      await open();
      return swept(lab, asked);
    default:
      return does satisfies never;
  }
}

/** Stops what trains, and waits until it has: its end must not be taken for that of a new run. False: it goes on. */
async function isQuiet(lab: Lab): Promise<boolean> {
  const isStill = ({ training, sweep, why }: LabState) =>
    training.phase !== 'running' &&
    training.phase !== 'paused' &&
    sweep.phase !== 'running' &&
    runningStudy(why) === null;
  lab.trainer.stop();
  lab.sweeper.stop();
  if (runningStudy(lab.store.getState().why) !== null) lab.askWhy(({ studies }) => studies.stop());
  await until(lab.store, isStill, startWithin);
  return isStill(lab.store.getState());
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

async function afterTraining(
  lab: Lab,
  before: LabState,
  asked: Asked,
  looks: 'knock-out' | 'similarity' | null,
): Promise<End> {
  const { training } = lab.store.getState();
  const former = before.training.phase === 'none' ? null : before.training.session.runId;
  if (training.phase === 'none' || training.session.runId === former) return notBegun();
  if (training.phase === 'failed') return { ok: false, reason: training.reason };
  if (training.phase !== 'finished') return notEnded();
  const { session } = training;
  if (!askedOf(asked, session) || !isAsSet(asked, session.settings)) return changedEnd();
  const looked = looks === null ? nothingLooked : await looksInside(lab, session, looks);
  if (typeof looked === 'string') return { ok: false, reason: looked };
  const found = looked && foundInTraining(evidenceOf(session), looked);
  return found ? { ok: true, found, runId: session.runId } : notEnded();
}

const evidenceOf = ({ experiment, history, labels, settings, splitFixed }: Session) => ({
  experiment,
  history,
  labels,
  noise: settings.noise,
  splitFixed,
  phase: 'finished' as const,
});

async function studied({ store }: Lab, study: StudyId, meant: Asked, open: () => Promise<void>): Promise<End> {
  const { [study]: before } = store.getState().why;
  const former = before.phase === 'none' ? null : before.result;
  let isBegun = false;
  const hasBegun = () => isBegun;
  // It may begin, and with few pictures end, before what is awaited here is told.
  const stop = store.subscribe(({ why }) => {
    isBegun ||= why[study].phase === 'running';
  });
  await open().catch((error: unknown) => {
    stop();
    throw error;
  });
  const asked = askedOf(meant, store.getState());
  // The set was cancelled on its way in: there is nothing that could begin.
  if (!asked && !isBegun) {
    stop();
    return notBegun();
  }
  // Its code is fetched when it is first wanted. A run that never begins has its reason on the page.
  await until(store, hasBegun, startWithin);
  stop();
  if (!hasBegun()) return notBegun();
  await until(store, ({ why }) => why[study].phase !== 'running');
  const { why } = store.getState();
  const { [study]: state } = why;
  if (state.phase === 'failed') return { ok: false, reason: state.reason };
  // One that is stopped puts back what an earlier one found.
  if (state.phase !== 'done' || state.result === former) return notEnded();
  const { origin } = state.result;
  if (!asked || isOutdated(study, origin, asked.settings, asked.collection)) return changedEnd();
  return { ok: true, found: foundIn(study, why), runId: null };
}

/** How long a study or a sweep may take to begin once its pictures are ready, and what runs before it to end, in ms. */
const startWithin = 20_000;

function foundIn(study: StudyId, { ways, sizes, cuts, tuning }: LabState['why']): Found | null {
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

async function swept({ store, features, sweeper }: Lab, meant: Asked): Promise<End> {
  await features.resume();
  // What was planned before still holds the worker.
  await until(store, ({ planning }) => !planning, startWithin);
  const { sweep: former, ...now } = store.getState();
  const asked = askedOf(meant, now);
  if (!asked || !isAsSet(asked, now.settings)) return changedEnd();
  showStation('inside');
  await sweeper.start();
  const { sweep } = store.getState();
  if (sweep === former || sweep.phase === 'none') return notBegun();
  if (sweep.phase === 'failed') return { ok: false, reason: sweep.reason };
  if (sweep.phase !== 'done') return notEnded();
  if (sweep.collection !== asked.collection || !isAsSet(asked, sweep.settings)) return changedEnd();
  return { ok: true, found: foundInSweep(sweep.points, sweep.seeds), runId: null };
}
