import { t } from '@lingui/core/macro';
import { count, percent, setPercent } from '../../core/figures';
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
  const { removed, without, withDropout, difference } = middle;
  const groups = view.seeds > 1 ? groupsWords(view.validationGroups) : null;
  return {
    conclusion: conclude(difference, removed, view),
    more: [
      t`With ${removed} of ${count(view.hidden, t`hidden neuron`)} removed, validation accuracy is ${percent(without.mean)} without dropout and ${percent(withDropout.mean)} with. Difference: ${changeWords(difference, inPoints)}.`,
      ...(none
        ? [t`For comparison, with none removed the difference is ${changeWords(none.difference, inPoints)}.`]
        : []),
      ...(view.isOneSplit ? [splitWords] : []),
      ...(groups === null ? [] : [groups]),
      ...coverage(view),
    ],
  };
}

const splitWords = t`The intervals of the differences also allow for the choice of the validation pictures, which all seeds share.`;

function coverage({ draws, seeds, allSeeds }: KnockOutView): readonly string[] {
  const over =
    seeds > 1
      ? `, and over ${count(seeds, 'seed')}; the bands are 95\u00a0% intervals over the seeds`
      : t` of one seed`;
  return [
    // With none or all gone there is nothing to draw.
    t`Each value between the ends is the mean over ${count(draws, t`random removal`)}${over}.`,
    ...(seeds < allSeeds ? [t`Measured on ${seeds} of ${count(allSeeds, 'seed')}.`] : []),
  ];
}

function conclude(difference: Estimate, removed: number, { hidden, isOneSplit }: KnockOutView): string {
  const gone = t`With ${removed} of its ${count(hidden, t`hidden neuron`)} gone, the network trained with dropout answers`;
  const outcome = told(difference);
  switch (outcome) {
    case 'above':
      return onSplit(isOneSplit, t`${gone} better than the one trained without.`);
    case 'below':
      return onSplit(isOneSplit, t`${gone} worse than the one trained without.`);
    case 'identical':
      return onSplit(isOneSplit, t`${gone} exactly as many pictures right as the one trained without.`);
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
  const said = [places[0], middleOf(places), places.at(-1)].flatMap((place) =>
    place
      ? [
          t`at ${setPercent(place.share)} removed, ${percent(place.without.mean)} without dropout and ${percent(place.withDropout.mean)} with`,
        ]
      : [],
  );
  return t`Validation accuracy against the share of hidden neurons removed: ${said.join('; ')}. Chance: ${percent(view.chance)}.`;
}
