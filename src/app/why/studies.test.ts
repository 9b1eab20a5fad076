import { afterEach, beforeEach, describe, expect, it, vi, type Mock } from 'vitest';
import { parseLink } from '../../core/link';
import { emptySession } from '../../core/session.fixture';
import { originWith } from '../../core/why/origin.fixture';
import type { Study } from '../../core/why/study';
import type { StudyResults } from '../../core/why/whyState';
import type { SizesResult } from '../../core/why/sizes';
import type { WaysResult } from '../../core/why/ways';
import { deferred, type Deferred } from '../../worker/deferred';
import { createStore, type LabState } from '../store';
import type { RunStudy, StudyParts } from './parts';
import { createStudies } from './studies';

/** What the page asks the studies to do. */
const runs = vi.hoisted(() => ({
  ways: vi.fn<RunStudy<StudyResults['ways']>>(),
  sizes: vi.fn<RunStudy<StudyResults['sizes']>>(),
  cuts: vi.fn<RunStudy<StudyResults['cuts']>>(),
  tuning: vi.fn<RunStudy<StudyResults['tuning']>>(),
}));
vi.mock('./ways', () => ({ runWays: runs.ways }));
vi.mock('./sizes', () => ({ runSizes: runs.sizes }));
vi.mock('./cuts', () => ({ runCuts: runs.cuts }));
vi.mock('./tuning', () => ({ runTuning: runs.tuning }));

/** A study that is in the test's hands: it reports, and comes to its end, when it is told to. */
interface Held<R> {
  readonly report: Parameters<RunStudy<R>>[1];
  readonly signal: AbortSignal;
  readonly end: Deferred<R | null>;
}

/** Every start of a study from now on. @param study one of `runs`. */
function held<R>(study: Mock<RunStudy<R>>): readonly Held<R>[] {
  const started: Held<R>[] = [];
  study.mockImplementation((_, report, signal) => {
    const end = deferred<R | null>();
    started.push({ report, signal, end });
    return end.promise;
  });
  return started;
}

const first = <T>(all: readonly T[]): T => {
  const [one] = all;
  if (!one) throw new Error('It was not started.');
  return one;
};

const waysResult = (): WaysResult => ({ origin: originWith(2), lines: [] });
const sizesResult: SizesResult = { origin: originWith(2), sizes: [], points: [] };

function made(state: Partial<LabState> = {}) {
  const store = createStore(parseLink(''));
  store.setState(state);
  const told: Study<WaysResult>[] = [];
  store.subscribe(({ why }, before) => {
    if (why.ways !== before.why.ways) told.push(why.ways);
  });
  // The studies themselves are replaced, and nothing else reads the parts.
  const studies = createStudies({ store } as unknown as StudyParts);
  return { store, studies, told, why: () => store.getState().why };
}

/** Ended well, with this result. */
async function madeWith(result: WaysResult) {
  const all = made();
  runs.ways.mockResolvedValueOnce(result);
  await all.studies.start('ways');
  expect(all.why().ways).toEqual({ phase: 'done', result });
  return all;
}

let clock = 0;
beforeEach(() => {
  clock = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  for (const run of Object.values(runs)) run.mockReset();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a study', () => {
  it('says at once that it is getting ready, and ends with its result', async () => {
    const { studies, told } = made();
    const started = held(runs.ways);
    const running = studies.start('ways');
    expect(told).toEqual([{ phase: 'running', doing: expect.objectContaining({ secondsLeft: null }), result: null }]);
    const result = waysResult();
    first(started).end.resolve(result);
    await running;
    expect(told.slice(1)).toEqual([{ phase: 'done', result }]);
    expect(first(started).signal.aborted).toBe(false);
  });

  it('runs alone: another is not begun until it is over', async () => {
    const { studies, why } = made();
    const [ways, sizes] = [held(runs.ways), held(runs.sizes)];
    const running = studies.start('ways');
    await studies.start('sizes');
    await studies.start('ways');
    expect([ways.length, sizes.length, why().sizes.phase]).toEqual([1, 0, 'none']);
    first(ways).end.resolve(waysResult());
    await running;
    const next = studies.start('sizes');
    first(sizes).end.resolve(sizesResult);
    await next;
    expect([why().ways.phase, why().sizes.phase]).toEqual(['done', 'done']);
  });

  it.each<[string, Partial<LabState>]>([
    ['a training is planned', { planning: true }],
    ['a training runs', { training: { phase: 'running', session: emptySession } }],
    ['a training is paused', { training: { phase: 'paused', session: emptySession } }],
    ['a sweep runs', { sweep: { phase: 'running', epoch: 0, epochs: 1, runs: 1 } }],
  ])('is not begun while %s', async (_, state) => {
    const { studies, told } = made(state);
    const started = held(runs.ways);
    await studies.start('ways');
    expect([started.length, told]).toEqual([0, []]);
    // Nothing of it is left to stop.
    studies.stop();
    expect(told).toEqual([]);
  });

  it.each<[string, Partial<LabState>]>([
    ['training is over', { training: { phase: 'finished', session: emptySession } }],
    ['training was stopped', { training: { phase: 'stopped', session: emptySession } }],
    ['sweep was stopped', { sweep: { phase: 'stopped' } }],
  ])('is begun where a %s', async (_, state) => {
    const { studies, why } = made(state);
    runs.ways.mockResolvedValueOnce(waysResult());
    await studies.start('ways');
    expect(why().ways.phase).toBe('done');
  });
});

describe('stopping a study', () => {
  it.each(['with nothing', 'with an abort'])(
    'before any result brings back the former one: it ends %s',
    async (how) => {
      const former = waysResult();
      const { studies, why, told } = await madeWith(former);
      const before = why().ways;
      const started = held(runs.ways);
      const running = studies.start('ways');
      const { report, signal, end } = first(started);
      report('Getting pictures', 1, 9, null);
      studies.stop();
      expect(signal.aborted).toBe(true);
      if (how === 'with nothing') end.resolve(null);
      else end.reject(new DOMException('stopped', 'AbortError'));
      await running;
      expect(why().ways).toBe(before);
      expect(told.filter(({ phase }) => phase === 'stopped')).toEqual([]);
    },
  );

  it('before any result, the first time, leaves a stopped study without one', async () => {
    const { studies, why } = made();
    const started = held(runs.ways);
    const running = studies.start('ways');
    studies.stop();
    first(started).end.resolve(null);
    await running;
    expect(why().ways).toEqual({ phase: 'stopped', result: null });
  });

  it.each(['answers', 'aborts', 'fails'])('brings back what there was in full before, where it %s', async (how) => {
    const whole = waysResult();
    const { studies, why } = await madeWith(whole);
    const started = held(runs.ways);
    const running = studies.start('ways');
    const { report, end } = first(started);
    const part = waysResult();
    report('Training', 1, 9, part);
    studies.stop();
    if (how === 'answers') end.resolve(part);
    else end.reject(how === 'aborts' ? new DOMException('stopped', 'AbortError') : new Error('The worker has gone.'));
    await running;
    const { ways } = why();
    expect(ways.phase === 'done' && ways.result).toBe(whole);
  });

  it('that is over does nothing', async () => {
    const { studies, why } = await madeWith(waysResult());
    const before = why();
    studies.stop();
    expect(why()).toBe(before);
  });

  it('lets it be started again', async () => {
    const { studies, why } = made();
    const started = held(runs.ways);
    const running = studies.start('ways');
    studies.stop();
    first(started).end.resolve(null);
    await running;
    const again = studies.start('ways');
    const second = started[1];
    expect(second?.signal.aborted).toBe(false);
    second?.end.resolve(waysResult());
    await again;
    expect(why().ways.phase).toBe('done');
  });
});

describe('a study that fails', () => {
  it('says why in its sentence, and keeps what was told so far, also what was told in between', async () => {
    const { studies, why } = made();
    const started = held(runs.ways);
    const running = studies.start('ways');
    const { report, end } = first(started);
    report('Training', 1, 9, null);
    // Too soon for the page to hear of it.
    const part = waysResult();
    report('Training', 2, 9, part);
    end.reject(new Error('The card is gone.'));
    await running;
    const { ways } = why();
    expect(ways).toEqual({ phase: 'failed', reason: 'The card is gone.', result: part });
    expect(ways.phase === 'failed' && ways.result).toBe(part);
  });

  it('can be started again, and does not touch the others', async () => {
    const { studies, why } = made();
    runs.sizes.mockResolvedValueOnce(sizesResult);
    await studies.start('sizes');
    const before = why().sizes;
    runs.ways.mockRejectedValueOnce(new Error('No.'));
    await studies.start('ways');
    expect(why()).toMatchObject({ ways: { phase: 'failed', reason: 'No.', result: null } });
    expect(why().sizes).toBe(before);
    runs.ways.mockResolvedValueOnce(waysResult());
    await studies.start('ways');
    expect(why().ways.phase).toBe('done');
  });
});

describe('forgetting a study', () => {
  it.each(['answers', 'answers nothing', 'fails', 'aborts'])('says nothing any more, where it %s', async (how) => {
    const { studies, told } = made();
    const started = held(runs.ways);
    const running = studies.start('ways');
    const { report, signal, end } = first(started);
    report('Training', 1, 9, waysResult());
    const heard = told.length;
    studies.forget();
    expect(signal.aborted).toBe(true);
    clock += 10_000;
    report('Something else', 2, 9, waysResult());
    if (how === 'fails') end.reject(new Error('late'));
    else if (how === 'aborts') end.reject(new DOMException('late', 'AbortError'));
    else end.resolve(how === 'answers' ? waysResult() : null);
    await running;
    expect(told).toHaveLength(heard);
  });

  it('does not disturb the one that is started after it', async () => {
    const { store, studies, why } = made();
    const started = held(runs.ways);
    const old = studies.start('ways');
    studies.forget();
    store.setState(({ why }) => ({ why: { ...why, ways: { phase: 'none' } } }));
    const now = studies.start('ways');
    first(started).report('Old', 1, 2, waysResult());
    first(started).end.reject(new Error('late'));
    await old;
    expect(why().ways).toMatchObject({ phase: 'running', result: null, doing: { words: 'Getting ready' } });
    // It can still be stopped.
    studies.stop();
    expect(started[1]?.signal.aborted).toBe(true);
    started[1]?.end.resolve(null);
    await now;
    expect(why().ways).toEqual({ phase: 'stopped', result: null });
  });
});

describe('progress', () => {
  /** What the page heard of it, as words and steps. */
  const heard = (told: readonly Study<WaysResult>[]) =>
    told.flatMap((study) => (study.phase === 'running' ? [`${study.doing.words} ${study.doing.done}`] : []));

  it('is told at most four times a second, but every change of words at once', async () => {
    const { studies, told } = made();
    const started = held(runs.ways);
    const running = studies.start('ways');
    const { report, end } = first(started);
    const step = (after: number, words: string, done: number) => {
      clock += after;
      report(words, done, 9, null);
    };
    step(1, 'A', 0);
    step(100, 'A', 1);
    step(100, 'A', 2);
    step(100, 'A', 3);
    step(1, 'B', 0);
    step(1, 'C', 0);
    step(1, 'C', 1);
    step(248, 'C', 2);
    step(1, 'C', 3);
    end.resolve(waysResult());
    await running;
    expect(heard(told)).toEqual(['Getting ready 0', 'A 0', 'A 3', 'B 0', 'C 0', 'C 3']);
  });

  it('is not more than four times a second however often there is some', async () => {
    const { studies, told } = made();
    const started = held(runs.ways);
    const running = studies.start('ways');
    const { report, end } = first(started);
    for (let ms = 0; ms < 2000; ms += 5, clock += 5) report('Epoch', ms / 5, 400, null);
    end.resolve(waysResult());
    await running;
    expect(heard(told).filter((words) => words.startsWith('Epoch'))).toHaveLength(8);
  });

  it('shows what came of it so far', async () => {
    const { studies, told } = made();
    const started = held(runs.ways);
    const running = studies.start('ways');
    const part = waysResult();
    first(started).report('Training', 1, 9, part);
    expect(told.at(-1)).toMatchObject({ phase: 'running', doing: { words: 'Training', done: 1, total: 9 } });
    expect(told.at(-1)).toHaveProperty('result', part);
    first(started).end.resolve(part);
    await running;
  });

  it('says how long it takes from the pace of what is under way, not of what was before', async () => {
    const { studies, told } = made();
    const started = held(runs.ways);
    const running = studies.start('ways');
    const { report, end } = first(started);
    const left = (after: number, words: string, done: number) => {
      clock += after;
      report(words, done, 10, null);
      const last = told.at(-1);
      return last?.phase === 'running' ? last.doing.secondsLeft : undefined;
    };
    // Two were there already; after that one a second.
    expect(left(0, 'A', 2)).toBeNull();
    expect(left(1000, 'A', 3)).toBeNull();
    expect(left(2000, 'A', 5)).toBe(5);
    expect(left(500, 'B', 0)).toBeNull();
    expect(left(4000, 'B', 0)).toBeNull();
    expect(left(4000, 'B', 2)).toBe(32);
    end.resolve(null);
    await running;
  });
});
