import { t } from '@lingui/core/macro';
import { IconLock } from '@tabler/icons-react';

/** The sign that a side of the split has on the thumbnails, before its words. */
export const SideKey = ({ side }: { readonly side: 'training' | 'validation' | 'test' }) => (
  <b className="side-key" data-side={side} aria-hidden>
    {side === 'test' ? <IconLock size={13} stroke={2.6} /> : sideLetter[side]}
  </b>
);

/** What stands for a side where there is room for one letter. */
export const sideLetter = { training: t`T`, validation: t`V` } as const;
