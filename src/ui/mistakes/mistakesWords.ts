import { t } from '@lingui/core/macro';
import { count, percent, points, signed } from '../../core/figures';
import { changesIn, type ChangesSince } from '../../core/mistakes/askedPictures';
import type { OneSidedOverSeeds, Steadiness } from '../../core/mistakes/oneSided';
import type { Side } from '../../core/collection';

/** What was done to the pictures since the training; null: nothing. */
export function changesWords(changes: ChangesSince): string | null {
  const all = changesIn(changes);
  if (all === 0) return null;
  const { moved, removed, setAside, added, returned } = changes;
  const parts = [
    moved > 0 && t`${moved} moved to another class`,
    removed > 0 && t`${removed} deleted`,
    setAside > 0 && t`${setAside} set aside for the test`,
    added > 0 && t`${added} added`,
    returned > 0 && t`${returned} came back from the test set`,
  ].filter((part) => part !== false);
  const left = removed + setAside;
  // Each mistake that is "mended" makes the numbers of the same pictures better, whether or not the label was wrong.
  const flatters =
    moved + removed > 0
      ? t` Labels mended, and pictures deleted, because a head got them wrong make its accuracy look better than it is: they were chosen by looking at mistakes.`
      : '';
  return t`You changed ${count(all, 'picture')} since this training (${parts.join(', ')}): train again to see what it does. The answers below are still those of before, counted with the labels of now${left > 0 ? '; what is gone is left out' : ''}.${flatters}`;
}

/** "94.4 %: 51 of 54 validation pictures are answered rightly." */
export function rightWords(right: number, total: number, side: Side, seeds: number): string {
  if (total === 0) return t`No ${side} pictures are left.`;
  const what =
    seeds === 1
      ? t`${right.toLocaleString('en')} of ${count(total, t`${side} picture`)} right`
      : t`${right.toLocaleString('en')} of ${count(total, 'answer')} right, over ${seeds} seeds`;
  return `${percent(right / total)}: ${what}.`;
}

/**
 * What marks a number that changes of the pictures have moved, and no training; null: nothing has.
 *
 * @param before accuracy with the labels and the pictures of the training, in [0, 1]; null: it cannot be told any more.
 */
export function staleWords({ moved, removed }: ChangesSince, before: number | null): string | null {
  if (moved + removed === 0) return null;
  const what = [moved > 0 && t`labels changed`, removed > 0 && t`pictures deleted`].filter((part) => part !== false);
  const was = before === null ? '' : t` (was ${percent(before)})`;
  return t`${what.join(' and ')} since, not retrained${was}`;
}

/**
 * What no mistakes prove: the error rate that would still show none in 1 of 20 such sets, 1 - 0.05^(1/n). Hanley and
 * Lippman-Hand (JAMA 249, 1983, 1743) give it as the rule of three.
 */
export function noMistakesWords(total: number): string {
  const rate = percent(1 - 0.05 ** (1 / total));
  return t`No mistakes here. With ${count(total, 'picture')} that proves little: heads that get up to ${rate} of such pictures wrong would show none in 1 of 20 such sets, or more often.`;
}

/** The one honest line on pictures that one side alone gets right. */
export function oneSidedWords(found: OneSidedOverSeeds): string {
  const { seeds, onlyWith, onlyWithout, difference, outcome, splitFixed } = found;
  const means = t`${per(onlyWith)} right only with dropout and ${per(onlyWithout)} only without`;
  const interval =
    difference.kind === 'interval'
      ? t` (difference ${signed(fixed(difference.mean))}, 95\u00a0% interval ${signed(fixed(difference.low))} to ${signed(fixed(difference.high))} pictures)`
      : '';
  const where = splitFixed ? t` on this one split` : '';
  switch (outcome) {
    case 'none':
      return seeds === 1
        ? t`The two heads of this seed get the same pictures right.`
        : t`In none of the ${seeds} seeds does one side get a picture right that the other gets wrong.`;
    case 'one run':
      return t`One seed: ${means}. One run proves nothing: train more seeds.`;
    case 'cannot tell':
      return t`A seed has, on average over ${seeds} seeds${where}, ${means}${interval}: too few to tell.`;
    case 'more with':
      return t`A seed has, on average over ${seeds} seeds${where}, ${means}${interval}: more are gained with dropout than lost.`;
    case 'more without':
      return t`A seed has, on average over ${seeds} seeds${where}, ${means}${interval}: more are lost with dropout than gained.`;
    default:
      return outcome satisfies never;
  }
}

const fixed = (value: number) => points(value / 100);
const per = (value: number) => count(Number(value.toFixed(1)), 'picture');

/** "Over the 4 seeds that checked with it: right 2 times without dropout, 3 with." */
export const steadinessWords = ({ seeds, without, with: withDropout }: Steadiness): string =>
  t`Over the ${seeds} seeds that checked with it: right in ${without} without dropout, in ${withDropout} with.`;
