import { describe, expect, it } from 'vitest';
import { accuraciesOf } from '../../core/why/ways';
import { collectionOf, fakeParts, picturesOf } from './parts.fixture';
import { runSizes } from './sizes';

const never = new AbortController().signal;
const silent = () => undefined;

/** Fourteen of 20, and seven of ten, are learned from. */
const uneven = collectionOf(20, 10);

describe('few and many pictures', () => {
  it('are nested: what is learned from with few is part of what is learned from with more', async () => {
    const { parts, trainings } = fakeParts({ collection: uneven, link: 'seeds=3&epochs=1&perClass=2' });
    const result = await runSizes(parts, silent, never);
    expect(result?.sizes).toEqual([1, 2, 5, 7]);
    const bySize = trainings.map(({ dataset, experiment }) =>
      experiment.trials.map((trial) => picturesOf(dataset, trial)),
    );
    expect(bySize).toHaveLength(16);
    for (const [at, size] of [1, 2, 5, 7].entries()) {
      const [first, ...others] = bySize.slice(4 * at, 4 * at + 4);
      // The four ways with as many.
      for (const other of others) expect(other).toEqual(first);
      for (const { training, labels } of first ?? []) {
        expect(training).toHaveLength(2 * size);
        const learned = labels.slice(0, training.length);
        for (const label of [0, 1]) expect(learned.filter(([own]) => own === label)).toHaveLength(size);
        expect(labels.every(([label, given]) => label === given)).toBe(true);
      }
      for (const [k, trial] of (first ?? []).entries()) {
        const larger = bySize[4 * at + 4]?.[k];
        if (!larger) continue;
        expect(larger.seed).toBe(trial.seed);
        expect(larger.training).toEqual(expect.arrayContaining([...trial.training]));
        // Whatever is learned from, the same pictures check.
        expect(larger.validation).toEqual(trial.validation);
      }
    }
    const seeds = bySize[0]?.map(({ training }) => training.join(' '));
    expect(new Set(seeds).size).toBeGreaterThan(1);
  });

  it('each have their point, of the last epoch', async () => {
    const { parts, trainings } = fakeParts({ collection: uneven, link: 'seeds=2&epochs=2' });
    const result = await runSizes(parts, silent, never);
    expect(result?.points.map(({ accuracies }) => accuracies)).toEqual(
      trainings.map(({ history }) => accuraciesOf(history[1] ?? { runs: [] })),
    );
    expect(new Set(result?.points.map(({ way, perClass }) => `${way} ${perClass}`)).size).toBe(16);
    for (const [i, { way }] of (result?.points ?? []).entries())
      expect(trainings[i]?.client).toBe(way === 'scratch' ? 'scratch' : 'head');
  });

  it('that are stopped keep the points that are through', async () => {
    const controller = new AbortController();
    const { parts, trainings } = fakeParts({
      collection: uneven,
      link: 'seeds=2&epochs=2',
      onEpoch: (training, epoch) => {
        if (training === 6 && epoch === 2) controller.abort();
      },
    });
    const result = await runSizes(parts, silent, controller.signal);
    expect([result?.points.length, trainings.length]).toEqual([5, 6]);
  });
});
