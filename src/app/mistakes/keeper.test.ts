import { describe, expect, it, vi } from 'vitest';
import { reduceCollection, type Collection, type CollectionAction, type Picture } from '../../core/collection';
import { parseLink } from '../../core/link';
import type { LogEntry } from '../../core/log/logEntry';
import { collection, heads, numbers, pictures } from '../../core/mistakes/mistakes.fixture';
import type { Lab } from '../lab';
import { createLogbook } from '../logbook';
import { createStore } from '../store';
import { createAnswerer } from './answering';
import { createMistakesKeeper } from './keeper';
import { createMistakesStore } from './mistakesState';

const strangers: readonly Picture[] = ['a', 'b', 'c', 'a', 'b', 'c'].map((classId, k) => ({
  id: `t${k}`,
  hash: `t${k}`,
  name: `t${k}.png`,
  classId,
  group: `t${k}`,
  pin: null,
}));
const whole: Collection = { ...collection, pictures: [...pictures, ...strangers] };
const features = new Map(
  whole.pictures.map(({ hash }, k) => [hash, numbers(2 * whole.pictures.length).slice(2 * k, 2 * k + 2)]),
);

/** A log entry, as far as a test set needs one. */
const entry = { id: heads.runId, test: null } as unknown as LogEntry; // the rest of it is not looked at

function make(state: Partial<ReturnType<Lab['store']['getState']>> = {}) {
  const store = createStore(parseLink(''));
  store.setState({
    collection,
    heads,
    base: { phase: 'ready' } as ReturnType<Lab['store']['getState']>['base'],
    ...state,
  }); // its numbers are not looked at
  const known = vi.fn<Lab['seeing']['known']>(() => features);
  const change = (action: CollectionAction) =>
    store.setState((s) => ({ collection: reduceCollection(s.collection, action) }));
  const lab = { store, change, logbook: createLogbook(store), seeing: { known } as unknown as Lab['seeing'] }; // nothing else of it is used
  return { store, known, lab, change, undo: () => store.temporal.getState().undo() };
}

const settled = (get: () => boolean) => vi.waitFor(() => expect(get()).toBe(true));

describe('the answers', () => {
  it('come for the first seed, then for the rest, and are not asked for again', async () => {
    const { lab, known, store } = make();
    const keeper = createMistakesKeeper(lab);
    const { answers } = await answered(keeper);
    expect(answers.validation.map((own) => own?.rows)).toEqual(heads.trials.map((t) => t.validation));
    expect(answers.training).toEqual([null, null]);
    const asked = known.mock.calls.length;
    store.setState({ collection: reduceCollection(collection, { type: 'class renamed', classId: 'a', name: 'Z' }) });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(known.mock.calls.length).toBe(asked);
    expect(keeper.store.getState().answers).toBe(answers);
  });

  it('of the training side come when it is shown', async () => {
    const keeper = createMistakesKeeper(make().lab);
    await answered(keeper);
    keeper.show({ side: 'training', shown: 1 });
    await settled(() => keeper.store.getState().answers.training[1] !== null);
    expect(keeper.store.getState().answers.training[0]).toBeNull();
    keeper.show({ shown: 'all' });
    await settled(() => keeper.store.getState().answers.training.every(Boolean));
  });

  it('wait for the features, and say where these are others', async () => {
    const { lab, known, store } = make({ base: { phase: 'idle' } });
    known.mockReturnValue(null);
    const keeper = createMistakesKeeper(lab);
    const phase = () => keeper.store.getState().answering.phase;
    await settled(() => phase() === 'waiting');
    store.setState({ base: { phase: 'ready' } as ReturnType<Lab['store']['getState']>['base'] }); // as above
    await settled(() => phase() === 'impossible');
    expect(JSON.stringify(keeper.store.getState().answering)).toMatch(
      /trained on other features .* block 16, pooling “average”/,
    );
    known.mockReturnValue(features);
    store.setState({ base: { phase: 'ready' } as ReturnType<Lab['store']['getState']>['base'] }); // as above
    await answered(keeper);
  });

  it('are not asked for while a training is under way', async () => {
    const training = { phase: 'running' } as ReturnType<Lab['store']['getState']>['training']; // its session is not looked at
    const { lab, store } = make({ training });
    const keeper = createMistakesKeeper(lab);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(keeper.store.getState().heads).toBeNull();
    store.setState({ training: { phase: 'none' } });
    await answered(keeper);
  });

  it('are there, too, for a picture that was deleted at first', async () => {
    const { lab, change, undo } = make();
    change({ type: 'pictures removed', ids: ['p06'] });
    const keeper = createMistakesKeeper(lab);
    await answered(keeper);
    const first = () => keeper.store.getState().answers.validation[0]?.predicted[0]?.[0];
    expect(first()).toBe(255);
    undo();
    await settled(() => first() !== 255);
  });

  it('of many seeds wait for a word where they would take long', async () => {
    const { lab } = make();
    const mistakes = createMistakesStore();
    const answerer = createAnswerer(lab, mistakes, 10);
    answerer.follow();
    await settled(() => mistakes.getState().answering.phase === 'held');
    expect(mistakes.getState().answers.validation.map(Boolean)).toEqual([true, false]);
    answerer.goOn();
    await settled(() => mistakes.getState().answering.phase === 'idle');
    expect(mistakes.getState().answers.validation.map(Boolean)).toEqual([true, true]);
  });

  it('begin anew with other heads', async () => {
    const { lab, store } = make();
    const keeper = createMistakesKeeper(lab);
    const before = await answered(keeper);
    store.setState({ heads: { ...heads, parameters: numbers(heads.parameters.length).map((x) => -x) } });
    await settled(() => keeper.store.getState().heads !== heads);
    expect((await answered(keeper)).answers).not.toEqual(before.answers);
  });
});

describe('the nearest training pictures', () => {
  it('are of the seed’s own training side, and anew when the pictures change', async () => {
    const { lab, change } = make();
    const keeper = createMistakesKeeper(lab);
    await answered(keeper);
    keeper.near.want('list', [{ trial: 0, row: 7 }]);
    const found = () =>
      keeper.store
        .getState()
        .near.get('0:7')
        ?.found.map(({ row }) => row) ?? [];
    await settled(() => found().length === 3);
    expect(found().every((row) => heads.trials[0]?.training.includes(row))).toBe(true);
    const [nearest] = found();
    change({ type: 'pictures removed', ids: [heads.pictureIds[nearest ?? 0] ?? ''] });
    await settled(() => found().length === 3 && !found().includes(nearest ?? -1));
  });
});

it('no frame of a picture’s own recording counts as one that lies near', async () => {
  const { lab, store } = make();
  const keeper = createMistakesKeeper(lab);
  await answered(keeper);
  keeper.near.want('list', [{ trial: 0, row: 7 }]);
  const found = () => keeper.store.getState().near.get('0:7')?.found ?? [];
  await settled(() => found().length === 3);
  const [nearest] = found();
  const burst = new Set([heads.pictureIds[7], heads.pictureIds[nearest?.row ?? 0]]);
  store.setState({
    collection: {
      ...collection,
      pictures: collection.pictures.map((p) => (burst.has(p.id) ? { ...p, group: 'recording-1' } : p)),
    },
  });
  await settled(() => keeper.store.getState().near.get('0:7')?.among === store.getState().collection);
  expect(found().map(({ row }) => row)).not.toContain(nearest?.row);
  expect(found()).toHaveLength(3);
});

describe('the test set', () => {
  const locked = reduceCollection(whole, { type: 'test set aside', ids: strangers.map((p) => p.id) });

  it('is opened once, and written into the log', async () => {
    const { lab, store } = make({ collection: locked, log: [entry] });
    const keeper = createMistakesKeeper(lab);
    await keeper.test.open();
    const { testOpenedAt, log } = store.getState();
    expect(testOpenedAt).not.toBeNull();
    expect(log[0]?.test).toMatchObject({ openedAt: testOpenedAt, pictures: 6 });
    expect(log[0]?.test?.pictureIds).toEqual(strangers.map((p) => p.id));
    await keeper.test.open();
    expect(store.getState().log[0]).toBe(log[0]);
    expect(store.getState().testOpenedAt).toBe(testOpenedAt);
  });

  it('is kept open where the log has no entry to write to', async () => {
    const { lab, store } = make({ collection: locked });
    const keeper = createMistakesKeeper(lab);
    await keeper.test.open();
    expect(store.getState().testOpenedAt).not.toBeNull();
    expect(keeper.store.getState().testResult?.pictures).toBe(6);
  });

  it('is not opened with heads that have seen it', async () => {
    const { lab, store } = make({ log: [entry] });
    const keeper = createMistakesKeeper(lab);
    keeper.test.setAside(0.25);
    expect(store.getState().collection.pictures.filter((p) => p.test)).toHaveLength(3);
    await keeper.test.open();
    expect(keeper.store.getState().opening).toMatchObject({ phase: 'failed' });
    expect(store.getState().testOpenedAt).toBeNull();
    expect(store.getState().log[0]?.test).toBeNull();
  });

  it('stays opened when its release is undone, and is never drawn again', async () => {
    const { lab, store, undo } = make({ collection: locked, log: [entry] });
    const keeper = createMistakesKeeper(lab);
    await keeper.test.open();
    const at = store.getState().testOpenedAt;
    keeper.test.release();
    expect([...keeper.store.getState().released].toSorted()).toEqual(['t0', 't1', 't2', 't3', 't4', 't5']);
    expect(store.getState().testOpenedAt).toBeNull();
    expect(store.getState().collection.pictures.some((p) => p.test)).toBe(false);
    undo();
    await settled(() => store.getState().testOpenedAt === at);
    keeper.test.release();
    keeper.test.setAside(0.3);
    const again = store.getState().collection.pictures.filter((p) => p.test);
    expect(again.length).toBeGreaterThan(0);
    expect(again.filter((p) => p.id.startsWith('t'))).toEqual([]);
    expect(store.getState().testOpenedAt).toBeNull();
  });

  it('is not drawn again after its entry in the log was deleted and the page loaded again', async () => {
    const { lab, store } = make({ collection: locked, log: [entry] });
    const keeper = createMistakesKeeper(lab);
    await keeper.test.open();
    const openedAt = store.getState().testOpenedAt;
    lab.logbook.remove([heads.runId]);
    const { project } = store.getState();
    // What is kept of it, in a page that begins anew.
    const again = make({ collection: locked, project, testOpenedAt: openedAt });
    const later = createMistakesKeeper(again.lab);
    later.test.release();
    later.test.setAside(0.3);
    const drawn = again.store.getState().collection.pictures.filter((p) => p.test);
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.filter((p) => p.id.startsWith('t'))).toEqual([]);
  });

  it('was opened in an older log: deleting the entry leaves that', () => {
    const test = { openedAt: 5, pictureIds: ['t0'] } as unknown as LogEntry['test']; // the rest of it is not looked at
    const { lab, store } = make({ log: [{ ...entry, test }] });
    lab.logbook.remove([heads.runId]);
    expect(store.getState().project.testOpenings).toEqual([{ runId: heads.runId, openedAt: 5, pictureIds: ['t0'] }]);
  });

  it('is not opened with heads that another one was opened with', async () => {
    const testOpenings = [{ runId: heads.runId, openedAt: 5, pictureIds: ['gone'] }];
    const { lab, store } = make({ collection: locked, log: [entry], project: { id: 'p', name: '', testOpenings } });
    const keeper = createMistakesKeeper(lab);
    await keeper.test.open();
    expect(JSON.stringify(keeper.store.getState().opening)).toMatch(/tested already/);
    expect(store.getState().log[0]?.test).toBeNull();
  });

  it('stays with its project', async () => {
    const { lab, store } = make({ collection: locked });
    const keeper = createMistakesKeeper(lab);
    await keeper.test.open();
    const { project } = store.getState();
    // A copy has what came out, too.
    store.setState({ project: { ...project, id: 'copy' } });
    expect(keeper.store.getState().testResult).not.toBeNull();
    store.setState({ project: { id: 'other', name: 'Other' }, testOpenedAt: null });
    expect(keeper.store.getState().testResult).toBeNull();
    expect(keeper.store.getState().testAnswers).toBeNull();
  });

  it('shows its answers again after a reload, of the very heads that opened it', async () => {
    const { lab, store } = make({ collection: locked, log: [entry] });
    await createMistakesKeeper(lab).test.open();
    const later = createMistakesKeeper(lab);
    await settled(() => later.store.getState().testAnswers !== null);
    store.setState({ heads: { ...heads, runId: 'run-2' } });
    const other = createMistakesKeeper(lab);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(other.store.getState().testAnswers).toBeNull();
  });

  it('says what is missing when the features are not there', async () => {
    const { lab, store, known } = make({ collection: locked, log: [entry] });
    const keeper = createMistakesKeeper(lab);
    known.mockReturnValue(null);
    await keeper.test.open();
    expect(keeper.store.getState().opening).toMatchObject({ phase: 'failed' });
    expect(store.getState().testOpenedAt).toBeNull();
  });
});

async function answered({ store }: ReturnType<typeof createMistakesKeeper>) {
  await settled(() => {
    const { answering, answers } = store.getState();
    return answering.phase === 'idle' && answers.validation.length > 0 && answers.validation.every(Boolean);
  });
  return store.getState();
}
