import { Batches } from '../batches';
import type { Dataset, Experiment } from '../experiment';
import { dropsFeatures, dropsHidden } from '../settings';
import { standardisedRows, type TrialData } from './epochReplay';
import { classCount, hiddenActivations, logitsOf, outputLogits, softmax, type Head } from './forward';
import type { PredictView, SampledUnits } from './inside';
import { masksUsed, type UsedMasks } from './masksUsed';
import { masked } from './monteCarlo';

/** The most sub-networks that are averaged. */
const mostAveraged = 200;
/** The most that the strip shows. */
const mostShown = 24;

/**
 * By arm, the masks that the first trial was trained with in the epoch that led to this moment, oldest first.
 * @param epoch epochs done; 0: none were used yet.
 */
export function recentMasks(
  experiment: Experiment,
  dataset: Dataset,
  data: TrialData,
  epoch: number,
): readonly (readonly UsedMasks[])[] {
  const used: UsedMasks[][] = experiment.arms.map(() => []);
  const [trial] = experiment.trials;
  if (epoch === 0 || !trial) return used;
  const batches = new Batches({ ...experiment, trials: [trial] }, dataset, data.common, [data.own]);
  for (let e = 1; e < epoch; e++) batches.skipEpoch();
  batches.startEpoch();
  const [D, H, B] = [dataset.dimension, experiment.hidden, batches.batch];
  for (let step = 0; step < batches.stepsPerEpoch; step++) {
    const { x, hiddenMask, rows } = batches.next(step);
    const fedRows = rows[0] ?? new Int32Array();
    const plain = standardisedRows(data, fedRows);
    experiment.arms.forEach(({ dropoutRate }, a) => {
      const fed = {
        x: x.subarray(a * B * D, (a * B + fedRows.length) * D),
        hiddenMask: hiddenMask.subarray(a * B * H, (a * B + fedRows.length) * H),
        labels: fedRows,
      };
      used[a]?.push(...masksUsed(fed, plain, dropoutRate, experiment));
    });
  }
  return used.map((own) => own.slice(-mostAveraged));
}

/** For the strip: which drawn hidden units the latest sub-networks left out; features where there is no hidden layer. */
export const stripOf = (
  masks: readonly UsedMasks[],
  { hidden, features }: SampledUnits,
): readonly (readonly boolean[])[] =>
  masks
    .slice(-mostShown)
    .map((mask) =>
      hidden.length > 0 ? hidden.map((u) => mask.hidden[u] === 0) : features.map((d) => mask.features[d] === 0),
    );

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
  if (!isDropping) {
    const sums = inputSums(head, x, active, null);
    return { whole, averaged: whole, subnetworks: 0, input: { whole: sums, averaged: sums, unscaled: sums } };
  }
  const total = new Float64Array(classes);
  let input = 0;
  for (const mask of masks) {
    const own = hiddenActivations(head, masked(x, mask.features));
    const behind = hasHidden ? masked(own, mask.hidden) : own;
    softmax(outputLogits(head, behind), classes).forEach((p, c) => (total[c] = (total[c] ?? 0) + p));
    input += inputSums(head, x, active, dropsHidden(dropoutAt) && hasHidden ? mask.hidden : mask.features);
  }
  const averaged = input / masks.length;
  return {
    whole,
    averaged: Array.from(total, (sum) => sum / masks.length),
    subnetworks: masks.length,
    input: { whole: inputSums(head, x, active, null), averaged, unscaled: averaged * (1 - rate) },
  };

  /** Sum into the followed unit, without its bias. */
  function inputSums(of: Head, picture: Float32Array, hidden: Float32Array, mask: Float32Array | null): number {
    const behindHidden = hasHidden && dropsHidden(dropoutAt);
    const layer = behindHidden ? of.shape.layers.at(-1) : of.shape.layers[0];
    const values = behindHidden ? hidden : picture;
    if (!layer) return 0;
    const sumOf = (unit: number, by: Float32Array | null) => {
      let sum = 0;
      for (let i = 0; i < layer.inputs; i++)
        sum += (values[i] ?? 0) * (by?.[i] ?? 1) * (of.parameters[layer.kernelAt + i * layer.units + unit] ?? 0);
      return sum;
    };
    const sums = behindHidden ? whole : Array.from({ length: layer.units }, (_, unit) => sumOf(unit, null));
    return sumOf(sums.indexOf(Math.max(...sums)), mask);
  }
}
