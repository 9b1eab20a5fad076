import type { Verdict } from '../verdict';
import { headline, sentences } from '../wording';
import type { LogEntry } from './logEntry';

/**
 * What may be said of an entry. One that was cut short while it ran no longer says "so far". The sentences are made anew
 * out of what was found: those that were kept may be of another language.
 */
export function entryVerdict({ verdict, phase }: LogEntry): Verdict | null {
  if (!verdict || phase === 'running') return verdict;
  const findings = verdict.phase === 'running' ? { ...verdict, phase: 'stopped' as const } : verdict;
  return { ...findings, headline: headline(findings), sentences: sentences(findings) };
}

/** What the verdict begins with, before its figures: "Cannot tell with this much data". Null before the first epoch. */
export function verdictStart({ verdict }: LogEntry): string | null {
  if (!verdict) return null;
  const [start] = headline({ ...verdict, phase: 'finished', plannedEpochs: verdict.epochs }).split(': ');
  return start ?? null;
}
