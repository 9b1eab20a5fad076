import { count, percent, setPercent } from '../../core/figures';
import type { KnockOutView } from '../../core/inside/inside';
import type { Estimate } from '../../core/statistics';
import { changeWords, inPoints, oneSeed, told, withinSpread } from './estimateWords';

/** The share that the words are about, chosen before anything was measured. */
const half = 0.5;

/** One place of the test. */
export interface KnockOutAt {
  readonly share: number;
  readonly without: Estimate;
  readonly withDropout: Estimate;
  readonly difference: Estimate;
}

/** All places that have both sides, by share. */
export const knockOutPlaces = ({ shares, arms, difference }: KnockOutView): readonly KnockOutAt[] =>
  shares.flatMap((share, i) => {
    const [without, withDropout, between] = [arms[0]?.[i], arms[1]?.[i], difference[i]];
    return without && withDropout && between ? [{ share, without, withDropout, difference: between }] : [];
  });

export interface KnockOutWords {
  readonly conclusion: string;
  readonly more: readonly string[];
}

export function knockOutWords(view: KnockOutView): KnockOutWords {
  const places = knockOutPlaces(view);
  const middle = places.find(({ share }) => Math.abs(share - half) < 1e-6);
  const none = places.find(({ share }) => share === 0);
  if (!middle) return { conclusion: 'The test has no value at half of the neurons.', more: [] };
  const { without, withDropout, difference } = middle;
  return {
    conclusion: conclude(difference),
    more: [
      `With ${setPercent(half)} of the hidden neurons removed, validation accuracy is ${percent(withDropout.mean)} with dropout and ${percent(without.mean)} without. Difference: ${changeWords(difference, inPoints)}.`,
      ...(none
        ? [`For comparison, with none removed the difference is ${changeWords(none.difference, inPoints)}.`]
        : []),
      `Each value is the mean over ${count(view.draws, 'random removal')}${view.seeds > 1 ? `, and over ${count(view.seeds, 'seed')}; the bands are 95\u00a0% intervals over the seeds` : ' of one seed'}.`,
    ],
  };
}

function conclude(difference: Estimate): string {
  const outcome = told(difference);
  switch (outcome) {
    case 'above':
      return 'With half of its hidden neurons gone, the network trained with dropout answers better than the one trained without.';
    case 'below':
      return 'With half of its hidden neurons gone, the network trained with dropout answers worse than the one trained without.';
    case 'cannot tell':
      return withinSpread;
    case 'identical':
      return 'With half of the hidden neurons gone, both sides answer exactly alike.';
    case 'one seed':
      return oneSeed;
    case 'no value':
      return 'A run failed, so there is no difference to speak of.';
    default:
      return outcome satisfies never;
  }
}

/** The chart in one sentence. */
export function knockOutSummary(view: KnockOutView): string {
  const places = knockOutPlaces(view);
  const said = places
    .filter(({ share }) => [0, half, 1].includes(share))
    .map(
      ({ share, without, withDropout }) =>
        `at ${setPercent(share)} removed, ${percent(without.mean)} without dropout and ${percent(withDropout.mean)} with`,
    );
  return `Validation accuracy against the share of hidden neurons removed: ${said.join('; ')}. Chance: ${percent(view.chance)}.`;
}
