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
  /** The network after the update. */
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
  /** [B] labels given. */
  readonly labels: readonly number[];
  readonly arms: readonly ArmStep[];
}

/** A confusion matrix: row = true class, column = answer. */
export type Confusion = readonly (readonly number[])[];

/** One arm's answers on the validation pictures of the first seed. */
export interface ArmAnswers {
  /** In [0, 1]. */
  readonly accuracy: number;
  readonly confusion: Confusion;
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
  /** Sum of the inputs of one output unit: with all units, and its mean over the masks. Shows that 1/(1-rate) is fair. */
  readonly input: { readonly whole: number; readonly averaged: number; readonly unscaled: number };
}

/** Masks that were used, most recent last, for the strip. */
export interface SubnetworkStrip {
  readonly epoch: number;
  /** Masks drawn up to this epoch: pictures learned from, times epochs. */
  readonly drawn: number;
  /** For each arm, [shown][drawn hidden units] dropped or not. */
  readonly arms: readonly (readonly (readonly boolean[])[])[];
}

/** Similarity of hidden units, for both arms. */
export interface SimilarityView {
  readonly epoch: number;
  readonly kind: SimilarityKind;
  /** How many units the matrices show; of wide layers an evenly spread part. */
  readonly units: number;
  /** Of the first seed, rows and columns in cluster order: [units, units] in [-1, 1]. */
  readonly matrices: readonly Float32Array[];
  readonly orders: readonly (readonly number[])[];
}

/** One epoch of the similarity's course. */
export interface SimilarityPoint {
  readonly epoch: number;
  /** By arm, over the seeds kept. */
  readonly mean: readonly Estimate[];
  readonly nearest: readonly Estimate[];
  readonly norm: readonly Estimate[];
}

export interface SimilarityCourse {
  readonly kind: SimilarityKind;
  /** Epochs spread over the training, the start and `at` among them. */
  readonly points: readonly SimilarityPoint[];
  /** The epoch that the comparisons below are about. */
  readonly at: number;
  /** Of the means: with dropout minus without, seed by seed. */
  readonly difference: Estimate;
  /** By arm: minus the start, seed by seed. */
  readonly since: readonly Estimate[];
  readonly normDifference: Estimate;
}

export interface KnockOutView {
  readonly epoch: number;
  /** Shares removed, ascending from 0 to 1. */
  readonly shares: readonly number[];
  /** By arm and share, over the seeds kept. */
  readonly arms: readonly (readonly Estimate[])[];
  /** By share: with dropout minus without, seed by seed. */
  readonly difference: readonly Estimate[];
  readonly draws: number;
  readonly seeds: number;
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
