import type { KnockOutView, SimilarityCourse } from '../core/inside/inside';
import type { EpochMetrics, RunMetrics } from '../core/metrics';
import { estimate, pairedDifference, type Estimate } from '../core/statistics';
import { verdictOf, type Evidence, type Findings } from '../core/verdict';
import type { Figures, Found } from './found';

/** What was measured inside the heads after a training; null: it was not asked for. */
export interface Looked {
  readonly knockOut: KnockOutView | null;
  readonly similarity: SimilarityCourse | null;
}

/** Figures of a training of both sides, after its last epoch. Null before the first. */
export function foundInTraining(evidence: Evidence, { knockOut, similarity }: Looked): Found | null {
  const findings = verdictOf(evidence);
  if (!findings) return null;
  const figures = {
    ...trainingFigures(findings, evidence.history),
    ...(knockOut && knockOutFigures(knockOut)),
    ...(similarity && similarityFigures(similarity)),
  };
  return { kind: 'training', evidence, seeds: findings.seeds, figures };
}

/**
 * @param history at least one epoch; runs side by side, as in an experiment of two arms.
 * @public the bench makes them of a downloaded experiment
 */
export function trainingFigures(findings: Findings, history: readonly EpochMetrics[]): Figures {
  const { arms, accuracy, gap, loss, seeds } = findings;
  const sideOf = (epoch: EpochMetrics | undefined, arm: 0 | 1) =>
    epoch?.runs.slice(arm * seeds, (arm + 1) * seeds) ?? [];
  const last = history.at(-1);
  const of = (value: (run: RunMetrics) => number) => [sideOf(last, 0).map(value), sideOf(last, 1).map(value)] as const;
  /** Of the validation loss, since the epoch where its mean over the seeds was lowest. */
  const riseOf = (arm: 0 | 1) => {
    const lowest = history.find(({ epoch }) => epoch === arms[arm].lowestLoss.epoch);
    const then = sideOf(lowest, arm);
    return sideOf(last, arm).map((run, k) => run.validation.loss - (then[k]?.validation.loss ?? Number.NaN));
  };
  return {
    ...both('training', ...of((run) => run.train.accuracy)),
    ...both('seen', ...of((run) => run.seen.accuracy)),
    ...both('ahead', ...of((run) => run.validation.accuracy - run.seen.accuracy)),
    ...both('restored', ...of((run) => run.train.accuracy - run.seen.accuracy)),
    ...both('rise', riseOf(0), riseOf(1)),
    'validation/without': arms[0].validation,
    'validation/with': arms[1].validation,
    'validation/change': accuracy.difference,
    'gap/without': arms[0].gap,
    'gap/with': arms[1].gap,
    'gap/change': gap.difference,
    'loss/without': arms[0].validationLoss,
    'loss/with': arms[1].validationLoss,
    'loss/change': loss.difference,
  };
}

/** A figure that the verdict does not have, by seed: for both sides, and their difference. */
const both = (
  name: 'training' | 'seen' | 'ahead' | 'restored' | 'rise',
  without: readonly number[],
  withDropout: readonly number[],
): Figures => ({
  [`${name}/without`]: estimate(without),
  [`${name}/with`]: estimate(withDropout),
  [`${name}/change`]: pairedDifference(without, withDropout),
});

/** At the share of neurons that is nearest to one half. */
function knockOutFigures({ shares, arms, difference }: KnockOutView): Figures {
  const offHalf = shares.map((share) => Math.abs(share - 0.5));
  const place = offHalf.indexOf(Math.min(...offHalf));
  return sides('half', arms[0]?.[place], arms[1]?.[place], difference[place]);
}

/** After the last epoch: mean |similarity| of two neurons. */
function similarityFigures({ points, at, difference }: SimilarityCourse): Figures {
  const means = points.find(({ epoch }) => epoch === at)?.mean;
  return sides('alike', means?.[0], means?.[1], difference);
}

const sides = (
  name: 'half' | 'alike',
  without: Estimate | undefined,
  withDropout: Estimate | undefined,
  change: Estimate | undefined,
): Figures =>
  without && withDropout && change
    ? { [`${name}/without`]: without, [`${name}/with`]: withDropout, [`${name}/change`]: change }
    : {};
