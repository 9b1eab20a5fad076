import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noCopies } from '../core/augmentation';
import { bundledAnatomy } from '../core/bundledAnatomy';
import { bundled } from '../core/catalogue';
import type { Collection, Picture, Side } from '../core/collection';
import type { Experiment } from '../core/experiment';
import { run, score } from '../core/history.fixture';
import { parseLink } from '../core/link';
import type { EpochMetrics } from '../core/metrics';
import type { Sweep } from '../core/sweep';
import { sweepRates } from '../core/sweepRates';
import { deferred } from '../worker/deferred';
import type { HeadClient } from '../worker/headClient';
import type { FeatureKeeper } from './extracting';
import { createStore } from './store';
import { createSweeper } from './sweeping';

/** Ten pictures of each of two classes, five on each side. */
const collectionOf = (sideOf: (i: number) => Side): Collection => ({
  classes: ['a', 'b'].map((id, style) => ({ id, name: id, style })),
  pictures: Array.from({ length: 20 }, (_, i): Picture => {
    const id = `p${String(i).padStart(2, '0')}`;
    return { id, hash: id, name: id, classId: 'ab'.charAt(i % 2), group: id, pin: { side: sideOf(i), by: 'person' } };
  }),
});
const halves = collectionOf((i) => (i < 10 ? 'training' : 'validation'));

/** Every picture's features are its number. */
const featuresOf = ({ pictures }: Collection): FeatureKeeper => ({
  tapped: () => null,
  extract: () => Promise.resolve(),
  cancel: () => undefined,
  resume: () => Promise.resolve(),
  restart: () => Promise.resolve(),
  replan: () => Promise.resolve(),
  engine: () => null,
  source: () => ({
    card: bundled,
    anatomy: bundledAnatomy,
    cut: { blocks: [15], pooling: 'average' },
    revision: 'r',
    report: { engine: 'wasm', renderer: null, reason: '', measured: [], bits: 32, batch: 4 },
    augmentation: noCopies,
    features: new Map(pictures.map(({ hash }, i) => [hash, Float32Array.of(i)])),
  }),
  cleared: () => Promise.resolve(),
});

/** Better with every rate, epoch by epoch and seed by seed. */
const metricsOf = ({ arms, trials }: Experiment, epoch: number): EpochMetrics => ({
  epoch,
  runs: arms.flatMap(({ dropoutRate }) =>
    trials.map(({ seed }) => run(score(0.9, 1), score((dropoutRate + epoch / 10 + seed / 100) / 2, 1))),
  ),
});

/** Trains in no time; `between` is waited for after every epoch. After a stop it still hands over what was under way. */
function headOf(between: (epoch: number) => Promise<unknown> = () => Promise.resolve()) {
  const signals: AbortSignal[] = [];
  const client: HeadClient = {
    train: async function* train(experiment, _, signal) {
      signals.push(signal);
      for (let epoch = 1; epoch <= experiment.epochs; epoch++) {
        yield metricsOf(experiment, epoch);
        if (signal.aborted) return;
        await between(epoch);
      }
    },
    tensors: () => Promise.resolve(0),
  };
  return { client, signals };
}

function makeSweeper(head: HeadClient, collection = halves, features = featuresOf(collection)) {
  const store = createStore(parseLink('#v=1&seeds=3&epochs=4&noise=0.4'));
  store.setState({ collection });
  const told: Sweep[] = [];
  store.subscribe(({ sweep }, before) => {
    if (sweep !== before.sweep) told.push(sweep);
  });
  return { store, sweeper: createSweeper(store, head, features), told, sweep: () => store.getState().sweep };
}

beforeEach(() => {
  // An epoch takes longer than the page waits with its news.
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 300));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true));

describe('a sweep', () => {
  it('trains ten rates over all seeds, and ends with a point for each', async () => {
    const { store, sweeper, told, sweep } = makeSweeper(headOf().client);
    await sweeper.start();
    expect(told.slice(0, -1)).toEqual(
      [0, 1, 2, 3, 4].map((epoch) => ({ phase: 'running', epoch, epochs: 4, runs: 30 })),
    );
    const { settings, collection } = store.getState();
    // Two of five labels of each class are wrong.
    expect(sweep()).toMatchObject({ phase: 'done', settings, collection, seeds: 3, epochs: 4, wrongShare: 0.4 });
    const done = sweep();
    if (done.phase !== 'done') throw new Error('It is done.');
    expect(done.points.map(({ rate }) => rate)).toEqual(sweepRates);
    // Of the last epoch: seeds 1, 2, 3 on the average.
    for (const { rate, validation } of done.points) expect(validation.mean).toBeCloseTo((rate + 0.4 + 0.02) / 2, 12);
  });

  it('that is stopped has nothing to show', async () => {
    const gate = deferred<undefined>();
    const { client, signals } = headOf(() => gate.promise);
    const { sweeper, sweep } = makeSweeper(client);
    const sweeping = sweeper.start();
    await until(() => signals.length === 1 && sweep().phase === 'running');
    sweeper.stop();
    expect(signals[0]?.aborted).toBe(true);
    gate.resolve(undefined);
    await sweeping;
    expect(sweep()).toEqual({ phase: 'stopped' });
  });

  it('that fails says why, and can be started again', async () => {
    let broken = true;
    const { client } = headOf((epoch) =>
      broken && epoch === 2 ? Promise.reject(new Error('The card is gone.')) : Promise.resolve(),
    );
    const { sweeper, sweep } = makeSweeper(client);
    await sweeper.start();
    expect(sweep()).toEqual({ phase: 'failed', reason: 'The card is gone.' });
    broken = false;
    await sweeper.start();
    expect(sweep().phase).toBe('done');
  });

  it('is not begun where a class has nothing to be checked with', async () => {
    const { client, signals } = headOf();
    // All of class b are learned from.
    const { sweeper, sweep } = makeSweeper(
      client,
      collectionOf((i) => (i < 10 || i % 2 ? 'training' : 'validation')),
    );
    await sweeper.start();
    expect(sweep()).toMatchObject({ phase: 'failed', reason: expect.stringMatching(/“b” has no validation picture/) });
    expect(signals).toEqual([]);
  });

  it('is not begun while features are missing', async () => {
    const { client, signals } = headOf();
    const { sweeper, sweep } = makeSweeper(client, halves, { ...featuresOf(halves), source: () => null });
    await sweeper.start();
    expect([signals, sweep()]).toEqual([[], { phase: 'none' }]);
  });
});

describe('putting a sweep away', () => {
  it.each(['comes to its end', 'fails'])(
    'in the middle leaves nothing, also when what was under way %s',
    async (how) => {
      const gate = deferred<undefined>();
      const { client, signals } = headOf(() => gate.promise);
      const { sweeper, sweep } = makeSweeper(client);
      const sweeping = sweeper.start();
      await until(() => signals.length === 1);
      sweeper.clear();
      expect(signals[0]?.aborted).toBe(true);
      expect(sweep()).toEqual({ phase: 'none' });
      if (how === 'fails') gate.reject(new Error('too late'));
      else gate.resolve(undefined);
      await sweeping;
      expect(sweep()).toEqual({ phase: 'none' });
    },
  );

  it('before it has begun lets it not begin', async () => {
    const gate = deferred<undefined>();
    const { client, signals } = headOf();
    const features = { ...featuresOf(halves), extract: () => gate.promise };
    const { sweeper, sweep } = makeSweeper(client, halves, features);
    const sweeping = sweeper.start();
    sweeper.clear();
    gate.resolve(undefined);
    await sweeping;
    expect([signals, sweep()]).toEqual([[], { phase: 'none' }]);
  });
});

describe('a second sweep', () => {
  it('ends the first, and nothing of the first is shown any more', async () => {
    const gate = deferred<undefined>();
    let sweeps = 0;
    const { client, signals } = headOf(() => (sweeps === 1 ? gate.promise : Promise.resolve()));
    const { store, sweeper, told, sweep } = makeSweeper(client);
    sweeps = 1;
    const first = sweeper.start();
    await until(() => signals.length === 1);
    sweeps = 2;
    store.setState((s) => ({ settings: { ...s.settings, seeds: 1 } }));
    await sweeper.start();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    const done = sweep();
    expect(done).toMatchObject({ phase: 'done', seeds: 1 });
    const heard = told.length;
    gate.resolve(undefined);
    await first;
    expect(sweep()).toBe(done);
    expect(told).toHaveLength(heard);
  });
});
