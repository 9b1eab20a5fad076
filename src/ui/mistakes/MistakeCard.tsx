import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { memo } from 'react';
import type { Picture } from '../../core/collection';
import { fixed } from '../../core/figures';
import { ClassMark } from '../pictures/ClassMark';
import { useControl } from '../prepared/controls';
import { AnswerLine } from './AnswerLine';
import type { ShownMistake } from './shownMistake';

export interface MistakeCardProps {
  readonly mistake: ShownMistake;
  readonly isSelected: boolean;
  readonly onSelect: (pictureId: string, isSelected: boolean) => void;
  readonly onOpen: (pictureId: string) => void;
  /** Moves the picture to another class. */
  readonly onMove: (pictureIds: readonly string[], classId: string) => void;
  /** The label stands: the hint goes away. */
  readonly onConfirm: (picture: Picture) => void;
}

/** One picture: its label, what both heads say, what it is near to, and what may be wrong with it. */
export const MistakeCard = memo(function MistakeCard(props: MistakeCardProps) {
  const { mistake, isSelected, onSelect, onOpen, onMove, onConfirm } = props;
  const { picture, url, cls, answers, neighbours, hint, notes } = mistake;
  const { name } = picture;
  const isFree = useControl('pictures') === 'shown';
  const own = cls.name;
  const other = hint?.name ?? '';
  return (
    <li className="mistake" data-selected={isSelected || undefined}>
      <div className="mistake-top">
        <button
          type="button"
          className="mistake-open"
          aria-haspopup="dialog"
          aria-label={t`Open ${name}, labelled ${own}`}
          onClick={() => onOpen(picture.id)}
        >
          <img src={url} alt="" width={112} height={112} loading="lazy" decoding="async" draggable={false} />
        </button>
        <div className="mistake-head">
          <label className="mistake-check" title={picture.name}>
            {isFree && (
              <input
                type="checkbox"
                aria-label={t`Select ${name}`}
                checked={isSelected}
                onChange={(event) => onSelect(picture.id, event.currentTarget.checked)}
              />
            )}{' '}
            <span>{picture.name}</span>
          </label>
          <p className="mistake-label">
            <span className="lab-soft">
              <Trans>label</Trans>
            </span>{' '}
            <ClassMark style={cls.style} size={14} /> {cls.name}
          </p>
          <dl className="mistake-answers">
            {answers.map((answer) => (
              <AnswerLine key={answer.arm} {...answer} />
            ))}
          </dl>
        </div>
      </div>
      <Neighbours neighbours={neighbours} />
      {hint && (
        <div className="mistake-hint">
          <p>
            <Trans>
              Both heads and the three nearest say {other}: is the label right? They all go by the same features, and
              can be wrong together.
            </Trans>
          </p>
          <span className="lab-row">
            {isFree && (
              <Button variant="default" size="compact-sm" onClick={() => onMove([picture.id], hint.id)}>
                <Trans>
                  Move to “{other}”<span className="lab-hidden">: {name}</span>
                </Trans>
              </Button>
            )}{' '}
            <Button variant="default" size="compact-sm" onClick={() => onConfirm(picture)}>
              <Trans>
                The label is right<span className="lab-hidden">: {name}</span>
              </Trans>
            </Button>
          </span>
        </div>
      )}
      {notes.map((note) => (
        <p key={note} className="lab-soft mistake-note lab-numbers">
          {note}
        </p>
      ))}
    </li>
  );
});

function Neighbours({ neighbours }: Pick<ShownMistake, 'neighbours'>) {
  if (neighbours === null)
    return (
      <p className="lab-soft mistake-note">
        <Trans>Looking for the nearest training pictures …</Trans>
      </p>
    );
  if (neighbours.length === 0)
    return (
      <p className="lab-soft mistake-note">
        <Trans>No training pictures to compare with.</Trans>
      </p>
    );
  return (
    <div className="mistake-near">
      <p className="lab-soft mistake-note">
        <Trans>Nearest in training</Trans>
      </p>
      <ol>
        {neighbours.map(({ id, name, url, cls, distance }) => (
          <li key={id} title={`${name}, ${distanceWords(distance)}`}>
            <img src={url} alt={name} width={48} height={48} loading="lazy" decoding="async" />
            <span>
              <ClassMark style={cls.style} size={12} /> {cls.name}
              <span className="lab-hidden">, {distanceWords(distance)}</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function distanceWords(distance: number): string {
  const far = fixed(distance, 1);
  return t`distance ${far}`;
}
