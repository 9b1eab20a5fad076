import { plural, t } from '@lingui/core/macro';
import { percent, setPercent } from '../../core/figures';
import type { KnockOutView } from '../../core/inside/inside';
import type { Estimate } from '../../core/statistics';
import { groupsWords } from '../../core/wording';
import { changeWords, inPoints, onSplit, oneSeed, told, withinSpreadOf } from './estimateWords';

/** One place of the test. */
interface KnockOutAt {
  /** Hidden units removed, and their share of all. */
  readonly removed: number;
  readonly share: number;
  readonly without: Estimate;
  readonly withDropout: Estimate;
  readonly difference: Estimate;
}

/** All places that have both sides, by share. */
export const knockOutPlaces = ({ removed, shares, arms, difference }: KnockOutView): readonly KnockOutAt[] =>
  shares.flatMap((share, i) => {
    const [without, withDropout, between] = [arms[0]?.[i], arms[1]?.[i], difference[i]];
    return without && withDropout && between
      ? [{ removed: removed[i] ?? 0, share, without, withDropout, difference: between }]
      : [];
  });

/** What the words are about, chosen before anything was measured: the nearest to half, short of none and all. */
const middleOf = (places: readonly KnockOutAt[]): KnockOutAt | null =>
  places
    .filter(({ share }) => share > 0 && share < 1)
    .reduce<KnockOutAt | null>(
      (best, place) => (best === null || fromHalf(place) < fromHalf(best) - 1e-9 ? place : best),
      null,
    );

const fromHalf = ({ share }: KnockOutAt) => Math.abs(share - 0.5);

export interface KnockOutWords {
  readonly conclusion: string;
  readonly more: readonly string[];
}

export function knockOutWords(view: KnockOutView): KnockOutWords {
  const places = knockOutPlaces(view);
  const middle = middleOf(places);
  const none = places.find(({ removed }) => removed === 0);
  if (view.epoch === 0 || view.isIdentical) {
    const conclusion =
      view.epoch === 0
        ? t`Nothing is trained yet: both sides are the same network.`
        : t`Both sides are the same network: here dropout changed nothing.`;
    return { conclusion, more: coverage(view) };
  }
  if (!middle) return { conclusion: t`Between none and all of the neurons there is nothing to remove.`, more: [] };
  const { removed, difference } = middle;
  const groups = view.seeds > 1 ? groupsWords(view.validationGroups) : null;
  return {
    conclusion: conclude(difference, removed, view),
    more: [
      removedWords(middle, view.hidden),
      ...(none ? [noneWords(changeWords(none.difference, inPoints))] : []),
      ...(view.isOneSplit ? [splitWords] : []),
      ...(groups === null ? [] : [groups]),
      ...coverage(view),
    ],
  };
}

function removedWords({ removed, without, withDropout, difference }: KnockOutAt, hidden: number): string {
  const [before, after, change] = [percent(without.mean), percent(withDropout.mean), changeWords(difference, inPoints)];
  return t`With ${removed} of ${plural(hidden, { one: '# hidden neuron', other: '# hidden neurons' })} removed, validation accuracy is ${before} without dropout and ${after} with. Difference: ${change}.`;
}

const noneWords = (change: string) => t`For comparison, with none removed the difference is ${change}.`;

const splitWords = t`The intervals of the differences also allow for the choice of the validation pictures, which all seeds share.`;

function coverage({ draws, seeds, allSeeds }: KnockOutView): readonly string[] {
  return [
    // With none or all gone there is nothing to draw.
    seeds > 1
      ? t`Each value between the ends is the mean over ${plural(draws, { one: '# random removal', other: '# random removals' })}, and over ${plural(seeds, { one: '# seed', other: '# seeds' })}; the bands are 95\u00a0% intervals over the seeds.`
      : t`Each value between the ends is the mean over ${plural(draws, { one: '# random removal', other: '# random removals' })} of one seed.`,
    ...(seeds < allSeeds ? [t`Measured on ${seeds} of ${plural(allSeeds, { one: '# seed', other: '# seeds' })}.`] : []),
  ];
}

function conclude(difference: Estimate, removed: number, { hidden, isOneSplit }: KnockOutView): string {
  const outcome = told(difference);
  switch (outcome) {
    case 'above':
      return onSplit(
        isOneSplit,
        t`With ${removed} of its ${plural(hidden, { one: '# hidden neuron', other: '# hidden neurons' })} gone, the network trained with dropout answers better than the one trained without.`,
      );
    case 'below':
      return onSplit(
        isOneSplit,
        t`With ${removed} of its ${plural(hidden, { one: '# hidden neuron', other: '# hidden neurons' })} gone, the network trained with dropout answers worse than the one trained without.`,
      );
    case 'identical':
      return onSplit(
        isOneSplit,
        t`With ${removed} of its ${plural(hidden, { one: '# hidden neuron', other: '# hidden neurons' })} gone, the network trained with dropout answers exactly as many pictures right as the one trained without.`,
      );
    case 'cannot tell':
      return withinSpreadOf(isOneSplit);
    case 'one seed':
      return oneSeed;
    case 'no value':
      return t`A run failed, so there is no difference to speak of.`;
    default:
      return outcome satisfies never;
  }
}

/** The chart in one sentence. */
export function knockOutSummary(view: KnockOutView): string {
  const places = knockOutPlaces(view);
  const said = [places[0], middleOf(places), places.at(-1)]
    .flatMap((place) =>
      place ? [placeWords(setPercent(place.share), percent(place.without.mean), percent(place.withDropout.mean))] : [],
    )
    .join('; ');
  const chance = percent(view.chance);
  return t`Validation accuracy against the share of hidden neurons removed: ${said}. Chance: ${chance}.`;
}

const placeWords = (share: string, without: string, withDropout: string) =>
  t`at ${share} removed, ${without} without dropout and ${withDropout} with`;
