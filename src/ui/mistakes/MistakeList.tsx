import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button, NativeSelect } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { memo, type ReactNode, useCallback, useRef, useState } from 'react';
import type { Picture, PictureClass } from '../../core/collection';
import { useControl } from '../prepared/controls';
import { MistakeCard } from './MistakeCard';
import type { ShownMistake } from './shownMistake';
import './mistakes.css';

export interface MistakeListProps {
  /** What these pictures are, for people who do not see where the list stands. */
  readonly label: string;
  /** Those that are shown so far. */
  readonly mistakes: readonly ShownMistake[];
  /** How many there are in all. */
  readonly total: number;
  /** Where a picture can be moved to. */
  readonly classes: readonly PictureClass[];
  readonly onMore: () => void;
  readonly onOpen: (pictureId: string) => void;
  readonly onMove: (pictureIds: readonly string[], classId: string) => void;
  readonly onDelete: (pictureIds: readonly string[]) => void;
  /** The label of this picture is right, whatever speaks against it. */
  readonly onConfirm: (picture: Picture) => void;
  /** Stands at the head of the list: the way on, once something was changed in it; null: nothing was. */
  readonly next: ReactNode;
}

/** Pictures that can be looked at, put into another class, or deleted: one by one or several at once. */
export const MistakeList = memo(function MistakeList(props: MistakeListProps) {
  const { label, mistakes, total, classes, onMore, onOpen, onMove, onDelete, onConfirm, next } = props;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const place = useRef<HTMLElement>(null);
  const isFree = useControl('pictures') === 'shown';
  // What has left the list is not selected any more.
  const chosen = mistakes.filter(({ picture }) => selected.has(picture.id)).map(({ picture }) => picture.id);
  const onSelect = useCallback(
    (id: string, isSelected: boolean) =>
      setSelected((now) => new Set(isSelected ? [...now, id] : [...now].filter((other) => other !== id))),
    [],
  );
  /** The button goes away with its picture: the focus stays at the list. */
  const keepFocus = useCallback(() => place.current?.focus(), []);
  const move = useCallback(
    (ids: readonly string[], classId: string) => {
      onMove(ids, classId);
      keepFocus();
    },
    [onMove, keepFocus],
  );
  const confirm = useCallback(
    (picture: Picture) => {
      onConfirm(picture);
      keepFocus();
    },
    [onConfirm, keepFocus],
  );
  return (
    <section className="mistake-list" aria-label={label} tabIndex={-1} ref={place}>
      {next}
      {isFree && (total > 1 || chosen.length > 0) && (
        <Tools
          chosen={chosen}
          shown={mistakes.length}
          classes={classes}
          onAll={() =>
            setSelected(chosen.length === mistakes.length ? new Set() : new Set(mistakes.map((m) => m.picture.id)))
          }
          onMove={move}
          onDelete={(ids) => {
            onDelete(ids);
            keepFocus();
          }}
        />
      )}
      <ul className="mistake-cards">
        {mistakes.map((mistake) => (
          <MistakeCard
            key={mistake.picture.id}
            mistake={mistake}
            isSelected={selected.has(mistake.picture.id)}
            onSelect={onSelect}
            onOpen={onOpen}
            onMove={move}
            onConfirm={confirm}
          />
        ))}
      </ul>
      {total > mistakes.length && (
        <div>
          <Button variant="subtle" onClick={onMore}>
            <Plural
              value={total - mistakes.length}
              one="Show more: # picture left"
              other="Show more: # pictures left"
            />
          </Button>
        </div>
      )}
    </section>
  );
});

interface ToolsProps extends Pick<MistakeListProps, 'classes' | 'onMove' | 'onDelete'> {
  readonly chosen: readonly string[];
  readonly shown: number;
  readonly onAll: () => void;
}

function Tools({ chosen, shown, classes, onAll, onMove, onDelete }: ToolsProps) {
  const [target, setTarget] = useState('');
  // The class may have been deleted since it was chosen.
  const goal = classes.find(({ id }) => id === target);
  const goalName = goal?.name ?? '';
  return (
    <div className="lab-row mistake-tools">
      <Button variant="default" size="compact-md" disabled={shown === 0} onClick={onAll}>
        {chosen.length > 0 && chosen.length === shown ? t`Select none` : t`Select all shown`}
      </Button>
      {chosen.length > 0 && (
        <>
          <span className="lab-numbers">
            <Plural value={chosen.length} one="# selected" other="# selected" />
          </span>
          <NativeSelect
            aria-label={t`Class to move the selected pictures to`}
            value={goal?.id ?? ''}
            data={[{ value: '', label: t`Move to …` }, ...classes.map(({ id, name }) => ({ value: id, label: name }))]}
            // The arrow keys change a closed menu: choosing alone moves nothing.
            onChange={({ currentTarget: { value } }) => setTarget(value)}
          />
          <Button
            variant="default"
            size="compact-md"
            disabled={!goal}
            onClick={() => {
              if (!goal) return;
              onMove(chosen, goal.id);
              setTarget('');
            }}
          >
            {goal ? (
              <Trans>
                Move<span className="lab-hidden"> the selected pictures to {goalName}</span>
              </Trans>
            ) : (
              <Trans>
                Move<span className="lab-hidden"> the selected pictures</span>
              </Trans>
            )}
          </Button>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => onDelete(chosen)}
          >
            <Trans>
              Delete<span className="lab-hidden"> the selected pictures</span>
            </Trans>
          </Button>
        </>
      )}
    </div>
  );
}
