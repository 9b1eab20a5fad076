import { t } from '@lingui/core/macro';
import { useCallback, useMemo } from 'react';
import { defaultBlockOf } from '../core/catalogue';
import { trainingIdsOf } from '../core/trialDraw';
import { headSize } from '../core/headSize';
import { blockOf, featureWidth, fitCut } from '../core/base';
import { scratchParameters } from '../core/why/scratchShape';
import { cutsProblem } from '../core/why/cuts';
import { tuningProblem, unfrozenBlocks } from '../core/why/tuning';
import { isOutdated, resultOf, type StudyId } from '../core/why/study';
import { runningStudy, type StudyResults } from '../core/why/whyState';
import { InTurn } from '../ui/compare/InTurn';
import { CutsPanel } from '../ui/why/CutsPanel';
import { PracticalPanel } from '../ui/why/PracticalPanel';
import { SizesPanel } from '../ui/why/SizesPanel';
import { TuningPanel } from '../ui/why/TuningPanel';
import { TwoWays } from '../ui/why/TwoWays';
import { WaysPanel } from '../ui/why/WaysPanel';
import type { StudyProps } from '../ui/why/StudyCard';
import { useLab, useLabState } from './context';
import { drawnTrial } from './draws';
import { FeatureMapPanel } from './FeatureMapPanel';
import { useBlocked } from './useBlocked';
import { versions } from './versions';

/** Everything of the station on transfer. A default export, because the page loads it when needed. */
export default function WhyPanels() {
  const lab = useLab();
  const set = useCallback((changes: Parameters<typeof lab.set>[0]) => lab.set(changes), [lab]);
  const settings = useLabState((s) => s.settings);
  return (
    <>
      <InTurn>
        <BothWays />
      </InTurn>
      <InTurn>
        <WaysPanel {...useStudy('ways')} />
        <SizesPanel {...useStudy('sizes')} />
      </InTurn>
      <InTurn>
        <CutsPanel {...useStudy('cuts', cutsProblem(settings.pooling))} />
        <FeatureMapPanel />
      </InTurn>
      <InTurn>
        <Practical />
      </InTurn>
      <InTurn>
        <TuningPanel {...useStudy('tuning', useTuningProblem())} settings={settings} onSet={set} />
      </InTurn>
    </>
  );
}

/** Why no experiment can begin now; null: one can. */
function useTaken(): string | null {
  const taken = useLabState(({ planning, training, sweep, why }) => {
    if (planning || training.phase === 'running' || training.phase === 'paused')
      return t`A training is under way: wait for its end, or stop it.`;
    if (sweep.phase === 'running') return t`All rates are being trained: wait for their end, or stop them.`;
    return runningStudy(why) === null ? null : t`Another experiment is under way: wait for its end, or stop it.`;
  });
  const cannot = useBlocked();
  return taken ?? cannot;
}

/** @param problem why it cannot be run as things are set; null: it can. */
function useStudy<K extends StudyId>(id: K, problem: string | null = null): StudyProps<StudyResults[K]> {
  const lab = useLab();
  const { study, settings, collection } = useLabState((s) => ({
    study: s.why[id],
    settings: s.settings,
    collection: s.collection,
  }));
  const blocked = useTaken();
  const result = resultOf(study);
  return {
    study,
    blocked: study.phase === 'running' ? null : (blocked ?? problem),
    isOutdated: result !== null && isOutdated(id, result.origin, settings, collection),
    onStart: useCallback(() => lab.askWhy(({ studies }) => studies.start(id)), [lab, id]),
    onSave: useCallback(() => {
      if (result) void save(id, result);
    }, [id, result]),
    onStop: useCallback(() => lab.askWhy(({ studies }) => studies.stop()), [lab]),
  };
}

async function save<K extends StudyId>(id: K, result: StudyResults[K]): Promise<void> {
  const [{ saveAs }, { studyReport }] = await Promise.all([import('file-saver'), import('../core/why/studyReport')]);
  const json = JSON.stringify(studyReport(id, result, versions), null, 1);
  saveAs(new Blob([json], { type: 'application/json' }), `transfer-lab-${id}.json`);
}

/** Why nothing can be fine-tuned as the base is cut; null: it can, or is not known yet. */
function useTuningProblem(): string | null {
  return useLabState(({ anatomy, settings, collection }) => {
    if (!anatomy) return null;
    const { cut } = fitCut(anatomy, defaultBlockOf(settings.base, anatomy), settings);
    const to = cut.blocks.at(-1) ?? 0;
    const from = (unfrozenBlocks(to, settings.unfreeze)[0] ?? to) - 1;
    return tuningProblem(anatomy, cut, from, collection.pictures.length);
  });
}

/** Numbers of training pictures, of the head and of the base as they are set now. */
function useOwnNumbers() {
  const { collection, settings, anatomy } = useLabState((s) => ({
    collection: s.collection,
    settings: s.settings,
    anatomy: s.anatomy,
  }));
  const { split, perClass, seed, hidden, base } = settings;
  const own = useMemo(
    () => trainingIdsOf(drawnTrial({ split, perClass, noise: 0 }, seed, collection)).length,
    [split, perClass, seed, collection],
  );
  const cut = anatomy && fitCut(anatomy, defaultBlockOf(base, anatomy), settings).cut;
  const classes = Math.max(2, collection.classes.length);
  return {
    own,
    classes,
    frozen: anatomy && cut ? blockOf(anatomy, cut.blocks.at(-1) ?? 0).parameters : null,
    head: anatomy && cut ? headSize(featureWidth(anatomy, cut), hidden, classes) : 0,
  };
}

function BothWays() {
  const lab = useLab();
  const { own, classes, frozen, head } = useOwnNumbers();
  const base = useLabState((s) => s.settings.base);
  const classList = useLabState((s) => s.collection.classes);
  const classNames = useMemo(() => classList.map(({ name }) => name), [classList]);
  const card = lab.shelf.card(base);
  return (
    <TwoWays
      classNames={classNames}
      trainingPictures={own}
      taskA={card?.taskA?.words ?? null}
      baseTitle={card?.title ?? t`The base`}
      frozen={frozen}
      head={head}
      scratch={scratchParameters(classes)}
    />
  );
}

function Practical() {
  const lab = useLab();
  const { own } = useOwnNumbers();
  const { asked, why, sample, isLoading, base, collection, settings } = useLabState((s) => ({
    asked: s.asked,
    why: s.why,
    sample: s.sample,
    isLoading: s.importing !== null,
    base: s.settings.base,
    collection: s.collection,
    settings: s.settings,
  }));
  const taskA = lab.shelf.card(base)?.taskA ?? null;
  const evidence = useMemo(() => {
    const current = <K extends 'cuts' | 'ways'>(id: K) => {
      const study = why[id];
      // What was found with other pictures or settings is no evidence here.
      return study.phase === 'done' && !isOutdated(id, study.result.origin, settings, collection) ? study.result : null;
    };
    return {
      asked:
        asked.phase === 'done' && (asked.base !== base || asked.collection !== collection)
          ? ({ phase: 'none' } as const)
          : asked,
      taskA,
      own,
      cuts: current('cuts'),
      ways: current('ways'),
    };
  }, [asked, why, settings, collection, taskA, own, base]);
  const blocked = useTaken();
  return (
    <PracticalPanel
      evidence={evidence}
      blocked={blocked}
      onAsk={useCallback(() => lab.askWhy(({ asker }) => asker.ask()), [lab])}
      sample={sample}
      isLoading={isLoading}
      onSample={useCallback((id: string) => void lab.loadSample(id), [lab])}
    />
  );
}
