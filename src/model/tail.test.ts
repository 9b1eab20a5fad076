import { readFileSync } from 'node:fs';
import { real } from '../../e2e/fixtures/hub';
import { layersModelFiles } from '../../e2e/fixtures/layersModel';
import { difference, graphOf, layersOf } from '../../e2e/fixtures/networks';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tinyBase } from '../../e2e/fixtures/tinyBase';
import { bundledAnatomy } from '../core/bundledAnatomy';
import { stream } from '../core/rng';
import { anatomyOf } from './anatomy';
import { bundledBase } from './bundledBase';
import { startEngine } from './engine';
import type { Op } from './graph';
import { ownWeights } from './ownWeights';
import { frozenDigest, type TailedBase } from './tail';
import { tinyPlan } from './tail.fixture';
import { parseTopology } from './topology';
import { registerWasmGradients } from './wasmGradients';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

beforeEach(() => {
  const before = tf.memory().numTensors;
  return () => expect(tf.memory().numTensors).toBe(before);
});

const random = (shape: [number, number, number, number], seed = 1) => {
  const rng = stream(seed, 'sample');
  const size = shape.reduce((product, extent) => product * extent, 1);
  return tf.tensor4d(
    Float32Array.from({ length: size }, () => Math.abs(rng.normal())),
    shape,
  );
};

/** Takes one step down the gradient of the squared output, and says how long each variable's gradient is. */
function stepped(base: TailedBase, from: number, to: number, side: number): readonly number[] {
  const [start, end] = [base.anatomy.blocks[from], base.anatomy.blocks[to]];
  if (!start || !end) throw new Error('There is no such block.');
  const tail = base.network.trainable(start.node, end.node);
  const x = random([2, side, side, start.channels]);
  const lengths = tf.tidy(() => {
    const { grads } = tf.variableGrads(() => tail.run(x).square().mean(), [...tail.variables]);
    return tail.variables.map((variable) => {
      const own = grads[variable.name];
      if (!own) return 0;
      variable.assign(variable.sub(own.mul(0.01)));
      return own.norm().dataSync()[0] ?? 0;
    });
  });
  tail.dispose();
  x.dispose();
  return lengths;
}

/** What the blocks after `from` up to `to` give before and after they were trained on, and the digests of the rest. */
async function afterStep(base: TailedBase, from: number, to: number) {
  const [start, end] = [base.anatomy.blocks[from], base.anatomy.blocks[to]];
  if (!start || !end) throw new Error('There is no such block.');
  const plan = { ...tinyPlan, from, to };
  const x = random([1, start.side, start.side, start.channels], 2);
  const outputs = () => base.network.run(start.node, x, [end.node])[0];
  const [before, digest] = [outputs(), await frozenDigest(base, plan)];
  const gradients = stepped(base, from, to, start.side);
  const [after, digestAfter] = [outputs(), await frozenDigest(base, plan)];
  const moved = difference(after, before);
  tf.dispose([x, before, after].flatMap((tensor) => tensor ?? []));
  return { gradients, moved, isFrozenSame: digest === digestAfter };
}

const untouched = { moved: 0, isFrozenSame: true };

describe('weights of a stretch', () => {
  const op = (name: string, inputs: readonly string[], ...weights: readonly string[]): Op => ({
    name,
    kind: 'convolution',
    inputs,
    weights: weights.map((weight) => ({ name: weight, size: 9 })),
    kernels: [],
  });

  it('are those after its start up to its end, side branches included, but none that are shared', () => {
    const ops = [
      op('x', []),
      op('read', [], 'stored'),
      op('a', ['x'], 'kernel a'),
      op('b', ['a'], 'kernel b', 'everywhere'),
      op('aside', ['a', 'read'], 'kernel aside'),
      op('c', ['b', 'aside'], 'kernel b'),
      op('d', ['c'], 'kernel d', 'everywhere'),
    ];
    expect(ownWeights(ops, 'a', 'c')).toEqual(['stored', 'kernel b', 'kernel aside']);
    expect(ownWeights(ops, 'x', 'd')).toEqual([
      'stored',
      'kernel a',
      'kernel b',
      'everywhere',
      'kernel aside',
      'kernel d',
    ]);
    expect(ownWeights(ops, 'c', 'c')).toEqual([]);
  });
});

describe('an unfrozen stretch on CPU', () => {
  it('has kernels, offsets and folded factors, but no numbers of an activation', async () => {
    const { network } = await tinyBase();
    const own = network.learnedBetween('a/relu', 'b/add').map((name) => name.replace('b/', ''));
    expect(own.toSorted()).toEqual(
      [
        'expand/bias',
        'expand/kernel',
        'filter/kernel',
        'project/bias',
        'project/kernel',
        'scale/factors',
        'shift/offset',
      ].toSorted(),
    );
    expect(() => network.trainable('b/add', 'b/add')).toThrow(/unfreeze another block/);
    network.dispose();
  });

  it('gives what the network gives, has a gradient for everything, and leaves the network as it was', async () => {
    const base = await tinyBase();
    const tail = base.network.trainable('a/relu', 'c/relu');
    const x = random([3, 4, 4, 3]);
    const [own, plain] = [tail.run(x), base.network.run('a/relu', x, ['c/relu'])[0]];
    expect(difference(own, plain)).toBe(0);
    tf.dispose([x, own, plain ?? []]);
    tail.dispose();
    const { gradients, ...rest } = await afterStep(base, 0, 2);
    expect(gradients).toHaveLength(9);
    expect(gradients.every((length) => length > 0)).toBe(true);
    expect(rest).toEqual(untouched);
    base.network.dispose();
  });

  it('is there in Keras models too', async () => {
    const { network } = await layersOf(await layersModelFiles('convolutional', 1));
    const base = { network, anatomy: anatomyOf(network, 96, [0, 1]) };
    const { gradients, ...rest } = await afterStep(base, 0, 1);
    expect(gradients).toHaveLength(2);
    expect(gradients.every((length) => length > 0)).toBe(true);
    expect(rest).toEqual(untouched);
    network.dispose();
  });

  it('leaves what batch normalisation counted alone in Keras models, and disposes of nothing that is theirs', async () => {
    const { network } = await layersOf(await layersModelFiles('teachable-machine', 1));
    const base = { network, anatomy: anatomyOf(network, 224, [-1, 1]) };
    const last = base.anatomy.blocks.length - 1;
    const { node } = base.anatomy.blocks[last] ?? {};
    const names = network.learnedBetween(base.anatomy.blocks[last - 1]?.node ?? '', node ?? '');
    expect(names.some((name) => name.includes('gamma'))).toBe(true);
    expect(names.some((name) => name.includes('moving'))).toBe(false);
    const { gradients, ...rest } = await afterStep(base, last - 1, last);
    expect(gradients.every((length) => length > 0)).toBe(true);
    expect(rest).toEqual(untouched);
    network.dispose();
  });
});

describe('an unfrozen stretch on WASM', () => {
  beforeAll(async () => {
    registerWasmGradients();
    await startEngine('wasm', 'node_modules/@tensorflow/tfjs-backend-wasm/dist/');
  });

  it('of the bundled base', async () => {
    const folder = 'node_modules/@vladmandic/human/models/';
    const json = readFileSync(`${folder}centernet.json`, 'utf8');
    const topology = parseTopology(json);
    if (!topology) throw new Error('The bundled base is not there.');
    const weights = new Uint8Array(readFileSync(`${folder}centernet.bin`)).buffer;
    const base = await bundledBase({ json, topology, weights });
    expect(base.anatomy).toBe(bundledAnatomy);
    const { gradients, ...rest } = await afterStep(base, 13, 15);
    // Expansion, depthwise, squeeze and excitation, projection, each with what is added, in two blocks.
    expect(gradients).toHaveLength(2 * 10);
    expect(gradients.every((length) => length > 0)).toBe(true);
    expect(rest).toEqual(untouched);
    base.dispose();
  });

  it.skipIf(!real())('of a hub model', async () => {
    const files = real();
    if (!files) return;
    const { network } = await graphOf(files);
    const base = { network, anatomy: anatomyOf(network, 224, [0, 1]) };
    const last = base.anatomy.blocks.length - 1;
    const { gradients, ...rest } = await afterStep(base, last - 1, last);
    // Depthwise kernel, factors and offset, pointwise kernel and offset.
    expect(gradients).toHaveLength(5);
    expect(gradients.every((length) => length > 0)).toBe(true);
    expect(rest).toEqual(untouched);
    network.dispose();
  });
});
