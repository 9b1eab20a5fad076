import { Button, NativeSelect } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useId } from 'react';
import type { PictureClass } from '../../core/collection';
import { count, setPercent } from '../../core/figures';
import { ClassCounts } from './ClassCounts';

export interface SetAsideProps {
  readonly share: number;
  readonly onShare: (share: number) => void;
  /** How many pictures of each class would be set aside. */
  readonly classes: readonly { readonly cls: PictureClass; readonly pictures: number }[];
  /** Why none can be drawn; null: they can. */
  readonly problem: string | null;
  /** They are drawn from validation folders, which so many experiments in the log were checked with; null: they are not. */
  readonly watched: number | null;
  /** Draws from validation folders; null: that is not offered. */
  readonly onFolders: (() => void) | null;
  readonly onSetAside: () => void;
}

const shares = [0.1, 0.2, 0.3, 0.4];

/** Sets a test set aside. */
export function SetAside(props: SetAsideProps) {
  const { share, onShare, classes, problem, watched, onFolders, onSetAside } = props;
  const id = useId();
  const total = classes.reduce((sum, { pictures }) => sum + pictures, 0);
  const none = classes.filter(({ pictures }) => pictures === 0).map(({ cls }) => `“${cls.name}”`);
  return (
    <>
      <div className="lab-row test-share">
        <NativeSelect
          label="Share of each class"
          value={String(share)}
          data={shares.map((value) => ({ value: String(value), label: setPercent(value) }))}
          onChange={({ currentTarget: { value } }) => onShare(Number(value))}
        />
        <Button
          leftSection={<IconLock size={18} aria-hidden />}
          disabled={problem !== null}
          aria-describedby={id}
          onClick={onSetAside}
        >
          Set a test set aside
        </Button>
      </div>
      {problem === null ? (
        <div id={id} className="mistake-block">
          <p className="lab-soft">
            {count(total, 'picture')} would be set aside, drawn at random from the seed
            {watched === null
              ? '; pictures that belong together stay together, and pins stay where they are.'
              : ', out of the validation folders; training folders stay as they are.'}
            {watched !== null &&
              watched > 0 &&
              ` They were looked at before: ${count(watched, 'experiment')} in the log may have been checked with them, so that what was chosen since owes something to them.`}
            {none.length > 0 &&
              ` ${none.join(', ')} can spare none: ${watched === null ? 'two groups of pictures must be left of each class' : 'one group of pictures must be left of each class to check with'}.`}
          </p>
          <ClassCounts classes={classes} />
        </div>
      ) : (
        <div className="mistake-block">
          <p id={id} className="lab-soft">
            {problem}
          </p>
          {onFolders && (
            <div className="lab-row">
              <Button variant="default" onClick={onFolders}>
                Draw it from the validation folders
              </Button>
              <span className="lab-soft">
                The heads did not learn from these pictures; they were only checked with them.
              </span>
            </div>
          )}
        </div>
      )}
    </>
  );
}
