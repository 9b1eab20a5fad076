import { t } from '@lingui/core/macro';
import type { FeatureRecord } from '../featureRecord';
import { headAt, type TrainedHeads } from '../heads/trainedHeads';
import { hiddenActivations, hiddenWidth, outputLogits, type Head } from '../inside/forward';
import { standardised } from '../standardise';

/** What one block makes of a picture, before it is pooled. */
export interface PositionMaps {
  /** Width and height, in positions. */
  readonly side: number;
  readonly channels: number;
  /** [side, side, channels] */
  readonly values: Float32Array;
}

/** What every position of a block adds, in logits; below 0 it speaks against. */
export interface ActivationPart {
  readonly side: number;
  /** [side, side] */
  readonly values: Float64Array;
}

/** Where in a picture a logit comes from, or a mix of them: all positions of all parts add up to `total - constant`. */
export interface ActivationMap {
  /** One for each block of the cut, early to late. */
  readonly parts: readonly ActivationPart[];
  /** What comes from no place: the total where every feature is at its mean over the training side. */
  readonly constant: number;
  readonly total: number;
}

/** The logit of one class alone. @returns [C] */
export const logitOf = (target: number, classes: number): readonly number[] =>
  Array.from({ length: classes }, (_, c) => (c === target ? 1 : 0));

/**
 * The lead of one class: its logit minus the mean of the others'. What all logits share changes no probability, so that
 * a class may well be the answer though nearly everything speaks against its logit; against its lead it cannot.
 *
 * @returns [C]
 */
export const leadOf = (target: number, classes: number): readonly number[] =>
  Array.from({ length: classes }, (_, c) => (c === target ? 1 : -1 / (classes - 1)));

/**
 * The activation map of one class.
 *
 * Without a hidden layer this is class activation mapping (Zhou et al., CVPR 2016, arXiv:1512.04150), and exact. With one
 * it is the logit's gradient at this very picture times what the maps hold (Grad-CAM, Selvaraju et al., ICCV 2017,
 * arXiv:1610.02391), but position by position, with its sign, and without the ReLU at its end. A ReLU network is linear
 * piece by piece, so that the sum is exact here, too; `constant` then belongs to this picture's piece.
 *
 * A feature's mean is taken off before it is weighed, as the head itself does: only what differs from the usual speaks.
 * With maximum pooling a map speaks where its maximum is, and equal maxima share.
 *
 * @param maps of the heads' blocks, early to late.
 * @param mix [C] how much of each class's logit is asked about: see `logitOf` and `leadOf`.
 * @throws RangeError where they are not of the heads' cut.
 */
export function activationMap(
  heads: TrainedHeads,
  arm: number,
  trial: number,
  maps: readonly PositionMaps[],
  mix: readonly number[],
): ActivationMap {
  const own = heads.trials[trial];
  if (!own) throw new RangeError(t`There is no trial ${trial}.`);
  const { shift, scale } = own.standardiser;
  const { pooling } = heads.base;
  const features = pooledMaps(maps, pooling);
  if (features.length !== shift.length) throw new RangeError(otherWidth(features.length, shift.length));
  const head = headAt(heads, arm, trial);
  const x = standardised(features, own.standardiser);
  const gradient = logitGradient(head, x, mix);
  /** What feature d adds to the logit, where its value is `value`. */
  const spoken = (d: number, value: number) => (gradient[d] ?? 0) * (scale[d] ?? 1) * (value - (shift[d] ?? 0));
  let from = 0;
  let placed = 0;
  const parts = maps.map((block) => {
    const { side, channels, values } = block;
    const positions = side * side;
    const part = new Float64Array(positions);
    const add = (at: number, k: number, d: number, share: number) => {
      part[at] = (part[at] ?? 0) + share * spoken(from + d, values[at * channels + k] ?? 0);
    };
    for (let k = 0; k < channels; k++) {
      if (pooling === 'max') {
        const places = maximaOf(block, k);
        for (const at of places) add(at, k, k, 1 / places.length);
      } else if (pooling === 'average') for (let at = 0; at < positions; at++) add(at, k, k, 1 / positions);
      else for (let at = 0; at < positions; at++) add(at, k, at * channels + k, 1);
    }
    from += pooling === 'flatten' ? values.length : channels;
    for (const value of part) placed += value;
    return { side, values: part };
  });
  const logits = outputLogits(head, hiddenActivations(head, x));
  const total = mix.reduce((sum, share, c) => sum + share * (logits[c] ?? 0), 0);
  return { parts, constant: total - placed, total };
}

/**
 * d (mix of logits) / d feature at x, by the standardised features.
 *
 * @param x [1, D] standardised. @param mix [C] @returns [D]; where a hidden unit is at exactly 0, it counts as off.
 */
export function logitGradient(head: Head, x: Float32Array, mix: readonly number[]): Float64Array {
  const { shape, parameters } = head;
  const last = shape.layers.at(-1);
  const [first] = shape.layers;
  if (!last || !first) throw new RangeError(t`A head needs at least one layer.`);
  const into = (h: number) =>
    mix.reduce((sum, share, c) => sum + share * (parameters[last.kernelAt + h * last.units + c] ?? 0), 0);
  const width = hiddenWidth(shape);
  if (shape.layers.length < 2) return Float64Array.from({ length: width }, (_, d) => into(d));
  const active = hiddenActivations(head, x);
  const outgoing = Float64Array.from({ length: width }, (_, h) => ((active[h] ?? 0) > 0 ? into(h) : 0));
  return Float64Array.from({ length: first.inputs }, (_, d) => {
    let sum = 0;
    for (let h = 0; h < width; h++) sum += (parameters[first.kernelAt + d * first.units + h] ?? 0) * (outgoing[h] ?? 0);
    return sum;
  });
}

/** What the maps become before the head: see `FeatureCut`. @returns [D] */
export function pooledMaps(maps: readonly PositionMaps[], pooling: FeatureRecord['pooling']): Float32Array {
  const pooled = maps.map((block) => (pooling === 'flatten' ? block.values : pooledBlock(block, pooling)));
  const all = new Float32Array(pooled.reduce((sum, own) => sum + own.length, 0));
  let at = 0;
  for (const own of pooled) {
    all.set(own, at);
    at += own.length;
  }
  return all;
}

function pooledBlock({ side, channels, values }: PositionMaps, pooling: 'average' | 'max'): Float64Array {
  const positions = side * side;
  return Float64Array.from({ length: channels }, (_, k) => {
    let [sum, highest] = [0, -Infinity];
    for (let at = 0; at < positions; at++) {
      const value = values[at * channels + k] ?? 0;
      sum += value;
      if (value > highest) highest = value;
    }
    return pooling === 'max' ? highest : sum / positions;
  });
}

/** Positions of a map's highest value: more than one where several are equally high. */
function maximaOf({ side, channels, values }: PositionMaps, k: number): readonly number[] {
  let highest = -Infinity;
  let places: number[] = [];
  for (let at = 0; at < side * side; at++) {
    const value = values[at * channels + k] ?? 0;
    if (value > highest) [highest, places] = [value, [at]];
    else if (value === highest) places.push(at);
  }
  return places;
}

const otherWidth = (given: number, taken: number): string =>
  t`The maps give ${given} features, and the head takes ${taken}.`;
