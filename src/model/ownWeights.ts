import { t } from '@lingui/core/macro';
import { ancestors, type Op } from './graph';

/**
 * Names of the weights that only the operations after `from` up to `to` take; one that is shared with another part of
 * the network is not theirs to change. In the order of the operations.
 *
 * @param from a bottleneck before `to`.
 */
export function ownWeights(ops: readonly Op[], from: string, to: string): readonly string[] {
  const before = ancestors(ops, [from]);
  const upTo = ancestors(ops, [to]);
  const isBetween = ({ name }: Op) => upTo.has(name) && !before.has(name);
  const namesOf = (some: readonly Op[]) => new Set(some.flatMap(({ weights }) => weights.map(({ name }) => name)));
  const elsewhere = namesOf(ops.filter((op) => !isBetween(op)));
  return [...namesOf(ops.filter(isBetween))].filter((name) => !elsewhere.has(name));
}

export const nothingToTrain = (): Error =>
  new Error(t`Nothing between these two places of the base can be trained: unfreeze another block as well.`);
