// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { checkpointOf, dataset, experiment, snapshotAt } from '../core/inside/head.fixture';
import { headsAfter, headsFrame, firstTrials, type TrainedHeads } from '../core/heads/trainedHeads';
import { standardisersOf } from '../core/heads/standardisers';
import { bundledAnatomy } from '../core/bundledAnatomy';
import { bundled } from '../core/catalogue';
import type { Collection } from '../core/collection';
import { noCopies } from '../core/augmentation';
import type { BaseState } from '../core/baseState';
import { Inspector } from '../core/inside/inspector';
import { parseLink } from '../core/link';
import type { Session } from '../core/session';
import { emptySession } from '../core/session.fixture';
import { createInspectService } from '../worker/inspectService';
import { createInside } from './inside';
import { insideLacks } from './insideLacks';
import { restoreInside } from './insideRestoring';
import { createStore } from './store';

/** The fixture's pictures: their ids are in the order of the rows. */
const collection: Collection = {
  classes: dataset.classNames.map((name, style) => ({ id: name, name, style })),
  pictures: dataset.pictureIds.map((_, row) => {
    const id = `p${String(row).padStart(2, '0')}`;
    return { id, hash: id, name: id, classId: dataset.classNames[row % 3] ?? '', group: id, pin: null };
  }),
};
const features = new Map(
  collection.pictures.map(({ hash }, row) => [hash, dataset.features.slice(4 * row, 4 * row + 4)]),
);
const settings = { ...emptySession.settings, hidden: experiment.hidden };
const base = { ...emptySession.features, features: 4 };
const last = experiment.epochs;
const frame = headsFrame(
  { runId: 'run-1', settings, classes: collection.classes, base, experiment, dataset },
  standardisersOf(experiment, dataset),
);
const heads = headsAfter(frame, last, checkpointOf(last).parameters);
const session: Session = {
  ...emptySession,
  settings,
  collection,
  experiment,
  classNames: dataset.classNames,
  labels: dataset.labels,
  isRestored: true,
};

const ready: BaseState = {
  phase: 'ready',
  report: emptySession.base,
  pictures: 18,
  copies: 0,
  perSecond: null,
  reused: 0,
};

function make(given: ReadonlyMap<string, Float32Array> = features) {
  const store = createStore(parseLink(''));
  const inspect = createInspectService();
  const inside = createInside(store, inspect);
  const source = {
    card: bundled,
    anatomy: bundledAnatomy,
    revision: 'r',
    cut: { blocks: [15], pooling: 'average' } as const,
  };
  restoreInside({
    store,
    features: { source: () => ({ ...source, report: emptySession.base, augmentation: noCopies, features: given }) },
    inspect,
    inside,
  });
  const restored = (of: TrainedHeads = heads) =>
    store.setState({ collection, settings, heads: of, training: { phase: 'finished', session } });
  const settled = () => new Promise((done) => setTimeout(done, 50));
  return { store, inside, restored, settled, seen: () => store.getState().inside };
}

describe('a training that was brought back', () => {
  it('opens at its start and its last epoch once the features are there, with the weights that were kept', async () => {
    const { store, restored, settled, seen } = make();
    restored();
    await settled();
    expect(seen().epochs).toEqual([]);
    store.setState({ base: ready });
    await vi.waitFor(() => expect(seen().step).not.toBeNull());
    expect(seen()).toMatchObject({ epochs: [0, last], trials: 3, trouble: null });
    const before = new Inspector(experiment, dataset);
    before.add(snapshotAt(last));
    expect(seen().network).toEqual(before.network(last));
    expect(seen().answers).toEqual(before.answers(last));
    expect(seen().strip).toEqual(before.strip(last));
    // Steps are those from the start: what the optimiser had in mind at the last epoch is not known.
    expect(seen().step).toEqual(before.step(0, true));
  });

  it('is measured over the seeds whose weights were kept', async () => {
    const { store, inside, restored, seen } = make();
    restored(firstTrials(heads, 2));
    store.setState({ base: ready });
    await vi.waitFor(() => expect(seen().network).not.toBeNull());
    inside.ask('knockOut');
    await vi.waitFor(() => expect(seen().knockOut).toMatchObject({ epoch: last, seeds: 2, allSeeds: 3 }));
  });

  it('stays closed where pictures or settings are others, and opens where they are set back', async () => {
    const { store, restored, settled, seen } = make();
    restored();
    store.setState({ settings: { ...settings, noise: 0.2 }, base: ready });
    await settled();
    expect([seen().epochs, insideLacks(store.getState())]).toEqual([[], 'set-up']);
    store.setState({ settings, collection: { ...collection } });
    await settled();
    expect([seen().epochs, insideLacks(store.getState())]).toEqual([[], 'set-up']);
    store.setState({ collection });
    await vi.waitFor(() => expect(seen().epochs).toEqual([0, last]));
  });

  it('says so where the features are other numbers than those it was trained on', async () => {
    const other = new Map(features).set('p03', Float32Array.of(1, 2, 3, 4));
    const { store, restored, seen } = make(other);
    restored();
    store.setState({ base: ready });
    await vi.waitFor(() => expect(seen().trouble).toContain('not the very numbers'));
    expect(seen().epochs).toEqual([]);
  });

  it('has nothing to open without the weights of its run', async () => {
    const { store, restored, settled, seen } = make();
    restored({ ...heads, runId: 'run-0' });
    store.setState({ base: ready });
    await settled();
    expect([seen().epochs, insideLacks(store.getState())]).toEqual([[], 'weights']);
  });
});
