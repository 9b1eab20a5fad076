import * as tf from '@tensorflow/tfjs';
import { bundledAnatomy } from '../core/bundledAnatomy';
import { withInputSize } from '../core/inputSize';
import { baseOf, type Base, type Recognise } from './base';
import type { BaseFiles } from './download';
import { graphNetwork } from './graphNetwork';
import { thingsOf } from './recognise';
import type { GraphTopology } from './topology';

const input = 'tower_0/images';
const heat = 'tower_0/keypoints';
const reach = 'tower_0/wh';

/** The bundled detector, on the current engine. Its file fixes pictures of 512 pixels; we give it smaller ones. */
export async function bundledBase({ topology, weights }: BaseFiles): Promise<Base> {
  const { inputSize } = bundledAnatomy;
  const { modelTopology, signature, weightsManifest } = withInputSize(topology, input, inputSize);
  const model = await tf.loadGraphModel(
    tf.io.fromMemory({
      modelTopology,
      ...(signature ? { signature } : {}),
      weightSpecs: weightsManifest.flatMap((group) => group.weights),
      weightData: weights,
    }),
  );
  const network = graphNetwork(model, topology, [heat, reach], upsampling(topology, inputSize));
  const recognise: Recognise = async (x) => {
    const [heats, reaches] = network.run(input, x, [heat, reach]);
    if (!heats || !reaches) return null;
    try {
      const values = await Promise.all([heats.data(), reaches.data()]);
      const [heatValues, reachValues] = [Float32Array.from(values[0]), Float32Array.from(values[1])];
      return thingsOf(heatValues, reachValues, heats.shape[1] ?? 1, inputSize);
    } finally {
      tf.dispose([heats, reaches]);
    }
  };
  return baseOf(network, bundledAnatomy, recognise);
}

/** The detector doubles its maps three times, to sizes that the file holds as constants for 512 pixels. */
function upsampling({ modelTopology }: GraphTopology, size: number): Record<string, tf.Tensor> {
  const targets = modelTopology.node
    .filter(({ op }) => op === 'ResizeBilinear')
    .flatMap(({ input: of }) => of?.[1] ?? []);
  return Object.fromEntries(
    targets.map((name, i) => [name, tf.tensor1d([(size / 16) * 2 ** i, (size / 16) * 2 ** i], 'int32')]),
  );
}
