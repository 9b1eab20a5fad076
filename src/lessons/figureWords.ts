import { t } from '@lingui/core/macro';
import { fixed, nats, percent, points, signed } from '../core/figures';
import type { Estimate } from '../core/statistics';
import type { FigureName, Found } from './found';

/**
 * A figure with its 95 % interval, as the lessons write it: "82.9 % (81.7 to 84.1)". What the brackets are is said once
 * beside the claims. A single value has none.
 */
export const shareWords = (e: Estimate): string => withInterval(e, percent, (share) => points(share));

/** A difference of accuracies: "+6.6 points (+5.2 to +8.0)". */
export const pointsWords = (e: Estimate): string =>
  withInterval(
    e,
    (mean) => t`${signed(points(mean))} points`,
    (end) => signed(points(end)),
  );

/** "1.13 (1.08 to 1.18)" */
export const lossWords = (e: Estimate): string => withInterval(e, nats, nats);

/** A difference of losses: "+0.43 (+0.38 to +0.48)". */
export const lossChangeWords = (e: Estimate): string =>
  withInterval(
    e,
    (mean) => signed(nats(mean)),
    (end) => signed(nats(end)),
  );

/** A cosine between 0 and 1: "0.104 (0.102 to 0.106)". */
export const alikeWords = (e: Estimate): string => withInterval(e, inThousandths, inThousandths);

/** A difference of two of these: "+0.013 (+0.011 to +0.014)". */
export const alikeChangeWords = (e: Estimate): string =>
  withInterval(
    e,
    (mean) => signed(inThousandths(mean)),
    (end) => signed(inThousandths(end)),
  );

const inThousandths = (value: number) => fixed(value, 3);

function withInterval(e: Estimate, mean: (value: number) => string, end: (value: number) => string): string {
  const middle = mean(e.mean);
  if (e.kind === 'single') return middle;
  const [low, high] = [end(e.low), end(e.high)];
  // As good as the same for every seed.
  if (low === high) return middle;
  return t`${middle} (${low} to ${high})`;
}

/** A figure of a run in words; where the run does not have it, that it is not there. */
export function wordsOf({ figures }: Pick<Found, 'figures'>, name: FigureName, words: (e: Estimate) => string): string {
  const { [name]: e } = figures;
  return e ? words(e) : t`not measured`;
}
