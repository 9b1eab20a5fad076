import { runsOfArm } from '../core/curves';
import type { KnockOutView } from '../core/inside/inside';
import type { RunMetrics } from '../core/metrics';
import { estimate, pairedDifference } from '../core/statistics';
import { verdictOf, type Evidence } from '../core/verdict';
import type { Figures, Found } from './found';

/** Figures of a training of both sides, after its last epoch. Null before the first. */
export function foundInTraining(evidence: Evidence, knockOut: KnockOutView | null): Found | null {
  const { experiment, history } = evidence;
  const findings = verdictOf(evidence);
  const last = history.at(-1);
  if (!findings || !last) return null;
  const [without, withDropout] = findings.arms;
  const first = runsOfArm(experiment, last, 0);
  const second = runsOfArm(experiment, last, 1);
  /** A figure that the verdict does not have, for both sides and their difference. */
  const both = <Name extends 'training' | 'seen' | 'ahead' | 'rise'>(
    name: Name,
    values: readonly [readonly number[], readonly number[]],
  ) => ({
    [`${name}/without`]: estimate(values[0]),
    [`${name}/with`]: estimate(values[1]),
    [`${name}/change`]: pairedDifference(values[0], values[1]),
  });
  const of = (value: (run: RunMetrics) => number) => [first.map(value), second.map(value)] as const;
  /** From the epoch where the mean over the seeds was lowest. */
  const riseOf = (arm: 0 | 1) => {
    const lowest = history.find(({ epoch }) => epoch === findings.arms[arm].lowestLoss.epoch) ?? last;
    const then = runsOfArm(experiment, lowest, arm);
    return (arm === 0 ? first : second).map((run, k) => run.validation.loss - (then[k]?.validation.loss ?? Number.NaN));
  };
  const figures: Figures = {
    ...both(
      'training',
      of((run) => run.train.accuracy),
    ),
    ...both(
      'seen',
      of((run) => run.seen.accuracy),
    ),
    ...both(
      'ahead',
      of((run) => run.validation.accuracy - run.seen.accuracy),
    ),
    ...both('rise', [riseOf(0), riseOf(1)]),
    'validation/without': without.validation,
    'validation/with': withDropout.validation,
    'validation/change': findings.accuracy.difference,
    'gap/without': without.gap,
    'gap/with': withDropout.gap,
    'gap/change': findings.gap.difference,
    'loss/without': without.validationLoss,
    'loss/with': withDropout.validationLoss,
    'loss/change': findings.loss.difference,
    ...(knockOut && figuresOfKnockOut(knockOut)),
  };
  return { kind: 'training', evidence, knockOut, seeds: findings.seeds, figures };
}

/** At the share of neurons that is nearest to one half. */
function figuresOfKnockOut({ shares, arms, difference }: KnockOutView): Figures {
  const offHalf = shares.map((share) => Math.abs(share - 0.5));
  const place = offHalf.indexOf(Math.min(...offHalf));
  const [without, withDropout, change] = [arms[0]?.[place], arms[1]?.[place], difference[place]];
  return without && withDropout && change
    ? { 'half/without': without, 'half/with': withDropout, 'half/change': change }
    : {};
}
