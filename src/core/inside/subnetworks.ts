import type { Dataset, Experiment } from '../experiment';
import type { RngState } from '../rng';
import { dropsFeatures, dropsHidden } from '../settings';
import { batchesAfter, type TrialData } from './epochReplay';
import { classCount, hiddenActivations, logitsOf, outputLogits, softmax, type Head } from './forward';
import type { PredictView, SampledUnits, SubnetworkStrip } from './inside';
import { masksUsed, type UsedMasks } from './masksUsed';
import { masked } from './monteCarlo';

/** The most sub-networks that are averaged. */
const mostAveraged = 200;
/** The most that the strip shows. */
const mostShown = 24;

/** What the masks of one trial are drawn from. */
interface MaskSource {
  readonly experiment: Experiment;
  readonly dataset: Dataset;
  readonly data: TrialData;
  /** See `Batches.seek`. */
  readonly known: Map<number, readonly RngState[]>;
}

/**
 * By arm, the latest masks that the first trial was trained with in the epoch that led to this moment, oldest first.
 * @param epoch epochs done; 0: none were used yet.
 */
export function recentMasks(
  { experiment, dataset, data, known }: MaskSource,
  epoch: number,
): readonly (readonly UsedMasks[])[] {
  const used: UsedMasks[][] = experiment.arms.map(() => []);
  const [trial] = experiment.trials;
  if (epoch === 0 || !trial) return used;
  const batches = batchesAfter({ experiment: { ...experiment, trials: [trial] }, dataset, data }, epoch - 1, known);
  const [D, H, B, steps] = [dataset.dimension, experiment.hidden, batches.batch, batches.stepsPerEpoch];
  // The last step can be a smaller one.
  const first = steps - Math.ceil(mostAveraged / B) - 1;
  for (let step = 0; step < steps; step++) {
    const isWanted = step >= first;
    const { featureMask, hiddenMask, rows } = batches.next(step, isWanted);
    const labels = rows[0] ?? new Int32Array();
    if (!isWanted) continue;
    experiment.arms.forEach((_, a) => {
      const part = (mask: Float32Array, width: number) => mask.subarray(a * B * width, (a * B + labels.length) * width);
      used[a]?.push(...masksUsed({ featureMask: part(featureMask, D), hiddenMask: part(hiddenMask, H), labels }));
    });
  }
  return used.map((own) => own.slice(-mostAveraged));
}

/** For the strip: which drawn units the latest sub-networks left out, and how many of the masks differ at all. */
export function stripOf(
  masks: readonly UsedMasks[],
  layer: SubnetworkStrip['layer'],
  sample: SampledUnits,
): SubnetworkStrip['arms'][number] {
  const kinds = new Set(masks.map(({ features, hidden }) => bits(features) + bits(hidden)));
  return {
    masks: masks.slice(-mostShown).map((mask) => sample[layer].map((u) => mask[layer][u] === 0)),
    recent: masks.length,
    distinct: kinds.size,
  };
}

const bits = (mask: Float32Array): string => Array.from(mask, (m) => (m === 0 ? '0' : '1')).join('');

/**
 * One picture through the whole network and through the sub-networks that were trained.
 *
 * `input` follows the sum that enters one unit behind the masks: the output unit of the answer, or where only features are
 * dropped the hidden unit with the largest sum. Until there everything is linear in the mask, so that the mean over masks
 * with their scale 1 / (1 - rate) has the whole network's sum as its expectation (Srivastava et al. 2014, section 10).
 *
 * @param x [D] standardised. @param masks the arm's
 */
export function predictView(
  head: Head,
  x: Float32Array,
  masks: readonly UsedMasks[],
  rate: number,
  { dropoutAt }: Pick<Experiment, 'dropoutAt'>,
): PredictView['arms'][number] {
  const classes = classCount(head.shape);
  const hasHidden = head.shape.layers.length > 1;
  const active = hiddenActivations(head, x);
  const whole = [...softmax(logitsOf(head, x), classes)];
  const isDropping = rate > 0 && masks.length > 0 && (dropsFeatures(dropoutAt) || hasHidden);
  const behindHidden = hasHidden && dropsHidden(dropoutAt);
  const followed = {
    masked: behindHidden ? 'hidden' : 'features',
    into: hasHidden && !behindHidden ? 'hidden' : 'output',
    leavesFeaturesOut: behindHidden && dropsFeatures(dropoutAt),
  } as const;
  if (!isDropping) {
    const sums = inputSums(head, x, active, null);
    return {
      whole,
      averaged: whole,
      subnetworks: 0,
      input: { ...followed, whole: sums, averaged: sums, unscaled: sums },
    };
  }
  const total = new Float64Array(classes);
  let input = 0;
  for (const mask of masks) {
    const own = hiddenActivations(head, masked(x, mask.features));
    const behind = hasHidden ? masked(own, mask.hidden) : own;
    softmax(outputLogits(head, behind), classes).forEach((p, c) => (total[c] = (total[c] ?? 0) + p));
    input += inputSums(head, x, active, behindHidden ? mask.hidden : mask.features);
  }
  const averaged = input / masks.length;
  return {
    whole,
    averaged: Array.from(total, (sum) => sum / masks.length),
    subnetworks: masks.length,
    input: { ...followed, whole: inputSums(head, x, active, null), averaged, unscaled: averaged * (1 - rate) },
  };

  /** Sum into the followed unit, without its bias. */
  function inputSums(of: Head, picture: Float32Array, hidden: Float32Array, mask: Float32Array | null): number {
    const layer = behindHidden ? of.shape.layers.at(-1) : of.shape.layers[0];
    const values = behindHidden ? hidden : picture;
    if (!layer) return 0;
    const sumOf = (unit: number, by: Float32Array | null) => {
      let sum = 0;
      for (let i = 0; i < layer.inputs; i++)
        sum += (values[i] ?? 0) * (by?.[i] ?? 1) * (of.parameters[layer.kernelAt + i * layer.units + unit] ?? 0);
      return sum;
    };
    // Of the output layer the unit of the answer; of the hidden layer the one with the largest sum.
    const sums =
      followed.into === 'output' ? whole : Array.from({ length: layer.units }, (_, unit) => sumOf(unit, null));
    return sumOf(sums.indexOf(Math.max(...sums)), mask);
  }
}
