import * as tf from '@tensorflow/tfjs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { layersModelFiles } from '../../e2e/fixtures/layersModel';
import { difference, graphOf, layersOf, pictures } from '../../e2e/fixtures/networks';
import { tinyFiles } from '../../e2e/fixtures/tinyBase';
import { stream } from '../core/rng';
import type { Network } from './network';
import { fanIn, randomWeights, type DrawnWeight } from './randomWeights';

const kernel = (name: string, size: number, fanIn: number): DrawnWeight => ({
  name,
  size,
  role: { kind: 'kernel', fanIn },
});

/** Mean and mean square. */
function moments(values: Iterable<number>) {
  const all = [...values];
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return { mean: mean(all), square: mean(all.map((value) => value * value)) };
}

describe('random weights', () => {
  const weights: readonly DrawnWeight[] = [
    kernel('a', 40_000, 27),
    { name: 'b', size: 5, role: { kind: 'offset' } },
    { name: 'c', size: 6, role: { kind: 'scale' } },
    kernel('d', 40_000, 9),
  ];

  it('are the same for the same seed, others for another, and others for each kernel', () => {
    const [one, again, other] = [1, 1, 2].map((seed) => randomWeights(weights, seed));
    expect(one).toEqual(again);
    expect(one?.get('a')).not.toEqual(other?.get('a'));
    expect(one?.get('a')?.slice(0, 9)).not.toEqual(one?.get('d')?.slice(0, 9));
    expect([...(one?.keys() ?? [])]).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are He normal for kernels, 0 for what is added, 1 for what scales', () => {
    const drawn = randomWeights(weights, 3);
    for (const [name, fan] of [
      ['a', 27],
      ['d', 9],
    ] as const) {
      const { mean, square } = moments(drawn.get(name) ?? []);
      expect(Math.abs(mean)).toBeLessThan(0.02 * Math.sqrt(2 / fan));
      expect((square * fan) / 2).toBeGreaterThan(0.97);
      expect((square * fan) / 2).toBeLessThan(1.03);
      // Normal, not uniform: a twentieth is more than 1.96 deviations away.
      const far = (drawn.get(name) ?? []).filter((value) => Math.abs(value) > 1.96 * Math.sqrt(2 / fan)).length;
      expect(far / 40_000).toBeCloseTo(0.05, 2);
    }
    expect(drawn.get('b')).toEqual(new Float32Array(5));
    expect(drawn.get('c')).toEqual(new Float32Array(6).fill(1));
  });

  it.each([
    ['a convolution', [3, 3, 16, 32], false, 144],
    ['a convolution of single positions', [1, 1, 7, 5], false, 7],
    ['a depthwise convolution', [3, 3, 16, 1], true, 9],
    ['a depthwise convolution with several filters each', [5, 5, 16, 4], true, 25],
    ['a dense layer', [20, 8], false, 20],
  ] as const)('sum up so many inputs in %s', (_, shape, isDepthwise, expected) =>
    expect(fanIn(shape, isDepthwise)).toBe(expected),
  );
});

/** What the network gives of two pictures; the caller's. */
function outputs(network: Network, x: tf.Tensor): tf.Tensor {
  const [first] = network.run(network.input, x, network.outputs);
  if (!first) throw new Error('It gives nothing.');
  return first;
}

const valuesOf = (network: Network) =>
  new Map(
    [...network.weights()].map(([name, tensor]) => [name, { shape: tensor.shape, values: [...tensor.dataSync()] }]),
  );

/** How the outputs differ from the first ones after each of these seeds. */
function drawnAgain(network: Network, x: tf.Tensor, seeds: readonly number[]): readonly number[] {
  const before = outputs(network, x);
  const differences = seeds.map((seed) => {
    network.randomise(seed);
    const now = outputs(network, x);
    expect(now.shape).toEqual(before.shape);
    const off = difference(now, before);
    now.dispose();
    return off;
  });
  before.dispose();
  return differences;
}

/** What drawing does to a network: to its outputs, to its weights' names and shapes, and to the number of tensors. */
function effectsOf(network: Network, x: tf.Tensor) {
  const shapes = () => [...network.weights()].map(([name, { shape }]) => [name, shape]);
  const [held, count] = [shapes(), tf.memory().numTensors];
  const [one = 0, other = 0, again = 0] = drawnAgain(network, x, [1, 2, 1]);
  return {
    changes: Math.min(one, other) > 1e-3,
    differs: one !== other,
    isRepeated: one === again,
    shapes: [held, shapes()],
    leaked: tf.memory().numTensors - count,
  };
}

const asItShould = { changes: true, differs: true, isRepeated: true, leaked: 0 };

beforeAll(async () => {
  await tf.setBackend('cpu');
});

beforeEach(() => {
  const before = tf.memory().numTensors;
  return () => expect(tf.memory().numTensors).toBe(before);
});

describe('a graph model as if it had never been trained', () => {
  const random = (shape: [number, number, number, number]) => {
    const rng = stream(1, 'sample');
    const size = shape.reduce((product, extent) => product * extent, 1);
    return tf.tensor4d(
      Float32Array.from({ length: size }, () => rng.uniform()),
      shape,
    );
  };

  it('gives other outputs of the same shape, the same for the same seed, and leaves no tensor', async () => {
    const { network } = await graphOf(tinyFiles());
    const x = random([2, 4, 4, 3]);
    const { shapes, ...effects } = effectsOf(network, x);
    expect(effects).toEqual(asItShould);
    expect(shapes[1]).toEqual(shapes[0]);
    x.dispose();
    network.dispose();
  });

  it('has drawn kernels, adds 0 and scales by 1', async () => {
    const { network } = await graphOf(tinyFiles());
    const before = valuesOf(network);
    network.randomise(5);
    const after = valuesOf(network);
    const of = (name: string) => after.get(name)?.values;
    for (const name of [...after.keys()].filter((name) => name.endsWith('kernel')))
      expect(of(name)).not.toEqual(before.get(name)?.values);
    for (const name of [...after.keys()].filter((name) => /(offset|bias)$/.test(name)))
      expect(of(name)?.every((value) => value === 0)).toBe(true);
    expect(of('b/scale/factors')).toEqual([1, 1, 1, 1, 1]);
    // Sizes, axes and the number of an activation were not learned.
    for (const name of ['mean/axes', 'b/three']) expect([name, of(name)]).toEqual([name, before.get(name)?.values]);
    network.dispose();
  });

  it('keeps an activation’s number, also as a list of one', async () => {
    const { network } = await graphOf(tinyFiles());
    network.randomise(5);
    const [number] = network.weights().get('b/one')?.dataSync() ?? [];
    network.dispose();
    expect(number).toBeCloseTo(1 / 6, 6);
  });
});

describe('a layers model as if it had never been trained', () => {
  it('gives other outputs of the same shape, the same for the same seed, and leaves no tensor', async () => {
    const { network } = await layersOf(await layersModelFiles('convolutional', 1));
    const x = pictures(96);
    const { shapes, ...effects } = effectsOf(network, x);
    expect(effects).toEqual(asItShould);
    expect(shapes[1]).toEqual(shapes[0]);
    x.dispose();
    network.dispose();
  });

  /** Variance times fan-in / 2 of all kernels of a kind, which is 1. */
  async function sizeOfKernels(isWanted: (name: string) => boolean): Promise<number> {
    const { network } = await layersOf(await layersModelFiles('teachable-machine', 1));
    network.randomise(4);
    const own = [...valuesOf(network)].flatMap(([name, { shape, values }]) => {
      if (!name.includes('kernel') || !isWanted(name)) return [];
      const half = fanIn(shape, name.includes('depthwise_kernel')) / 2;
      return values.map((value) => value * Math.sqrt(half));
    });
    network.dispose();
    expect(own.length).toBeGreaterThan(1000);
    return moments(own).square;
  }

  it('has kernels by what they sum up', async () => {
    const size = await sizeOfKernels((name) => !name.includes('depthwise_kernel'));
    expect(size).toBeGreaterThan(0.95);
    expect(size).toBeLessThan(1.05);
  });

  it('has depthwise kernels by what they sum up, which is one channel', async () => {
    const size = await sizeOfKernels((name) => name.includes('depthwise_kernel'));
    expect(size).toBeGreaterThan(0.9);
    expect(size).toBeLessThan(1.1);
  });

  it('has normalisation that does nothing, and adds nothing', async () => {
    const { network } = await layersOf(await layersModelFiles('teachable-machine', 1));
    network.randomise(4);
    const drawn = [...valuesOf(network)].filter(([name]) => !name.includes('kernel'));
    network.dispose();
    for (const [name, { values }] of drawn)
      expect([name, new Set(values)]).toEqual([name, new Set([/gamma|moving_variance/.test(name) ? 1 : 0])]);
    for (const part of ['gamma', 'beta', 'moving_mean', 'moving_variance', 'bias'])
      expect(drawn.some(([name]) => name.includes(part))).toBe(true);
  });
});
