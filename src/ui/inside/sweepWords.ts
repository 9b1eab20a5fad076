import { count, percent, setPercent } from '../../core/figures';
import type { Sweep, SweepPoint } from '../../core/sweep';
import type { Interval } from '../../core/statistics';
import { changeWords, inPoints, oneSeed, told, withinSpread } from './estimateWords';

/** What came of a sweep. */
export type DoneSweep = Pick<Extract<Sweep, { readonly phase: 'done' }>, 'points' | 'seeds' | 'epochs' | 'wrongShare'>;

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
  if (!base || !best) return { main: 'There is nothing to show.', more: [] };
  if (sweep.points.every(isSame(base)))
    return { main: 'All rates gave exactly the same: here dropout changed nothing.', more: [] };
  return {
    main: bestWords(best),
    more: [
      picked(best, sweep.points.length),
      overFitting(base, sweep.wrongShare),
      ...underFitting(base, sweep),
      coverage(sweep),
    ].filter((sentence) => sentence !== null),
  };
}

/** The highest mean validation accuracy, of equals the lowest rate. */
const bestOf = (points: readonly SweepPoint[]): SweepPoint | null =>
  points.reduce<SweepPoint | null>(
    (best, point) => (best === null || point.validation.mean > best.validation.mean ? point : best),
    null,
  );

const isSame = (base: SweepPoint) => (point: SweepPoint) =>
  point.gain.mean === 0 &&
  (point.gain.kind === 'single' || (point.gain.low === 0 && point.gain.high === 0)) &&
  point.training.mean === base.training.mean;

function bestWords({ rate, validation, gain }: SweepPoint): string {
  if (rate === 0) return `No dropout has the highest mean validation accuracy, ${percent(validation.mean)}.`;
  const highest = `Rate ${rate} has the highest mean validation accuracy, ${percent(validation.mean)}`;
  const outcome = told(gain);
  const change = changeWords(gain, inPoints);
  switch (outcome) {
    case 'above':
      return `${highest}: better than no dropout by ${change}.`;
    case 'below':
    case 'cannot tell':
      return `${highest}, ${change} compared to no dropout. ${withinSpread}`;
    case 'identical':
      return `${highest}, exactly that of no dropout.`;
    case 'one seed':
      return `${highest}, ${change} compared to no dropout. ${oneSeed}`;
    case 'no value':
      return 'A run failed, so the rates cannot be compared.';
    default:
      return outcome satisfies never;
  }
}

/** The best of many is partly the luckiest. */
const picked = ({ rate, gain }: SweepPoint, of: number): string | null =>
  rate > 0 && told(gain) === 'above'
    ? `It is the best of ${of}, picked by looking at the same validation pictures: that flatters it, and the interval does not allow for it.`
    : null;

function overFitting({ gap, training }: SweepPoint, wrongShare: number): string | null {
  if (wrongShare > 0) {
    const ceiling = 1 - wrongShare;
    if (training.kind === 'single' || training.low <= ceiling) return null;
    return `Over-fitting shows without dropout: training accuracy is ${percent(training.mean)}${bracket(training)}, above the ${setPercent(ceiling)} that are right. Some wrong labels were learned by heart.`;
  }
  if (gap.kind === 'single' || gap.low <= 0 || gap.mean < large) return null;
  return `Over-fitting shows without dropout: training accuracy lies above validation accuracy by ${changeWords(gap, inPoints)}.`;
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
  const at = `At ${rates(lower)}`;
  const range = lower.map((p) => percent(p.training.mean));
  const ends = range.length > 1 ? `${range[0]} to ${range.at(-1)}` : range[0];
  const worse = lower.filter((p) => told(p.gain) === 'below');
  return [
    `${at} training accuracy is well below that without dropout: ${ends} instead of ${percent(training.mean)}. So much dropping holds the head back: under-fitting.`,
    worse.length > 0
      ? `Validation accuracy is lower than without dropout, too, at ${rates(worse)}.`
      : 'Whether validation accuracy suffers there as well cannot be told.',
  ];
}

const rates = (points: readonly SweepPoint[]): string => {
  const all = points.map(({ rate }) => String(rate));
  const last = all.at(-1) ?? '';
  return all.length === 1 ? `rate ${last}` : `rates ${all.slice(0, -1).join(', ')} and ${last}`;
};

const bracket = ({ low, high }: Interval): string => ` (95\u00a0% interval ${percent(low)} to ${percent(high)})`;

function coverage({ seeds, epochs }: DoneSweep): string {
  const trained = `Every rate was trained for ${count(epochs, 'epoch')} from the same starts on the same pictures`;
  return seeds > 1
    ? `${trained}, with ${count(seeds, 'seed')}; bands are 95\u00a0% intervals over them.`
    : `${trained}, once.`;
}

/** The chart in one sentence. */
export function sweepSummary({ points }: DoneSweep): string {
  const said = [points[0], points.at(-1)].flatMap((p) =>
    p ? [`at rate ${p.rate}, training ${percent(p.training.mean)} and validation ${percent(p.validation.mean)}`] : [],
  );
  const best = bestOf(points);
  return `Accuracy against the dropout rate: ${said.join('; ')}.${best ? ` Highest validation mean: ${percent(best.validation.mean)} at rate ${best.rate}.` : ''}`;
}
