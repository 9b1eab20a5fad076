import { describe, expect, it } from 'vitest';
import type { Collection, Picture } from './collection';
import { buildDataset, drawTrial, experimentOf, gapIn, planTrial, runsOf, type Dataset } from './experiment';
import { defaultSettings, type Settings } from './settings';

const perClass = 72;
const collection: Collection = {
  classes: ['a', 'b', 'c'].map((id, style) => ({ id, name: id, style })),
  pictures: Array.from({ length: 3 * perClass }, (_, i): Picture => {
    const id = `p${String(i).padStart(3, '0')}`;
    return {
      id,
      hash: id,
      name: id,
      classId: 'abc'.charAt(i % 3),
      group: id,
      pin: { side: i < 180 ? 'training' : 'validation', by: 'folder' },
    };
  }),
};
const featuresOf = new Map(collection.pictures.map((p, i) => [p.hash, Float32Array.of(i, -i)]));

const planExperiment = (settings: Settings, pictures: Collection, dataset: Dataset) =>
  experimentOf(
    settings,
    Array.from({ length: settings.seeds }, (_, k) => planTrial(settings, settings.seed + k, pictures, dataset)),
  );

describe('the plan of an experiment', () => {
  const dataset = buildDataset(collection, featuresOf);
  const settings = { ...defaultSettings, noise: 0.2, seeds: 4 };

  it('makes exactly round(noise x n) training labels of each class wrong, and no validation label', () => {
    const { trials } = planExperiment(settings, collection, dataset);
    for (const { training, validation, givenLabels } of trials) {
      for (let label = 0; label < 3; label++) {
        const own = [...training].filter((row) => dataset.labels[row] === label);
        const wrong = own.filter((row) => givenLabels[row] !== label);
        expect(wrong).toHaveLength(Math.round(0.2 * own.length));
      }
      for (const row of validation) expect(givenLabels[row]).toBe(dataset.labels[row]);
    }
    expect(trials[0]?.givenLabels).not.toEqual(trials[1]?.givenLabels);
  });

  it('is what the thumbnails show', () => {
    const trial = planExperiment(settings, collection, dataset).trials[1];
    const drawn = drawTrial(settings, settings.seed + 1, collection);
    expect([...(trial?.training ?? [])].map((row) => dataset.pictureIds[row])).toEqual(
      dataset.pictureIds.filter((id) => drawn.sides.get(id) === 'training'),
    );
    const wrong = dataset.pictureIds.filter((_, row) => trial?.givenLabels[row] !== dataset.labels[row]);
    expect(wrong.toSorted()).toEqual([...drawn.wrongLabels.keys()].toSorted());
  });

  it('nests subsets: ten per class are among twenty per class, and validation stays whole', () => {
    const ten = planExperiment({ ...settings, perClass: 10 }, collection, dataset).trials[0];
    const twenty = planExperiment({ ...settings, perClass: 20 }, collection, dataset).trials[0];
    expect(ten?.training).toHaveLength(30);
    expect([...(twenty?.training ?? [])]).toEqual(expect.arrayContaining([...(ten?.training ?? [])]));
    expect(ten?.validation).toHaveLength(36);
  });

  it('pairs the arms: the same trials, and the rate as the only difference', () => {
    const experiment = planExperiment(settings, collection, dataset);
    const runs = runsOf(experiment);
    expect(runs).toHaveLength(8);
    runs.slice(0, 4).forEach((run, k) => expect(run.trial).toBe(runs[4 + k]?.trial));
    expect(experiment.arms.map((a) => a.dropoutRate)).toEqual([0, 0.5]);
  });

  it('keeps features, labels and ids in one order, whatever order the pictures came in', () => {
    const reversed = buildDataset({ ...collection, pictures: collection.pictures.toReversed() }, featuresOf);
    expect(reversed).toEqual(dataset);
    expect(Array.from(dataset.features.subarray(8, 10))).toEqual([4, -4]);
  });

  it('draws the same whatever order the classes are in', () => {
    const reordered = { ...collection, classes: collection.classes.toReversed() };
    const changed = { ...settings, perClass: 20 };
    const sorted = (c: Collection) => [...drawTrial(changed, 5, c).wrongLabels].map(String).toSorted();
    expect(sorted(reordered)).toEqual(sorted(collection));
    expect([...drawTrial(changed, 5, reordered).sides].map(String).toSorted()).toEqual(
      [...drawTrial(changed, 5, collection).sides].map(String).toSorted(),
    );
  });

  it('says which class a seed leaves without a picture on a side', () => {
    const trial = planTrial(settings, 1, collection, dataset);
    expect(gapIn(trial, dataset)).toBeNull();
    const validation = trial.validation.filter((row) => dataset.labels[row] !== 2);
    expect(gapIn({ ...trial, validation }, dataset)).toMatch(/seed 1 the class “c” has no validation picture/);
  });

  it('names the picture whose features are missing', () => {
    const missing = new Map(featuresOf);
    missing.delete('p007');
    expect(() => buildDataset(collection, missing)).toThrow('“p007” has no features yet');
  });
});
