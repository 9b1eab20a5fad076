import { plural, t } from '@lingui/core/macro';
import { percent } from '../../core/figures';
import { isOneSplit, validationGroupsOf } from '../../core/sharedPictures';
import { accuracyEstimate, advantage, lastAccuracies, type WayId, type WaysResult } from '../../core/why/ways';
import type { Estimate } from '../../core/statistics';
import { groupsWords } from '../../core/wording';
import { wayNames } from './wayNames';
import { changeWords, inPoints, oneSeed, onSplit, told, withinSpreadOf } from '../inside/estimateWords';

interface Words {
  readonly main: string;
  readonly more: readonly string[];
}

/** What the four ways say; never more than the intervals do. */
export function waysWords(result: WaysResult): Words {
  const { origin } = result;
  const seeds = origin.trials.length;
  const split = isOneSplit(origin.trials);
  const isThrough = result.lines.filter(({ history }) => history.length === origin.settings.epochs).length;
  if (isThrough < 4) return { main: t`${isThrough} of 4 ways are through; it takes all four to compare.`, more: [] };
  const over = (way: WayId) => advantage(result, way);
  const [scratch, random, pixels] = [over('scratch'), over('random'), over('pixels')];
  if (!scratch || !random || !pixels) return { main: t`There is nothing to compare.`, more: [] };
  const chance = 1 / origin.classes;
  const guessed = percent(chance);
  const { epochs } = origin.settings;
  return {
    main: onSplit(split, against(scratch, t`a network that learned from scratch`, split)),
    more: [
      sizeOrKnowledge(random, split),
      against(pixels, t`the same head on bare pixels`, split),
      atChance(result, chance),
      ...(seeds === 1 ? [oneSeed] : []),
      split
        ? t`After ${plural(epochs, { one: '# epoch', other: '# epochs' })}, with ${plural(seeds, { one: '# seed', other: '# seeds' })}; all check with the same pictures, for which the intervals of the differences allow.`
        : t`After ${plural(epochs, { one: '# epoch', other: '# epochs' })}, with ${plural(seeds, { one: '# seed', other: '# seeds' })}; each drew its own split.`,
      t`Guessing would be right for ${guessed}.`,
      seeds > 1 ? groupsWords(validationGroupsOf(origin.trials)) : null,
    ].filter((sentence) => sentence !== null),
  };
}

function against(e: Estimate, other: string, split: boolean): string {
  const what = told(e);
  const change = changeWords(e, inPoints);
  switch (what) {
    case 'above':
      return t`Transfer is better than ${other}: ${change} in validation accuracy.`;
    case 'below':
      return t`Transfer is worse than ${other} here: ${change} in validation accuracy.`;
    case 'cannot tell':
      return `${t`Transfer minus ${other}: ${change}.`} ${withinSpreadOf(split)}`;
    case 'identical':
      return t`Transfer and ${other} came out exactly equal.`;
    case 'one seed':
      return t`Transfer minus ${other}: ${change}, with one seed.`;
    case 'no value':
      return t`Against ${other} there is no figure: a run failed.`;
    default:
      return what satisfies never;
  }
}

function sizeOrKnowledge(e: Estimate, split: boolean): string {
  const what = told(e);
  const change = changeWords(e, inPoints);
  switch (what) {
    case 'above':
      return t`It is the knowledge, not the size: transfer minus the very same network with random weights is ${change}.`;
    case 'below':
      return t`What the base knows does not help here: transfer minus the very same network with random weights is ${change}.`;
    case 'cannot tell':
      return `${t`Whether what the base knows helps at all: transfer minus the very same network with random weights is ${change}.`} ${withinSpreadOf(split)}`;
    case 'identical':
    case 'one seed':
    case 'no value':
      return against(e, t`the same network with random weights`, split);
    default:
      return what satisfies never;
  }
}

/** Ways that are not clearly better than guessing. */
function atChance({ lines, origin }: WaysResult, chance: number): string | null {
  const near = lines.flatMap((line) => {
    const accuracies = lastAccuracies(line);
    const e = accuracies && accuracyEstimate(accuracies, origin);
    return e?.kind === 'interval' && e.low <= chance ? [wayNames[line.way].said] : [];
  });
  if (near.length === 0) return null;
  const [seeds, ways] = [origin.trials.length, near.join(', ')];
  return t`Not clearly better than guessing, as far as ${plural(seeds, { one: '# seed', other: '# seeds' })} can tell: ${ways}.`;
}
