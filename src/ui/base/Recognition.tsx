import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { InsightState } from '../../core/baseState';
import type { BaseCard } from '../../core/catalogue';
import type { Recognition as Answer, Thing } from '../../core/insight';
import { Note } from '../layout/Note';
import { labelPlace, probabilityWords, recognitionWords, scoreWords, tasksWords } from './recognitionWords';
import './recognition.css';

export interface RecognitionProps {
  readonly card: BaseCard;
  /** What the base makes of the picture. */
  readonly insight: InsightState;
  /** The picture. */
  readonly url: string;
  /** The class that the learner put it in. */
  readonly className: string;
  /** Looks at the picture, again after a failure. */
  readonly onLook: () => void;
}

/** What task A itself says of a picture, beside what the learner says. */
export function Recognition({ card, insight, url, className, onLook }: RecognitionProps) {
  return (
    // No region of its own: it stands in the page and in a picture's dialog at once.
    <div className="recognition">
      <h3 className="lab-h3">
        <Trans>What task A knows</Trans>
      </h3>
      <State card={card} insight={insight} url={url} onLook={onLook} />
      <p>
        <Trans>
          You call it: <b>{className}</b>
        </Trans>
      </p>
      <p className="lab-soft">{tasksWords(card)}</p>
    </div>
  );
}

function State({ card, insight, url, onLook }: Omit<RecognitionProps, 'className'>) {
  switch (insight.phase) {
    case 'none':
      return (
        <div>
          <Button variant="default" onClick={onLook}>
            <Trans>Ask the base what it sees</Trans>
          </Button>
        </div>
      );
    case 'looking':
      return (
        <output>
          <Trans>Looking through the base …</Trans>
        </output>
      );
    case 'failed':
      return (
        <>
          <Note tone="error">{insight.reason}</Note>
          <div>
            <Button onClick={onLook}>
              <Trans>Look again</Trans>
            </Button>
          </div>
        </>
      );
    case 'ready': {
      const { recognition } = insight.insight;
      if (!recognition)
        return (
          <p>
            <Trans>
              This base was saved without the part that answers task A, so it cannot say what it recognises.
            </Trans>
          </p>
        );
      return (
        <>
          <p>{recognitionWords(recognition, card)}</p>
          <Details recognition={recognition} url={url} />
        </>
      );
    }
    default:
      return insight satisfies never;
  }
}

function Details({ recognition, url }: { readonly recognition: Answer; readonly url: string }) {
  if (recognition.kind === 'kinds')
    return (
      <ol className="kinds lab-numbers">
        {recognition.kinds.map(({ name, probability }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="kinds-bar" aria-hidden>
              <span style={{ width: `${100 * probability}%` }} />
            </span>
            <b>{probabilityWords(probability)}</b>
          </li>
        ))}
      </ol>
    );
  const { things } = recognition;
  if (things.length === 0) return null;
  return (
    <div className="things">
      <div className="things-picture">
        <img src={url} alt="" width={224} height={224} />
        <Boxes things={things} />
      </div>
      <div>
        <ol className="things-list lab-numbers">
          {things.map(({ name, score }, i) => {
            const figure = scoreWords(score);
            return (
              <li key={`thing-${i + 1}`}>
                <span className="things-number" aria-hidden>
                  {i + 1}
                </span>
                <span>
                  <Trans>
                    {name}, score <b>{figure}</b>
                  </Trans>
                </span>
              </li>
            );
          })}
        </ol>
        <p className="lab-soft">
          <Trans>The score is the detector’s own, from 0 to 1: no probability.</Trans>
        </p>
      </div>
    </div>
  );
}

/** Side of the drawing, and of a number's tag in it. */
const [side, tag] = [224, 19];

function Boxes({ things }: { readonly things: readonly Thing[] }) {
  return (
    <svg viewBox={`0 0 ${side} ${side}`} aria-hidden>
      {things.map(({ box }, i) => {
        const [left, top, width, height] = box.map((share) => share * side);
        const [x, y] = labelPlace(box, tag / side).map((share) => share * side);
        return (
          <g key={`thing-${i + 1}`}>
            {/* Dark on light: one of the two stands out from any picture. */}
            <rect className="box-ground" x={left} y={top} width={width} height={height} />
            <rect className="box-line" x={left} y={top} width={width} height={height} />
            <rect className="box-tag" x={x} y={y} width={tag} height={tag} />
            <text className="box-number" x={(x ?? 0) + tag / 2} y={(y ?? 0) + tag / 2}>
              {i + 1}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
