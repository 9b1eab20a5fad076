import { t } from '@lingui/core/macro';
import { count, percent } from '../../core/figures';
import { isOneSplit, validationGroupsOf } from '../../core/sharedPictures';
import { cutFindings, type CutsResult } from '../../core/why/cuts';
import { groupsWords } from '../../core/wording';
import { changeWords, inPoints, oneSeed, onSplit, told, withinSpreadOf } from '../inside/estimateWords';

/** What the blocks say about where general features end and those of task A begin. */
export function cutsWords(result: CutsResult): { readonly main: string; readonly more: readonly string[] } {
  const { origin, blocks, points } = result;
  const found = cutFindings(result);
  if (!found) return { main: t`${points.length} of ${blocks} blocks are through.`, more: [] };
  const seeds = origin.trials.length;
  if (seeds === 1) return { main: oneSeed, more: [] };
  const split = isOneSplit(origin.trials);
  const { best, bestAccuracy, rise, last, early } = found;
  const main = {
    above: t`Later blocks serve these pictures better: from the first block to the last, ${changeWords(rise, inPoints)} in validation accuracy.`,
    below: t`Earlier blocks serve these pictures better: from the first block to the last, ${changeWords(rise, inPoints)} in validation accuracy.`,
    'cannot tell': t`From the first block to the last: ${changeWords(rise, inPoints)}. ${withinSpreadOf(split)}`,
    identical: t`First and last block gave exactly the same.`,
    'one seed': oneSeed,
    'no value': t`A run failed, so the blocks cannot be compared.`,
  }[told(rise)];
  return {
    main: onSplit(split, main),
    more: [
      best.block === blocks - 1
        ? t`The last block is the highest, with ${percent(bestAccuracy.mean)}.`
        : t`Highest: block ${best.block + 1}, ${percent(bestAccuracy.mean)}, against ${percent(last.mean)} at the last. It was picked as the highest of ${blocks} after looking, which flatters it: no test is made of it.`,
      early ? earlyWords(early, split) : null,
      `${count(seeds, 'seed')}; the features of all blocks come from one pass over the base.`,
      groupsWords(validationGroupsOf(origin.trials)),
    ].filter((sentence) => sentence !== null),
  };
}

function earlyWords(
  { point, overPixels }: NonNullable<NonNullable<ReturnType<typeof cutFindings>>['early']>,
  split: boolean,
): string {
  const what = t`Block ${point.block + 1}, from the early third,`;
  const all = told(overPixels);
  switch (all) {
    case 'above':
      return t`${what} already beats bare pixels: ${changeWords(overPixels, inPoints)}.`;
    case 'below':
      return t`${what} is worse than bare pixels: ${changeWords(overPixels, inPoints)}.`;
    case 'cannot tell':
      return t`${what} against bare pixels: ${changeWords(overPixels, inPoints)}. ${withinSpreadOf(split)}`;
    case 'identical':
    case 'one seed':
    case 'no value':
      return t`${what} against bare pixels: ${changeWords(overPixels, inPoints)}.`;
    default:
      return all satisfies never;
  }
}
