import * as tf from '@tensorflow/tfjs';
import type { BaseDescriptor, CutPoint } from '../core/base';
import type { BaseFiles } from './download';
import { withInputSize } from './topology';

/** A frozen base, loaded and cut. */
export interface Base {
  /** Runs one blank batch stage by stage, so that shaders are compiled for that batch size and progress is honest. */
  readonly warmUp: (batch: number, onStage: (done: number, total: number) => void) => Promise<void>;
  /**
   * pixels: RGB bytes [B, S, S, 3], B = count -> features [B, D]: the cut's channels, averaged over the picture.
   * @throws Error if the engine returns something that is not a number.
   */
  readonly extract: (pixels: Uint8Array, count: number) => Promise<Float32Array>;
  readonly dispose: () => void;
}

/** Builds the model from its files on the current engine. */
export async function loadBase(files: BaseFiles, descriptor: BaseDescriptor, cut: CutPoint): Promise<Base> {
  const { input, inputSize } = descriptor;
  const { modelTopology, signature, weightsManifest } = withInputSize(files.topology, input, inputSize);
  const model = await tf.loadGraphModel(
    tf.io.fromMemory({
      modelTopology,
      signature,
      weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
      weightData: files.weights,
    }),
  );
  const run = (from: string, x: tf.Tensor, to: string) => single(model.execute({ [from]: x }, to));

  return {
    async warmUp(batch, onStage) {
      const stages = descriptor.stages.slice(0, descriptor.stages.indexOf(cut.node) + 1);
      let from = input;
      let x: tf.Tensor = tf.zeros([batch, inputSize, inputSize, 3]);
      try {
        for (const [done, to] of stages.entries()) {
          onStage(done, stages.length);
          const y = run(from, x, to);
          x.dispose();
          [from, x] = [to, y];
          await settled(y);
        }
        await settled(tf.mean(x, [1, 2]), true);
        onStage(stages.length, stages.length);
      } finally {
        x.dispose();
      }
    },
    async extract(pixels, count) {
      const features = tf.tidy(() => {
        const x = scaled(tf.tensor4d(pixels, [count, inputSize, inputSize, 3], 'float32'), descriptor.inputRange);
        return tf.mean(run(input, x, cut.node), [1, 2]);
      });
      try {
        const values = Float32Array.from(await features.data());
        if (!values.every(Number.isFinite)) throw new Error('The frozen base returned features that are not numbers.');
        return values;
      } finally {
        features.dispose();
      }
    },
    dispose: () => model.dispose(),
  };
}

/** x: bytes 0..255 -> the range the base was trained with. */
function scaled<T extends tf.Tensor>(x: T, [black, white]: readonly [number, number]): T {
  return black === 0 && white === 255 ? x : x.mul<T>((white - black) / 255).add<T>(black);
}

/** Waits until y is computed: reads one number of it back, not all of it. */
async function settled(y: tf.Tensor, dispose = false): Promise<void> {
  const first = tf.tidy(() => y.flatten().slice(0, 1));
  try {
    await first.data();
  } finally {
    first.dispose();
    if (dispose) y.dispose();
  }
}

function single(output: tf.Tensor | tf.Tensor[]): tf.Tensor {
  if (Array.isArray(output)) throw new Error('The cut has more than one output.');
  return output;
}
