import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { experimentOf, historyOf, run, score } from '../core/history.fixture';
import { parseLink } from '../core/link';
import { reduceTraining, type Session, type TrainingEvent } from '../core/session';
import { emptySession } from '../core/session.fixture';
import { createLogbook, type Logbook } from './logbook';
import { createStore, type LabStore } from './store';

// What works entries out; so that it is there at once.
await import('../core/log/entryOf');

let store: LabStore;
let logbook: Logbook;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  store = createStore(parseLink(''));
  logbook = createLogbook(store);
});
afterEach(() => vi.useRealTimers());

const tell = (event: TrainingEvent) =>
  store.setState(({ training }) => ({ training: reduceTraining(training, event) }));

const sessionOf = (runId: string): Session => ({
  ...emptySession,
  runId,
  startedAt: Date.now(),
  experiment: experimentOf(2),
  labels: new Int32Array(300),
});

/** The code is fetched in turns of the event loop that fake timers do not hold up. */
const fetched = () => vi.dynamicImportSettled();

const one = run(score(0.9, 0.3), score(0.8, 0.5));
const epochs = (from: number, to: number) =>
  historyOf(...Array.from({ length: to }, () => [one, one, one, one])).slice(from - 1);
const come = (from: number, to = from) =>
  tell({ type: 'epochs done', epochs: epochs(from, to), runStepsPerSecond: null });

const told = () => store.getState().log.map(({ id, phase, epochsDone }) => `${id} ${phase} ${epochsDone}`);

it('writes an entry as soon as a training starts, every two seconds, and at its end', async () => {
  tell({ type: 'started', session: sessionOf('a') });
  await fetched();
  expect(told()).toEqual(['a running 0']);
  vi.advanceTimersByTime(500);
  come(1);
  expect(told()).toEqual(['a running 0']);
  vi.advanceTimersByTime(2000);
  expect(told()).toEqual(['a running 1']);
  come(2, 3);
  tell({ type: 'ended' });
  expect(told()).toEqual(['a finished 3']);
  expect(store.getState().log[0]).toMatchObject({ number: 1, seconds: 2.5, classes: [], note: '' });
  expect(store.getState().log[0]?.verdict?.headline).toContain('identical');
  // Nothing follows, and what does not change stays the very same object.
  const before = store.getState().log;
  vi.advanceTimersByTime(10_000);
  expect(store.getState().log).toBe(before);
});

it('keeps one that is replaced in the middle as stopped, and none that had no epoch', async () => {
  tell({ type: 'started', session: sessionOf('a') });
  await fetched();
  come(1);
  tell({ type: 'started', session: sessionOf('b') });
  expect(told()).toEqual(['a stopped 1', 'b running 0']);
  tell({ type: 'started', session: sessionOf('c') });
  expect(told()).toEqual(['a stopped 1', 'c running 0']);
  come(1);
  tell({ type: 'paused' });
  expect(told()[1]).toBe('c running 1');
  tell({ type: 'forgotten' });
  expect(told()).toEqual(['a stopped 1', 'c stopped 1']);
  expect(store.getState().log.map(({ number }) => number)).toEqual([1, 2]);
});

it('keeps a failure with its reason, even before the first epoch', async () => {
  tell({ type: 'started', session: sessionOf('a') });
  await fetched();
  tell({ type: 'failed', reason: 'The worker crashed.' });
  expect(store.getState().log[0]).toMatchObject({ phase: 'failed', reason: 'The worker crashed.', verdict: null });
});

it('keeps notes and pins through later writing, and leaves the other entries as they are', async () => {
  tell({ type: 'started', session: sessionOf('a') });
  await fetched();
  come(1);
  tell({ type: 'started', session: sessionOf('b') });
  const [first] = store.getState().log;
  logbook.amend('b', { note: 'less dropout', pinned: true });
  come(1, 3);
  tell({ type: 'ended' });
  expect(store.getState().log[1]).toMatchObject({ note: 'less dropout', pinned: true, phase: 'finished' });
  expect(store.getState().log[0]).toBe(first);
  const before = store.getState().log;
  logbook.amend('nobody', { note: 'x' });
  expect(store.getState().log).toBe(before);
});

it('writes no removed entry again, until it is put back', async () => {
  tell({ type: 'started', session: sessionOf('a') });
  await fetched();
  come(1);
  vi.advanceTimersByTime(2000);
  const removed = store.getState().log;
  logbook.remove(['a']);
  come(2);
  vi.advanceTimersByTime(2000);
  expect(told()).toEqual([]);
  logbook.restore(removed);
  logbook.restore(removed);
  come(3);
  tell({ type: 'ended' });
  expect(told()).toEqual(['a finished 3']);
});

it('gives no number twice, whatever is removed and put back', async () => {
  tell({ type: 'started', session: sessionOf('a') });
  await fetched();
  come(1);
  tell({ type: 'started', session: sessionOf('b') });
  come(1);
  tell({ type: 'ended' });
  const removed = store.getState().log.slice(1);
  logbook.remove(['b']);
  tell({ type: 'started', session: sessionOf('c') });
  come(1);
  tell({ type: 'ended' });
  logbook.restore(removed);
  expect(
    store
      .getState()
      .log.map(({ id, number }) => `${id} ${number}`)
      .toSorted(),
  ).toEqual(['a 1', 'b 2', 'c 3']);
  expect(store.getState().project.lastNumber).toBe(2);
});

it('is data that can be cloned', async () => {
  tell({ type: 'started', session: sessionOf('a') });
  await fetched();
  come(1, 3);
  tell({ type: 'ended' });
  const { log } = store.getState();
  expect(structuredClone(log)).toEqual(log);
  expect(JSON.parse(JSON.stringify(log))).toEqual(log);
});
