import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { layersModelFiles } from '../../e2e/fixtures/layersModel';
import { mobilenetFiles } from '../../e2e/fixtures/mobilenet';
import { difference, graphOf, layersOf, pictures } from '../../e2e/fixtures/networks';
import type { Anatomy } from '../core/base';
import { bundledAnatomy } from '../core/bundledAnatomy';
import { withInputSize } from '../core/inputSize';
import { anatomyOf, shortName } from './anatomy';
import { graphNetwork } from './graphNetwork';
import { layersNetwork } from './layersNetwork';
import type { Network } from './network';

/** Google's own files of V1 0.25; they are not in the repository. */
const realFolder = join(import.meta.dirname, '../../../shared/models/mobilenet_v1_025_224');

beforeAll(async () => {
  setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
  await tf.setBackend('wasm');
});

beforeEach(() => {
  const before = tf.memory().numTensors;
  return () => expect(tf.memory().numTensors).toBe(before);
});

/** [block, maps, side] */
type Row = readonly [name: string, channels: number, side: number];

const v1Rows: readonly Row[] = [
  ['Conv2d_0', 32, 112],
  ['Conv2d_1_pointwise', 64, 112],
  ...[2, 3].map((n): Row => [`Conv2d_${n}_pointwise`, 128, 56]),
  ...[4, 5].map((n): Row => [`Conv2d_${n}_pointwise`, 256, 28]),
  ...[6, 7, 8, 9, 10, 11].map((n): Row => [`Conv2d_${n}_pointwise`, 512, 14]),
  ...[12, 13].map((n): Row => [`Conv2d_${n}_pointwise`, 1024, 7]),
];

const v2Rows: readonly Row[] = [
  ['Conv', 32, 112],
  ['expanded_conv', 16, 112],
  ...[1, 2].map((n): Row => [`expanded_conv_${n}`, 24, 56]),
  ...[3, 4, 5].map((n): Row => [`expanded_conv_${n}`, 32, 28]),
  ...[6, 7, 8, 9].map((n): Row => [`expanded_conv_${n}`, 64, 14]),
  ...[10, 11, 12].map((n): Row => [`expanded_conv_${n}`, 96, 14]),
  ...[13, 14, 15].map((n): Row => [`expanded_conv_${n}`, 160, 7]),
  ['expanded_conv_16', 320, 7],
  ['Conv_1', 1280, 7],
];

/** Weights from the input to the end of each block: kernels, scales behind depthwise filters, and all offsets. */
function parametersOf(rows: readonly Row[]): readonly number[] {
  let [sum, before] = [0, 0];
  return rows.map(([name, channels]) => {
    // V2's bottlenecks but the first widen their input six times.
    const wide = name.startsWith('expanded_conv_') ? 6 * before : before;
    const expansion = wide > before ? before * wide + wide : 0;
    const separable = expansion + wide * (9 + 2) + wide * channels;
    const filters = before === 0 ? 9 * 3 * channels : name === 'Conv_1' ? before * channels : separable;
    [sum, before] = [sum + filters + channels, channels];
    return sum;
  });
}

describe('a MobileNet', () => {
  test.each([
    { version: 1, rows: v1Rows, rewrittenAdds: false },
    { version: 2, rows: v2Rows, rewrittenAdds: false },
    { version: 2, rows: v2Rows, rewrittenAdds: true },
  ] as const)('V$version has the blocks of its paper (rewritten: $rewrittenAdds)', async ({ rows, ...options }) => {
    const { network } = await graphOf(mobilenetFiles({ ...options, alpha: 1, seed: 1 }));
    const { blocks } = anatomyOf(network, 224, [0, 1]);
    expect(blocks.map(({ name, channels, side }) => [name, channels, side])).toEqual(rows);
    expect(blocks.map(({ parameters }) => parameters)).toEqual(parametersOf(rows));
    network.dispose();
  });

  // Of the papers and their authors' tables. Those count all of batch normalisation; in the files its scale is folded
  // into the kernels except behind depthwise filters, and there are 1001 answers, not 1000.
  test.each([
    { version: 1, alpha: 0.25, parameters: 0.47e6, multiplyAdds: 41e6 },
    { version: 1, alpha: 0.5, parameters: 1.34e6, multiplyAdds: 149e6 },
    { version: 1, alpha: 0.75, parameters: 2.59e6, multiplyAdds: 325e6 },
    { version: 1, alpha: 1, parameters: 4.24e6, multiplyAdds: 569e6 },
    { version: 2, alpha: 0.5, parameters: 1.95e6, multiplyAdds: 97e6 },
    { version: 2, alpha: 0.75, parameters: 2.61e6, multiplyAdds: 209e6 },
    { version: 2, alpha: 1, parameters: 3.47e6, multiplyAdds: 300e6 },
  ] as const)('V$version $alpha has the published size', async (published) => {
    const { network } = await graphOf(mobilenetFiles({ ...published, seed: 2 }));
    const anatomy = anatomyOf(network, 224, [0, 1]);
    expect(Math.abs(anatomy.parameters / published.parameters - 1)).toBeLessThan(0.01);
    expect(Math.abs(anatomy.multiplyAdds / published.multiplyAdds - 1)).toBeLessThan(0.005);
    network.dispose();
  });

  test.each([
    { version: 1, alpha: 0.25 },
    { version: 1, alpha: 0.01 },
    { version: 2, alpha: 0.5 },
    { version: 2, alpha: 0.5, rewrittenAdds: true },
    { version: 2, alpha: 0.01, lastChannels: 64 },
  ] as const)('can be run block by block: %o', async (options) => {
    const { network } = await graphOf(mobilenetFiles({ ...options, seed: 3 }));
    expect(network.outputs).toHaveLength(1);
    expectStepsToAgree(network, anatomyOf(network, 224, [0, 1]));
    network.dispose();
  });

  test('made up is the same for the same seed, in shards as the converter makes them', () => {
    const options = { version: 2, alpha: 0.5, seed: 4 } as const;
    const [files, shards] = [mobilenetFiles(options), mobilenetFiles({ ...options, shardBytes: 1e6 }).shards];
    expect(files.shards.map(({ name }) => name)).toEqual(['group1-shard1of2', 'group1-shard2of2']);
    expect(files.shards.map(({ bytes }) => bytes.length)).toEqual([4 * 1024 * 1024, 3_662_924]);
    const all = (of: typeof shards) => Buffer.concat(of.map(({ bytes }) => bytes));
    expect(all(shards).equals(all(files.shards))).toBe(true);
    expect(all(shards).equals(all(mobilenetFiles({ ...options, seed: 5 }).shards))).toBe(false);
  });

  test.skipIf(!existsSync(realFolder))('made up and of Google differ in the numbers only', async () => {
    const real = readFileSync(join(realFolder, 'model.json'), 'utf8');
    const madeUp = mobilenetFiles({ version: 1, alpha: 0.25, seed: 4 });
    expect(JSON.parse(madeUp.json)).toEqual(JSON.parse(real));
    const bytes = new Uint8Array(readFileSync(join(realFolder, 'group1-shard1of1')));
    const networks = [await graphOf({ json: real, shards: [{ name: '', bytes }] }), await graphOf(madeUp)] as const;
    const [a, b] = networks.map(({ network }) => anatomyOf(network, 224, [0, 1]));
    expect(a).toEqual(b);
    if (a) expectStepsToAgree(networks[0].network, a);
    for (const { network } of networks) network.dispose();
  });
});

test('the bundled detector is what the page draws before it is loaded', async () => {
  const folder = 'node_modules/@vladmandic/human/models/';
  const bytes = new Uint8Array(readFileSync(`${folder}centernet.bin`));
  const files = { json: readFileSync(`${folder}centernet.json`, 'utf8'), shards: [{ name: 'centernet.bin', bytes }] };
  const { model, topology } = await graphOf(files, (t) => withInputSize(t, 'tower_0/images', 224));
  // Its three upsampling steps go to sizes that the file fixes for 512 pixels.
  const resizes = topology.modelTopology.node.filter(({ op }) => op === 'ResizeBilinear');
  const sizes = resizes.map(({ input }, i) => [input?.[1] ?? '', tf.tensor1d([14 * 2 ** i, 14 * 2 ** i], 'int32')]);
  const outputs = ['tower_0/keypoints', 'tower_0/wh'];
  const network = graphNetwork(model, topology, outputs, Object.fromEntries(sizes));
  const last = bundledAnatomy.blocks.at(-1)?.node ?? '';
  const anatomy = anatomyOf(network, 224, [0, 255], [last]);
  expect(anatomy).toEqual(bundledAnatomy);
  expectStepsToAgree(network, anatomy, [last]);
  network.dispose();
});

describe('a layers model', () => {
  test('of a plain classifier is cut behind its activations and its pooling', async () => {
    const { network, model } = await layersOf(await layersModelFiles('convolutional', 1));
    const anatomy = anatomyOf(network, 96, [0, 1]);
    const conv1 = { parameters: 9 * 3 * 8 + 8, multiplyAdds: 96 * 96 * 9 * 3 * 8 };
    const conv2 = { parameters: 9 * 8 * 16 + 16, multiplyAdds: 46 * 46 * 9 * 8 * 16 };
    const parameters = conv1.parameters + conv2.parameters;
    const multiplyAdds = conv1.multiplyAdds + conv2.multiplyAdds;
    expect(anatomy.blocks).toEqual([
      { node: 'pool_1', name: 'pool_1', channels: 8, side: 48, ...conv1 },
      { node: 'conv_2', name: 'conv_2', channels: 16, side: 46, parameters, multiplyAdds },
    ]);
    expect(anatomy.parameters).toBe(parameters + 16 * 3 + 3);
    expect(anatomy.multiplyAdds).toBe(multiplyAdds + 16 * 3);
    expectToBe(network, model, 96);
    expectStepsToAgree(network, anatomy);
    network.dispose();
  });

  test('of Teachable Machine is opened up', async () => {
    const { network, model } = await layersOf(await layersModelFiles('teachable-machine', 1));
    expect(network.inputSize).toBe(224);
    const anatomy = anatomyOf(network, 224, [-1, 1]);
    expect(anatomy.blocks.map(({ name, channels, side }) => [name, channels, side])).toEqual([
      ['Conv1_relu', 16, 112],
      ['expanded_conv_project_BN', 8, 112],
      ['block_1_project_BN', 16, 56],
      ['block_2_add', 16, 56],
      ['block_3_project_BN', 24, 28],
      ['out_relu', 64, 28],
    ]);
    expect(anatomy.parameters).toBe(model.countParams());
    expectToBe(network, model, 224);
    expectStepsToAgree(network, anatomy);
    network.dispose();
  });

  test('with a separable convolution counts both of its kernels', () => {
    const layer = tf.layers.separableConv2d({ filters: 10, kernelSize: 3, inputShape: [32, 32, 3] });
    const network = layersNetwork(tf.sequential({ layers: [layer] }));
    expect(anatomyOf(network, 32, [0, 1]).multiplyAdds).toBe(30 * 30 * (9 * 3 + 3 * 10));
    network.dispose();
  });

  test.each([
    { kind: 'dense', size: 32, sentence: 'No convolutional blocks were found in this model' },
    { kind: 'numbers', size: 224, sentence: 'expected axis -1 of input shape to have value 20' },
  ] as const)('of the kind $kind is refused', async ({ kind, size, sentence }) => {
    const { network } = await layersOf(await layersModelFiles(kind, 1));
    expect(() => anatomyOf(network, size, [0, 1])).toThrow(sentence);
    network.dispose();
  });
});

test('a short name leaves out what happens to end a block', () => {
  expect(shortName('net/block_3/project/BatchNorm/FusedBatchNormV3')).toBe('block_3');
  expect(shortName('net/block_3/ArithmeticOptimizer/AddOpsRewrite_add')).toBe('block_3');
  expect(shortName('net/Conv_1/Relu6')).toBe('Conv_1');
  expect(shortName('add_7')).toBe('add_7');
});

/** The network and the model say the same. */
function expectToBe(network: Network, model: tf.LayersModel, size: number): void {
  tf.tidy(() => {
    const x = pictures(size);
    const predicted = model.predict(x);
    if (Array.isArray(predicted)) throw new Error('The model has several outputs.');
    const [answers] = network.run(network.input, x, network.outputs);
    expect(difference(answers, predicted)).toBeLessThan(1e-6);
  });
}

/**
 * Every block's end is a place to cut: each block from the one before, and the answers from each block, are what one
 * run from the pictures gives. And they tell the pictures apart.
 */
function expectStepsToAgree(network: Network, { blocks, inputSize }: Anatomy, ends = network.outputs): void {
  const nodes = blocks.map(({ node }) => node);
  const x = pictures(inputSize);
  const before = tf.memory().numTensors;
  const outputs = ends.filter((end) => !nodes.includes(end));
  const atOnce = network.run(network.input, x, [...nodes, ...outputs]);
  expect(tf.memory().numTensors).toBe(before + nodes.length + outputs.length);
  const answers = atOnce.slice(nodes.length);
  for (const [i, y] of atOnce.slice(0, nodes.length).entries()) {
    const [, side, , channels] = y.shape;
    expect([channels, side]).toEqual([blocks[i]?.channels, blocks[i]?.side]);
    const [first, second] = tf.tidy(() => tf.unstack(tf.mean(y, [1, 2])).map((row) => row.dataSync()));
    expect(first).not.toEqual(second);
    const next = nodes[i + 1];
    const to = [...(next === undefined ? [] : [next]), ...outputs];
    const stepped = to.length === 0 ? [] : network.run(nodes[i] ?? '', y, to);
    const expected = [...(next === undefined ? [] : [atOnce[i + 1]]), ...answers];
    for (const [j, value] of stepped.entries()) expect(difference(value, expected[j])).toBeLessThan(1e-5);
    tf.dispose([...stepped]);
    expect(tf.memory().numTensors).toBe(before + atOnce.length);
  }
  tf.dispose([x, ...atOnce]);
}
