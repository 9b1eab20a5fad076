import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldens } from '../../e2e/fixtures/golden';
import type { ModelFiles } from '../../e2e/fixtures/graphModel';
import { layersModelFiles } from '../../e2e/fixtures/layersModel';
import { mobilenetFiles } from '../../e2e/fixtures/mobilenet';
import { startEngine } from './engine';
import { ownBase, type OwnFiles } from './ownBase';

const pixels = goldens[1]?.pixels() ?? new Uint8Array();

async function filesOf({ json, shards }: ModelFiles, changes: Partial<OwnFiles>): Promise<OwnFiles> {
  const weights = await new Blob(shards.map(({ bytes }) => bytes)).arrayBuffer();
  return { format: 'layers', json, weights, inputSize: 224, inputRange: [0, 1], labels: null, ...changes };
}

beforeAll(async () => {
  await startEngine('wasm', 'node_modules/@tensorflow/tfjs-backend-wasm/dist/');
});

describe('a base out of the learner’s files', () => {
  test('of Keras, with another input size: pictures are scaled, blocks found, answers named by number', async () => {
    const before = tf.memory().numTensors;
    const base = await ownBase(await filesOf(await layersModelFiles('convolutional', 1), { inputSize: 96 }));
    expect(base.anatomy).toMatchObject({ inputSize: 96, blocks: [{ channels: 8 }, { channels: 16 }] });
    const features = await base.extract(pixels, 1, { blocks: [0, 1], pooling: 'average' });
    expect(features).toHaveLength(24);
    const { recognition, responses } = await base.look(pixels, 2);
    expect(responses).toHaveLength(2);
    if (recognition?.kind !== 'kinds') throw new Error('It should answer in kinds.');
    expect(recognition.kinds.map(({ name }) => name).toSorted()).toEqual(['its class 1', 'its class 2', 'its class 3']);
    expect(recognition.kinds.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5);
    base.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  test('of Teachable Machine: models within models are opened, labels are its own', async () => {
    const before = tf.memory().numTensors;
    const files = await layersModelFiles('teachable-machine', 1);
    const base = await ownBase(await filesOf(files, { inputRange: [-1, 1], labels: ['a', 'b'] }));
    expect(base.anatomy.blocks.length).toBeGreaterThan(2);
    const { recognition } = await base.look(pixels, 1);
    if (recognition?.kind !== 'kinds') throw new Error('It should answer in kinds.');
    expect(recognition.kinds.map(({ name }) => name).toSorted()).toEqual(['a', 'b']);
    base.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  test('of ImageNet’s 1,001 answers: names without the background', async () => {
    const base = await ownBase(
      await filesOf(mobilenetFiles({ version: 2, alpha: 0.01, lastChannels: 64, seed: 2 }), { format: 'graph' }),
    );
    const { recognition } = await base.look(pixels, 1);
    if (recognition?.kind !== 'kinds') throw new Error('It should answer in kinds.');
    expect(recognition.kinds).toHaveLength(5);
    expect(recognition.kinds.every(({ name }) => /[a-z]{3}/i.test(name))).toBe(true);
    base.dispose();
  });

  test('without convolutions is refused, and leaves no tensors behind', async () => {
    const before = tf.memory().numTensors;
    const files = await filesOf(await layersModelFiles('dense', 1), { inputSize: 32 });
    await expect(ownBase(files)).rejects.toThrow(/No convolutional blocks were found/);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('two input ranges give two sets of features', async () => {
    const files = await layersModelFiles('convolutional', 1);
    const tap = { blocks: [1], pooling: 'max' } as const;
    const extracted = async (inputRange: readonly [number, number]) => {
      const base = await ownBase(await filesOf(files, { inputSize: 96, inputRange }));
      const features = await base.extract(pixels, 1, tap);
      base.dispose();
      return features;
    };
    expect(await extracted([0, 1])).not.toEqual(await extracted([-1, 1]));
  });
});
