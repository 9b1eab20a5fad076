import { describe, expect, it } from 'vitest';
import { wayIds } from '../../core/why/ways';
import { collectionOf, fakeParts, picturesOf } from './parts.fixture';
import { runWays } from './ways';

const never = new AbortController().signal;
const silent = () => undefined;

describe('the four ways', () => {
  it('learn from the same pictures with the same labels, seed by seed', async () => {
    const { parts, trainings } = fakeParts({ link: 'seeds=3&epochs=2&noise=0.4&copies=2' });
    await runWays(parts, silent, never);
    expect(trainings.map(({ client }) => client)).toEqual(['head', 'head', 'head', 'scratch']);
    const [first, ...others] = trainings.map(({ dataset, experiment }) =>
      experiment.trials.map((trial) => picturesOf(dataset, trial)),
    );
    expect(first).toHaveLength(3);
    for (const other of others) expect(other).toEqual(first);
    // Each seed draws its own split, and no label is wrong.
    expect(new Set(first?.map(({ validation }) => validation.join(' '))).size).toBe(3);
    for (const { training, validation, labels } of first ?? []) {
      expect([training.length, validation.length]).toEqual([28, 12]);
      expect(labels.every(([label, given]) => label === given)).toBe(true);
    }
  });

  it('differ in the numbers that a picture becomes, and in nothing else', async () => {
    const { parts, trainings } = fakeParts({ link: 'seeds=2&epochs=2' });
    await runWays(parts, silent, never);
    const [pretrained, pixels, random, scratch] = trainings;
    expect(trainings.map(({ dataset }) => dataset.dimension)).toEqual([2, 16 * 16 * 3, 2, 32 * 32 * 3]);
    const number = (id: string | undefined) => Number(id?.slice(1, 3));
    for (const [row, id] of (pretrained?.dataset.pictureIds ?? []).entries()) {
      expect(pretrained?.dataset.features[2 * row]).toBe(number(id));
      // Pixels are standardised by the middle of the range and a quarter of it.
      expect(pixels?.dataset.features[768 * row]).toBeCloseTo((number(id) / 255 - 0.5) * 4, 5);
      expect(scratch?.dataset.features[3072 * row]).toBeCloseTo((number(id) / 255 - 0.5) * 4, 5);
    }
    for (const [row, id] of (random?.dataset.pictureIds ?? []).entries())
      expect(random?.dataset.features[2 * row]).toBe(number(id));
    const [plan, ...plans] = trainings.map(({ experiment }) => ({ ...experiment, trials: [] }));
    expect(plan?.isStandardised).toBe(true);
    for (const other of plans) expect(other).toEqual(plan);
  });

  it.each([
    [3, 3],
    [12, 10],
  ])('with %i seeds take %i random networks, trial k the one of k modulo their number', async (seeds, networks) => {
    const { parts, trainings } = fakeParts({ link: `seeds=${seeds}&seed=40&epochs=1` });
    await runWays(parts, silent, never);
    const { dataset, experiment } = trainings[2] ?? {};
    if (!dataset || !experiment) throw new Error('The random networks were not trained on.');
    expect(dataset.pictureIds).toHaveLength(40 * networks);
    for (const [k, { seed, training, validation }] of experiment.trials.entries()) {
      expect(seed).toBe(40 + k);
      const rows = [...training, ...validation];
      // Of the network, its number and its seed.
      expect(new Set(rows.map((row) => dataset.pictureIds[row]?.split(' ')[1]))).toEqual(new Set([`${k % networks}`]));
      expect(new Set(rows.map((row) => dataset.features[2 * row + 1]))).toEqual(new Set([40 + (k % networks)]));
    }
  });

  it('keep every epoch of every way', async () => {
    const { parts, trainings } = fakeParts({ link: 'seeds=2&epochs=3' });
    const result = await runWays(parts, silent, never);
    expect(result?.lines.map(({ way }) => way).toSorted()).toEqual(wayIds.toSorted());
    expect(result?.lines.map(({ history }) => history)).toEqual(trainings.map(({ history }) => history));
    for (const { history } of result?.lines ?? []) expect(history.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    for (const { way, frozen, trainable } of result?.lines ?? []) {
      expect(frozen > 0).toBe(way === 'pretrained' || way === 'random');
      expect(trainable).toBeGreaterThan(0);
    }
    expect(result?.origin).toMatchObject({ classes: 2, settings: { noise: 0, copies: 0 } });
    expect(result?.origin.trials).toHaveLength(2);
  });

  it('show what there is so far with every epoch, and never take any of it back', async () => {
    const { parts } = fakeParts({ link: 'seeds=2&epochs=2' });
    const epochs: number[] = [];
    await runWays(
      parts,
      (_words, _done, _total, soFar) =>
        epochs.push(soFar?.lines.reduce((sum, { history }) => sum + history.length, 0) ?? 0),
      never,
    );
    expect(epochs.at(-1)).toBe(8);
    expect(epochs).toEqual(epochs.toSorted((a, b) => a - b));
  });

  it('that are stopped keep the ways that are through, and the epochs of the one under way', async () => {
    const controller = new AbortController();
    const { parts, trainings } = fakeParts({
      link: 'seeds=2&epochs=3',
      onEpoch: (training, epoch) => {
        if (training === 2 && epoch === 3) controller.abort();
      },
    });
    const result = await runWays(parts, silent, controller.signal);
    expect(result?.lines.map(({ history }) => history.length)).toEqual([3, 2]);
    expect(trainings).toHaveLength(2);
  });

  it('are not begun where a class has nothing to be checked with, or features are missing', async () => {
    const small = fakeParts({ collection: collectionOf(20, 1) });
    await expect(runWays(small.parts, silent, never)).rejects.toThrow(/class “b” has no validation picture/);
    const missing = fakeParts({ missing: [15] });
    await expect(runWays(missing.parts, silent, never)).rejects.toThrow(/Not all pictures have their features/);
    expect([...small.trainings, ...missing.trainings]).toEqual([]);
  });
});
