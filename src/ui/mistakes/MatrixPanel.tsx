import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { grouped } from '../../core/figures';
import type { Side } from '../../core/collection';
import type { Confusion } from '../../core/mistakes/confusion';
import { ConfusionTable } from '../inside/ConfusionTable';
import { MeasureCard } from '../inside/MeasureCard';
import { Note } from '../layout/Note';
import { ProgressBar } from '../layout/ProgressBar';
import { Word } from '../words/Word';
import { rightWords } from './mistakesWords';
import './mistakes.css';

/** A cell that was chosen. */
export interface ChosenCell {
  readonly arm: number;
  readonly truth: number;
  readonly answer: number;
}

/** Getting the answers, where it is not done. */
type AnswersProgress =
  | { readonly phase: 'working'; readonly done: number; readonly total: number }
  /** The rest waits for the person. */
  | { readonly phase: 'held' }
  | { readonly phase: 'waiting' };

export interface MatrixPanelProps {
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  /** Seed numbers, by trial. */
  readonly seeds: readonly number[];
  /** Folders or pins give all seeds the same validation pictures. */
  readonly splitFixed: boolean;
  readonly shown: number | 'all';
  readonly onShown: (shown: number | 'all') => void;
  /** One per arm; null: not there yet. */
  readonly arms:
    | readonly {
        readonly name: string;
        readonly confusion: Confusion;
        /** What marks its accuracy as moved without a training; null: nothing does. */
        readonly stale: string | null;
      }[]
    | null;
  /** How many seeds are counted in them: with all together, those that are there by now. */
  readonly counted: number;
  readonly classNames: readonly string[];
  readonly progress: AnswersProgress | null;
  readonly onGoOn: () => void;
  readonly onStop: () => void;
  /** What else has to be said: wrong labels on purpose, a class that the heads do not know. */
  readonly notes: readonly string[];
  readonly chosen: ChosenCell | null;
  readonly onChoose: (cell: ChosenCell | null) => void;
  /** The pictures of the chosen cell. */
  readonly children: ReactNode;
}

/** Who is taken for whom, without dropout and with it. */
export const MatrixPanel = memo(function MatrixPanel(props: MatrixPanelProps) {
  const { side, seeds, splitFixed, shown, arms, counted, classNames, notes, chosen, onChoose, children } = props;
  const seedWords =
    shown === 'all' ? plural(counted, { one: '# seed', other: '# seeds together' }) : seedNumber(seeds[shown] ?? 0);
  return (
    <MeasureCard title={t`Who is taken for whom`} lead={lead} busy={false} ask={null}>
      <Controls {...props} />
      <Progress {...props} />
      {side === 'training' && (
        <Note tone="warn">
          <Trans>
            These are the pictures that the heads learned from: right answers here say nothing about new pictures.
          </Trans>
        </Note>
      )}
      {shown === 'all' && (
        <p className="lab-soft">
          {splitFixed ? (
            <Trans>
              Every <Word of="seed">seed</Word> has heads of its own; all check with the same pictures.
            </Trans>
          ) : (
            <Trans>
              Every <Word of="seed">seed</Word> has a <Word of="split">split</Word> and heads of its own.
            </Trans>
          )}{' '}
          {side === 'validation' ? (
            <Trans>A cell counts answers: a picture counts once for each seed that checks with it.</Trans>
          ) : (
            <Trans>A cell counts answers: a picture counts once for each seed that learned from it.</Trans>
          )}
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="lab-soft">
          {note}
        </p>
      ))}
      {arms && (
        <div className="measure-pair mistake-matrices">
          {arms.map(({ name, confusion, stale }, arm) => (
            <div key={name} className="measure-arm">
              <h4 className="measure-title">{name.charAt(0).toUpperCase() + name.slice(1)}</h4>
              <p className="measure-verdict">
                {rightWords(confusion.right, confusion.total, side, shown === 'all' ? counted : 1)}{' '}
                {stale !== null && <span className="mistake-stale">{stale}</span>}
              </p>
              <ConfusionTable
                cells={confusion.cells}
                classNames={classNames}
                caption={
                  side === 'validation'
                    ? t`Validation pictures, ${name}, ${seedWords}`
                    : t`Training pictures, ${name}, ${seedWords}`
                }
                scores={confusion.scores}
                unit={shown === 'all' ? 'answer' : 'picture'}
                selected={chosen?.arm === arm ? chosen : null}
                onSelect={({ truth, answer }) =>
                  onChoose(
                    chosen?.arm === arm && chosen.truth === truth && chosen.answer === answer
                      ? null
                      : { arm, truth, answer },
                  )
                }
              />
            </div>
          ))}
        </div>
      )}
      {children}
    </MeasureCard>
  );
});

const seedNumber = (seed: number) => t`seed ${seed}`;

const lead = (
  <>
    <Trans>
      Down: the <Word of="label">label</Word>. Across: the <Word of="head">head’s</Word> answer. Right answers are on
      the framed diagonal. Select a number to see its pictures. <Word of="recall">Recall</Word>: of a class’s pictures,
      how many are answered so. <Word of="precision">Precision</Word>: of a class’s answers, how many are right.
    </Trans>
  </>
);

function Controls({ side, onSide, seeds, shown, onShown }: MatrixPanelProps) {
  return (
    <div className="lab-row mistake-controls">
      <SegmentedControl
        aria-label={t`Which pictures`}
        value={side}
        data={[
          { value: 'validation', label: t`Validation` },
          { value: 'training', label: t`Training` },
        ]}
        onChange={(value) => onSide(value === 'training' ? 'training' : 'validation')}
      />
      {seeds.length > 1 && (
        <NativeSelect
          aria-label={t`Which seed’s heads`}
          value={String(shown)}
          data={[
            ...seeds.map((seed, trial) => ({
              value: String(trial),
              label: trial === 0 ? t`Seed ${seed} (the first)` : t`Seed ${seed}`,
            })),
            { value: 'all', label: t`All seeds together` },
          ]}
          onChange={({ currentTarget: { value } }) => onShown(value === 'all' ? 'all' : Number(value))}
        />
      )}
    </div>
  );
}

function Progress({ progress, onGoOn, onStop }: MatrixPanelProps) {
  if (!progress) return null;
  if (progress.phase === 'waiting')
    return (
      <p className="lab-soft">
        <Trans>
          Waiting for the pictures’ <Word of="features">features</Word>: the base is reading them back …
        </Trans>
      </p>
    );
  if (progress.phase === 'held')
    return (
      <div className="lab-row">
        <Button variant="default" onClick={onGoOn}>
          <Trans>Ask the other seeds’ heads, too</Trans>
        </Button>
        <span className="lab-soft">
          <Trans>They have not all been asked yet, and it takes a while.</Trans>
        </span>
      </div>
    );
  const [done, total] = [grouped(progress.done), grouped(progress.total)];
  const words = t`${done} of ${total} answers`;
  return (
    <div className="measure-run">
      <div className="measure-run-bar">
        <ProgressBar label={t`Asking the heads`} done={progress.done} total={progress.total} words={words} />
        <span className="lab-numbers">{words}</span>
      </div>
      <Button variant="default" onClick={onStop}>
        <Trans>Stop</Trans>
      </Button>
    </div>
  );
}
