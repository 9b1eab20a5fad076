import { plural, t } from '@lingui/core/macro';
import { grouped } from './figures';

/** A frozen base as plain data: the network that was trained on task A, in blocks, from early to late. */

/** How a block's maps become numbers: their mean or maximum over the picture, or every position of them. */
export type Pooling = 'average' | 'max' | 'flatten';

/** A place where the base can be cut: everything up to it stays frozen, its output becomes the features. */
export interface Block {
  /** Graph node or layer whose output ends the block. */
  readonly node: string;
  /** What the base's makers call it. */
  readonly name: string;
  /** Maps that come out of it. */
  readonly channels: number;
  /** Width and height of each map, in positions. */
  readonly side: number;
  /** Weights of the base from its input to the end of this block. */
  readonly parameters: number;
  /** Multiply-adds for one picture, from the input to the end of this block. */
  readonly multiplyAdds: number;
}

export interface Anatomy {
  /** Width and height of the pictures it is given, in pixels. */
  readonly inputSize: number;
  /** What 8-bit RGB values are mapped to, as [black, white]. */
  readonly inputRange: readonly [number, number];
  /** Early to late. */
  readonly blocks: readonly [Block, ...Block[]];
  /** Of the whole network, with the part for task A's own answers. */
  readonly parameters: number;
  readonly multiplyAdds: number;
}

/**
 * How a picture's file becomes what the base sees, up to the base's own input size and range. Raised whenever the same
 * picture would give other features, so that stored ones are not used again.
 */
export const preprocessing = 'centre-crop-224@1';

/** Which features are taken: of one block or of two joined, and how they are pooled. */
export interface FeatureCut {
  /** 0-based, ascending, one or two. The last is where the base is cut. */
  readonly blocks: readonly [number] | readonly [number, number];
  readonly pooling: Pooling;
}

/** More features per picture than this drown a head and the device's memory. */
export const mostFeatures = 8192;

/** D, the numbers that a picture becomes, or all that are taken of it. */
export function featureWidth(anatomy: Anatomy, { blocks, pooling }: Tap): number {
  return blocks.reduce((sum, at) => sum + blockWidth(blockOf(anatomy, at), pooling), 0);
}

export const blockWidth = ({ channels, side }: Block, pooling: Pooling): number =>
  pooling === 'flatten' ? channels * side * side : channels;

/** @throws RangeError where the base has no such block. */
export function blockOf({ blocks }: Anatomy, at: number): Block {
  const block = blocks[at];
  if (!block) throw new RangeError(noBlock(blocks.length, at + 1));
  return block;
}

const noBlock = (blocks: number, number: number): string =>
  t`The base has ${plural(blocks, { one: '# block', other: '# blocks' })}; there is no block ${number}.`;

/** The last block that is run. */
export const cutBlock = (anatomy: Anatomy, { blocks }: FeatureCut): Block =>
  blockOf(anatomy, blocks[blocks.length - 1] ?? 0);

/** What a person chose, by number: 1 is the first block; `cut` 0 stands for the base's own default, `join` 0 for none. */
export interface CutChoice {
  readonly cut: number;
  readonly join: number;
  readonly pooling: Pooling;
}

/**
 * The cut that a choice means on this base; what does not fit it is replaced and named in `problems`.
 *
 * @param defaultBlock 0-based, where the base is cut unless the person says otherwise.
 */
export function fitCut(
  anatomy: Anatomy,
  defaultBlock: number,
  { cut, join, pooling }: CutChoice,
): { readonly cut: FeatureCut; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const count = anatomy.blocks.length;
  const there = (number: number) => number >= 1 && number <= count;
  if (cut !== 0 && !there(cut))
    problems.push(
      t`This base has ${plural(count, { one: '# block', other: '# blocks' })}, so it cannot be cut after block ${cut}; its own default is used.`,
    );
  const main = there(cut) ? cut - 1 : defaultBlock;
  if (join !== 0 && !there(join))
    problems.push(
      t`This base has ${plural(count, { one: '# block', other: '# blocks' })}, so block ${join} cannot be joined; only one block is used.`,
    );
  const blocks: FeatureCut['blocks'] =
    there(join) && join - 1 !== main ? [Math.min(main, join - 1), Math.max(main, join - 1)] : [main];
  const width = featureWidth(anatomy, { blocks, pooling });
  if (width <= mostFeatures) return { cut: { blocks, pooling }, problems };
  const [features, most] = [grouped(width), grouped(mostFeatures)];
  problems.push(
    t`Flattened, this cut would give ${features} features a picture; at most ${most} can be used. They are averaged instead.`,
  );
  return { cut: { blocks, pooling: 'average' }, problems };
}

/** What is taken from the base in one pass: some blocks' maps, pooled. */
export type Tap = FeatureCut | { readonly blocks: readonly number[]; readonly pooling: Pooling };

/**
 * What is taken so that a change of the cut costs nothing: pooled maps are small, so all blocks' are kept; flattened
 * ones are not.
 */
export function tapFor({ blocks }: Anatomy, cut: FeatureCut): Tap {
  return cut.pooling === 'flatten' ? cut : { blocks: blocks.map((_, at) => at), pooling: cut.pooling };
}

/**
 * The features of a cut out of what was tapped.
 *
 * @param tapped [sum of the tapped blocks' widths] in the order of `tap.blocks`, which hold all of the cut's.
 * @returns [D]
 */
export function featuresAt(anatomy: Anatomy, tap: Tap, cut: FeatureCut, tapped: Float32Array): Float32Array {
  const features = new Float32Array(featureWidth(anatomy, cut));
  let from = 0;
  let to = 0;
  for (const at of tap.blocks) {
    const width = blockWidth(blockOf(anatomy, at), tap.pooling);
    if (cut.blocks.some((wanted) => wanted === at)) {
      features.set(tapped.subarray(from, from + width), to);
      to += width;
    }
    from += width;
  }
  return features;
}
