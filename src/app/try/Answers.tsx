import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { probabilitiesOf } from '../../core/heads/trainedHeads';
import { count } from '../../core/figures';
import { answerOf } from '../../core/try/answer';
import { partOf } from '../../core/try/part';
import { Note } from '../../ui/layout/Note';
import { ArmAnswer } from '../../ui/try/ArmAnswer';
import { NearestStrip } from '../../ui/try/NearestStrip';
import { changedClasses, contradictionWords, noAnswerWords, partWords, sharesWords } from '../../ui/try/tryWords';
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
  const own = tried ? collection.pictures.filter(({ hash }) => hash === tried.hash) : [];
  const labels = collection.classes.filter(({ id }) => own.some(({ classId }) => classId === id));
  const [label] = labels;
  // Of two labels none is the true one.
  const truth = labels.length === 1 ? classes.findIndex(({ id }) => id === label?.id) : -1;
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
      {own.length > 0 && <Note>{partWords(partOf(own, heads, trial), seedOf(trial))}</Note>}
      {labels.length > 1 && <Note tone="warn">{contradictionWords(labels.map(({ name }) => name))}</Note>}
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
                seeds={trials.length}
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
          arms.map(({ name }, arm) => `${name}: ${spoken(answers[arm] ?? [], classNames)} `).join('')}
      </output>
    </div>
  );
}

function spoken(probabilities: readonly number[], classNames: readonly string[]): string {
  const answer = answerOf(probabilities);
  if (answer === null) return noAnswerWords;
  return `${classNames[answer] ?? ''} ${Math.round(100 * (probabilities[answer] ?? 0))} percent.`;
}
