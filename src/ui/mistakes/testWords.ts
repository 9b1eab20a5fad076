import { t } from '@lingui/core/macro';
import { dateWords } from '../../core/dates';
import { count } from '../../core/figures';
import type { TestResult } from '../../core/log/logEntry';

/** @param at in ms since 1970. */
export const openedWords = (at: number): string => t`Opened on ${dateWords(at)}, once.`;

/** "Without dropout" */
export const armWords = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** What the intervals take in. */
export const coverageWords = ({ difference, pictures }: TestResult): string =>
  difference.kind === 'single'
    ? t`One seed has no interval. One of the ${count(pictures, t`test picture`)} is ${(100 / pictures).toFixed(1)} points.`
    : `The intervals take in ${count(difference.n, 'seed')} and the chance of which ${count(pictures, t`test picture`)} there are; one picture is ${(100 / pictures).toFixed(1)} points.`;

/** Which heads the validation accuracy beside the test's is of. */
export function validationWords(epochs: { readonly tested: number; readonly logged: number } | null): string {
  if (!epochs) return t`Validation accuracy is of the same seeds, after the last epoch of their training.`;
  return epochs.tested === epochs.logged
    ? t`Validation accuracy is of the same heads.`
    : `Validation accuracy is of the same seeds after epoch ${epochs.logged}; the heads that were tested are those of epoch ${epochs.tested}, the last that were kept.`;
}
