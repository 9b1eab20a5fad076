import { t } from '@lingui/core/macro';
import type { FeatureRecord } from '../featureRecord';

/** All that a program needs to turn a picture into what the heads take, as figures and in words. */
export interface Preprocessing {
  readonly schema: 'transfer-lab/preprocessing@1';
  readonly base: { readonly id: string; readonly title: string; readonly revision: string };
  /** Width and height of the picture before the base's own input size, in pixels. */
  readonly pictureSide: number;
  readonly inputSize: number;
  /** What 0 and 255 are mapped to. */
  readonly inputRange: readonly [number, number];
  /** Channels in this order. */
  readonly channels: 'RGB';
  /** Outputs of the base that are taken, in the order in which their features stand. */
  readonly cut: readonly { readonly block: number; readonly node: string }[];
  readonly pooling: FeatureRecord['pooling'];
  /** D: what the heads take. */
  readonly features: number;
  /** The same, as steps to follow. */
  readonly steps: readonly string[];
}

/** @param pictureSide pixels that pictures are prepared to, before the base's own input size. */
export function preprocessingOf(record: FeatureRecord, pictureSide: number): Preprocessing {
  const { id, title, revision, inputSize, inputRange, blocks, pooling, features } = record;
  return {
    schema: 'transfer-lab/preprocessing@1',
    base: { id, title, revision },
    pictureSide,
    inputSize,
    inputRange,
    channels: 'RGB',
    cut: blocks.map(({ number, node }) => ({ block: number, node })),
    pooling,
    features,
    steps: [
      t`Decode the picture upright, as its EXIF orientation says.`,
      t`Cut the largest square out of its middle: left = floor((width - side) / 2), top = floor((height - side) / 2).`,
      t`Draw it on white, so that what is transparent becomes white.`,
      t`Resize it to ${pictureSide} x ${pictureSide} pixels: while it is more than twice as large, halve it, averaging; then one last smooth step.`,
      t`Take red, green and blue as numbers from 0 to 255, in this order.`,
      ...(inputSize === pictureSide ? [] : [resizeWords(inputSize, pictureSide)]),
      rangeWords(inputRange),
      outputsWords(blocks.map(({ node }) => node)),
      poolingWords[pooling],
      t`That makes ${features} features. They are not standardised: the heads' first layer does that.`,
    ],
  };
}

function resizeWords(size: number, from: number): string {
  const block = Math.floor(from / size);
  return from / size >= 2
    ? t`Resize it to ${size} x ${size}, bilinear with half-pixel centres, after averaging blocks of ${block} x ${block} pixels.`
    : t`Resize it to ${size} x ${size}, bilinear with half-pixel centres.`;
}

function outputsWords([first = '', second]: readonly string[]): string {
  return second === undefined
    ? t`Run the base and take the output of ${first}.`
    : t`Run the base and take the output of ${first}, then of ${second}.`;
}

function rangeWords([black, white]: readonly [number, number]): string {
  if (black === 0 && white === 255) return t`Leave the numbers as they are: the base takes 0 to 255.`;
  const span = white - black;
  return t`Map 0 to ${black} and 255 to ${white}: multiply by ${span} / 255 and add ${black}.`;
}

const poolingWords = {
  average: t`Average each map over the picture; of several outputs, put the averages one after the other.`,
  max: t`Take the largest number of each map; of several outputs, put them one after the other.`,
  flatten: t`Take every number of the output: row by row, in each position all channels.`,
} as const;
