// What a first attempt does: decode a picture, run the model on it, fetch the features, and so on with the next.
import * as tf from '@tensorflow/tfjs';
import { expose } from 'comlink';
import { bundledAnatomy } from '../../src/core/bundledAnatomy';
import { bundled, defaultBlockOf } from '../../src/core/catalogue';
import type { EngineChoice } from '../../src/core/engine';
import { downloadBase } from '../../src/model/download';
import { startEngine } from '../../src/model/engine';
import { withInputSize } from '../../src/core/inputSize';

const input = 'tower_0/images';
const { inputSize, blocks } = bundledAnatomy;
const cut = blocks[defaultBlockOf(bundled.id, bundledAnatomy)]?.node ?? '';
let model: tf.GraphModel | null = null;

const oneByOne = {
  async start(choice: EngineChoice, baseUrl: string): Promise<void> {
    await startEngine(choice, new URL('models/wasm/', baseUrl).href);
    const { topology, weights } = await downloadBase(baseUrl, () => undefined);
    const { modelTopology, signature, weightsManifest } = withInputSize(topology, input, inputSize);
    const weightSpecs = weightsManifest.flatMap((group) => group.weights);
    model = await tf.loadGraphModel(
      tf.io.fromMemory({ modelTopology, ...(signature ? { signature } : {}), weightSpecs, weightData: weights }),
    );
  },

  async features(files: readonly Blob[]): Promise<readonly Float32Array[]> {
    const all: Float32Array[] = [];
    for (const file of files) {
      const bitmap = await createImageBitmap(file);
      const features = tf.tidy(() => execute(croppedPixels(bitmap)).mean([1, 2]));
      all.push(Float32Array.from(await features.data()));
      features.dispose();
    }
    return all;
  },
};

export type OneByOne = typeof oneByOne;

expose(oneByOne);

function execute(pixels: ImageData): tf.Tensor {
  const x = tf.browser.fromPixels(pixels).toFloat().expandDims(0);
  const output = model?.execute({ [input]: x }, cut);
  if (!output || Array.isArray(output)) throw new Error('Start it first.');
  return output;
}

function croppedPixels(bitmap: ImageBitmap): ImageData {
  const context = new OffscreenCanvas(inputSize, inputSize).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('The browser gave no 2D canvas.');
  const side = Math.min(bitmap.width, bitmap.height);
  const [x, y] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
  context.drawImage(bitmap, x, y, side, side, 0, 0, inputSize, inputSize);
  bitmap.close();
  return context.getImageData(0, 0, inputSize, inputSize);
}
