import { t } from '@lingui/core/macro';
import { macrotask } from '../macrotask';
import { stream } from '../rng';
import { isOneSplit, samplingOf, validationGroupsOf } from '../sharedPictures';
import { estimate, mean, pairedDifference, roundingSd, widened, within } from '../statistics';
import type { Head } from './forward';
import type { KnockOutView } from './inside';
import type { KeptHeads } from './keptHeads';
import { knockOut, removalOrders, removedUnits } from './knockOut';

/** Random orders of removal, for every seed. */
const draws = 20;

/**
 * The knock-out test over all seeds kept.
 *
 * @param isWanted asked now and then; once false, what is there so far is thrown away. Null then.
 * @throws RangeError without a hidden layer.
 */
export async function knockOutTest(
  heads: KeptHeads,
  epoch: number,
  isWanted: () => boolean,
): Promise<KnockOutView | null> {
  if (heads.experiment.hidden === 0) throw new RangeError(t`There is no hidden layer to remove units from.`);
  const snapshot = heads.at(epoch);
  const scores: (readonly number[])[][] = heads.experiment.arms.map(() => []);
  for (let k = 0; k < heads.trials; k++) {
    const { x, labels } = heads.validation(k);
    const orders = removalOrders(heads.experiment.hidden, draws, stream(heads.seedOf(k), 'removal'));
    for (const [a, own] of scores.entries()) {
      own.push(knockOut(heads.head(snapshot, a, k), x, labels, orders));
      await macrotask();
      if (!isWanted()) return null;
    }
  }
  const { trials, hidden } = heads.experiment;
  const measured = trials.slice(0, heads.trials);
  // Seeds that agree to the picture by luck must not look certain.
  const floor = roundingSd(1 / Math.max(1, trials[0]?.validation.length ?? 1));
  const at = (a: number, s: number) => (scores[a] ?? []).map((run) => run[s] ?? Number.NaN);
  const isIdentical = measured.every((_, k) => isSame(heads.head(snapshot, 0, k), heads.head(snapshot, 1, k)));
  const between = (s: number) =>
    isIdentical
      ? pairedDifference(at(0, s), at(1, s))
      : within(
          widened(pairedDifference(at(0, s), at(1, s), floor), samplingOf(measured, mean(at(0, s)), mean(at(1, s)))),
          [-1, 1],
        );
  const removed = removedUnits(hidden);
  return {
    epoch,
    removed,
    shares: removed.map((gone) => gone / hidden),
    hidden,
    arms: scores.map((_, a) => removed.map((_gone, s) => within(estimate(at(a, s), floor), [0, 1]))),
    difference: removed.map((_, s) => between(s)),
    draws,
    seeds: heads.trials,
    allSeeds: trials.length,
    isIdentical,
    isOneSplit: isOneSplit(measured),
    validationGroups: validationGroupsOf(measured),
    chance: 1 / heads.dataset.classNames.length,
  };
}

const isSame = (one: Head, other: Head): boolean => one.parameters.every((value, i) => value === other.parameters[i]);
