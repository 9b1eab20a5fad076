import { emptyCollection } from '../../core/collection';
import type { LabStore } from '../store';
import type { Saver } from './saving';

/** Sees the project that is open off, before another takes its place. */
export interface Leaver {
  /** Ends what comes in and what is trained, and keeps the project. Nothing has changed since when it resolves. */
  readonly leave: () => Promise<void>;
  /** The same where a built-in set that is waited for takes its place in the end. */
  readonly rest: () => Promise<void>;
}

interface LeaverGiven {
  readonly store: LabStore;
  readonly saver: Saver;
  /** What is still coming in must not land among what is brought back. */
  readonly settleImport: () => Promise<void>;
  /** No built-in set is waited for any more. */
  readonly cancelFetch: () => void;
  /** Ends what is trained and what is looked at, and puts it away, the heads too. */
  readonly clear: () => void;
}

/** How often it is looked whether something changed while the rest was kept. */
const mostTimes = 10;

export function createLeaver({ store, saver, settleImport, cancelFetch, clear }: LeaverGiven): Leaver {
  async function rest(): Promise<void> {
    for (let time = 0; time < mostTimes; time++) {
      const { sample, importing } = store.getState();
      const isHalf = sample !== null && importing !== null && importing.total > 0;
      await settleImport();
      // Half a built-in set would pass for the whole one; without any of it, it is fetched anew.
      const isCutShort = isHalf && store.getState().sample === sample;
      store.setState({ importing: null, ...(isCutShort ? { collection: emptyCollection } : {}) });
      clear();
      await saver.flush();
      if (saver.isFlushed() && store.getState().importing === null) return;
    }
  }
  return {
    rest,
    leave: () => {
      cancelFetch();
      return rest();
    },
  };
}
