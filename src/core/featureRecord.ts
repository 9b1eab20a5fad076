import { blockOf, featureWidth, preprocessing, type Anatomy, type FeatureCut } from './base';
import type { BaseCard } from './catalogue';

/** What the features of an experiment are, for its downloads. */
export interface FeatureRecord {
  /** Of the base. */
  readonly id: string;
  readonly title: string;
  /** Tells other files of a base of the same name apart. */
  readonly revision: string;
  readonly inputSize: number;
  readonly inputRange: readonly [number, number];
  /** How a picture's file becomes the base's input. */
  readonly preprocessing: string;
  /** Where the base is cut, and what is joined; 1 is the first block. */
  readonly blocks: readonly { readonly number: number; readonly node: string }[];
  readonly pooling: FeatureCut['pooling'];
  /** D */
  readonly features: number;
}

export function featureRecord(
  { id, title }: Pick<BaseCard, 'id' | 'title'>,
  anatomy: Anatomy,
  cut: FeatureCut,
  revision: string,
): FeatureRecord {
  const { inputSize, inputRange } = anatomy;
  return {
    id,
    title,
    revision,
    inputSize,
    inputRange,
    preprocessing,
    blocks: cut.blocks.map((at) => ({ number: at + 1, node: blockOf(anatomy, at).node })),
    pooling: cut.pooling,
    features: featureWidth(anatomy, cut),
  };
}
