import type { ValidationGroups } from '../sharedPictures';
import type { Estimate } from '../statistics';
import type { SimilarityKind } from './similarity';

/** The units that are drawn: chosen once for a run, and always the same ones. */
export interface SampledUnits {
  /** Indices into D. */
  readonly features: readonly number[];
  /** Indices into H; empty where there is no hidden layer. */
  readonly hidden: readonly number[];
  /** Indices into C. */
  readonly outputs: readonly number[];
}

/** The drawn part of one arm's network: weights as they are, row by row. */
export interface DrawnWeights {
  /** [features, hidden]; empty without a hidden layer. */
  readonly first: Float32Array;
  /** [hidden, outputs], or without a hidden layer [features, outputs]. */
  readonly last: Float32Array;
}

/** One arm's network at one moment. */
interface ArmNetwork extends DrawnWeights {
  /** P(a unit is dropped) while it trains. */
  readonly rate: number;
}

/** The networks of the first seed after an epoch, for drawing. */
export interface NetworkView {
  readonly epoch: number;
  readonly sample: SampledUnits;
  readonly sizes: { readonly features: number; readonly hidden: number; readonly outputs: number };
  /** Largest |weight| drawn, over both arms and all epochs taken in so far: one scale for every picture of the network. */
  readonly scale: number;
  readonly arms: readonly ArmNetwork[];
}

/** What one arm does with one picture in one step. */
export interface ArmStep {
  /** Which of the drawn features are dropped, for each picture of the batch: [B][features] */
  readonly droppedFeatures: readonly (readonly boolean[])[];
  /** The same for the drawn hidden units: [B][hidden] */
  readonly droppedHidden: readonly (readonly boolean[])[];
  /** Of all D features and all H hidden units: how many are dropped, for each picture of the batch. */
  readonly counts: readonly { readonly features: number; readonly hidden: number }[];
  /** [B] cross-entropy of each picture, masks on. */
  readonly losses: readonly number[];
  /** [B, C] answers of the masked network. */
  readonly probabilities: readonly (readonly number[])[];
  /** Mean loss on the batch with these masks: before the update, and with the updated weights. */
  readonly loss: number;
  readonly lossAfter: number;
  /** Root mean square of the change of the weights. */
  readonly change: number;
  /** The network that the step starts from, and the one after the update. */
  readonly before: DrawnWeights;
  readonly after: DrawnWeights;
}

/** One step of both arms on the same batch. */
export interface StepView {
  /** 1-based: the epoch that the step belongs to. */
  readonly epoch: number;
  /** 1-based, within the epoch. */
  readonly step: number;
  readonly steps: number;
  /** [B] dataset rows of the pictures, an altered copy by its own picture. */
  readonly rows: readonly number[];
  /** [B] labels given, and true ones: they differ where a label was made wrong on purpose. */
  readonly labels: readonly number[];
  readonly trueLabels: readonly number[];
  /** Whether the training has taken this step; false: it is to come. */
  readonly isTaken: boolean;
  readonly arms: readonly ArmStep[];
}

/** One arm's answers on the validation pictures of the first seed. */
export interface ArmAnswers {
  /** In [0, 1]. */
  readonly accuracy: number;
  /** By validation picture, in the order of `rows`: the answer and its probability. */
  readonly predicted: readonly number[];
  readonly confidence: readonly number[];
}

export interface AnswersView {
  readonly epoch: number;
  /** [V] dataset rows. */
  readonly rows: readonly number[];
  readonly arms: readonly ArmAnswers[];
}

/** How all units answer together, and how that comes out even with training. */
export interface PredictView {
  readonly epoch: number;
  readonly row: number;
  readonly arms: readonly ArmPrediction[];
}

interface ArmPrediction {
  /** [C] with all units on. */
  readonly whole: readonly number[];
  /** [C] mean over the answers of sub-networks that really were trained, most recent ones. */
  readonly averaged: readonly number[];
  /** How many sub-networks that is; 0: nothing was dropped. */
  readonly subnetworks: number;
  /** Shows that 1/(1-rate) is fair. */
  readonly input: UnitInput;
}

/**
 * The sum that enters one unit behind masked ones, without its bias. It is linear in the mask, so that its expectation
 * over masks is the whole network's.
 */
interface UnitInput {
  /** What is masked: hidden units before the output unit of the answer, or features before the most excited hidden unit. */
  readonly masked: 'features' | 'hidden';
  /** Which unit is followed. */
  readonly into: 'hidden' | 'output';
  /** Masks on the features, which were used as well, are left out: behind a ReLU the sum is not linear in them. */
  readonly leavesFeaturesOut: boolean;
  /** With all units; the mean over the masks with their scale; and the same without the scale. */
  readonly whole: number;
  readonly averaged: number;
  readonly unscaled: number;
}

/** Masks that were used, most recent last, for the strip. */
export interface SubnetworkStrip {
  readonly epoch: number;
  /** Masks drawn up to this epoch: pictures learned from, times epochs. 0 where dropout has nothing to act on. */
  readonly drawn: number;
  /** The units that the masks are shown of: features where these alone are dropped. */
  readonly layer: 'hidden' | 'features';
  readonly arms: readonly ArmStrip[];
}

interface ArmStrip {
  /** [shown][drawn units of the layer] dropped or not, latest last. */
  readonly masks: readonly (readonly boolean[])[];
  /** How many of the latest masks were compared, over all units of all layers, and how many of them are different. */
  readonly recent: number;
  readonly distinct: number;
}

/** Similarity of hidden units, for both arms. */
export interface SimilarityView {
  readonly epoch: number;
  readonly kind: SimilarityKind;
  /** How many units the matrices show; of wide layers an evenly spread part. */
  readonly units: number;
  /** Of the first seed, rows and columns in cluster order: [units, units] in [-1, 1]. */
  readonly matrices: readonly Float32Array[];
}

/** One epoch of the similarity's course. */
export interface SimilarityPoint {
  readonly epoch: number;
  /** By arm, over the seeds kept. */
  readonly mean: readonly Estimate[];
  readonly norm: readonly Estimate[];
}

export interface SimilarityCourse {
  readonly kind: SimilarityKind;
  /** Epochs spread over the training, the start and `at` among them. */
  readonly points: readonly SimilarityPoint[];
  /** The epoch that the comparisons below are about; at 0 nothing is trained. */
  readonly at: number;
  /** Seeds measured, of those trained. */
  readonly seeds: number;
  readonly allSeeds: number;
  /** Neurons measured, of those in the layer. */
  readonly units: number;
  readonly hidden: number;
  /** Of the means: with dropout minus without, seed by seed. */
  readonly difference: Estimate;
  /** By arm: minus the start, seed by seed. */
  readonly since: readonly Estimate[];
  readonly normDifference: Estimate;
}

export interface KnockOutView {
  readonly epoch: number;
  /** Hidden units removed, ascending from 0 to all H; and the shares of H that these are. */
  readonly removed: readonly number[];
  readonly shares: readonly number[];
  /** H */
  readonly hidden: number;
  /** By arm and share, over the seeds kept. */
  readonly arms: readonly (readonly Estimate[])[];
  /** By share: with dropout minus without, seed by seed. */
  readonly difference: readonly Estimate[];
  readonly draws: number;
  /** Seeds measured, of those trained. */
  readonly seeds: number;
  readonly allSeeds: number;
  /** The two arms of every seed are the same network to the last bit. */
  readonly isIdentical: boolean;
  /** All seeds share their validation pictures: intervals allow for their choice, and it is about this split. */
  readonly isOneSplit: boolean;
  /** How these count where they come in groups; null where they do not. */
  readonly validationGroups: ValidationGroups | null;
  /** 1 / C */
  readonly chance: number;
}

export interface MonteCarloView {
  readonly epoch: number;
  readonly row: number;
  readonly passes: number;
  readonly rate: number;
  /** By arm: [C] of the whole network, and by class the sorted probabilities of all passes. */
  readonly arms: readonly {
    readonly whole: readonly number[];
    readonly passes: readonly Float32Array[];
  }[];
}
