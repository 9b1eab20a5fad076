import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

const icons = { plain: IconInfoCircle, warn: IconAlertTriangle, error: IconCircleX } as const;

export interface NoteProps {
  /** An error is announced at once. */
  readonly tone?: keyof typeof icons;
  readonly children: ReactNode;
}

/** One quiet sentence with its sign. */
export function Note({ tone = 'plain', children }: NoteProps) {
  const Icon = icons[tone];
  return (
    <div className="lab-note" data-tone={tone} role={tone === 'error' ? 'alert' : undefined}>
      <Icon size={20} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
