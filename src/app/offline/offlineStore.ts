import { create } from 'zustand';
import type { OfflineState, UpdateState } from '../../core/offline';

export interface Offline {
  readonly offline: OfflineState;
  readonly update: UpdateState;
  /** Asks the browser to install the page; null: it does not offer that, or it is installed. */
  readonly install: (() => void) | null;
  /** Fetches everything now, on a device that is to save data. */
  readonly accept: () => void;
  /** Takes the newer build: saves first, and waits for what runs. */
  readonly take: () => void;
  /** Takes it although not all of the work is kept. */
  readonly takeAnyway: () => void;
  readonly later: () => void;
}

/** Apart from the lab: none of it is about pictures, and the page is drawn before any of it is known. */
export const useOffline = create<Offline>()(() => ({
  offline: { phase: 'waiting' },
  update: { phase: 'none' },
  install: null,
  accept: () => undefined,
  take: () => undefined,
  takeAnyway: () => undefined,
  later: () => undefined,
}));
