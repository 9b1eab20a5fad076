import { describe, expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../settings';
import { originWith } from './origin.fixture';
import { isOutdated, resultOf, studyExperiment, studyIds, studySettings, type StudyId } from './study';

/** Another value of every setting, and the studies that it makes another result of. */
const changes: { readonly [K in keyof Settings]: readonly [Settings[K], readonly StudyId[]] } = {
  seed: [7, studyIds],
  seeds: [3, studyIds],
  epochs: [9, studyIds],
  hidden: [0, studyIds],
  lr: [0.01, studyIds],
  batch: [4, studyIds],
  split: [0.5, studyIds],
  l2: [0.1, studyIds],
  base: ['own', studyIds],
  cut: [3, studyIds],
  join: [2, studyIds],
  pooling: ['max', studyIds],
  // How many pictures there are to learn from is what that study is about.
  perClass: [5, ['ways', 'cuts', 'tuning']],
  dropout: [0.1, ['tuning']],
  dropoutAt: ['input', ['tuning']],
  unfreeze: [2, ['tuning']],
  tuneEpochs: [3, ['tuning']],
  tuneRate: [1, ['tuning']],
  noise: [0.4, []],
  copies: [2, []],
  rotation: [90, []],
  engine: ['wasm', []],
};

describe('a study’s result is outdated', () => {
  const settings = { ...defaultSettings, noise: 0.2, copies: 1 };
  const origin = originWith(2, { settings: studySettings(settings) });
  const outdated = (now: Settings, collection = origin.collection) =>
    studyIds.filter((id) => isOutdated(id, origin, now, collection));

  test('not by the settings it was made with', () => expect(outdated(settings)).toEqual([]));

  test.each(Object.entries(changes))('by another value of %s where it is read', (key, [value, readers]) => {
    expect(settings).not.toHaveProperty(key, value);
    expect(outdated({ ...settings, [key]: value })).toEqual(readers);
  });

  test('by another collection, also by one of the same pictures', () =>
    expect(outdated(settings, { ...origin.collection })).toEqual(studyIds));
});

test('studies learn right labels without copies, and leave every other setting as it is', () => {
  const settings = { ...defaultSettings, noise: 0.4, copies: 3, perClass: 7 };
  expect(studySettings(settings)).toEqual({ ...settings, noise: 0, copies: 0 });
});

test.each([true, false])('a study trains one arm that drops nothing; standardised beforehand: %s', (isStandardised) => {
  const { trials } = originWith(3);
  const settings: Settings = { ...defaultSettings, dropout: 0.7, hidden: 5, epochs: 6, batch: 7, lr: 0.02, l2: 0.03 };
  const experiment = studyExperiment(settings, trials, isStandardised);
  expect(experiment.arms.map(({ dropoutRate }) => dropoutRate)).toEqual([0]);
  expect(experiment.trials).toBe(trials);
  expect(experiment).toMatchObject({ hidden: 5, epochs: 6, batch: 7, lr: 0.02, l2: 0.03, isStandardised });
});

test('what came of a study is there in every phase but before it is asked for', () => {
  const doing = { words: '', done: 0, total: 0, secondsLeft: null };
  expect(resultOf({ phase: 'none' })).toBeNull();
  expect(resultOf({ phase: 'running', doing, result: 1 })).toBe(1);
  expect(resultOf({ phase: 'stopped', result: null })).toBeNull();
  expect(resultOf({ phase: 'failed', reason: '', result: 2 })).toBe(2);
  expect(resultOf({ phase: 'done', result: 3 })).toBe(3);
});
