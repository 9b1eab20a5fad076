import { useEffect, useState } from 'react';
import { useLab } from '../context';
import type { LabState } from '../store';

/** Runs of the project that is open whose heads are kept; asked for anew whenever that may have changed. */
export function useKeptHeads(): ReadonlySet<string> {
  const { projects, store } = useLab();
  const [kept, setKept] = useState<ReadonlySet<string>>(none);
  useEffect(() => {
    /** Counts the questions: an answer to an older one says nothing. */
    let asked = 0;
    const ask = async () => {
      asked += 1;
      const own = asked;
      const runs = await projects.keptHeads();
      if (own === asked) setKept(new Set(runs));
    };
    void ask();
    const unsubscribe = store.subscribe((state, before) => {
      if (whatCounts.some((of) => of(state) !== of(before))) void ask();
    });
    return () => {
      unsubscribe();
      asked = -1;
    };
  }, [projects, store]);
  return kept;
}

const whatCounts: readonly ((state: LabState) => unknown)[] = [
  ({ project }) => project.id,
  ({ heads }) => heads?.runId,
  ({ training }) => training.phase,
  ({ log }) => log.length,
  // A class mate's file may have brought some.
  ({ fileWork }) => fileWork,
];

const none: ReadonlySet<string> = new Set();
