import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * The value as this component last had its turn to show it. Turns are taken one at a time, each in a task of its own, so
 * that charts drawn at every epoch never add up to one long task; after each the page gets as long as the turn took, so
 * that drawing never has more than half of it. Values in between are skipped, the last one never is.
 *
 * @param first what is shown before the first turn.
 */
export function useTurn<T>(value: T, first: T = value): T {
  const [shown, setShown] = useState(first);
  const latest = useRef(value);
  const isWaiting = useRef(false);
  useEffect(() => {
    latest.current = value;
    if (isWaiting.current) return;
    isWaiting.current = true;
    enqueue(() => {
      isWaiting.current = false;
      const next = latest.current;
      flushSync(() => setShown(() => next));
    });
  }, [value]);
  return shown;
}

const queue: (() => void)[] = [];
let isRunning = false;

function enqueue(turn: () => void): void {
  queue.push(turn);
  if (isRunning) return;
  isRunning = true;
  setTimeout(run, 0);
}

function run(): void {
  const turn = queue.shift();
  if (!turn) {
    isRunning = false;
    return;
  }
  const start = performance.now();
  try {
    turn();
  } finally {
    setTimeout(run, Math.max(4, performance.now() - start));
  }
}
