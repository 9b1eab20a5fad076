import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Side } from '../../core/collection';
import { Note } from '../layout/Note';

/** Warns of a class whose pictures are mostly one recording, on these sides; nothing where there are none. */
export function OneRecording({ sides }: { readonly sides: readonly Side[] }) {
  const [side, other] = sides;
  if (side === undefined) return null;
  return (
    <Note tone="warn">
      {other === undefined ? words[side] : bothWords} <Trans>Record more, in other places and other light.</Trans>
    </Note>
  );
}

const words = {
  training: t`Most training pictures are one recording: nearly the same picture.`,
  validation: t`Most validation pictures are one recording: nearly the same picture.`,
} as const satisfies Record<Side, string>;

const bothWords = t`Most training and most validation pictures are one recording each: nearly the same picture.`;
