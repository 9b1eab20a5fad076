import { plural, t } from '@lingui/core/macro';
import { between, decimal, percent, setPercent } from '../../core/figures';
import { listed } from '../../core/listed';
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

const splitWords = t`The intervals of the differences between rates also allow for the choice of the validation pictures, which all seeds share; no other interval here does.`;

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
  const rate = decimal(best.rate);
  const mean = percent(best.validation.mean);
  const all = capital(rates(level));
  const highest = isShared
    ? t`${all} share the highest mean validation accuracy, ${mean}`
    : t`Rate ${rate} has the highest mean validation accuracy, ${mean}`;
  const change = changeWords(best.gain, inPoints);
  // Equal means can have unequal intervals: the gain is that of one rate.
  const compared = isShared
    ? t`${highest}. Rate ${rate} compared to no dropout: ${change}.`
    : t`${highest}, ${change} compared to no dropout.`;
  const outcome = told(best.gain);
  switch (outcome) {
    case 'above':
      return isShared
        ? t`${highest}. Rate ${rate} is better than no dropout by ${change}.`
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
  const mean = percent(none.validation.mean);
  const alone = t`No dropout has the highest mean validation accuracy, ${mean}`;
  const next = bestDropping(points);
  if (!next) return `${alone}.`;
  const level = levelWith(none, points).filter(({ rate }) => rate > 0);
  const isShared = level.length > 0;
  const others = rates(level);
  const highest = isShared ? t`No dropout and ${others} share the highest mean validation accuracy, ${mean}` : alone;
  const [rate, change, gain] = [decimal(next.rate), changeWords(next.gain, inPoints), negatedWords(next)];
  const compared = isShared
    ? t`${highest}. Rate ${rate} compared to no dropout: ${change}.`
    : t`${highest}. Rate ${rate}, the next, compared to no dropout: ${change}.`;
  const outcome = told(next.gain);
  switch (outcome) {
    case 'below':
      return t`${highest}: better than rate ${rate}, the next, by ${gain}.`;
    case 'identical':
      return t`${highest}: rate ${rate} gave exactly the same.`;
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

const negatedWords = ({ gain }: SweepPoint) => changeWords(negated(gain), inPoints);

/** The best of many is partly the luckiest. */
function picked(best: SweepPoint, points: readonly SweepPoint[]): string | null {
  const next = bestDropping(points);
  const isTold = best.rate > 0 ? told(best.gain) === 'above' : next !== null && told(next.gain) === 'below';
  const n = points.length;
  return isTold
    ? t`It is the best of ${n}, picked by looking at the same validation pictures: that flatters it, and the interval does not allow for it.`
    : null;
}

function overFitting({ gap, training }: SweepPoint, wrongShare: number): string | null {
  if (wrongShare > 0) {
    const ceiling = 1 - wrongShare;
    if (training.kind === 'single' || training.low <= ceiling) return null;
    const [reached, right] = [`${percent(training.mean)}${bracket(training)}`, setPercent(ceiling)];
    return t`Over-fitting shows without dropout: training accuracy is ${reached}, above the ${right} that are right. Some wrong labels were learned by heart.`;
  }
  if (gap.kind === 'single' || gap.low <= 0 || gap.mean < large) return null;
  const size = changeWords(gap, inPoints);
  return t`Over-fitting shows without dropout: training accuracy lies above validation accuracy by ${size}.`;
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
  const at = rates(lower);
  const range = lower.map((p) => percent(p.training.mean));
  const ends = range.length > 1 ? between(range[0] ?? '', range.at(-1) ?? '') : (range[0] ?? '');
  const worse = lower.filter((p) => told(p.gain) === 'below');
  const [none, there] = [percent(training.mean), rates(worse)];
  return [
    t`At ${at} training accuracy is well below that without dropout: ${ends} instead of ${none}. So much dropping holds the head back: under-fitting.`,
    worse.length > 0
      ? t`Validation accuracy is lower than without dropout, too, at ${there}.`
      : t`Whether validation accuracy suffers there as well cannot be told.`,
  ];
}

const rates = (points: readonly SweepPoint[]): string => {
  const all = points.map(({ rate }) => decimal(rate));
  const names = listed(all);
  return plural(all.length, { one: `rate ${names}`, other: `rates ${names}` });
};

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Nothing where all seeds agree: an interval of no width would only repeat the figure. */
const bracket = ({ low, high }: Interval): string =>
  percent(low) === percent(high) ? '' : ` ${intervalWords(percent(low), percent(high))}`;
const intervalWords = (low: string, high: string) => t`(95\u00a0% interval ${low} to ${high})`;

function coverage({ seeds, epochs }: DoneSweep): string {
  return seeds > 1
    ? t`Every rate was trained for ${plural(epochs, { one: '# epoch', other: '# epochs' })} from the same starts on the same pictures, with ${plural(seeds, { one: '# seed', other: '# seeds' })}; bands are 95\u00a0% intervals over them.`
    : t`Every rate was trained for ${plural(epochs, { one: '# epoch', other: '# epochs' })} from the same starts on the same pictures, once.`;
}

/** The chart in one sentence. */
export function sweepSummary({ points }: DoneSweep): string {
  const said = [points[0], points.at(-1)]
    .flatMap((p) => (p ? [pointWords(decimal(p.rate), percent(p.training.mean), percent(p.validation.mean))] : []))
    .join('; ');
  const best = bestOf(points);
  const all = t`Accuracy against the dropout rate: ${said}.`;
  return best ? `${all} ${highestWords(percent(best.validation.mean), rates(levelWith(best, points)))}` : all;
}

const pointWords = (rate: string, training: string, validation: string) =>
  t`at rate ${rate}, training ${training} and validation ${validation}`;
const highestWords = (mean: string, at: string) => t`Highest validation mean: ${mean} at ${at}.`;
