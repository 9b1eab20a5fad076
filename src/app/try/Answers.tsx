import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Collection } from '../../core/collection';
import { probabilitiesOf, type TrainedHeads } from '../../core/heads/trainedHeads';
import { count } from '../../core/figures';
import { Note } from '../../ui/layout/Note';
import { ArmAnswer } from '../../ui/try/ArmAnswer';
import { NearestStrip } from '../../ui/try/NearestStrip';
import { changedClasses, partWords, sharesWords, type Part } from '../../ui/try/tryWords';
import { useLabState } from '../context';
import { seenBy } from './trying';
import type { TryPartProps } from './TryPanel';
import { useAgreement } from './useAgreement';
import { useNearest } from './useNearest';

/** What both heads of a seed say of the picture, and how far that can be trusted. */
export function Answers({ trying, heads }: TryPartProps) {
  const collection = useLabState((s) => s.collection);
  const { tried, seen, live, isBusy, trouble, trial } = useStore(trying.state);
  const { trials, classes, arms } = heads;
  const isLive = live !== null;
  const shown = seenBy(live?.seen ?? seen, heads.base);
  const features = shown?.features ?? null;
  const answers = useMemo(
    () => features && heads.arms.map((_, arm) => [...probabilitiesOf(heads, arm, trial, features)]),
    [heads, trial, features],
  );
  const agreement = useAgreement(heads, features, isLive);
  const nearest = useNearest(heads, trial, isLive ? null : features, tried?.hash ?? null);
  const classNames = useMemo(() => classes.map(({ name }) => name), [classes]);
  const seedOf = (at: number) => (at === 0 ? 'the first seed' : `seed ${trials[at]?.seed ?? 0}`);
  const own = tried && collection.pictures.find(({ hash }) => hash === tried.hash);
  const truth = own ? classes.findIndex(({ id }) => id === own.classId) : -1;
  const changed = changedClasses(classes, collection.classes);
  return (
    <div className="try-said" aria-busy={isBusy}>
      <div className="try-head-choice">
        {trials.length > 1 && (
          <NativeSelect
            aria-label="Whose heads answer"
            value={String(trial)}
            data={trials.map(({ seed }, at) => ({
              value: String(at),
              label: at === 0 ? `Heads of the first seed (${seed})` : `Heads of seed ${seed}`,
            }))}
            onChange={(event) => trying.setTrial(Number(event.currentTarget.value))}
          />
        )}
        <span className="lab-soft lab-numbers">
          after {count(heads.epoch, 'epoch')} of {heads.settings.epochs}
        </span>
      </div>
      {changed !== null && <Note tone="warn">{changed}</Note>}
      {own && <Note>{partWords(partOf(own, heads, trial), seedOf(trial))}</Note>}
      {answers ? (
        <>
          <div className="try-arms">
            {arms.map(({ name }, arm) => (
              <ArmAnswer
                key={name}
                side={arm === 0 ? 'without' : 'with'}
                name={name}
                classNames={classNames}
                probabilities={answers[arm] ?? []}
                counts={agreement?.counts[arm] ?? null}
                truth={truth < 0 ? null : truth}
              />
            ))}
          </div>
          <p className="lab-soft">{sharesWords(classes.length)}</p>
          {isLive ? (
            <p className="lab-soft">Freeze a frame to see what it is nearest to, and where the heads look.</p>
          ) : (
            nearest && (
              <NearestStrip
                seed={seedOf(trial)}
                nearest={nearest.shown}
                unusual={nearest.unusual}
                gone={nearest.gone}
              />
            )
          )}
          {!isLive && !nearest && (
            <p className="lab-soft">
              What it is nearest to shows as soon as the base that these heads see by has looked at your pictures.
            </p>
          )}
        </>
      ) : (
        trouble === null && <p className="lab-soft">The base looks at it …</p>
      )}
      <output className="lab-hidden">
        {/* Frame by frame it would talk without end. */}
        {!isLive &&
          answers &&
          arms.map(({ name }, arm) => `${name}: ${bestOf(answers[arm] ?? [], classNames)}. `).join('')}
      </output>
    </div>
  );
}

function bestOf(probabilities: readonly number[], classNames: readonly string[]): string {
  const best = probabilities.reduce((at, p, c) => (p > (probabilities[at] ?? 0) ? c : at), 0);
  return `${classNames[best] ?? ''} ${Math.round(100 * (probabilities[best] ?? 0))} percent`;
}

function partOf(
  { id, test }: Collection['pictures'][number],
  { pictureIds, trials }: TrainedHeads,
  trial: number,
): Part {
  if (test) return 'test';
  const row = pictureIds.indexOf(id);
  if (row < 0) return 'none';
  if (trials[trial]?.training.includes(row)) return 'training';
  return trials[trial]?.validation.includes(row) ? 'validation' : 'none';
}
