import { IconLock } from '@tabler/icons-react';

/** The sign that a side of the split has on the thumbnails, before its words. */
export const SideKey = ({ side }: { readonly side: 'training' | 'validation' | 'test' }) => (
  <b className="side-key" data-side={side} aria-hidden>
    {side === 'test' ? <IconLock size={13} stroke={2.6} /> : side === 'training' ? 'T' : 'V'}
  </b>
);
