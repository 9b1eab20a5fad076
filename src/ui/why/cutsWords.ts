import { plural, t } from '@lingui/core/macro';
import { percent } from '../../core/figures';
import { isOneSplit, validationGroupsOf } from '../../core/sharedPictures';
import { cutFindings, type CutsResult } from '../../core/why/cuts';
import { groupsWords } from '../../core/wording';
import { changeWords, inPoints, oneSeed, onSplit, told, withinSpreadOf } from '../inside/estimateWords';

/** What the blocks say about where general features end and those of task A begin. */
export function cutsWords(result: CutsResult): { readonly main: string; readonly more: readonly string[] } {
  const { origin, blocks, points } = result;
  const found = cutFindings(result);
  const through = points.length;
  if (!found) return { main: t`${through} of ${blocks} blocks are through.`, more: [] };
  const seeds = origin.trials.length;
  if (seeds === 1) return { main: oneSeed, more: [] };
  const split = isOneSplit(origin.trials);
  const { best, bestAccuracy, rise, last, early } = found;
  const change = changeWords(rise, inPoints);
  const main = {
    above: t`Later blocks serve these pictures better: from the first block to the last, ${change} in validation accuracy.`,
    below: t`Earlier blocks serve these pictures better: from the first block to the last, ${change} in validation accuracy.`,
    'cannot tell': `${t`From the first block to the last: ${change}.`} ${withinSpreadOf(split)}`,
    identical: t`First and last block gave exactly the same.`,
    'one seed': oneSeed,
    'no value': t`A run failed, so the blocks cannot be compared.`,
  }[told(rise)];
  const [bestBlock, highest, atLast] = [best.block + 1, percent(bestAccuracy.mean), percent(last.mean)];
  return {
    main: onSplit(split, main),
    more: [
      best.block === blocks - 1
        ? t`The last block is the highest, with ${highest}.`
        : t`Highest: block ${bestBlock}, ${highest}, against ${atLast} at the last. It was picked as the highest of ${blocks} after looking, which flatters it: no test is made of it.`,
      early ? earlyWords(early, split) : null,
      t`${plural(seeds, { one: '# seed', other: '# seeds' })}; the features of all blocks come from one pass over the base.`,
      groupsWords(validationGroupsOf(origin.trials)),
    ].filter((sentence) => sentence !== null),
  };
}

function earlyWords(
  { point, overPixels }: NonNullable<NonNullable<ReturnType<typeof cutFindings>>['early']>,
  split: boolean,
): string {
  const [block, change] = [point.block + 1, changeWords(overPixels, inPoints)];
  const all = told(overPixels);
  switch (all) {
    case 'above':
      return t`Block ${block}, from the early third, already beats bare pixels: ${change}.`;
    case 'below':
      return t`Block ${block}, from the early third, is worse than bare pixels: ${change}.`;
    case 'cannot tell':
      return `${t`Block ${block}, from the early third, against bare pixels: ${change}.`} ${withinSpreadOf(split)}`;
    case 'identical':
    case 'one seed':
    case 'no value':
      return t`Block ${block}, from the early third, against bare pixels: ${change}.`;
    default:
      return all satisfies never;
  }
}
