import { plural, t } from '@lingui/core/macro';
import { dateWords } from '../../core/dates';
import { fixed } from '../../core/figures';
import type { TestResult } from '../../core/log/logEntry';

/** @param at in ms since 1970. */
export function openedWords(at: number): string {
  const date = dateWords(at);
  return t`Opened on ${date}, once.`;
}

/** What the intervals take in. */
export function coverageWords({ difference, pictures }: TestResult): string {
  const one = fixed(100 / pictures, 1);
  const seeds = difference.n;
  return difference.kind === 'single'
    ? t`One seed has no interval. One of the ${plural(pictures, { one: '# test picture', other: '# test pictures' })} is ${one} points.`
    : t`The intervals take in ${plural(seeds, { one: '# seed', other: '# seeds' })} and the chance of which ${plural(pictures, { one: '# test picture', other: '# test pictures' })} there are; one picture is ${one} points.`;
}

/** Which heads the validation accuracy beside the test's is of. */
export function validationWords(epochs: { readonly tested: number; readonly logged: number } | null): string {
  if (!epochs) return t`Validation accuracy is of the same seeds, after the last epoch of their training.`;
  const { tested, logged } = epochs;
  return tested === logged
    ? t`Validation accuracy is of the same heads.`
    : t`Validation accuracy is of the same seeds after epoch ${logged}; the heads that were tested are those of epoch ${tested}, the last that were kept.`;
}
