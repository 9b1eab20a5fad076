import { plural, t } from '@lingui/core/macro';
import { percent } from '../../core/figures';
import { isOneSplit, validationGroupsOf } from '../../core/sharedPictures';
import { pointOf, reachOf, type SizesResult } from '../../core/why/sizes';
import { accuracyEstimate, type WayId } from '../../core/why/ways';
import { groupsWords } from '../../core/wording';
import { wayNames } from './wayNames';
import { changeWords, inPoints, negated, onSplit, oneSeed, told } from '../inside/estimateWords';

/** What can be read off: how many pictures the others need for what transfer does with few. */
export function sizesWords(result: SizesResult): { readonly main: string; readonly more: readonly string[] } {
  const { sizes, points, origin } = result;
  const [there, wanted] = [points.length, 4 * sizes.length];
  if (there < wanted)
    return {
      main: t`${there} of ${wanted} points are there; it takes all of them to read something off.`,
      more: [],
    };
  const seeds = origin.trials.length;
  if (seeds === 1) return { main: oneSeed, more: [] };
  const few = fewOf(sizes);
  return {
    main: onSplit(isOneSplit(origin.trials), reading(result, few, 'scratch')),
    more: [
      few === sizes[0] ? null : reading(result, sizes[0] ?? 1, 'scratch'),
      reading(result, few, 'random'),
      reading(result, few, 'pixels'),
      t`“Clearly” is said only where the whole 95\u00a0% interval of the difference is on one side of zero.`,
      isOneSplit(origin.trials)
        ? t`${plural(seeds, { one: '# seed', other: '# seeds' })}; a smaller number of pictures is always part of a larger one; the same epochs throughout, so fewer pictures also mean fewer steps; all seeds check with the same pictures.`
        : t`${plural(seeds, { one: '# seed', other: '# seeds' })}; a smaller number of pictures is always part of a larger one; the same epochs throughout, so fewer pictures also mean fewer steps.`,
      groupsWords(validationGroupsOf(origin.trials)),
    ].filter((sentence) => sentence !== null),
  };
}

/** Few, as a person would have: five where the set has more than that. */
const fewOf = (sizes: readonly number[]): number => (sizes.includes(5) && sizes.at(-1) !== 5 ? 5 : (sizes[0] ?? 1));

function reading(result: SizesResult, few: number, other: Exclude<WayId, 'pretrained'>): string {
  if (result.points.some(({ accuracies }) => !accuracies.every(Number.isFinite)))
    return t`A run failed, so nothing can be read off.`;
  const goal = pointOf(result, 'pretrained', few);
  const reach = reachOf(result, few, other);
  if (!goal || !reach) return '';
  const accuracy = percent(accuracyEstimate(goal.accuracies, result.origin).mean);
  const start = t`Transfer with ${plural(few, { one: '# picture', other: '# pictures' })} per class (${accuracy})`;
  const way = wayNames[other].said;
  const change = reach.kind === 'one seed' ? '' : changeWords(negated(reach.difference), inPoints);
  switch (reach.kind) {
    case 'beyond': {
      const { perClass } = reach;
      return t`${start} is beyond this set for ${way}: even with ${perClass}, as many as the smallest class has, it stays below: transfer minus that is ${change}.`;
    }
    case 'reached': {
      const { perClass, before } = reach;
      return t`${start} is what ${way} comes up to with ${perClass}, as far as can be told: with ${before} it is clearly below, with ${perClass} transfer minus that is ${change}.`;
    }
    case 'no advantage':
      return told(reach.difference) === 'above'
        ? t`${start} is clearly below ${way} with as many: transfer minus that is ${change}.`
        : t`${start} is not clearly above ${way} with as many: transfer minus that is ${change}.`;
    case 'one seed':
      return oneSeed;
    default:
      return reach satisfies never;
  }
}
