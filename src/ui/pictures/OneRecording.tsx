import { Trans } from '@lingui/react/macro';
import type { Side } from '../../core/collection';
import { Note } from '../layout/Note';

/** Warns of a class whose pictures are mostly one recording, on these sides; nothing where there are none. */
export function OneRecording({ sides }: { readonly sides: readonly Side[] }) {
  if (sides.length === 0) return null;
  const each = sides.length > 1 ? ' each' : '';
  return (
    <Note tone="warn">
      <Trans>
        Most {sides.join(' and most ')} pictures are one recording{each}: nearly the same picture. Record more, in other
        places and other light.
      </Trans>
    </Note>
  );
}
