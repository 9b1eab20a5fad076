import { useState } from 'react';
import type { ReportNames } from '../../ui/log/LogTools';

const key = 'transfer-lab-report';

/** What the learner wrote above a hand-in: kept for as long as the tab is open, in its session storage only. */
export function useReportHead(): readonly [ReportNames, (head: ReportNames) => void] {
  const [head, setHead] = useState(remembered);
  return [
    head,
    (next) => {
      setHead(next);
      try {
        sessionStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Denied, it is kept until the page is left.
      }
    },
  ];
}

function remembered(): ReportNames {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? '');
    if (typeof found === 'object' && found !== null && 'title' in found && 'learner' in found) {
      const { title, learner } = found;
      if (typeof title === 'string' && typeof learner === 'string') return { title, learner };
    }
  } catch {
    // Nothing is kept, or the browser denies it.
  }
  return { title: '', learner: '' };
}
