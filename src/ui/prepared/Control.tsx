import type { ReactNode } from 'react';
import type { ControlId } from '../../core/prepared';
import { useControl } from './controls';

export interface ControlProps {
  readonly of: ControlId;
  readonly children: ReactNode | ((isLocked: boolean) => ReactNode);
}

/** A control as an instructor left it: as it is, locked, or not at all. */
export function Control({ of, children }: ControlProps) {
  const shown = useControl(of);
  if (shown === 'hidden') return null;
  return typeof children === 'function' ? children(shown === 'locked') : children;
}
