import { t } from '@lingui/core/macro';
import { headAt, type TrainedHeads } from '../heads/trainedHeads';
import type { Standardiser } from '../standardise';
import { headLayers, type HeadLayer } from './headLayers';

/** A model in the files that `tf.loadLayersModel` reads. */
export interface LayersModelFiles {
  /** The text of `model.json`. */
  readonly json: string;
  /** The content of `weights.bin`: float32, little-endian. */
  readonly weights: Uint8Array<ArrayBuffer>;
}

/** Where the weights are, beside `model.json`. */
export const weightsFile = 'weights.bin';

/**
 * One head as a TensorFlow.js layers model: features [B, D] as the base gives them -> class probabilities [B, C].
 * Fields, order and names are those that TensorFlow.js 4.22 writes itself.
 *
 * @param generatedBy name and version of what writes it.
 * @throws RangeError where there is no such arm or trial.
 */
export function layersModel(heads: TrainedHeads, arm: number, trial: number, generatedBy: string): LayersModelFiles {
  const { settings, classes, base } = heads;
  const head = headAt(heads, arm, trial);
  const own = heads.trials[trial];
  if (!own) throw new RangeError(t`There is no trial ${trial}.`);
  const layers = headLayers(settings, classes.length, heads.arms[arm]?.dropoutRate ?? 0);
  const dense = layers.filter((layer) => layer.kind === 'dense');
  const tensors: readonly Weight[] = [
    ...dense.flatMap(({ name }, i) => {
      const { inputs, units, kernelAt, biasAt } = head.shape.layers[i] ?? noLayer(i);
      return [
        { name: `${name}/kernel`, shape: [inputs, units], values: head.parameters.subarray(kernelAt, biasAt) },
        { name: `${name}/bias`, shape: [units], values: head.parameters.subarray(biasAt, biasAt + units) },
      ];
    }),
    ...movingStatistics(own.standardiser),
  ];
  const topology = {
    class_name: 'Sequential',
    config: {
      name: arm === 0 ? 'head_without_dropout' : 'head_with_dropout',
      layers: [inputLayer(base.features), ...layers.map(serialised)],
    },
    keras_version: 'tfjs-layers 4.22.0',
    backend: 'tensor_flow.js',
  };
  const manifest = tensors.map(({ name, shape }) => ({ name, shape, dtype: 'float32' }));
  return {
    json: `${JSON.stringify(
      {
        modelTopology: topology,
        format: 'layers-model',
        generatedBy,
        convertedBy: null,
        weightsManifest: [{ paths: [weightsFile], weights: manifest }],
      },
      null,
      1,
    )}\n`,
    weights: littleEndian(tensors),
  };
}

interface Weight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Batch normalisation computes (x - mean) / sqrt(variance + epsilon), which with epsilon 0 is (x - shift) * scale. */
function movingStatistics({ shift, scale }: Standardiser): readonly Weight[] {
  return [
    { name: 'standardise/moving_mean', shape: [shift.length], values: shift },
    { name: 'standardise/moving_variance', shape: [scale.length], values: scale.map((s) => 1 / (s * s)) },
  ];
}

const inputLayer = (features: number) => ({
  class_name: 'InputLayer',
  config: { batch_input_shape: [null, features], dtype: 'float32', sparse: false, name: 'features' },
});

function serialised(layer: HeadLayer): object {
  switch (layer.kind) {
    case 'standardise':
      return {
        class_name: 'BatchNormalization',
        config: {
          axis: -1,
          momentum: 0.99,
          epsilon: layer.epsilon,
          center: false,
          scale: false,
          beta_initializer: zeros,
          gamma_initializer: ones,
          moving_mean_initializer: zeros,
          moving_variance_initializer: ones,
          beta_regularizer: null,
          gamma_regularizer: null,
          beta_constraint: null,
          gamma_constraint: null,
          name: layer.name,
          trainable: false,
        },
      };
    case 'dropout':
      return {
        class_name: 'Dropout',
        config: { rate: layer.rate, noise_shape: null, seed: null, name: layer.name, trainable: true },
      };
    case 'dense':
      return {
        class_name: 'Dense',
        config: {
          units: layer.units,
          activation: layer.activation,
          use_bias: true,
          kernel_initializer: initializers[layer.initializer],
          bias_initializer: zeros,
          kernel_regularizer: layer.l2 > 0 ? { class_name: 'L1L2', config: { l1: 0, l2: layer.l2 } } : null,
          bias_regularizer: null,
          activity_regularizer: null,
          kernel_constraint: null,
          bias_constraint: null,
          name: layer.name,
          trainable: true,
        },
      };
    default:
      return layer satisfies never;
  }
}

const zeros = { class_name: 'Zeros', config: {} };
const ones = { class_name: 'Ones', config: {} };
const scaling = (scale: number, mode: 'fan_in' | 'fan_avg', distribution: 'normal' | 'uniform') => ({
  class_name: 'VarianceScaling',
  config: { scale, mode, distribution, seed: null },
});

/** TensorFlow.js writes both by the one class that they are cases of. */
const initializers = {
  he_normal: scaling(2, 'fan_in', 'normal'),
  glorot_uniform: scaling(1, 'fan_avg', 'uniform'),
} as const;

function littleEndian(weights: readonly Weight[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 * weights.reduce((sum, { values }) => sum + values.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { values } of weights)
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  return bytes;
}

function noLayer(i: number): never {
  const number = i + 1;
  throw new RangeError(t`The head has no dense layer ${number}.`);
}
