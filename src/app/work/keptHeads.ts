import { useEffect, useState } from 'react';
import type { LogEntry } from '../../core/log/logEntry';
import { useLab } from '../context';

interface KeptHeadsGiven {
  readonly project: string;
  /** Run whose heads are used now. */
  readonly inUse: string | null;
  readonly isBusy: boolean;
  readonly log: readonly LogEntry[];
}

/** Runs of the project that is open whose heads are kept; asked for anew whenever that may have changed. */
export function useKeptHeads({ project, inUse, isBusy, log }: KeptHeadsGiven): ReadonlySet<string> {
  const lab = useLab();
  const [kept, setKept] = useState<ReadonlySet<string>>(none);
  const { length } = log;
  useEffect(() => {
    let isCurrent = true;
    void lab.projects.keptHeads().then((runs) => isCurrent && setKept(new Set(runs)));
    return () => {
      isCurrent = false;
    };
  }, [lab, project, inUse, isBusy, length]);
  return kept;
}

const none: ReadonlySet<string> = new Set();
