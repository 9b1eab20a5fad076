import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Checkpoint } from '../core/checkpoint';
import { headShape, initialParameters } from '../core/headShape';
import { answersOf } from '../core/inside/answers';
import { standardisedRows, trialData } from '../core/inside/epochReplay';
import { checkpointOf, dataset, experiment } from '../core/inside/head.fixture';
import { nothingInside, shownEpoch, type Question } from '../core/inside/insideState';
import { parseLink } from '../core/link';
import type { Session } from '../core/session';
import { emptySession } from '../core/session.fixture';
import { deferred } from '../worker/deferred';
import { createInspectService, type InspectService } from '../worker/inspectService';
import { createInside } from './inside';
import { createStore } from './store';

const shape = headShape(dataset.dimension, experiment.hidden, dataset.classNames.length);
const session: Session = { ...emptySession, experiment, classNames: dataset.classNames, labels: dataset.labels };

/** After an epoch, every run with parameters of its own. */
function trained(epoch: number): Checkpoint {
  const runs = Array.from({ length: 6 }, (_, r) => initialParameters(shape, 100 * epoch + r));
  return { ...checkpointOf(epoch), parameters: Float32Array.from(runs.flatMap((own) => [...own])) };
}

/** On the real service, parts of it replaced. */
function make(replace: (real: InspectService) => Partial<InspectService> = () => ({})) {
  const store = createStore(parseLink(''));
  const real = createInspectService();
  const inside = createInside(store, { ...real, ...replace(real) });
  return { store, inside, now: () => store.getState().inside };
}

/** After so many epochs of a training. */
async function makeTrained(epochs: number, replace?: (real: InspectService) => Partial<InspectService>) {
  const made = make(replace);
  await made.inside.begin(experiment, dataset);
  for (let epoch = 1; epoch <= epochs; epoch++) await made.inside.add(trained(epoch));
  await until(() => made.now().network?.epoch === epochs);
  return made;
}

const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), { interval: 2 });
/** Longer than anything here takes that is not held up. */
const pause = () =>
  new Promise((done) => {
    setTimeout(done, 60);
  });

afterEach(() => {
  vi.useRealTimers();
});

describe('the epoch that is looked at', () => {
  it('is the start, and then always the latest', async () => {
    const { inside, now } = make();
    await inside.begin(experiment, dataset);
    await until(() => now().network?.epoch === 0);
    expect(now()).toMatchObject({ epochs: [0], trials: 3, step: { epoch: 1, step: 1 }, trouble: null });
    await inside.add(trained(1));
    await inside.add(trained(2));
    await until(() => now().network?.epoch === 2);
    expect(now()).toMatchObject({
      epochs: [0, 1, 2],
      chosen: null,
      answers: { epoch: 2 },
      strip: { epoch: 2 },
      step: { epoch: 3, step: 1 },
    });
  });

  it('stays when it was chosen, until the latest is asked for', async () => {
    const { inside, now } = await makeTrained(2);
    inside.showEpoch(1);
    await until(() => now().network?.epoch === 1);
    await inside.add(trained(3));
    await pause();
    expect(now()).toMatchObject({ epochs: [0, 1, 2, 3], chosen: 1, answers: { epoch: 1 }, step: { epoch: 2 } });
    inside.showEpoch(null);
    await until(() => now().network?.epoch === 3);
    expect(now()).toMatchObject({ chosen: null, answers: { epoch: 3 }, step: { epoch: 4 } });
  });

  it('is at the end what the training ended with, beside the last step that it took', async () => {
    const { inside, now } = await makeTrained(4);
    const [trial] = experiment.trials;
    if (!trial) throw new Error('There are trials.');
    const x = standardisedRows(trialData(dataset, trial.training), trial.validation);
    const labels = trial.validation.map((row) => dataset.labels[row] ?? 0);
    /** Of the first seed of each arm: runs 0 and 3. */
    const own = (epoch: number) =>
      [0, 3].map((run) => {
        const parameters = trained(epoch).parameters.subarray(run * shape.size, (run + 1) * shape.size);
        return answersOf({ shape, parameters }, x, labels);
      });
    expect(now().answers?.arms).toEqual(own(4));
    expect(own(4)).not.toEqual(own(3));
    expect(now().step).toMatchObject({ epoch: 4, step: 1 });
    inside.showEpoch(3);
    await until(() => now().network?.epoch === 3);
    expect(now().answers?.arms).toEqual(own(3));
    expect(now().step?.epoch).toBe(4);
  });
});

it('gives way to its neighbour when the chosen epoch is let go of', async () => {
  const big = { ...experiment, hidden: 512, epochs: 2000 };
  const parameters = new Float32Array(headShape(dataset.dimension, 512, 3).size);
  const { inside, now } = make();
  await inside.begin(big, dataset);
  await inside.add(checkpointOf(1, parameters));
  inside.showEpoch(1);
  await until(() => now().network?.epoch === 1);
  for (let epoch = 2; now().epochs.includes(1); epoch++) await inside.add(checkpointOf(epoch, parameters));
  await until(() => now().network?.epoch === shownEpoch(now()));
  expect(now().network?.epoch).not.toBe(1);
});

describe('a step', () => {
  it('has four stages, then comes the next batch, and after the last of an epoch its first again', async () => {
    const { inside, now } = await makeTrained(1);
    const seen: unknown[] = [];
    const first = now().step;
    for (let i = 0; i < 12; i++) {
      const { step, stage } = now();
      seen.push([step?.step, stage]);
      inside.step();
      await until(() => now().stage !== stage || now().step !== step);
    }
    expect(seen).toEqual([1, 2, 3].flatMap((step) => [0, 1, 2, 3].map((stage) => [step, stage])));
    expect(now()).toMatchObject({ stage: 0, step: first });
  });

  it('shows a picture that is in the batch, also in a smaller one', async () => {
    const { inside, now } = await makeTrained(1);
    inside.showInBatch(4);
    for (const step of [2, 3]) {
      while (now().stage < 3) inside.step();
      inside.step();
      await until(() => now().step?.step === step);
      expect(now().shownInBatch).toBe(step === 2 ? 4 : 1);
    }
    // Twelve pictures in batches of five.
    expect(now().step?.rows).toHaveLength(2);
  });

  it('begins anew with its first stage at another epoch', async () => {
    const { inside, now } = await makeTrained(2);
    inside.step();
    inside.step();
    expect(now().stage).toBe(2);
    inside.showEpoch(0);
    await until(() => now().network?.epoch === 0);
    expect(now()).toMatchObject({ stage: 0, step: { epoch: 1, step: 1 } });
  });
});

describe('playing', () => {
  const play = async () => {
    const made = await makeTrained(2);
    made.inside.setMode('predict');
    await until(() => made.now().predict !== null);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    made.inside.togglePlay();
    expect(made.now()).toMatchObject({ playing: true, mode: 'masks' });
    await vi.advanceTimersByTimeAsync(350);
    expect(made.now().step).toMatchObject({ epoch: 3, step: 2 });
    return made;
  };

  it('takes one step after the other until it is paused', async () => {
    const { inside, now } = await play();
    await vi.advanceTimersByTimeAsync(350);
    const { step } = now();
    expect(step).toMatchObject({ epoch: 3, step: 3 });
    inside.togglePlay();
    await vi.advanceTimersByTimeAsync(2000);
    expect(now().playing).toBe(false);
    expect(now().step).toBe(step);
  });

  it.each<readonly [string, (inside: ReturnType<typeof createInside>) => void, number]>([
    ['another epoch is looked at', (inside) => inside.showEpoch(1), 2],
    ['it is gone through by hand', (inside) => inside.step(), 3],
    ['answers are looked at', (inside) => inside.setMode('predict'), 3],
  ])('ends when %s', async (_, act, epoch) => {
    const { inside, now } = await play();
    act(inside);
    expect(now().playing).toBe(false);
    await vi.advanceTimersByTimeAsync(0);
    const { step } = now();
    expect(step?.epoch).toBe(epoch);
    await vi.advanceTimersByTimeAsync(2000);
    expect(now().step).toBe(step);
  });

  it('ends when another training begins', async () => {
    const { inside, now } = await play();
    await inside.begin(experiment, dataset);
    await vi.advanceTimersByTimeAsync(2000);
    expect(now()).toMatchObject({ playing: false, step: { epoch: 1, step: 1 } });
  });
});

it('plays once only, also when it was paused and gone on with in the middle of a step', async () => {
  const gate = deferred<undefined>();
  let taken = 0;
  const { inside, now } = await makeTrained(2, (real) => ({
    step: async (...given) => {
      taken++;
      await gate.promise;
      return real.step(...given);
    },
  }));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  inside.togglePlay();
  await vi.advanceTimersByTimeAsync(350);
  expect(taken).toBe(1);
  inside.togglePlay();
  inside.togglePlay();
  gate.resolve(undefined);
  await vi.advanceTimersByTimeAsync(350);
  expect(now().playing).toBe(true);
  // The one that was under way, and one in this beat.
  expect(taken).toBe(2);
});

describe('what is asked for', () => {
  it('is busy by itself when two are asked for, and a second press does not keep it busy', async () => {
    const gate = deferred<undefined>();
    const { inside, now } = await makeTrained(2, (real) => ({
      knockOut: async (epoch) => {
        await gate.promise;
        return real.knockOut(epoch);
      },
    }));
    inside.ask('knockOut');
    await pause();
    inside.ask('similarity');
    expect(now().busy).toEqual(['knockOut', 'similarity']);
    gate.resolve(undefined);
    await until(() => now().busy.length === 0);
    expect([now().knockOut?.epoch, now().course?.at]).toEqual([2, 2]);
    inside.ask('knockOut');
    await pause();
    expect(now().busy).toEqual([]);
  });

  it.each<Question>(['knockOut', 'similarity', 'monteCarlo'])('is busy until it is there: %s', async (question) => {
    const { inside, now } = await makeTrained(2);
    inside.ask(question);
    expect(now()).toMatchObject({ busy: [question], [question]: null });
    await until(() => now().busy.length === 0);
    expect(now()[question]?.epoch).toBe(2);
    expect(now().course?.at).toBe(question === 'similarity' ? 2 : undefined);
    const others = (['knockOut', 'similarity', 'monteCarlo'] as const).filter((other) => other !== question);
    for (const other of others) expect(now()[other]).toBeNull();
  });

  it('is worked out for the epoch that is looked at next', async () => {
    const { inside, now } = await makeTrained(2);
    inside.ask('knockOut');
    inside.ask('similarity');
    await until(() => now().knockOut !== null && now().course !== null);
    inside.showEpoch(1);
    await until(() => now().knockOut?.epoch === 1 && now().course?.at === 1 && now().busy.length === 0);
    expect(now().similarity?.epoch).toBe(1);
  });

  it('is not worked out again at every epoch of a training, but once it ends', async () => {
    const { store, inside, now } = await makeTrained(1);
    store.setState({ training: { phase: 'running', session } });
    // What is asked for first while a training runs does not wait.
    for (const question of ['knockOut', 'similarity', 'monteCarlo'] as const) inside.ask(question);
    const measured = () => [now().knockOut?.epoch, now().similarity?.epoch, now().course?.at, now().monteCarlo?.epoch];
    await vi.waitFor(() => expect([...measured(), now().busy]).toEqual([1, 1, 1, 1, []]));
    for (const epoch of [2, 3, 4]) {
      await inside.add(trained(epoch));
      await until(() => now().network?.epoch === epoch);
    }
    await pause();
    expect([...measured(), now().busy]).toEqual([1, 1, 1, 1, []]);
    store.setState({ training: { phase: 'finished', session } });
    await vi.waitFor(() => expect([...measured(), now().busy]).toEqual([4, 4, 4, 4, []]));
  });
});

describe('another picture', () => {
  it('takes the spread of the former one away, and gets its own', async () => {
    let real: InspectService | undefined;
    const { inside, now } = await makeTrained(2, (service) => ((real = service), {}));
    inside.ask('monteCarlo');
    await until(() => now().busy.length === 0);
    // The first of validation.
    expect(now().monteCarlo?.row).toBe(12);
    inside.showPicture(14);
    expect(now()).toMatchObject({ row: 14, monteCarlo: null, busy: ['monteCarlo'] });
    await until(() => now().busy.length === 0);
    expect(now().monteCarlo).toEqual(await real?.monteCarlo(2, 14));
    expect(now().monteCarlo).not.toEqual(await real?.monteCarlo(2, 12));
  });

  it('is answered where answers are looked at, and measured only when that was asked for', async () => {
    const { inside, now } = await makeTrained(2);
    inside.setMode('predict');
    await until(() => now().predict?.row === 12);
    inside.showPicture(15);
    expect(now().busy).toEqual([]);
    await until(() => now().predict?.row === 15);
    inside.setMode('masks');
    await until(() => now().predict === null);
    expect(now().monteCarlo).toBeNull();
  });
});

describe('another kind of similarity', () => {
  it('takes the former one away, and is measured in its place', async () => {
    const { inside, now } = await makeTrained(2);
    inside.ask('similarity');
    await until(() => now().busy.length === 0);
    const former = now().similarity?.matrices;
    inside.setKind('change');
    expect(now()).toMatchObject({ kind: 'change', similarity: null, course: null, busy: ['similarity'] });
    await until(() => now().busy.length === 0);
    expect(now()).toMatchObject({ similarity: { kind: 'change', epoch: 2 }, course: { kind: 'change', at: 2 } });
    expect(now().similarity?.matrices).not.toEqual(former);
  });

  it('is only noted where none was asked for', async () => {
    const { inside, now } = await makeTrained(2);
    inside.setKind('activations');
    expect(now()).toMatchObject({ kind: 'activations', busy: [] });
    await pause();
    expect(now().similarity).toBeNull();
  });
});

describe('beside a training', () => {
  it('an answer about another picture or kind is not shown for the one that is wanted by now', async () => {
    const gate = deferred<undefined>();
    const { store, inside, now } = await makeTrained(2, (real) => ({
      monteCarlo: async (epoch, row) => {
        if (row === 12) await gate.promise;
        return real.monteCarlo(epoch, row);
      },
    }));
    store.setState({ training: { phase: 'running', session } });
    inside.ask('similarity');
    inside.ask('monteCarlo');
    await Promise.resolve();
    inside.setKind('change');
    await pause();
    inside.showPicture(14);
    gate.resolve(undefined);
    await until(() => now().busy.length === 0);
    expect(now()).toMatchObject({
      kind: 'change',
      similarity: { kind: 'change' },
      course: { kind: 'change' },
      row: 14,
      monteCarlo: { row: 14 },
    });
  });
});

describe('a worker that fails', () => {
  it('at one question answers the others, and this one when it is asked again', async () => {
    let isGone = true;
    const { inside, now } = await makeTrained(2, (real) => ({
      knockOut: (epoch) => (isGone ? Promise.reject(new Error('No memory.')) : real.knockOut(epoch)),
    }));
    inside.ask('knockOut');
    await until(() => now().trouble !== null);
    inside.ask('similarity');
    await until(() => now().course !== null && now().busy.length === 0);
    expect(now().knockOut).toBeNull();
    isGone = false;
    inside.ask('knockOut');
    await until(() => now().knockOut?.epoch === 2 && now().busy.length === 0);
    expect(now().trouble).toBeNull();
  });

  it('leaves one sentence, and the next training begins without it', async () => {
    let isGone = true;
    const failing = (why: string) => () => (isGone ? Promise.reject(new Error(why)) : Promise.resolve(null));
    const { inside, now } = await makeTrained(2, () => ({ knockOut: failing('The worker is gone.') }));
    inside.ask('knockOut');
    await until(() => now().trouble !== null);
    expect(now()).toMatchObject({ trouble: 'The worker is gone.', busy: [], knockOut: null });
    // What was there is there still.
    expect(now().network?.epoch).toBe(2);
    isGone = false;
    await inside.begin(experiment, dataset);
    await until(() => now().network?.epoch === 0);
    expect(now()).toMatchObject({ trouble: null, asked: [], busy: [] });
  });

  it('says what failed first, not what failed for that', async () => {
    const { inside, now } = make(() => ({
      look: () => Promise.reject(new Error('It crashed.')),
      add: () => Promise.reject(new Error('Nothing is kept.')),
    }));
    await inside.begin(experiment, dataset);
    await until(() => now().trouble !== null);
    await inside.add(trained(1));
    expect(now()).toMatchObject({ trouble: 'It crashed.', busy: [] });
  });

  it('cannot keep a head that is too large, and says so for as long as it is trained', async () => {
    const { inside, now } = make();
    await inside.begin({ ...experiment, hidden: 3_000_000 }, dataset);
    const { trouble } = now();
    expect(trouble).toMatch(/too many to keep and look inside/);
    await inside.add(trained(1));
    await pause();
    expect(now()).toEqual({ ...nothingInside, trouble });
    await inside.begin(experiment, dataset);
    await until(() => now().network !== null);
    expect(now().trouble).toBeNull();
  });
});

describe('the end of a training', () => {
  it('leaves nothing but how it was looked at, whatever is answered late', async () => {
    const gate = deferred<undefined>();
    let late = 0;
    /** Answers like the real one, but late. */
    const held =
      <A extends readonly unknown[], T>(answer: (...given: A) => Promise<T>) =>
      async (...given: A) => {
        const answered = await answer(...given);
        await gate.promise;
        late++;
        return answered;
      };
    const { inside, now } = await makeTrained(2, (real) => ({ knockOut: held(real.knockOut), step: held(real.step) }));
    inside.setMode('predict');
    inside.setKind('change');
    inside.showPicture(15);
    inside.showEpoch(1);
    await until(() => now().predict?.row === 15 && now().predict?.epoch === 1);
    inside.ask('knockOut');
    for (let i = 0; i < 4; i++) inside.step();
    await pause();
    inside.end();
    const ended = now();
    expect(ended).toEqual({ ...nothingInside, mode: 'predict', kind: 'change' });
    gate.resolve(undefined);
    await until(() => late === 2);
    await pause();
    expect(now()).toBe(ended);
  });

  it('by the beginning of another lets late answers change nothing', async () => {
    const gate = deferred<undefined>();
    let opened = 0;
    const { inside, now } = make((real) => ({
      open: async (...given) => {
        if (++opened > 1) return real.open(...given);
        await gate.promise;
        return { epochs: [0, 1, 2], bytes: 1, trials: 9 };
      },
    }));
    const first = inside.begin(experiment, dataset);
    await inside.begin({ ...experiment, trials: experiment.trials.slice(1) }, dataset);
    await until(() => now().network?.epoch === 0);
    gate.resolve(undefined);
    await first;
    await pause();
    expect(now()).toMatchObject({ epochs: [0], trials: 2, trouble: null, network: { epoch: 0 } });
  });
});
