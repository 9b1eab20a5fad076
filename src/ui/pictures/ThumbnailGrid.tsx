import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { type KeyboardEvent, startTransition, useCallback, useState } from 'react';
import type { CollectionAction, Picture, PictureClass } from '../../core/collection';
import { grouped } from '../../core/figures';
import type { TrialDraw } from '../../core/trialDraw';
import { useControl } from '../prepared/controls';
import { gridStep } from './gridStep';
import { Thumbnail } from './Thumbnail';

export interface ThumbnailGridProps {
  /** For screen readers, e.g. "Pictures of Animals". */
  readonly label: string;
  readonly pictures: readonly Picture[];
  readonly classes: ReadonlyMap<string, PictureClass>;
  readonly draw: TrialDraw;
  readonly contradicted: ReadonlySet<string>;
  /** The pictures that are set aside for the test are covered. */
  readonly testLocked: boolean;
  readonly thumbnailUrl: (hash: string) => string;
  readonly onOpen: (pictureId: string) => void;
  readonly onAction: (action: CollectionAction) => void;
}

/** Full rows for four, five and ten columns. */
const few = 20;

/** A grid with one tab stop: arrow keys move inside it, Enter opens, Delete deletes. */
export function ThumbnailGrid(props: ThumbnailGridProps) {
  const { label, pictures, classes, draw, contradicted, testLocked, thumbnailUrl, onOpen, onAction } = props;
  const isFree = useControl('pictures') === 'shown';
  const [all, setAll] = useState(false);
  const [active, setActive] = useState(0);
  const shown = all || pictures.length <= few + 6 ? pictures : pictures.slice(0, few);
  const count = grouped(pictures.length);
  const stop = Math.min(active, shown.length - 1);

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLButtonElement>) => {
      const buttons = [...(event.currentTarget.closest('ul')?.querySelectorAll('button') ?? [])];
      const at = buttons.indexOf(event.currentTarget);
      const picture = pictures[at];
      if (!picture) return;
      if (event.key === 'Delete') {
        if (!isFree) return;
        // The focus goes to a neighbour, not to nowhere.
        (buttons[at + 1] ?? buttons[at - 1])?.focus();
        onAction({ type: 'pictures removed', ids: [picture.id] });
        return;
      }
      const tops = buttons.map((b) => b.getBoundingClientRect().top);
      const columns = tops.filter((top) => top === tops[0]).length;
      const to = gridStep(event.key, at, buttons.length, columns);
      if (to === null) return;
      event.preventDefault();
      setActive(to);
      buttons[to]?.focus();
    },
    [pictures, isFree, onAction],
  );

  return (
    <>
      <ul className="thumbs" aria-label={label}>
        {shown.map((p, i) => {
          const wrong = draw.wrongLabels.get(p.id);
          return (
            <Thumbnail
              key={p.id}
              picture={p}
              url={thumbnailUrl(p.hash)}
              side={draw.sides.get(p.id) ?? null}
              wrongLabel={(wrong === undefined ? undefined : classes.get(wrong)) ?? null}
              contradicted={contradicted.has(p.id)}
              locked={testLocked && p.test === true}
              tabbable={i === stop}
              onOpen={onOpen}
              onKeyDown={onKeyDown}
            />
          );
        })}
      </ul>
      {(all || shown.length < pictures.length) && (
        <Button
          variant="subtle"
          size="compact-md"
          aria-expanded={all}
          onClick={() => startTransition(() => setAll(!all))}
        >
          {all ? t`Show fewer` : t`Show all ${count}`}
        </Button>
      )}
    </>
  );
}
