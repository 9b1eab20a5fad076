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
  readonly onSetAside: () => void;
}

const shares = [0.1, 0.2, 0.3, 0.4];

/** Sets a test set aside. */
export function SetAside({ share, onShare, classes, problem, onSetAside }: SetAsideProps) {
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
            {count(total, 'picture')} would be set aside, drawn at random from the seed; pictures that belong together
            stay together, and pins stay where they are.
            {none.length > 0 &&
              ` ${none.join(', ')} can spare none: two groups of pictures must be left of each class.`}
          </p>
          <ClassCounts classes={classes} />
        </div>
      ) : (
        <p id={id} className="lab-soft">
          {problem}
        </p>
      )}
    </>
  );
}
