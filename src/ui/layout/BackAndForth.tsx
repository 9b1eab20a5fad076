import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export interface BackAndForthProps {
  /** What the two buttons do, for who does not see the arrows: "Show the previous draw". */
  readonly back: string;
  readonly forth: string;
  readonly onStep: (by: -1 | 1) => void;
  /** There is nothing before, or after. */
  readonly isFirst?: boolean;
  readonly isLast?: boolean;
  /** What is gone through; stands between the buttons. */
  readonly children: ReactNode;
}

/** An arrow to either side. */
export function BackAndForth({ back, forth, onStep, isFirst = false, isLast = false, children }: BackAndForthProps) {
  return (
    <>
      <ActionIcon variant="default" aria-label={back} disabled={isFirst} onClick={() => onStep(-1)}>
        <IconChevronLeft size={20} aria-hidden />
      </ActionIcon>
      {children}
      <ActionIcon variant="default" aria-label={forth} disabled={isLast} onClick={() => onStep(1)}>
        <IconChevronRight size={20} aria-hidden />
      </ActionIcon>
    </>
  );
}
