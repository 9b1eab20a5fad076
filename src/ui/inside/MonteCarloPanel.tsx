import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { memo, type ReactNode } from 'react';
import { decimal } from '../../core/figures';
import type { MonteCarloView } from '../../core/inside/inside';
import { Word } from '../words/Word';
import { MeasureCard } from './MeasureCard';
import { armWords, isStill, type MonteCarloArm, shownClasses, spreadOf, wholePercent } from './monteCarloWords';
import { NumbersTable } from './NumbersTable';
import { PassStrip } from './PassStrip';
import { whenWords } from './scrubberWords';

export interface MonteCarloPanelProps {
  readonly view: MonteCarloView | null;
  readonly busy: boolean;
  readonly classNames: readonly string[];
  /** The picture's own class. */
  readonly className: string;
  /** Shows the picture, and leads to others. */
  readonly picker: ReactNode;
  readonly onAsk: () => void;
}

/** What one picture is answered when dropout stays on. */
export const MonteCarloPanel = memo(function MonteCarloPanel(props: MonteCarloPanelProps) {
  const { view, busy, classNames, className, picker, onAsk } = props;
  return (
    <MeasureCard
      title={t`One picture, many masks`}
      lead={lead}
      busy={busy}
      ask={view ? null : { words: t`Answer with many masks`, onAsk }}
    >
      <div className="measure-beside">
        <div className="measure-picture">
          {picker}
          <p className="lab-soft">
            <Trans>Its class: {className}</Trans>
          </p>
        </div>
        {view && <Strips view={view} classNames={classNames} own={classNames.indexOf(className)} />}
      </div>
      {view && <Numbers view={view} classNames={classNames} own={classNames.indexOf(className)} />}
    </MeasureCard>
  );
});

const lead = (
  <Trans>
    <Word of="dropout">Dropout</Word> is left on while one picture is answered again and again, each time with another{' '}
    <Word of="mask">mask</Word>: this is called <Word of="monte-carlo">Monte-Carlo dropout</Word>. How far the answers
    spread hints at how sure the network is. A narrow spread is no guarantee: 100 % confident is not the same as known.
  </Trans>
);

const sides = [
  { title: t`Without dropout`, side: 'without' },
  { title: t`With dropout`, side: 'with' },
] as const;

interface ResultProps {
  readonly view: MonteCarloView;
  readonly classNames: readonly string[];
  /** -1: not one of them. */
  readonly own: number;
}

const armsOf = (view: MonteCarloView) =>
  sides.flatMap(({ title, side }, i) => {
    const arm = view.arms[i];
    return arm ? [{ title, side, arm }] : [];
  });

function Strips({ view, classNames, own }: ResultProps) {
  const shown = shownClasses(view.arms, own);
  return (
    <div className="measure-pair">
      {armsOf(view).map(({ title, side, arm }) => (
        <div key={side} className="measure-arm">
          <h4 className="measure-title">{title}</h4>
          <p className="measure-verdict">{armWords(arm, view.passes, classNames)}</p>
          <div className="measure-strips">
            {shown.map((c) => (
              <div key={c} className="measure-strip-line">
                <span className="measure-strip-name">
                  {classNames[c]}
                  {c === own && (
                    <span className="lab-soft">
                      {' '}
                      <Trans>(its class)</Trans>
                    </span>
                  )}
                </span>
                <PassStrip
                  passes={isStill(arm) ? new Float32Array() : (arm.passes[c] ?? new Float32Array())}
                  whole={arm.whole[c] ?? 0}
                  side={side}
                  label={stripLabel(arm, c, classNames)}
                />
                <span className="lab-numbers">{wholePercent(arm.whole[c] ?? 0)}</span>
              </div>
            ))}
            <div className="measure-strip-line measure-strip-axis lab-soft" aria-hidden>
              <span />
              <span>
                <span>0</span>
                <span>50</span>
                <span>100 %</span>
              </span>
              <span />
            </div>
          </div>
        </div>
      ))}
    </div>
  );
}

function Numbers({ view, classNames, own }: ResultProps) {
  const when = whenWords(view.epoch);
  const rate = decimal(view.rate);
  const left = classNames.length - shownClasses(view.arms, own).length;
  return (
    <>
      <p className="lab-soft">
        <Trans>
          Bars: answers of the masked passes, the most frequent one as high as the strip. Upright line with a point, and
          the number: the single answer with all <Word of="neuron">neurons</Word> on. Measured {when}, masks at{' '}
          <Word of="dropout-rate">rate</Word> {rate}.
        </Trans>
        {left > 0 && (
          <>
            {' '}
            {plural(left, {
              one: 'The class with less is left out here.',
              other: 'The # classes with less are left out here.',
            })}
          </>
        )}
      </p>
      <NumbersTable
        summary={t`All classes as a table`}
        caption={t`Answers of the masked passes, and the single answer`}
        columns={[t`class and side`, t`single answer`, t`from (5 % of passes below)`, t`middle`, t`to (5 % above)`]}
        rows={armsOf(view).flatMap(({ title, arm }) =>
          classNames.map((className, c) => [`${className}, ${title.toLowerCase()}`, ...numbers(arm, c)]),
        )}
      />
    </>
  );
}

function numbers(arm: MonteCarloArm, c: number): readonly string[] {
  const spread = isStill(arm) ? null : spreadOf(arm.passes[c] ?? new Float32Array());
  const single = wholePercent(arm.whole[c] ?? 0);
  return spread
    ? [single, wholePercent(spread.low), wholePercent(spread.middle), wholePercent(spread.high)]
    : [single, '–', '–', '–'];
}

function stripLabel(arm: MonteCarloArm, c: number, classNames: readonly string[]): string {
  const [single = '–', low = '–', , high = '–'] = numbers(arm, c);
  const name = classNames[c] ?? '';
  return low === '–'
    ? t`${name}: one answer, ${single}`
    : t`${name}: ${low} to ${high} in 90 % of the passes; single answer ${single}`;
}
