import * as tf from '@tensorflow/tfjs';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { layersModelFiles } from '../../e2e/fixtures/layersModel';
import { layersOf } from '../../e2e/fixtures/networks';
import { tinyBase } from '../../e2e/fixtures/tinyBase';
import { anatomyOf } from './anatomy';
import { frozenDigest, type TailedBase } from './tail';
import { tinyPlan } from './tail.fixture';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

beforeEach(() => {
  const before = tf.memory().numTensors;
  return () => expect(tf.memory().numTensors).toBe(before);
});

/** Two blocks, of which the second is unfrozen, and a dense layer after them. */
async function layersBase(): Promise<TailedBase> {
  const { network } = await layersOf(await layersModelFiles('convolutional', 1));
  return { network, anatomy: anatomyOf(network, 96, [0, 1]) };
}

const plan = { ...tinyPlan, from: 0, to: 1 };

/** Moves the last number of a weight by a bit or so. */
function nudge({ network }: TailedBase, part: string): void {
  const [name, weight] = [...network.weights()].find(([name]) => name.includes(part)) ?? [];
  if (!(weight instanceof tf.Variable)) throw new Error(`${name ?? part} is no variable.`);
  tf.tidy(() => {
    const values = weight.dataSync<'float32'>().slice();
    values[values.length - 1] = (values.at(-1) ?? 0) + 1e-6;
    expect(values).not.toEqual(weight.dataSync());
    weight.assign(tf.tensor(values, weight.shape));
  });
}

it.each(['conv_1/kernel', 'conv_1/bias', 'answers/kernel', 'answers/bias'])(
  'the digest of a Keras model tells that %s, outside of the tail, has changed',
  async (part) => {
    const base = await layersBase();
    const before = await frozenDigest(base, plan);
    expect(await frozenDigest(base, plan)).toBe(before);
    nudge(base, part);
    expect(await frozenDigest(base, plan)).not.toBe(before);
    base.network.dispose();
  },
);

it.each(['conv_2/kernel', 'conv_2/bias'])('the tail’s own %s is none of it', async (part) => {
  const base = await layersBase();
  const before = await frozenDigest(base, plan);
  nudge(base, part);
  expect(await frozenDigest(base, plan)).toBe(before);
  base.network.dispose();
});

it('the digest of a graph model tells that all weights are drawn anew', async () => {
  const base = await tinyBase();
  const before = await frozenDigest(base, tinyPlan);
  base.network.randomise(1);
  expect(await frozenDigest(base, tinyPlan)).not.toBe(before);
  base.network.dispose();
});
