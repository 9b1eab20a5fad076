import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import type { Anatomy, Tap } from '../core/base';
import { blockOf } from '../core/base';
import type { Insight, Recognition } from '../core/insight';
import type { Network } from './network';
import { strongest } from './responses';

/** Side of the pictures that come in, in pixels; a base with another input size gets them scaled. */
const pictureSide = 224;

/** A frozen base, loaded and taken apart. */
export interface Base {
  readonly anatomy: Anatomy;
  /** What it runs; the base owns it. */
  readonly network: Network;
  /**
   * Runs one blank batch block by block and then taps it, so that shaders are compiled for that batch size and
   * progress is honest.
   */
  readonly warmUp: (batch: number, tap: Tap, onStage: (done: number, total: number) => void) => Promise<void>;
  /**
   * pixels: RGB bytes [B, 224, 224, 3], B = count -> [B, sum of the tapped blocks' widths].
   * @throws Error if the engine returns something that is not a number.
   */
  readonly extract: (pixels: Uint8Array, count: number, tap: Tap) => Promise<Float32Array>;
  /** pixels: RGB bytes [224, 224, 3]. @param maps how many maps of each block. */
  readonly look: (pixels: Uint8Array, maps: number) => Promise<Insight>;
  /** As if it had never been trained; see `Network.randomise`. */
  readonly randomise: (seed: number) => void;
  readonly dispose: () => void;
}

/** What the base itself says of a picture x [1, S, S, 3], in the range it was trained with; null: it says nothing. */
export type Recognise = (x: tf.Tensor4D, pixels: Uint8Array) => Promise<Recognition | null>;

/** @param network owned by the base from here on. */
export function baseOf(network: Network, anatomy: Anatomy, recognise: Recognise): Base {
  const { input } = network;
  const nodesOf = (blocks: readonly number[]) => blocks.map((at) => blockOf(anatomy, at).node);
  const tapped = (pixels: Uint8Array, count: number, { blocks, pooling }: Tap) =>
    tf.tidy(() => {
      const outputs = network.run(input, prepared(pixels, count, anatomy), nodesOf(blocks));
      return tf.concat(
        outputs.map((maps) => pooled(maps, pooling)),
        1,
      );
    });
  const extract = async (pixels: Uint8Array, count: number, tap: Tap) => {
    const features = tapped(pixels, count, tap);
    try {
      const values = Float32Array.from(await features.data());
      if (!values.every(Number.isFinite)) throw new Error(t`The frozen base returned features that are not numbers.`);
      return values;
    } finally {
      features.dispose();
    }
  };
  return {
    anatomy,
    network,
    extract,
    async warmUp(batch, tap, onStage) {
      const last = Math.max(...tap.blocks);
      const total = last + 2;
      let from = input;
      let x: tf.Tensor = tf.zeros([batch, anatomy.inputSize, anatomy.inputSize, 3]);
      try {
        for (const [done, { node }] of anatomy.blocks.slice(0, last + 1).entries()) {
          onStage(done, total);
          const [y] = network.run(from, x, [node]);
          if (!y) throw new Error(t`The base has no output at ${node}.`);
          x.dispose();
          [from, x] = [node, y];
          await settled(y);
        }
      } finally {
        x.dispose();
      }
      onStage(last + 1, total);
      await extract(new Uint8Array(batch * pictureSide * pictureSide * 3), batch, tap);
      onStage(total, total);
    },
    async look(pixels, maps) {
      const x = tf.tidy(() => prepared(pixels, 1, anatomy));
      const outputs = network.run(
        input,
        x,
        anatomy.blocks.map(({ node }) => node),
      );
      try {
        const responses = await Promise.all(
          outputs.map(async (output, at) => {
            const { side, channels } = blockOf(anatomy, at);
            return strongest(Float32Array.from(await output.data()), side, channels, maps);
          }),
        );
        return { recognition: await recognise(x, pixels), responses };
      } finally {
        tf.dispose([x, ...outputs]);
      }
    },
    randomise: (seed) => network.randomise(seed),
    dispose: () => network.dispose(),
  };
}

/** Bytes [B, 224, 224, 3] -> [B, S, S, 3] in the range that the base was trained with. */
function prepared(pixels: Uint8Array, count: number, { inputSize, inputRange }: Anatomy): tf.Tensor4D {
  const [black, white] = inputRange;
  const x = resized(tf.tensor4d(pixels, [count, pictureSide, pictureSide, 3], 'float32'), inputSize);
  return black === 0 && white === 255 ? x : x.mul<tf.Tensor4D>((white - black) / 255).add<tf.Tensor4D>(black);
}

/** Scaling down by a half or more averages first: interpolation alone would skip pixels. */
function resized(x: tf.Tensor4D, size: number): tf.Tensor4D {
  if (size === pictureSide) return x;
  const factor = Math.floor(pictureSide / size);
  const smaller = factor > 1 ? tf.avgPool(x, factor, factor, 'valid') : x;
  return tf.image.resizeBilinear(smaller, [size, size], false, true);
}

/** maps [B, side, side, channels] -> [B, width] */
export function pooled(maps: tf.Tensor, pooling: Tap['pooling']): tf.Tensor2D {
  switch (pooling) {
    case 'average':
      return tf.mean(maps, [1, 2]);
    case 'max':
      return tf.max(maps, [1, 2]);
    case 'flatten':
      return maps.reshape([maps.shape[0] ?? 1, -1]);
    default:
      return pooling satisfies never;
  }
}

/** Waits until y is computed: reads one number of it back, not all of it. */
async function settled(y: tf.Tensor): Promise<void> {
  const first = tf.tidy(() => y.flatten().slice(0, 1));
  try {
    await first.data();
  } finally {
    first.dispose();
  }
}
