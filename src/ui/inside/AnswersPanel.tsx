import { plural, t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { memo, useMemo, useState } from 'react';
import { grouped, percent } from '../../core/figures';
import type { AnswersView, ArmAnswers } from '../../core/inside/inside';
import { type Cell, confusionOf } from '../../core/mistakes/confusion';
import { Word } from '../words/Word';
import { ConfusionTable } from './ConfusionTable';
import { MeasureCard } from './MeasureCard';
import { whenWords } from './scrubberWords';

export interface AnswersPanelProps {
  readonly view: AnswersView | null;
  readonly classNames: readonly string[];
  /** @param row of the dataset. */
  readonly pictureOf: (row: number) => { readonly url: string; readonly name: string };
  /** True labels, by dataset row. */
  readonly labels: Int32Array;
  readonly armNames: readonly string[];
}

/** What each side answers on the validation pictures, and the pictures behind every number. */
export const AnswersPanel = memo(function AnswersPanel(props: AnswersPanelProps) {
  const { view, classNames, pictureOf, labels, armNames } = props;
  return (
    <MeasureCard
      title={t`Answers on the validation pictures`}
      lead={
        <Trans>
          Down: the true <Word of="class">class</Word>. Across: the answer. Right answers are on the framed diagonal.
          Select a number to see the pictures behind it.
        </Trans>
      }
      busy={false}
      ask={null}
    >
      {view ? (
        <div className="measure-pair" data-answers>
          {view.arms.map((arm, i) => (
            <Arm
              key={armNames[i] ?? i}
              name={armNames[i] ?? ''}
              arm={arm}
              view={view}
              classNames={classNames}
              pictureOf={pictureOf}
              labels={labels}
            />
          ))}
        </div>
      ) : (
        <p className="lab-soft">
          <Trans>As soon as an epoch is trained, its answers show here.</Trans>
        </p>
      )}
    </MeasureCard>
  );
});

interface ArmProps extends Omit<AnswersPanelProps, 'view' | 'armNames'> {
  readonly name: string;
  readonly arm: ArmAnswers;
  readonly view: AnswersView;
}

function Arm({ name, arm, view, classNames, pictureOf, labels }: ArmProps) {
  // By class, not by cell: after another epoch the same place has other pictures.
  const [chosen, setChosen] = useState<Pick<Cell, 'truth' | 'answer'> | null>(null);
  const cells = useMemo(
    () => cellsOf(arm, view.rows, labels, classNames.length),
    [arm, view.rows, labels, classNames.length],
  );
  const selected = (chosen && cells[chosen.truth]?.[chosen.answer]) ?? null;
  const accuracy = percent(arm.accuracy);
  const pictures = view.rows.length;
  const when = whenWords(view.epoch);
  const isSame = (cell: Pick<Cell, 'truth' | 'answer'>) =>
    cell.truth === chosen?.truth && cell.answer === chosen.answer;
  return (
    <div className="measure-arm">
      <h4 className="measure-title">{name.charAt(0).toUpperCase() + name.slice(1)}</h4>
      <p className="measure-verdict">
        <Trans>
          {accuracy} of <Plural value={pictures} one="# validation picture" other="# validation pictures" /> right,
          first <Word of="seed">seed</Word>.
        </Trans>
      </p>
      <ConfusionTable
        cells={cells}
        classNames={classNames}
        caption={t`True class and answer, ${name}, first seed ${when}`}
        selected={selected}
        onSelect={(cell) => setChosen(isSame(cell) ? null : { truth: cell.truth, answer: cell.answer })}
      />
      <output className="measure-behind">{selected && behindWords(selected, classNames)}</output>
      {selected && <Pictures cell={selected} classNames={classNames} pictureOf={pictureOf} />}
    </div>
  );
}

/** From the answers themselves, so that what a cell counts is what it shows. */
function cellsOf({ predicted, confidence }: ArmAnswers, rows: readonly number[], labels: Int32Array, classes: number) {
  const answers = {
    trial: 0,
    rows: Int32Array.from(rows),
    predicted: [Uint8Array.from(predicted)],
    confidence: [Float32Array.from(confidence)],
  };
  return confusionOf([answers], 0, labels, { classes, answerable: classes }).cells;
}

/** More would not be looked at, and each is a picture to decode. */
const most = 24;

type PicturesProps = Pick<AnswersPanelProps, 'classNames' | 'pictureOf'> & { readonly cell: Cell };

function behindWords({ truth, answer, pictures }: Cell, classNames: readonly string[]): string {
  const n = pictures.length;
  const own = classNames[truth] ?? '';
  const given = classNames[answer] ?? '';
  return n > 1
    ? t`${plural(n, { one: '# picture', other: '# pictures' })} of ${own}, answered ${given}, surest first:`
    : t`${plural(n, { one: '# picture', other: '# pictures' })} of ${own}, answered ${given}:`;
}

function Pictures({ cell, classNames, pictureOf }: PicturesProps) {
  const answer = classNames[cell.answer] ?? '';
  const left = cell.pictures.length - most;
  const leftOut = grouped(left);
  return (
    <div>
      <ul className="measure-thumbs">
        {cell.pictures.slice(0, most).map(({ row, confidence }) => {
          const { url, name } = pictureOf(row);
          return (
            <li key={row}>
              <img src={url} alt="" width={72} height={72} loading="lazy" decoding="async" />
              <span className="measure-thumb-name" title={name}>
                {name}
              </span>
              <span className="lab-soft lab-numbers">
                {answer}, {percent(confidence)}
              </span>
            </li>
          );
        })}
      </ul>
      {left > 0 && (
        <p className="lab-soft">
          <Trans>and {leftOut} more</Trans>
        </p>
      )}
    </div>
  );
}
