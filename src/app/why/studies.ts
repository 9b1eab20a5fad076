import { t } from '@lingui/core/macro';
import { resultOf, type Study, type StudyId } from '../../core/why/study';
import type { StudyResults, WhyState } from '../../core/why/whyState';
import { runningStudy } from '../../core/why/whyState';
import { isAbort, messageOf } from '../messages';
import { runCuts } from './cuts';
import type { RunStudy, StudyParts } from './parts';
import { runSizes } from './sizes';
import { runTuning } from './tuning';
import { runWays } from './ways';

/** Runs the experiments of the station on transfer, one at a time. */
export interface Studies {
  /** Does nothing where a training, a sweep or another study is under way. */
  readonly start: (id: StudyId) => Promise<void>;
  readonly stop: () => void;
  /** Stops without a word: what it is about has gone. */
  readonly forget: () => void;
}

/** How often the page hears of new epochs, in ms. */
const reportEvery = 250;

const runs: { readonly [K in StudyId]: RunStudy<StudyResults[K]> } = {
  ways: runWays,
  sizes: runSizes,
  cuts: runCuts,
  tuning: runTuning,
};

export function createStudies(parts: StudyParts): Studies {
  const { store } = parts;
  let controller: AbortController | null = null;

  const tell = <K extends StudyId>(id: K, study: Study<StudyResults[K]>) =>
    store.setState(({ why }) => ({ why: { ...why, [id]: study } satisfies WhyState }));

  async function run<K extends StudyId>(id: K, study: RunStudy<StudyResults[K]>): Promise<void> {
    const own = new AbortController();
    controller = own;
    const isCurrent = () => controller === own;
    // Only the last word of a turn counts, and what a study is about changes seldom.
    let toldAt = -Infinity;
    let toldWords = '';
    const pace = startPace();
    const before = store.getState().why[id];
    const former = resultOf(before);
    tell(id, {
      phase: 'running',
      doing: { words: t`Getting ready`, done: 0, total: 0, secondsLeft: null },
      result: null,
    });
    let last: StudyResults[K] | null = null;
    /** What there was before is not lost over less. */
    const stopped = (result: StudyResults[K] | null) =>
      (result === null && former !== null) || before.phase === 'done'
        ? store.setState(({ why }) => ({ why: { ...why, [id]: before } }))
        : tell(id, { phase: 'stopped', result });
    try {
      const result = await study(
        parts,
        (words, done, total, soFar) => {
          last = soFar;
          if (!isCurrent() || (words === toldWords && performance.now() - toldAt < reportEvery)) return;
          [toldAt, toldWords] = [performance.now(), words];
          const doing = { words, done, total, secondsLeft: pace(words, done, total) };
          tell(id, { phase: 'running', doing, result: soFar });
        },
        own.signal,
      );
      if (!isCurrent()) return;
      if (own.signal.aborted || !result) stopped(result);
      else tell(id, { phase: 'done', result });
    } catch (error) {
      if (!isCurrent()) return;
      if (own.signal.aborted || isAbort(error)) stopped(last);
      else tell(id, { phase: 'failed', reason: messageOf(error), result: last ?? former });
    } finally {
      if (isCurrent()) controller = null;
    }
  }

  return {
    async start(id) {
      const { training, planning, sweep, why } = store.getState();
      const isTaken = planning || training.phase === 'running' || training.phase === 'paused';
      if (isTaken || sweep.phase === 'running' || runningStudy(why) !== null) return;
      await run(id, runs[id] as RunStudy<StudyResults[typeof id]>); // the two unions go together, key by key
    },
    stop: () => controller?.abort(),
    forget: () => {
      controller?.abort();
      controller = null;
    },
  };
}

/** Seconds left of what is under way, from its pace since it began; null in the first moments. */
function startPace(): (words: string, done: number, total: number) => number | null {
  let now = '';
  let startedAt = 0;
  let startedWith = 0;
  return (words, done, total) => {
    // "Random network 1 of 3" and "2 of 3" are two stages.
    if (words !== now) [now, startedAt, startedWith] = [words, performance.now(), done];
    const seconds = (performance.now() - startedAt) / 1000;
    return seconds < 2 || done <= startedWith ? null : (seconds / (done - startedWith)) * (total - done);
  };
}
