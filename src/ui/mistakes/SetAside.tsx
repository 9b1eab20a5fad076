import { plural, t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button, NativeSelect } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useId } from 'react';
import type { PictureClass } from '../../core/collection';
import { setPercent } from '../../core/figures';
import { Word } from '../words/Word';
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
          label={t`Share of each class`}
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
          <Trans>Set a test set aside</Trans>
        </Button>
      </div>
      {problem === null ? (
        <div id={id} className="mistake-block">
          <p className="lab-soft">
            {watched === null ? (
              <Trans>
                <Plural value={total} one="# picture" other="# pictures" /> would be set aside, drawn at random from the{' '}
                <Word of="seed">seed</Word>; pictures that <Word of="group">belong together</Word> stay together, and
                pins stay where they are.
              </Trans>
            ) : (
              <Trans>
                <Plural value={total} one="# picture" other="# pictures" /> would be set aside, drawn at random from the{' '}
                <Word of="seed">seed</Word>, out of the validation folders; training folders stay as they are.
              </Trans>
            )}
            {watched !== null && watched > 0 && ` ${watchedWords(watched)}`}
            {none.length > 0 && ` ${noneWords(none.join(', '), watched !== null)}`}
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
                <Trans>Draw it from the validation folders</Trans>
              </Button>
              <span className="lab-soft">
                <Trans>The heads did not learn from these pictures; they were only checked with them.</Trans>
              </span>
            </div>
          )}
        </div>
      )}
    </>
  );
}

const watchedWords = (n: number) =>
  t`They were looked at before: ${plural(n, { one: '# experiment', other: '# experiments' })} in the log may have been checked with them, so that what was chosen since owes something to them.`;

const noneWords = (classes: string, isFromFolders: boolean) =>
  isFromFolders
    ? t`${classes} can spare none: one group of pictures must be left of each class to check with.`
    : t`${classes} can spare none: two groups of pictures must be left of each class.`;
