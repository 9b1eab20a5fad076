import type { Estimate } from './statistics';

/** Over five seeds, as far to either side. */
export const interval = (mean: number, half = 0.01): Estimate => ({
  kind: 'interval',
  mean,
  low: mean - half,
  high: mean + half,
  n: 5,
});
