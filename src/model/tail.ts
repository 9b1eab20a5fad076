import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import { blockOf, blockWidth, type Anatomy, type Block } from '../core/base';
import type { Dataset } from '../core/experiment';
import type { TailPlan } from '../core/tailPlan';
import { pooled } from './base';
import { digestOf } from './digest';
import type { Network } from './network';
import { turnsOf } from './turns';

/** A loaded base as far as its last blocks are concerned; a `Base` is one. */
export interface TailedBase {
  readonly network: Network;
  readonly anatomy: Anatomy;
}

/** Pictures that go through the tail at once. */
const tailBatch = 16;

/**
 * The frozen block before the tail, and the tail's last one.
 * @throws RangeError where the base has no such blocks, or none between them.
 */
export function tailEnds(
  { anatomy }: TailedBase,
  { from, to }: TailPlan,
): { readonly from: Block; readonly to: Block } {
  if (from >= to) throw new RangeError(t`No block is unfrozen: the last frozen one has to come before the cut.`);
  return { from: blockOf(anatomy, from), to: blockOf(anatomy, to) };
}

/**
 * Rows of flattened maps as what the tail takes.
 *
 * @param dataset with features [N + K, side * side * channels].
 * @param rows B row indices.
 * @returns [B, side, side, channels]; owned by the caller.
 */
export function mapsOf({ features, dimension }: Dataset, rows: ArrayLike<number>, { side, channels }: Block) {
  const values = new Float32Array(rows.length * dimension);
  for (let b = 0; b < rows.length; b++) {
    const at = (rows[b] ?? 0) * dimension;
    values.set(features.subarray(at, at + dimension), b * dimension);
  }
  return tf.tensor4d(values, [rows.length, side, side, channels]);
}

/** The rows in their order, so many at a time as go through the tail at once. */
export const tailBatches = (rows: Int32Array): readonly Int32Array[] =>
  Array.from({ length: Math.ceil(rows.length / tailBatch) }, (_, i) =>
    rows.subarray(i * tailBatch, (i + 1) * tailBatch),
  );

/**
 * The dataset as the head sees it while the tail is frozen.
 *
 * @param dataset with the flattened maps of the tail's start, [N + K, side * side * channels].
 * @returns the same with the pooled features of the tail's end, [N + K, D]; null when aborted.
 * @throws RangeError when the maps are not that block's. Error if the engine returns something that is not a number.
 */
export async function pooledDataset(
  base: TailedBase,
  dataset: Dataset,
  plan: TailPlan,
  signal: AbortSignal,
): Promise<Dataset | null> {
  const { from, to } = tailEnds(base, plan);
  if (dataset.dimension !== blockWidth(from, 'flatten'))
    throw new RangeError(t`The maps given are not those of the block ${from.name}.`);
  const { dimension } = shapedLike(base, dataset, plan);
  const all = Int32Array.from({ length: dataset.labels.length + dataset.copies.length }, (_, row) => row);
  const features = new Float32Array(all.length * dimension);
  const turn = turnsOf(signal);
  for (const rows of tailBatches(all)) {
    const values = await featuresOf(base.network, dataset, rows, from, to, plan);
    features.set(values, (rows[0] ?? 0) * dimension);
    if (!(await turn())) return null;
  }
  if (!features.every(Number.isFinite)) throw new Error(t`The frozen base returned features that are not numbers.`);
  return { ...dataset, features, dimension };
}

/** As `pooledDataset` without computing anything: every feature is 0. For what depends on the shape alone. */
export function shapedLike({ anatomy }: TailedBase, dataset: Dataset, { to, pooling }: TailPlan): Dataset {
  const dimension = blockWidth(blockOf(anatomy, to), pooling);
  const rows = dataset.labels.length + dataset.copies.length;
  return { ...dataset, features: new Float32Array(rows * dimension), dimension };
}

async function featuresOf(
  network: Network,
  dataset: Dataset,
  rows: Int32Array,
  from: Block,
  to: Block,
  { pooling }: TailPlan,
): Promise<Float32Array> {
  const features = tf.tidy(() => {
    const [maps] = network.run(from.node, mapsOf(dataset, rows, from), [to.node]);
    if (!maps) throw new Error(t`The base has no output at ${to.node}.`);
    return pooled(maps, pooling);
  });
  try {
    return new Float32Array(await features.data());
  } finally {
    features.dispose();
  }
}

/**
 * SHA-256 (hex) of everything that stays frozen, as the network holds it now: names, shapes and every bit of all weights
 * but the tail's.
 */
export async function frozenDigest(base: TailedBase, plan: TailPlan): Promise<string> {
  const { from, to } = tailEnds(base, plan);
  const free = new Set(base.network.learnedBetween(from.node, to.node));
  const frozen = [...base.network.weights()]
    .filter(([name]) => !free.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const parts: (ArrayBuffer | string)[] = [];
  for (const [name, tensor] of frozen)
    parts.push(`${name} ${tensor.dtype} [${tensor.shape.join(',')}]\n`, (await tensor.data()).slice().buffer);
  return digestOf(parts);
}
