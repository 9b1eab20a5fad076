import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { armWords } from '../../core/armWords';
import { probabilitiesOf } from '../../core/heads/trainedHeads';
import { answerOf } from '../../core/try/answer';
import { partOf } from '../../core/try/part';
import { Note } from '../../ui/layout/Note';
import { ArmAnswer } from '../../ui/try/ArmAnswer';
import { NearestStrip } from '../../ui/try/NearestStrip';
import {
  changedClasses,
  contradictionWords,
  noAnswerWords,
  numbersWords,
  partWords,
  unknownWords,
} from '../../ui/try/tryWords';
import { useLabState } from '../context';
import { seenBy } from './trying';
import type { TryPartProps } from './TryPanel';
import { useAgreement } from './useAgreement';
import { useNearest } from './useNearest';
import { Whose } from './Whose';

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
  const seedOf = (at: number) => {
    const seed = trials[at]?.seed ?? 0;
    return at === 0 ? t`the first seed` : t`seed ${seed}`;
  };
  const own = tried ? collection.pictures.filter(({ hash }) => hash === tried.hash) : [];
  const labels = collection.classes.filter(({ id }) => own.some(({ classId }) => classId === id));
  const [label] = labels;
  // Of two labels none is the true one.
  const truth = labels.length === 1 ? classes.findIndex(({ id }) => id === label?.id) : -1;
  const changed = changedClasses(classes, collection.classes);
  return (
    <div className="try-said" aria-busy={isBusy}>
      {answers ? (
        <div className="try-arms">
          {arms.map(({ name }, arm) => (
            <ArmAnswer
              key={name}
              side={arm === 0 ? 'without' : 'with'}
              name={armWords({ name })}
              classNames={classNames}
              probabilities={answers[arm] ?? []}
              counts={agreement?.counts[arm] ?? null}
              seeds={trials.length}
              truth={truth < 0 ? null : truth}
            />
          ))}
        </div>
      ) : (
        trouble === null && (
          <p className="lab-soft">
            <Trans>The base looks at it …</Trans>
          </p>
        )
      )}
      {changed !== null && <Note tone="warn">{changed}</Note>}
      {own.length > 0 && <Note>{partWords(partOf(own, heads, trial), seedOf(trial))}</Note>}
      {labels.length > 1 && <Note tone="warn">{contradictionWords(labels.map(({ name }) => name))}</Note>}
      {answers && (
        <>
          <p>{unknownWords(classes.length)}</p>
          {isLive && (
            <p className="lab-soft">
              <Trans>Freeze a frame to see what it is nearest to, and where the heads look.</Trans>
            </p>
          )}
          {!isLive && nearest && (
            <NearestStrip seed={seedOf(trial)} nearest={nearest.shown} unusual={nearest.unusual} gone={nearest.gone} />
          )}
          {!isLive && !nearest && (
            <p className="lab-soft">
              <Trans>The nearest training pictures show as soon as the base has looked at your pictures again.</Trans>
            </p>
          )}
        </>
      )}
      <div className="try-foot">
        <Whose trying={trying} heads={heads} />
        <details className="measure-more">
          <summary>
            <Trans>What do the numbers mean?</Trans>
          </summary>
          <p className="lab-soft">{numbersWords(classes.length, trials.length)}</p>
        </details>
      </div>
      <output className="lab-hidden">
        {/* Frame by frame it would talk without end. */}
        {!isLive &&
          answers &&
          arms.map((own, arm) => `${armWords(own)}: ${spoken(answers[arm] ?? [], classNames)} `).join('')}
      </output>
    </div>
  );
}

function spoken(probabilities: readonly number[], classNames: readonly string[]): string {
  const answer = answerOf(probabilities);
  if (answer === null) return noAnswerWords;
  const [name, share] = [classNames[answer] ?? '', Math.round(100 * (probabilities[answer] ?? 0))];
  return t`${name} ${share} percent.`;
}
