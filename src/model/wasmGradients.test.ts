import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { stream } from '../core/rng';
import { registerWasmGradients } from './wasmGradients';

const rng = stream(5, 'sample');

interface Case {
  readonly height: number;
  readonly width: number;
  readonly kernel: readonly [number, number];
  readonly channels: number;
  /** Channels of the output; of a depthwise convolution, per channel of the input. */
  readonly outputs: number;
  readonly stride: number | [number, number];
  readonly dilation?: number;
  readonly pad: 'same' | 'valid' | number | tf.backend_util.ExplicitPadding;
}

/** All padding on one side, more of it than the kernel reaches. */
const lopsided: tf.backend_util.ExplicitPadding = [
  [0, 0],
  [3, 0],
  [0, 4],
  [0, 0],
];

const base: Case = { height: 9, width: 8, kernel: [3, 3], channels: 3, outputs: 2, stride: 1, pad: 'same' };
const shapes: readonly Partial<Case>[] = [
  {},
  { pad: 'valid' },
  { pad: 1 },
  { pad: lopsided },
  { stride: 2 },
  { stride: 2, pad: 'valid' },
  { stride: 2, pad: lopsided },
  { stride: 3, pad: 'valid' },
  { stride: [1, 2] },
  { kernel: [1, 1] },
  { kernel: [1, 1], pad: 1 },
  { kernel: [1, 1], stride: 2 },
  { kernel: [5, 5] },
  { kernel: [5, 5], stride: 2 },
  { kernel: [5, 5], pad: 'valid' },
  { kernel: [1, 7], pad: 'same' },
  { kernel: [3, 2], stride: 2, pad: 'valid' },
  { kernel: [9, 8], pad: 'valid' },
  { outputs: 1 },
  { channels: 1 },
];
const depthwiseShapes: readonly Partial<Case>[] = [
  ...shapes,
  { dilation: 2 },
  { dilation: 2, outputs: 1 },
  { dilation: 2, pad: 'valid', kernel: [3, 2] },
];

type ImageShape = [number, number, number, number];

const random = (shape: readonly number[]) =>
  Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => rng.normal());

/** [KH, KW, C, M] with zeros between the rows and columns: without dilation it does what the kernel does with it. */
function dilated(filter: tf.Tensor, dilation: number): tf.Tensor4D {
  const [KH = 1, KW = 1, C = 1, M = 1] = filter.shape;
  const reach = (size: number) => (size - 1) * dilation + 1;
  const wide = tf.buffer([reach(KH), reach(KW), C, M]);
  const values = filter.bufferSync();
  for (let at = 0; at < filter.size; at++) {
    const [i = 0, j = 0, ...rest] = values.indexToLoc(at);
    wide.set(values.get(i, j, ...rest), i * dilation, j * dilation, ...rest);
  }
  return wide.toTensor() as tf.Tensor4D;
}

/**
 * Gradients of filter and input, as plain numbers; without autodiff, which refuses dilations. The CPU engine leaves them
 * out, so that it is given the dilated kernel.
 */
async function gradientsOn(
  engine: 'wasm' | 'cpu',
  isDepthwise: boolean,
  { stride, pad, dilation = 1 }: Case,
  inputs: readonly (readonly [values: Float32Array, shape: number[]])[],
): Promise<readonly Float32Array[]> {
  await tf.setBackend(engine);
  return tf.tidy(() => {
    const [x, given, dy] = inputs.map(([values, shape]) => tf.tensor(values, shape));
    if (!x || !given || !dy) throw new Error('Three tensors are needed.');
    const filter = engine === 'cpu' ? dilated(given, dilation) : given;
    const strides = typeof stride === 'number' ? [stride, stride] : stride;
    const dilations = engine === 'cpu' ? [1, 1] : [dilation, dilation];
    const [ofFilter, ofInput] = isDepthwise
      ? [tf.DepthwiseConv2dNativeBackpropFilter, tf.DepthwiseConv2dNativeBackpropInput]
      : [tf.Conv2DBackpropFilter, tf.Conv2DBackpropInput];
    const run = (name: string, inputs: tf.NamedTensorMap, shapes: object) =>
      tf.engine().runKernel<tf.Tensor>(name, inputs, { strides, pad, dilations, dataFormat: 'NHWC', ...shapes });
    const wide = run(ofFilter, { x, dy }, { filterShape: filter.shape });
    const step = engine === 'cpu' ? dilation : 1;
    return [
      wide.stridedSlice([0, 0, 0, 0], wide.shape, [step, step, 1, 1]),
      run(ofInput, { dy, filter }, { inputShape: x.shape }),
    ].map((gradient) => Float32Array.from(gradient.dataSync()));
  });
}

/** The largest difference between the engines' gradients; infinite where their sizes differ. */
async function difference(isDepthwise: boolean, changes: Partial<Case>): Promise<number> {
  const of = { ...base, ...changes };
  const { height, width, kernel, channels, outputs, stride, pad, dilation = 1 } = of;
  const x: ImageShape = [4, height, width, channels];
  const filter: ImageShape = [...kernel, channels, outputs];
  const { outShape } = tf.backend_util.computeConv2DInfo(x, filter, stride, dilation, pad, 'floor', isDepthwise);
  const inputs = [x, filter, outShape].map((shape) => [random(shape), shape] as const);
  const right = await gradientsOn('cpu', isDepthwise, of, inputs);
  const ours = await gradientsOn('wasm', isDepthwise, of, inputs);
  const off = right.map((values, i) =>
    ours[i]?.length === values.length
      ? values.reduce((most, value, at) => Math.max(most, Math.abs(value - (ours[i]?.[at] ?? NaN))), 0)
      : Infinity,
  );
  return Math.max(...off);
}

describe('gradients of convolutions on WASM', () => {
  beforeAll(async () => {
    setWasmPaths(`${process.cwd()}/node_modules/@tensorflow/tfjs-backend-wasm/dist/`);
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    // tfjs then throws when a kernel leaves anything behind.
    tf.env().set('IS_TEST', true);
    registerWasmGradients();
    registerWasmGradients();
    await tf.setBackend('wasm');
  });
  afterEach(() => expect(tf.memory()).toMatchObject({ numTensors: 0, numDataBuffers: 0 }));

  it.each(shapes)('convolution %j is as on CPU', async (changes) => {
    expect(await difference(false, changes)).toBeLessThan(2e-4);
  });

  it.each(depthwiseShapes)('depthwise convolution %j is as on CPU', async (changes) => {
    expect(await difference(true, changes)).toBeLessThan(2e-4);
  });

  it.each(['x', 'filter'])('is what a small change of an entry of %s does to the sum', async (which) => {
    await tf.setBackend('wasm');
    const at = which === 'x' ? 0 : 1;
    const [xShape, filterShape] = [
      [2, 6, 6, 2],
      [3, 3, 2, 2],
    ];
    const inputs = [tf.tensor(random(xShape), xShape), tf.tensor(random(filterShape), filterShape)] as const;
    const loss = (x: tf.Tensor, filter: tf.Tensor) =>
      tf
        .conv2d(
          tf.depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same'),
          tf.ones([3, 3, 4, 1]),
          2,
          'same',
        )
        .square()
        .sum();
    const analytic = tf.tidy(() => {
      const gradients = tf.grads(loss)([...inputs]);
      return gradients[at]?.dataSync().slice();
    });
    const h = 1e-2;
    const moved = (entry: number, by: number) =>
      tf.tidy(() => {
        const values = inputs[at].dataSync().slice();
        values[entry] = (values[entry] ?? 0) + by;
        const changed = tf.tensor(values, inputs[at].shape);
        return loss(at === 0 ? changed : inputs[0], at === 1 ? changed : inputs[1]).dataSync()[0] ?? NaN;
      });
    for (let entry = 0; entry < inputs[at].size; entry += 5) {
      const numeric = (moved(entry, h) - moved(entry, -h)) / (2 * h);
      expect(Math.abs(numeric - (analytic?.[entry] ?? NaN))).toBeLessThan(0.02 * Math.max(1, Math.abs(numeric)));
    }
    tf.dispose([...inputs]);
  });
});
