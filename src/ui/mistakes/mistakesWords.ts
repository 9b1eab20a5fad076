import { plural, t } from '@lingui/core/macro';
import { grouped, fixed, percent, signed } from '../../core/figures';
import { changesIn, type ChangesSince } from '../../core/mistakes/askedPictures';
import type { OneSidedOverSeeds, Steadiness } from '../../core/mistakes/oneSided';
import type { Interval } from '../../core/statistics';
import type { Side } from '../../core/collection';

/** What was done to the pictures since the training; null: nothing. */
export function changesWords(changes: ChangesSince): string | null {
  const all = changesIn(changes);
  if (all === 0) return null;
  const { moved, removed, setAside, added, returned } = changes;
  const parts = [
    moved > 0 && plural(moved, { one: '# moved to another class', other: '# moved to another class' }),
    removed > 0 && plural(removed, { one: '# deleted', other: '# deleted' }),
    setAside > 0 && plural(setAside, { one: '# set aside for the test', other: '# set aside for the test' }),
    added > 0 && plural(added, { one: '# added', other: '# added' }),
    returned > 0 && plural(returned, { one: '# came back from the test set', other: '# came back from the test set' }),
  ].filter((part) => part !== false);
  const left = removed + setAside;
  const done = parts.join(', ');
  return [
    t`You changed ${plural(all, { one: '# picture', other: '# pictures' })} since this training (${done}): train again to see what it does.`,
    left > 0
      ? t`The answers below are still those of before, counted with the labels of now; what is gone is left out.`
      : t`The answers below are still those of before, counted with the labels of now.`,
    // Each mistake that is "mended" makes the numbers of the same pictures better, whether or not the label was wrong.
    moved + removed > 0
      ? t`Labels mended, and pictures deleted, because a head got them wrong make its accuracy look better than it is: they were chosen by looking at mistakes.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** "94.4 %: 51 of 54 validation pictures are answered rightly." */
export function rightWords(right: number, total: number, side: Side, seeds: number): string {
  if (total === 0) return side === 'training' ? t`No training pictures are left.` : t`No validation pictures are left.`;
  const [share, hits] = [percent(right / total), grouped(right)];
  if (seeds > 1)
    return t`${share}: ${hits} of ${plural(total, { one: '# answer', other: '# answers' })} right, over ${plural(seeds, { one: '# seed', other: '# seeds' })}.`;
  return side === 'training'
    ? t`${share}: ${hits} of ${plural(total, { one: '# training picture', other: '# training pictures' })} right.`
    : t`${share}: ${hits} of ${plural(total, { one: '# validation picture', other: '# validation pictures' })} right.`;
}

/**
 * What marks a number that changes of the pictures have moved, and no training; null: nothing has.
 *
 * @param before accuracy with the labels and the pictures of the training, in [0, 1]; null: it cannot be told any more.
 */
export function staleWords({ moved, removed }: ChangesSince, before: number | null): string | null {
  if (moved + removed === 0) return null;
  const what =
    moved > 0 && removed > 0
      ? t`labels changed and pictures deleted since, not retrained`
      : moved > 0
        ? t`labels changed since, not retrained`
        : t`pictures deleted since, not retrained`;
  if (before === null) return what;
  const share = percent(before);
  return `${what} ${t`(was ${share})`}`;
}

/**
 * What no mistakes prove: the error rate that would still show none in 1 of 20 such sets, 1 - 0.05^(1/n). Hanley and
 * Lippman-Hand (JAMA 249, 1983, 1743) give it as the rule of three.
 */
export function noMistakesWords(total: number): string {
  const rate = percent(1 - 0.05 ** (1 / total));
  return t`No mistakes here. With ${plural(total, { one: '# picture', other: '# pictures' })} that proves little: heads that get up to ${rate} of such pictures wrong would show none in 1 of 20 such sets, or more often.`;
}

/** The one honest line on pictures that one side alone gets right. */
export function oneSidedWords(found: OneSidedOverSeeds): string {
  const { seeds, onlyWith, onlyWithout, difference, outcome, splitFixed } = found;
  const [gained, lost] = [Number(onlyWith.toFixed(1)), Number(onlyWithout.toFixed(1))];
  const means = t`${plural(gained, { one: '# picture', other: '# pictures' })} right only with dropout and ${plural(lost, { one: '# picture', other: '# pictures' })} only without`;
  const said = difference.kind === 'interval' ? `${means} ${intervalWords(difference)}` : means;
  const over = splitFixed
    ? plural(seeds, { one: 'over # seed on this one split', other: 'over # seeds on this one split' })
    : plural(seeds, { one: 'over # seed', other: 'over # seeds' });
  switch (outcome) {
    case 'none':
      return seeds === 1
        ? t`The two heads of this seed get the same pictures right.`
        : t`In none of the ${seeds} seeds does one side get a picture right that the other gets wrong.`;
    case 'one run':
      return t`One seed: ${means}. One run proves nothing: train more seeds.`;
    case 'cannot tell':
      return t`A seed has, on average ${over}, ${said}: too few to tell.`;
    case 'more with':
      return t`A seed has, on average ${over}, ${said}: more are gained with dropout than lost.`;
    case 'more without':
      return t`A seed has, on average ${over}, ${said}: more are lost with dropout than gained.`;
    default:
      return outcome satisfies never;
  }
}

function intervalWords({ mean, low, high }: Interval): string {
  const [middle, from, to] = [signed(fixed(mean, 1)), signed(fixed(low, 1)), signed(fixed(high, 1))];
  return t`(difference ${middle}, 95\u00a0% interval ${from} to ${to} pictures)`;
}

/** "Over the 4 seeds that checked with it: right 2 times without dropout, 3 with." */
export const steadinessWords = ({ seeds, without, with: withDropout }: Steadiness): string =>
  t`Over the ${seeds} seeds that checked with it: right in ${without} without dropout, in ${withDropout} with.`;
