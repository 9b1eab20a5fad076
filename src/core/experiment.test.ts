import { describe, expect, it } from 'vitest';
import type { Augmentation } from './augmentation';
import type { Collection, Picture } from './collection';
import {
  buildDataset,
  experimentOf,
  gapIn,
  learnedRows,
  pictureOf,
  planTrial,
  runsOf,
  stepsPerEpoch,
  type Dataset,
} from './experiment';
import { drawTrial, trainingIds } from './trialDraw';
import { stream } from './rng';
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

  it('tells which validation pictures belong together, by the same numbers in every seed', () => {
    expect(planTrial(settings, 1, collection, dataset)).not.toHaveProperty('validationGroups');
    const recorded = {
      ...collection,
      pictures: collection.pictures.map((p, i) => ({ ...p, group: `recording-${Math.floor(i / 12)}`, pin: null })),
    };
    const [one, other] = [1, 2].map((seed) => planTrial(settings, seed, recorded, dataset));
    // Rows are in the order of the pictures here; twelve at a time are a group, called by the first of them.
    for (const trial of [one, other])
      expect([...(trial?.validationGroups ?? [])]).toEqual(
        Array.from(trial?.validation ?? [], (row) => 12 * Math.floor(row / 12)),
      );
    expect(one?.validation).not.toEqual(other?.validation);
  });

  it('names the picture whose features are missing', () => {
    const missing = new Map(featuresOf);
    missing.delete('p007');
    expect(() => buildDataset(collection, missing)).toThrow('“p007” has no features yet');
  });
});

describe('altered copies', () => {
  const N = 90;
  /** Groups of three, some of them across classes; nothing is pinned but one picture, so that each seed splits anew. */
  const grouped: Collection = {
    classes: ['a', 'b', 'c'].map((id, style) => ({ id, name: id, style })),
    pictures: Array.from({ length: N }, (_, i): Picture => {
      const id = `p${String(i).padStart(3, '0')}`;
      return {
        id,
        hash: `h${i}`,
        name: id,
        classId: 'abc'.charAt(i % 3),
        group: `g${Math.floor(i / 3)}`,
        pin: i === 0 ? { side: 'validation', by: 'person' } : null,
      };
    }),
  };
  const settings = { ...defaultSettings, seeds: 20, noise: 0.2, perClass: 12, copies: 2, rotation: 15 };
  const features = new Map(
    grouped.pictures.flatMap(({ hash }, i): [string, Float32Array][] => [
      [hash, Float32Array.of(i, 0)],
      [`${hash}+1@15`, Float32Array.of(i, 1)],
      [`${hash}+2@15`, Float32Array.of(i, 2)],
    ]),
  );
  const augmentation: Augmentation = { copies: 2, rotation: 15, of: trainingIds(settings, grouped) };
  const dataset = buildDataset(grouped, features, augmentation);
  const { trials } = planExperiment(settings, grouped, dataset);

  it('are made for the pictures that some seed learns from, and for no other', () => {
    const learned = trials.flatMap(({ training }) => Array.from(training, (row) => dataset.pictureIds[row] ?? ''));
    expect([...augmentation.of].toSorted()).toEqual([...new Set(learned)].toSorted());
    expect(augmentation.of.has('p000')).toBe(false);
    expect(dataset.copies).toHaveLength(2 * augmentation.of.size);
  });

  it('lie behind the pictures, each with the features of its own copy', () => {
    expect(dataset.labels).toHaveLength(N);
    expect(dataset.features).toHaveLength((N + dataset.copies.length) * 2);
    dataset.copies.forEach((row, k) => {
      const [picture, copy] = dataset.features.subarray((N + k) * 2, (N + k + 1) * 2);
      expect(picture).toBe(dataset.features[row * 2]);
      expect(copy).toBe(1 + (k % 2));
      expect(pictureOf(dataset, N + k)).toBe(row);
    });
    expect(pictureOf(dataset, 3)).toBe(3);
  });

  it('stay on their picture’s side, whatever the seed draws: split, groups, limit, wrong labels', () => {
    for (const trial of trials) {
      const { training, validation, copies } = trial;
      const [learned, watched] = [new Set(training), new Set(validation)];
      expect(Math.max(...training, ...validation)).toBeLessThan(N);
      expect(copies.every((row) => row >= N)).toBe(true);
      // All copies of all training pictures, and none of another.
      expect(copies).toHaveLength(2 * training.length);
      for (const row of copies) {
        expect(learned.has(pictureOf(dataset, row))).toBe(true);
        expect(watched.has(pictureOf(dataset, row))).toBe(false);
      }
      const groupsOf = (rows: Iterable<number>) =>
        new Set(Array.from(rows, (row) => Math.floor(Number(dataset.pictureIds[row]?.slice(1)) / 3)));
      const learnedGroups = groupsOf(Array.from(learnedRows(trial), (row) => pictureOf(dataset, row)));
      for (const watchedGroup of groupsOf(validation)) expect(learnedGroups.has(watchedGroup)).toBe(false);
      expect(learnedRows(trial)).toHaveLength(3 * training.length);
    }
    expect(trials.some(({ training, givenLabels }) => training.some((r) => givenLabels[r] !== dataset.labels[r]))).toBe(
      true,
    );
  });

  it('do not count against the pictures per class, and make an epoch longer', () => {
    for (const { training } of trials) {
      for (let label = 0; label < 3; label++)
        expect(training.filter((row) => dataset.labels[row] === label)).toHaveLength(12);
    }
    expect(stepsPerEpoch({ trials, batch: 16 })).toBe(Math.ceil((3 * 36) / 16));
    expect(stepsPerEpoch({ trials, batch: 256 })).toBe(1);
  });

  it('change nothing else: without them, the very same dataset and trials', () => {
    const plain = buildDataset(grouped, features);
    expect(plain).toEqual({ ...dataset, features: dataset.features.slice(0, N * 2), copies: new Int32Array() });
    expect(buildDataset(grouped, features, { ...augmentation, copies: 0 })).toEqual(plain);
    trials.forEach((trial, k) => {
      const without = planTrial(settings, settings.seed + k, grouped, plain);
      expect(without).toEqual({ ...trial, copies: new Int32Array() });
      expect(learnedRows(without)).toEqual(trial.training);
    });
  });

  it('can be missing, and are then named by their picture', () => {
    const missing = new Map(features);
    missing.delete('h7+2@15');
    expect(() => buildDataset(grouped, missing, { ...augmentation, of: new Set(['p007']) })).toThrow(
      'An altered copy of “p007” has no features yet',
    );
  });

  it('need one draw a seed: fifty seeds of two thousand pictures take about a second', () => {
    const pictures = Array.from({ length: 2000 }, (_, i): Picture => {
      const id = stream(i, 'augment').uint32().toString(16).padStart(64, '0');
      return { id, hash: id, name: id, classId: 'abc'.charAt(i % 3), group: id, pin: null };
    });
    const startedAt = performance.now();
    const ids = trainingIds({ ...settings, seeds: 50, perClass: 0 }, { ...grouped, pictures });
    expect(ids.size).toBe(2000);
    // Half a second on two cores; generous, because the suite's machine may be busy.
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});
