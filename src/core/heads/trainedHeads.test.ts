import { describe, expect, it } from 'vitest';
import { bundledAnatomy } from '../bundledAnatomy';
import { bundled } from '../catalogue';
import { featureRecord } from '../featureRecord';
import { headShape, initialParameters } from '../headShape';
import { dataset, experiment } from '../inside/head.fixture';
import { logitsOf, softmax } from '../inside/forward';
import { standardisedRows, trialData } from '../inside/epochReplay';
import { learnedRows } from '../experiment';
import { defaultSettings } from '../settings';
import { standardised } from '../standardise';
import { standardisersOf } from './standardisers';
import { headAt, headsAfter, headsFrame, probabilitiesOf, withinBytes, type TrainedHeads } from './trainedHeads';

const shape = headShape(4, experiment.hidden, 3);
const runs = experiment.arms.length * experiment.trials.length;
const base = {
  ...featureRecord(bundled, bundledAnatomy, { blocks: [15], pooling: 'average' }, 'r'),
  features: dataset.dimension,
};

function made(of = dataset): TrainedHeads {
  const frame = headsFrame(
    {
      runId: 'run',
      settings: { ...defaultSettings, hidden: experiment.hidden },
      classes: of.classNames.map((name, style) => ({ id: name, name, style })),
      base,
      experiment,
      dataset: of,
    },
    standardisersOf(experiment, of),
  );
  const parameters = Array.from({ length: runs }, (_, r) => [...initialParameters(shape, 10 + r)]).flat();
  return headsAfter(frame, 4, Float32Array.from(parameters));
}

describe('what features go through before a head', () => {
  it('is the training’s own, in one step', () => {
    const rows = learnedRows(experiment.trials[1] ?? { training: new Int32Array(), copies: new Int32Array() });
    const theirs = standardisedRows(trialData(dataset, rows), [...dataset.labels.keys()]);
    const [, own] = standardisersOf(experiment, dataset);
    if (!own) throw new Error('There are three trials.');
    standardised(dataset.features, own).forEach((value, i) => expect(value).toBeCloseTo(theirs[i] ?? NaN, 5));
  });

  it('keeps tiny features apart, as the training does', () => {
    // So small, shift and scale must not be rounded one by one.
    const tiny = { ...dataset, features: dataset.features.map((value, i) => (i % 4 === 0 ? value * 3e-6 : value)) };
    const [own] = standardisersOf(experiment, tiny);
    const [rows] = experiment.trials;
    if (!own || !rows) throw new Error('There are three trials.');
    const theirs = standardisedRows(trialData(tiny, learnedRows(rows)), [...tiny.labels.keys()]);
    standardised(tiny.features, own).forEach((value, i) => expect(value).toBeCloseTo(theirs[i] ?? NaN, 3));
    expect(own.scale[0]).toBeGreaterThan(1e5);
  });

  it('is nothing where the features come standardised', () => {
    const [own] = standardisersOf({ ...experiment, isStandardised: true }, dataset);
    expect([...(own?.shift ?? []), ...(own?.scale ?? [])]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  });
});

describe('trained heads', () => {
  it('lie arm by arm, and in an arm by seed', () => {
    const heads = made();
    expect(headAt(heads, 0, 2).parameters).toEqual(initialParameters(shape, 12));
    expect(headAt(heads, 1, 0).parameters).toEqual(initialParameters(shape, 13));
    expect(() => headAt(heads, 2, 0)).toThrow(RangeError);
    expect(() => headAt(heads, 0, 3)).toThrow('There is no head of arm 0, trial 3.');
  });

  it('answer as their own seed’s standardisation and weights say', () => {
    const heads = made();
    const one = dataset.features.slice(4, 12);
    const probabilities = probabilitiesOf(heads, 1, 2, one);
    const own = heads.trials[2]?.standardiser;
    if (!own) throw new Error('There are three trials.');
    expect(probabilities).toEqual(softmax(logitsOf(headAt(heads, 1, 2), standardised(one, own)), 3));
    expect(probabilities).not.toEqual(probabilitiesOf(heads, 0, 2, one));
    for (const row of [0, 3])
      expect([0, 1, 2].reduce((sum, c) => sum + (probabilities[row + c] ?? 0), 0)).toBeCloseTo(1, 6);
  });

  it('within so many bytes are those of the first seeds, of both arms', () => {
    const heads = made();
    const all = 4 * shape.size * runs;
    expect(withinBytes(heads, all)).toBe(heads);
    const fewer = withinBytes(heads, all - 1);
    expect(fewer.trials.map(({ seed }) => seed)).toEqual([1, 2]);
    expect(headAt(fewer, 1, 1).parameters).toEqual(headAt(heads, 1, 1).parameters);
    expect(withinBytes(heads, 0).trials).toHaveLength(1);
    expect(fewer.parameters).toHaveLength(4 * shape.size);
  });
});
