import { plural, t } from '@lingui/core/macro';
import { fixed, grouped } from '../../core/figures';
import type { SimilarityCourse } from '../../core/inside/inside';
import type { SimilarityKind } from '../../core/inside/similarity';
import type { Estimate } from '../../core/statistics';
import { changeWords, inNorm, inSimilarity, oneSeed, told, withinSpread } from './estimateWords';
import { whenWords } from './scrubberWords';

/** What the kinds compare. */
export const kindWords: Readonly<Record<SimilarityKind, string>> = {
  weights: t`Cosine of the incoming weights of every two neurons: 1, they look for the same; 0, for different things.`,
  change: t`Cosine of what training changed of the incoming weights of every two neurons: what they have in common by the chance of their start is left out.`,
  activations: t`Correlation of the activations of every two neurons on the validation pictures: 1, they always respond together.`,
};

/** Two decimals, with a real minus sign. */
export const likeness = (value: number): string => (Number.isFinite(value) ? fixed(value, 2) : '–');

/** Why there is nothing to compare; null where there is something. */
export function nothingToCompare(units: number): string | null {
  if (units === 0) return t`There is no hidden layer, so there is nothing to compare.`;
  return units === 1 ? t`The hidden layer has only one neuron, so there is nothing to compare it with.` : null;
}

/** @param layer neurons of the whole layer, where known. */
export function shownWords(units: number, layer: number | undefined): string {
  if (layer === undefined || layer <= units)
    return plural(units, { one: '# neuron shown.', other: '# neurons shown.' });
  const all = grouped(layer);
  return t`${plural(units, { one: '# neuron', other: '# neurons' })} of ${all} shown, evenly spread over the layer.`;
}

export interface SimilarityWords {
  /** The answer to the claim. */
  readonly answer: string;
  readonly more: readonly string[];
}

/** The claim has two halves: without dropout neurons grow alike, and dropout prevents that. */
export function similarityWords(course: SimilarityCourse): SimilarityWords {
  if (course.at === 0)
    return { answer: t`Nothing is trained yet: both sides start as the same network.`, more: measuredWords(course) };
  return {
    answer: answerWords(course),
    more: [
      ...sinceWords(course),
      normWords(course.normDifference),
      measuredWhen(whenWords(course.at)),
      ...measuredWords(course),
    ],
  };
}

const measuredWhen = (when: string) => t`All of this is measured ${when}.`;

/** "5 seeds", "5 of 50 seeds" */
export const seedsWords = ({ seeds, allSeeds }: Pick<SimilarityCourse, 'seeds' | 'allSeeds'>): string =>
  seeds < allSeeds
    ? t`${seeds} of ${plural(allSeeds, { one: '# seed', other: '# seeds' })}`
    : plural(seeds, { one: '# seed', other: '# seeds' });

/** What was measured, and where it is not all there is. */
function measuredWords({ seeds, allSeeds, units, hidden }: SimilarityCourse): readonly string[] {
  const over = seedsWords({ seeds, allSeeds });
  return [
    seeds > 1 ? t`Means and 95\u00a0% intervals are over ${over}.` : t`It was measured on ${over}.`,
    ...(units < hidden
      ? [
          t`Similarity is measured on ${units} of ${plural(hidden, { one: '# neuron', other: '# neurons' })}, evenly spread over the layer.`,
        ]
      : []),
  ];
}

function answerWords({ kind, difference, since }: SimilarityCourse): string {
  const outcome = told(difference);
  const change = changeWords(difference, inSimilarity);
  switch (outcome) {
    case 'above':
      return t`Here dropout made neurons more alike, not less: ${change}. The claim does not hold on this run.`;
    case 'below':
      return `${lessAlike(change)} ${otherHalf(kind, since)}`;
    case 'cannot tell':
      return `${withinSpread} ${t`With dropout minus without: ${change}. This run neither bears the claim out nor refutes it.`}`;
    case 'identical':
      return t`Neurons are exactly as alike on both sides: here dropout changed nothing.`;
    case 'one seed':
      return `${oneSeed} ${t`In this one pair of runs, similarity with dropout minus without is ${change}.`}`;
    case 'no value':
      return t`There is no value to compare.`;
    default:
      return outcome satisfies never;
  }
}

const lessAlike = (change: string) => t`Here neurons are less alike with dropout: ${change}.`;

function otherHalf(kind: SimilarityKind, since: readonly Estimate[]): string {
  const [without, withDropout] = since;
  // A change has no likeness before there is one.
  if (kind === 'change' || !without || !withDropout) return t`This half of the claim holds on this run.`;
  if (told(without) !== 'above')
    return t`But the claim’s first half does not show on this run: that training made them more alike without dropout.`;
  const grew = told(withDropout);
  switch (grew) {
    case 'above':
      return t`The claim holds in part on this run: dropout held the growing alike back, but did not prevent it.`;
    case 'below':
    case 'identical':
      return t`The claim holds on this run.`;
    case 'cannot tell':
    case 'one seed':
    case 'no value':
      return t`Dropout held the growing alike back; whether neurons grew alike with it at all cannot be told.`;
    default:
      return grew satisfies never;
  }
}

const sides = [t`Without dropout`, t`With dropout`] as const;

function sinceWords({ kind, at, since, points }: SimilarityCourse): readonly string[] {
  if (kind === 'change') {
    const means = points.find(({ epoch }) => epoch === at)?.mean ?? [];
    return sides.flatMap((side, arm) => {
      const mean = means[arm];
      return mean ? [meanWords(side, likeness(mean.mean))] : [];
    });
  }
  return sides.flatMap((side, arm) => {
    const change = since[arm];
    return change ? [`${side}, ${grewWords(change)}`] : [];
  });
}

const meanWords = (side: string, mean: string) =>
  t`${side}, the changes of two neurons have a mean |similarity| of ${mean}.`;

function grewWords(change: Estimate): string {
  const outcome = told(change);
  const size = changeWords(change, inSimilarity);
  switch (outcome) {
    case 'above':
      return t`training made neurons more alike than at the start: ${size}.`;
    case 'below':
      return t`training made neurons less alike than at the start: ${size}.`;
    case 'cannot tell':
      return t`it cannot be told whether training made neurons more or less alike: ${size}.`;
    case 'identical':
      return t`neurons are exactly as alike as at the start.`;
    case 'one seed':
      return t`mean |similarity| changed by ${size} since the start, in one run.`;
    case 'no value':
      return t`there is no value.`;
    default:
      return outcome satisfies never;
  }
}

function normWords(difference: Estimate): string {
  const outcome = told(difference);
  const size = changeWords(difference, inNorm);
  switch (outcome) {
    case 'above':
      return t`The incoming weights are larger with dropout: their squared norm differs by ${size}.`;
    case 'below':
      return t`The incoming weights are smaller with dropout: their squared norm differs by ${size}.`;
    case 'cannot tell':
      return t`Whether the incoming weights are larger or smaller with dropout cannot be told: their squared norm differs by ${size}.`;
    case 'identical':
      return t`The incoming weights have exactly the same squared norm on both sides.`;
    case 'one seed':
      return t`The squared norm of the incoming weights differs by ${size}, in this one pair of runs.`;
    case 'no value':
      return t`The squared norm of the incoming weights has no value.`;
    default:
      return outcome satisfies never;
  }
}
