import { t } from '@lingui/core/macro';
import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Lab } from './lab';
import type { LabState } from './store';

export const LabContext = createContext<Lab | null>(null);

export function useLab(): Lab {
  const lab = use(LabContext);
  if (!lab) throw new Error(t`The page was built without its lab.`);
  return lab;
}

/** A part of the state; renders again only when that part changes (compared one level deep). */
export function useLabState<T>(pick: (state: LabState) => T): T {
  return useStore(useLab().store, useShallow(pick));
}
