import { count } from '../../core/figures';
import type { TestResult } from '../../core/log/logEntry';

const when = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' });

/** @param at in ms since 1970. */
export const openedWords = (at: number): string => `Opened on ${when.format(at)}, once.`;

/** "Without dropout" */
export const armWords = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** What the intervals take in. */
export const coverageWords = ({ difference, pictures }: TestResult): string =>
  difference.kind === 'single'
    ? `One seed has no interval. One of the ${count(pictures, 'test picture')} is ${(100 / pictures).toFixed(1)} points.`
    : `The intervals take in ${count(difference.n, 'seed')} and the chance of which ${count(pictures, 'test picture')} there are; one picture is ${(100 / pictures).toFixed(1)} points.`;
