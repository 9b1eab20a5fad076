import { t } from '@lingui/core/macro';
import { useMemo, useState } from 'react';
import { group } from 'd3-array';
import { askedPictures } from '../../core/mistakes/askedPictures';
import { confusionOf } from '../../core/mistakes/confusion';
import { testRefusal } from '../../core/mistakes/testEvaluation';
import { drawTestSet, hasFoldersOnly, testPictures, type TestSource } from '../../core/testSet';
import type { Collection, Picture } from '../../core/collection';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import { openingsIn, seenIds } from '../../core/testOpenings';
import { LockedTestSet } from '../../ui/mistakes/LockedTestSet';
import { OpenedTestSet } from '../../ui/mistakes/OpenedTestSet';
import { SetAside } from '../../ui/mistakes/SetAside';
import { TestSetPanel } from '../../ui/mistakes/TestSetPanel';
import { Note } from '../../ui/layout/Note';
import { openedWords } from '../../ui/mistakes/testWords';
import { useLabState } from '../context';
import { drawProblem, entryOpened, truthsOf } from './testing';
import { validationOf } from './validationOf';
import { useMistakesKeeper, useMistakesState } from './useMistakes';

/** The third part of the pictures: not set aside yet, locked, or opened. */
export function TestSet() {
  const { pictures, openedAt } = useLabState((s) => ({ pictures: s.collection.pictures, openedAt: s.testOpenedAt }));
  const test = useMemo(() => testPictures(pictures), [pictures]);
  return (
    <TestSetPanel>
      {test.length === 0 ? (
        <NotYet />
      ) : openedAt === null ? (
        <Locked test={test} />
      ) : (
        <Opened test={test} openedAt={openedAt} />
      )}
    </TestSetPanel>
  );
}

/** The test sets of this project that were opened, whether the log still has them or not. */
function useOpenings() {
  const { log, kept } = useLabState((s) => ({ log: s.log, kept: s.project.testOpenings }));
  return useMemo(() => openingsIn(log, kept), [log, kept]);
}

const perClass = ({ classes }: Collection, pictures: readonly Picture[]) => {
  const byClass = group(pictures, (p) => p.classId);
  return classes.map((cls) => ({ cls, pictures: byClass.get(cls.id)?.length ?? 0 }));
};

function NotYet() {
  const keeper = useMistakesKeeper();
  const { collection, seed, log } = useLabState((s) => ({
    collection: s.collection,
    seed: s.settings.seed,
    log: s.log,
  }));
  const openings = useOpenings();
  const [share, setShare] = useState(0.2);
  const [wanted, setWanted] = useState<TestSource>('split');
  const isFolders = useMemo(() => hasFoldersOnly(collection.pictures), [collection]);
  // Pins may have been released since it was chosen.
  const source = isFolders ? wanted : 'split';
  const drawn = useMemo(
    () => drawTestSet(collection, share, seed, seenIds(openings), source),
    [collection, share, seed, openings, source],
  );
  const chosen = useMemo(() => new Set(drawn), [drawn]);
  const last = openings.toSorted((a, b) => b.openedAt - a.openedAt)[0];
  return (
    <>
      {last && (
        <Note>
          {[
            openedWords(last.openedAt),
            ...(entryOpened(log, last.openedAt) ? [t`That opening stays in the log.`] : []),
            t`Pictures that were in it are not drawn again: a new test needs new pictures.`,
          ].join(' ')}
        </Note>
      )}
      <SetAside
        share={share}
        onShare={setShare}
        classes={perClass(
          collection,
          collection.pictures.filter((p) => chosen.has(p.id)),
        )}
        problem={drawProblem(collection, drawn, source)}
        watched={source === 'validation folders' ? log.length : null}
        onFolders={isFolders && source === 'split' ? () => setWanted('validation folders') : null}
        onSetAside={() => keeper.test.setAside(share, source)}
      />
    </>
  );
}

function Locked({ test }: { readonly test: readonly Picture[] }) {
  const keeper = useMistakesKeeper();
  const opening = useMistakesState((s) => s.opening);
  const { collection, heads, phase, base } = useLabState((s) => ({
    collection: s.collection,
    heads: s.heads,
    phase: s.training.phase,
    base: s.base.phase,
  }));
  const openings = useOpenings();
  const refused = useMemo(() => testRefusal(heads, collection, openings), [heads, collection, openings]);
  const isTraining = phase === 'running' || phase === 'paused';
  const blocked = isTraining
    ? t`A training is under way: wait for its end, or stop it.`
    : (refused ?? (base === 'ready' ? null : t`The pictures’ features are not all there yet.`));
  return (
    <LockedTestSet
      classes={perClass(collection, test)}
      blocked={opening.phase === 'asking' ? null : blocked}
      progress={opening.phase === 'asking' ? opening : null}
      trouble={opening.phase === 'failed' ? opening.reason : null}
      onOpen={() => void keeper.test.open()}
      onCancel={keeper.test.cancel}
      onRelease={keeper.test.release}
    />
  );
}

function Opened({ test, openedAt }: { readonly test: readonly Picture[]; readonly openedAt: number }) {
  const keeper = useMistakesKeeper();
  const { log, heads, collection } = useLabState((s) => ({ log: s.log, heads: s.heads, collection: s.collection }));
  const { testResult, testAnswers } = useMistakesState((s) => ({
    testResult: s.testResult,
    testAnswers: s.testAnswers,
  }));
  const entry = entryOpened(log, openedAt);
  const result = entry?.test ?? (testResult?.openedAt === openedAt ? testResult : null);
  const shown = testAnswers && (testAnswers.heads.runId === entry?.id || testResult?.openedAt === openedAt);
  const tested: TrainedHeads | null = shown ? testAnswers.heads : null;
  const { confusions, classNames } = useMemo(() => {
    if (!shown) return { confusions: null, classNames: [] };
    const { classes, answerable } = askedPictures(testAnswers.heads, collection);
    const truths = truthsOf(testAnswers, collection);
    return {
      classNames: classes.map(({ name }) => name),
      confusions: testAnswers.heads.arms.map((_, arm) =>
        confusionOf(testAnswers.seeds, arm, truths, { classes: classes.length, answerable }),
      ),
    };
  }, [shown, testAnswers, collection]);
  return (
    <OpenedTestSet
      openedAt={openedAt}
      result={result}
      validation={entry ? validationOf(entry, tested?.trials.map(({ seed }) => seed) ?? null) : []}
      epochs={entry && tested ? { tested: tested.epoch, logged: entry.epochsDone } : null}
      confusions={confusions}
      classNames={classNames}
      isLogged={entry !== undefined}
      isEarlier={entry !== undefined && heads !== null && heads.runId !== entry.id}
      pictures={test.length}
      onRelease={keeper.test.release}
    />
  );
}
