import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { probabilitiesOf } from '../heads/trainedHeads';
import { stream } from '../rng';
import type { Settings } from '../settings';
import { layersModel } from './layersModel';
import { takenHeads } from './takenHeads.fixture';

/** As a page reads it that has the two files. */
async function loaded({ json, weights }: ReturnType<typeof layersModel>): Promise<tf.LayersModel> {
  const files = [
    new File([json], 'model.json', { type: 'application/json' }),
    new File([weights], 'weights.bin', { type: 'application/octet-stream' }),
  ];
  const fetch = (url: unknown) =>
    Promise.resolve(new Response(files.find(({ name }) => typeof url === 'string' && url.endsWith(name)) ?? null));
  return tf.loadLayersModel(tf.io.http('https://example.org/head/model.json', { fetchFunc: fetch }));
}

const cases: readonly (readonly [string, Partial<Settings>])[] = [
  ['a hidden layer, dropout on both', { dropoutAt: 'both', l2: 0.01 }],
  ['dropout on features only', { dropoutAt: 'input' }],
  ['dropout on the hidden layer only', { dropoutAt: 'hidden', l2: 0.002 }],
  ['no hidden layer', { hidden: 0, dropoutAt: 'both' }],
];

describe('a head as a layers model', () => {
  it.each(cases)('answers as the head does: %s', async (_, changes) => {
    const heads = takenHeads(changes);
    const rng = stream(3, 'sample');
    const features = Float32Array.from({ length: 4 * 5 }, () => 2 * rng.normal());
    for (const arm of [0, 1])
      for (const trial of [0, 1]) {
        const model = await loaded(layersModel(heads, arm, trial, 'test'));
        const answers = (model.predict(tf.tensor2d(features, [4, 5])) as tf.Tensor).dataSync();
        const own = probabilitiesOf(heads, arm, trial, features);
        own.forEach((value, i) => expect(answers[i]).toBeCloseTo(value, 6));
        model.dispose();
      }
  });

  it('answers as the head does where features are tiny', async () => {
    const heads = takenHeads({}, 1e-5);
    const features = Float32Array.of(1e-5, 2e-5, -1e-5, 0, 3e-5);
    const model = await loaded(layersModel(heads, 1, 1, 'test'));
    const answers = (model.predict(tf.tensor2d(features, [1, 5])) as tf.Tensor).dataSync();
    probabilitiesOf(heads, 1, 1, features).forEach((value, i) => expect(answers[i]).toBeCloseTo(value, 5));
  });

  it.each(cases)('has the very fields that TensorFlow.js writes: %s', async (_, changes) => {
    const files = layersModel(takenHeads(changes), 1, 0, 'test');
    const model = await loaded(files);
    let written: tf.io.ModelArtifacts | null = null;
    await model.save(
      tf.io.withSaveHandler((artifacts) => {
        written = artifacts;
        return Promise.resolve({ modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } });
      }),
    );
    // The file is ours; the test compares what it reads.
    const ours = JSON.parse(files.json) as { modelTopology: object; weightsManifest: { weights: object[] }[] };
    expect(ours.modelTopology).toEqual(
      JSON.parse(JSON.stringify((written as unknown as tf.io.ModelArtifacts).modelTopology)),
    );
    expect(ours.weightsManifest[0]?.weights).toEqual((written as unknown as tf.io.ModelArtifacts).weightSpecs);
  });

  it('refuses a head that is not there', () => {
    expect(() => layersModel(takenHeads(), 0, 2, 'test')).toThrow('There is no head of arm 0, trial 2.');
  });
});
