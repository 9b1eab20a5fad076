import type { LogEntry } from '../../core/log/logEntry';
import { estimate, within, type Estimate } from '../../core/statistics';

/**
 * Validation accuracy by arm, over the seeds whose heads were tested: of big heads not all are kept.
 *
 * @param seeds of the heads; null: they are not at hand. Then they were the first ones, as many as the test counted.
 */
export function validationOf(
  { runs, test }: Pick<LogEntry, 'runs' | 'test'>,
  seeds: readonly number[] | null,
): readonly Estimate[] {
  const tested = new Set(seeds ?? [...new Set(runs.map(({ seed }) => seed))].slice(0, test?.difference.n ?? 0));
  return (test?.arms ?? []).flatMap(({ name }) => {
    const own = runs.filter(({ arm, seed }) => arm === name && tested.has(seed)).map(({ validation }) => validation);
    return own.length === 0 ? [] : [within(estimate(own), [0, 1])];
  });
}
