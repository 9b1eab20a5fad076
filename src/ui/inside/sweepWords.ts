import { t } from '@lingui/core/macro';
import { count, percent, setPercent } from '../../core/figures';
import type { Sweep, SweepPoint } from '../../core/sweep';
import type { Interval } from '../../core/statistics';
import { groupsWords } from '../../core/wording';
import { changeWords, inPoints, negated, onSplit, oneSeed, told, withinSpreadOf } from './estimateWords';

/** What came of a sweep. */
export type DoneSweep = Pick<
  Extract<Sweep, { readonly phase: 'done' }>,
  'points' | 'seeds' | 'isOneSplit' | 'validationGroups' | 'epochs' | 'wrongShare'
>;

export interface SweepWords {
  readonly main: string;
  readonly more: readonly string[];
}

/** Differences smaller than this in accuracy are not worth the words over-fitting and under-fitting. */
const large = 0.05;

/** What the sweep says; where intervals do not say it, nor do the words. */
export function sweepWords(sweep: DoneSweep): SweepWords {
  const [base] = sweep.points;
  const best = bestOf(sweep.points);
  if (!base || !best) return { main: t`There is nothing to show.`, more: [] };
  if (sweep.points.every(({ isIdentical }) => isIdentical))
    return { main: t`All rates gave exactly the same: here dropout changed nothing.`, more: [] };
  if (sweep.points.some(({ gain }) => told(gain) === 'no value'))
    return { main: t`A run failed, so the rates cannot be compared.`, more: [] };
  return {
    main: onSplit(sweep.isOneSplit, best.rate === 0 ? noneBestWords(best, sweep) : bestWords(best, sweep)),
    more: [
      picked(best, sweep.points),
      overFitting(base, sweep.wrongShare),
      ...underFitting(base, sweep),
      sweep.isOneSplit ? splitWords : null,
      sweep.seeds > 1 ? groupsWords(sweep.validationGroups) : null,
      coverage(sweep),
    ].filter((sentence) => sentence !== null),
  };
}

const splitWords =
  'The intervals of the differences between rates also allow for the choice of the validation pictures, which all seeds share; no other interval here does.';

/** The highest mean validation accuracy, of equals the lowest rate. */
const bestOf = (points: readonly SweepPoint[]): SweepPoint | null =>
  points.reduce<SweepPoint | null>(
    (best, point) => (best === null || point.validation.mean > best.validation.mean + rounding ? point : best),
    null,
  );

/** Equal means that were summed in another order differ by less than this; one picture makes more. */
const rounding = 1e-9;

/** The best of the rates that drop. */
const bestDropping = (points: readonly SweepPoint[]) => bestOf(points.filter(({ rate }) => rate > 0));

/** Those as high as the best, itself among them. */
const levelWith = ({ validation }: SweepPoint, points: readonly SweepPoint[]) =>
  points.filter((point) => Math.abs(point.validation.mean - validation.mean) <= rounding);

function bestWords(best: SweepPoint, { points, isOneSplit }: DoneSweep): string {
  const level = levelWith(best, points);
  const isShared = level.length > 1;
  const rate = t`Rate ${best.rate}`;
  const mean = t`the highest mean validation accuracy, ${percent(best.validation.mean)}`;
  const highest = isShared ? t`${capital(rates(level))} share ${mean}` : t`${rate} has ${mean}`;
  const change = changeWords(best.gain, inPoints);
  // Equal means can have unequal intervals: the gain is that of one rate.
  const compared = isShared
    ? t`${highest}. ${rate} compared to no dropout: ${change}.`
    : t`${highest}, ${change} compared to no dropout.`;
  const outcome = told(best.gain);
  switch (outcome) {
    case 'above':
      return isShared
        ? t`${highest}. ${rate} is better than no dropout by ${change}.`
        : t`${highest}: better than no dropout by ${change}.`;
    case 'one seed':
      return `${compared} ${oneSeed}`;
    case 'below':
    case 'cannot tell':
    case 'identical':
    case 'no value':
      return `${compared} ${withinSpreadOf(isOneSplit)}`;
    default:
      return outcome satisfies never;
  }
}

/** No dropout is compared with the best of the rates that drop, by that one's own gain. */
function noneBestWords(none: SweepPoint, { points, isOneSplit }: DoneSweep): string {
  const mean = t`the highest mean validation accuracy, ${percent(none.validation.mean)}`;
  const next = bestDropping(points);
  if (!next) return t`No dropout has ${mean}.`;
  const level = levelWith(none, points).filter(({ rate }) => rate > 0);
  const isShared = level.length > 0;
  const highest = isShared ? t`No dropout and ${rates(level)} share ${mean}` : t`No dropout has ${mean}`;
  const compared = t`${highest}. Rate ${next.rate}${isShared ? '' : t`, the next,`} compared to no dropout: ${changeWords(next.gain, inPoints)}.`;
  const outcome = told(next.gain);
  switch (outcome) {
    case 'below':
      return t`${highest}: better than rate ${next.rate}, the next, by ${changeWords(negated(next.gain), inPoints)}.`;
    case 'identical':
      return t`${highest}: rate ${next.rate} gave exactly the same.`;
    case 'one seed':
      return `${compared} ${oneSeed}`;
    case 'above':
    case 'cannot tell':
    case 'no value':
      return `${compared} ${withinSpreadOf(isOneSplit)}`;
    default:
      return outcome satisfies never;
  }
}

/** The best of many is partly the luckiest. */
function picked(best: SweepPoint, points: readonly SweepPoint[]): string | null {
  const next = bestDropping(points);
  const isTold = best.rate > 0 ? told(best.gain) === 'above' : next !== null && told(next.gain) === 'below';
  return isTold
    ? t`It is the best of ${points.length}, picked by looking at the same validation pictures: that flatters it, and the interval does not allow for it.`
    : null;
}

function overFitting({ gap, training }: SweepPoint, wrongShare: number): string | null {
  if (wrongShare > 0) {
    const ceiling = 1 - wrongShare;
    if (training.kind === 'single' || training.low <= ceiling) return null;
    return t`Over-fitting shows without dropout: training accuracy is ${percent(training.mean)}${bracket(training)}, above the ${setPercent(ceiling)} that are right. Some wrong labels were learned by heart.`;
  }
  if (gap.kind === 'single' || gap.low <= 0 || gap.mean < large) return null;
  return t`Over-fitting shows without dropout: training accuracy lies above validation accuracy by ${changeWords(gap, inPoints)}.`;
}

/** Only where the two intervals are apart, which asks for more than it must. */
function underFitting(base: SweepPoint, { points, wrongShare }: DoneSweep): readonly string[] {
  const { training } = base;
  if (training.kind === 'single') return [];
  // To have learned fewer wrong labels is no under-fitting.
  const limit = wrongShare > 0 ? Math.min(training.low, 1 - wrongShare) : training.low;
  const lower = points.filter(
    (p) =>
      p.rate > 0 &&
      p.training.kind === 'interval' &&
      p.training.high < limit &&
      p.training.mean < Math.min(training.mean, limit) - large &&
      told(p.gain) !== 'above',
  );
  if (lower.length === 0) return [];
  const at = t`At ${rates(lower)}`;
  const range = lower.map((p) => percent(p.training.mean));
  const ends = range.length > 1 ? t`${range[0] ?? ''} to ${range.at(-1) ?? ''}` : (range[0] ?? '');
  const worse = lower.filter((p) => told(p.gain) === 'below');
  return [
    t`${at} training accuracy is well below that without dropout: ${ends} instead of ${percent(training.mean)}. So much dropping holds the head back: under-fitting.`,
    worse.length > 0
      ? t`Validation accuracy is lower than without dropout, too, at ${rates(worse)}.`
      : t`Whether validation accuracy suffers there as well cannot be told.`,
  ];
}

const rates = (points: readonly SweepPoint[]): string => {
  const all = points.map(({ rate }) => String(rate));
  const last = all.at(-1) ?? '';
  return all.length === 1 ? t`rate ${last}` : t`rates ${all.slice(0, -1).join(', ')} and ${last}`;
};

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Nothing where all seeds agree: an interval of no width would only repeat the figure. */
const bracket = ({ low, high }: Interval): string =>
  percent(low) === percent(high) ? '' : t` (95\u00a0% interval ${percent(low)} to ${percent(high)})`;

function coverage({ seeds, epochs }: DoneSweep): string {
  const trained = t`Every rate was trained for ${count(epochs, 'epoch')} from the same starts on the same pictures`;
  return seeds > 1
    ? `${trained}, with ${count(seeds, 'seed')}; bands are 95\u00a0% intervals over them.`
    : t`${trained}, once.`;
}

/** The chart in one sentence. */
export function sweepSummary({ points }: DoneSweep): string {
  const said = [points[0], points.at(-1)].flatMap((p) =>
    p ? [t`at rate ${p.rate}, training ${percent(p.training.mean)} and validation ${percent(p.validation.mean)}`] : [],
  );
  const best = bestOf(points);
  return t`Accuracy against the dropout rate: ${said.join('; ')}.${best ? t` Highest validation mean: ${percent(best.validation.mean)} at ${rates(levelWith(best, points))}.` : ''}`;
}
