import { t } from '@lingui/core/macro';
import type { Collection } from '../../core/collection';
import { askedPictures } from '../../core/mistakes/askedPictures';
import { answersOfSeed, type SeedAnswers } from '../../core/mistakes/seedAnswers';
import { testRefusal, testResultOf } from '../../core/mistakes/testEvaluation';
import { openingsIn, seenIds } from '../../core/testOpenings';
import { drawTestSet, testPictures, type TestSource } from '../../core/testSet';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import type { LogEntry } from '../../core/log/logEntry';
import type { Lab } from '../lab';
import { messageOf } from '../messages';
import { undoWords } from '../undoWords';
import type { MistakesStore, TestAnswers } from './mistakesState';

/** Sets a test set aside, opens it once, and puts it back. */
export interface Tester {
  readonly setAside: (share: number, source?: TestSource) => void;
  readonly release: () => void;
  /** Tests the heads at hand; can be done once. */
  readonly open: () => Promise<void>;
  /** Before anything is shown: then it was not opened. */
  readonly cancel: () => void;
  /** The answers of the very heads that it was opened with, so that their mistakes can be shown again. */
  readonly follow: () => Promise<void>;
}

/** The entry of the training that a test set was opened with. */
export const entryOpened = (log: readonly LogEntry[], at: number | null): LogEntry | undefined =>
  at === null ? undefined : log.find(({ test }) => test?.openedAt === at);

export function createTester(
  lab: Pick<Lab, 'store' | 'seeing' | 'change' | 'logbook'>,
  mistakes: MistakesStore,
): Tester {
  let controller: AbortController | null = null;
  let isFollowing = false;
  let projectId = lab.store.getState().project.id;

  const openings = () => {
    const { log, project } = lab.store.getState();
    return openingsIn(log, project.testOpenings);
  };

  /** What came out in one project is not shown in another; a copy has the same openings. */
  function followProject(): void {
    const { id } = lab.store.getState().project;
    if (id === projectId) return;
    projectId = id;
    controller?.abort();
    const { testResult, testAnswers } = mistakes.getState();
    const own = openings();
    mistakes.setState({
      opening: { phase: 'none' },
      testResult: own.some(({ openedAt }) => openedAt === testResult?.openedAt) ? testResult : null,
      testAnswers: own.some(({ runId }) => runId === testAnswers?.heads.runId) ? testAnswers : null,
    });
  }

  /** Of all seeds. @returns null once the heads or the pictures are others, or it was cancelled. */
  async function answersOf(
    heads: TrainedHeads,
    signal: AbortSignal,
    onDone: (rows: number) => void,
  ): Promise<TestAnswers | null> {
    const { collection } = lab.store.getState();
    const pictures = testPictures(collection.pictures);
    const features = lab.seeing.known(heads.base);
    if (!features || pictures.some((p) => !features.has(p.hash)))
      throw new Error(
        t`The features of the test pictures are not there: wait until the base is through, or see station 2.`,
      );
    const seeds: SeedAnswers[] = [];
    for (const trial of heads.trials.keys()) {
      const answers = await answersOfSeed(heads, trial, Int32Array.from(pictures.keys()), {
        featuresOf: (row) => features.get(pictures[row]?.hash ?? ''),
        isWanted: () =>
          !signal.aborted && lab.store.getState().heads === heads && lab.store.getState().collection === collection,
        onDone,
      });
      if (!answers) return null;
      seeds.push(answers);
    }
    return { heads, pictures, seeds };
  }

  return {
    setAside(share, source) {
      const { collection, settings } = lab.store.getState();
      const ids = drawTestSet(collection, share, settings.seed, seenIds(openings()), source);
      if (ids.length === 0) return;
      lab.store.setState({ testOpenedAt: null });
      const action = { type: 'test set aside', ids } as const;
      lab.change(action, undoWords(collection, action));
    },
    release() {
      const { collection } = lab.store.getState();
      const action = { type: 'test set released' } as const;
      lab.change(action, undoWords(collection, action));
      lab.store.setState({ testOpenedAt: null });
    },
    async open() {
      const { heads, collection, testOpenedAt, training } = lab.store.getState();
      const refused = testRefusal(heads, collection, openings());
      if (testOpenedAt !== null || training.phase === 'running' || training.phase === 'paused') return;
      if (!heads || refused !== null)
        return mistakes.setState({ opening: { phase: 'failed', reason: refused ?? t`Train first.` } });
      controller?.abort();
      const own = new AbortController();
      controller = own;
      const total = heads.trials.length * testPictures(collection.pictures).length;
      let done = 0;
      const tell = (more: number) => mistakes.setState({ opening: { phase: 'asking', done: (done += more), total } });
      tell(0);
      try {
        const answers = await answersOf(heads, own.signal, tell);
        if (!answers) return mistakes.setState({ opening: { phase: 'none' } });
        const openedAt = Date.now();
        const truths = truthsOf(answers, collection);
        const result = testResultOf({ ...answers, truths }, openedAt);
        mistakes.setState({ opening: { phase: 'none' }, testResult: result, testAnswers: answers });
        lab.logbook.amend(heads.runId, { test: result });
        // Taking it back would not undo the looking.
        lab.store.setState(({ project }) => ({
          testOpenedAt: openedAt,
          undoable: null,
          project: {
            ...project,
            testOpenings: [
              ...(project.testOpenings ?? []),
              { runId: heads.runId, openedAt, pictureIds: answers.pictures.map(({ id }) => id) },
            ],
          },
        }));
      } catch (error) {
        mistakes.setState({ opening: { phase: 'failed', reason: messageOf(error) } });
      }
    },
    cancel: () => controller?.abort(),
    async follow() {
      followProject();
      const { heads, log, testOpenedAt, base, collection } = lab.store.getState();
      const present = testPictures(collection.pictures);
      // Put back and taken back again, it is what it was: opened.
      const ids = new Set(present.map((p) => p.id));
      const isIn = (id: string) => ids.has(id);
      const before = openings().find(({ pictureIds }) => pictureIds.some(isIn));
      if (testOpenedAt === null && before) lab.store.setState({ testOpenedAt: before.openedAt });
      const entry = entryOpened(log, testOpenedAt);
      const isShown = mistakes.getState().testAnswers?.heads.runId === entry?.id;
      if (isFollowing || !heads || base.phase !== 'ready' || entry?.id !== heads.runId || isShown) return;
      if (present.length === 0) return;
      isFollowing = true;
      try {
        const answers = await answersOf(heads, new AbortController().signal, () => undefined);
        if (answers) mistakes.setState({ testAnswers: answers });
      } catch {
        // Without features there is nothing to show; the result itself is in the log.
      } finally {
        isFollowing = false;
      }
    },
  };
}

/** [n] true class of each test picture, as the heads count classes. */
export function truthsOf({ heads, pictures }: TestAnswers, collection: Collection): Int32Array {
  const now = new Map(collection.pictures.map((p) => [p.id, p]));
  const index = new Map(askedPictures(heads, collection).classes.map(({ id }, i) => [id, i]));
  return Int32Array.from(pictures, ({ id }) => index.get(now.get(id)?.classId ?? '') ?? -1);
}

/** Why no test set can be drawn; null: one can. */
export function drawProblem({ pictures }: Collection, drawn: readonly string[], source: TestSource): string | null {
  if (drawn.length > 0) return null;
  if (pictures.length === 0) return t`There are no pictures yet.`;
  if (source === 'validation folders')
    return t`No class has a picture to spare in its validation folder: one group of pictures must be left there to check with.`;
  if (pictures.every((p) => p.pin))
    return t`Folders or pins keep every picture on its side. Release some of them at station 1 (“Let the split decide”), then set a test set aside.`;
  return t`No class can spare a picture: of each class, two groups of pictures must be left to learn from and to check with.`;
}
