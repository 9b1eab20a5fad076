import { describe, expect, test } from 'vitest';
import type { FeatureCut } from '../base';
import { blockOf, blockWidth } from '../base';
import { bundledAnatomy } from '../bundledAnatomy';
import { historyOf, run, score } from '../history.fixture';
import { defaultSettings, type Settings } from '../settings';
import { originWith } from './origin.fixture';
import {
  tuningArms,
  tuningExperiment,
  tuningFindings,
  tuningProblem,
  unfrozenBlocks,
  type TuningResult,
} from './tuning';
import { accuracyDifference, accuracyEstimate } from './ways';

describe('the unfrozen blocks', () => {
  test.each([
    [15, 1, [15]],
    [15, 3, [13, 14, 15]],
    [3, 3, [1, 2, 3]],
    // The first block always stays frozen.
    [3, 4, [1, 2, 3]],
    [1, 6, [1]],
    [0, 1, []],
    [5, 0, []],
  ])('up to block %i, %i of them wanted', (to, wanted, blocks) => expect(unfrozenBlocks(to, wanted)).toEqual(blocks));
});

const settings: Settings = { ...defaultSettings, epochs: 2, tuneEpochs: 3, dropout: 0.4, hidden: 6, l2: 0.01 };

describe('the experiment', () => {
  const { trials } = originWith(3);
  const experiment = tuningExperiment(settings, trials);

  test('has both sides frozen and both tuned, with the same rates in the same order', () => {
    const rates = (places: readonly number[]) => places.map((place) => experiment.arms[place]?.dropoutRate);
    expect(experiment.arms).toHaveLength(4);
    expect(rates(tuningArms.frozen)).toEqual([0, 0.4]);
    expect(rates(tuningArms.tuned)).toEqual([0, 0.4]);
    expect(experiment.arms.map(({ name }) => name)).toEqual([
      'frozen, without dropout',
      'frozen, with dropout',
      'tuned, without dropout',
      'tuned, with dropout',
    ]);
  });

  test('lasts for the epochs of the head alone and those of fine-tuning', () =>
    expect(experiment).toMatchObject({ epochs: 5, trials, hidden: 6, l2: 0.01, isStandardised: false }));

  test('keeps its four arms at a rate of 0', () =>
    expect(tuningExperiment({ ...settings, dropout: 0 }, trials).arms.map(({ dropoutRate }) => dropoutRate)).toEqual([
      0, 0, 0, 0,
    ]));
});

describe('what cannot be fine-tuned', () => {
  const single: FeatureCut = { blocks: [15], pooling: 'average' };
  const most = 128 * 1024 * 1024;

  test.each([0, 2, 14])('is what does not fit into memory as maps of block %i', (from) => {
    const fitting = Math.floor(most / (4 * blockWidth(blockOf(bundledAnatomy, from), 'flatten')));
    expect(tuningProblem(bundledAnatomy, single, from, fitting)).toBeNull();
    const sentence = tuningProblem(bundledAnatomy, single, from, fitting + 1);
    expect(sentence).toContain(`${(fitting + 1).toLocaleString('en')} pictures at block ${from + 1} take`);
    expect(sentence).toContain('more than the 128 MB');
    expect(sentence).toMatch(/Unfreeze fewer blocks, or use fewer pictures\.$/);
    const [, taken] = /take (\d+) MB/.exec(sentence ?? '') ?? [];
    expect(Number(taken)).toBeGreaterThan(128);
  });

  test('is a base that is cut after its first block', () =>
    expect(tuningProblem(bundledAnatomy, { ...single, blocks: [0] }, -1, 10)).toMatch(/Cut after a later block/));

  test('is two joined blocks', () =>
    expect(tuningProblem(bundledAnatomy, { ...single, blocks: [3, 15] }, 14, 10)).toMatch(/Choose a single block/));
});

describe('what fine-tuning did', () => {
  const origin = originWith(2, { settings });
  const experiment = tuningExperiment(settings, origin.trials);
  /** Of seed k in an epoch: each arm has its own level and its own pace. */
  const accuracy = (epoch: number, arm: number, k: number) =>
    ([0.5, 0.55, 0.52, 0.6][arm] ?? 0) + epoch * ([0.01, 0.02, 0.05, 0.07][arm] ?? 0) + (k === 0 ? 0 : 0.004 * epoch);
  const resultAfter = (epochs: number): TuningResult => ({
    origin,
    experiment,
    frozenEpochs: settings.epochs,
    unfrozen: [15],
    trainable: 1,
    frozen: 1,
    history: historyOf(
      ...Array.from({ length: epochs }, (_, i) =>
        experiment.arms.flatMap((_, arm) => [0, 1].map((k) => run(score(1, 0), score(accuracy(i + 1, arm, k), 1)))),
      ),
    ),
    digests: null,
    seconds: 1,
  });
  const at = (epoch: number, arm: number) => [accuracy(epoch, arm, 0), accuracy(epoch, arm, 1)];

  test.each([0, 1, 2])('is not known after %i epochs, before the first one unfrozen', (epochs) =>
    expect(tuningFindings(resultAfter(epochs))).toBeNull(),
  );

  test.each([3, 5])('after epoch %i: tuned against frozen in it, and against the epoch of the unfreezing', (epochs) => {
    const sides = tuningFindings(resultAfter(epochs));
    for (const [side, frozen, tuned] of [
      [sides?.[0], 0, 2],
      [sides?.[1], 1, 3],
    ] as const) {
      expect(side).toEqual({
        frozen: accuracyEstimate(at(epochs, frozen), origin),
        tuned: accuracyEstimate(at(epochs, tuned), origin),
        gain: accuracyDifference(at(epochs, frozen), at(epochs, tuned), origin),
        since: accuracyDifference(at(2, tuned), at(epochs, tuned), origin),
      });
    }
    expect(sides?.[0].since.mean).toBeCloseTo((epochs - 2) * 0.052, 10);
    expect(sides?.[0].gain.mean).toBeCloseTo(0.02 + epochs * 0.04, 10);
  });
});
