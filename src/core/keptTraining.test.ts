import { describe, expect, it } from 'vitest';
import type { Collection } from './collection';
import { experimentOf, historyOf, run, score } from './history.fixture';
import { epochsIn, keptTraining, restoredTraining } from './keptTraining';
import type { Session, Training } from './session';
import { emptySession } from './session.fixture';

const collection: Collection = {
  classes: [{ id: 'class-1', name: 'Cats', style: 0 }],
  pictures: [
    { id: 'a', hash: 'a', name: 'a.png', classId: 'class-1', group: 'a', pin: { side: 'training', by: 'person' } },
    { id: 'b', hash: 'b', name: 'b.png', classId: 'class-1', group: 'b', pin: null, test: true },
  ],
};
const experiment = experimentOf(2, 3);
const runs = (e: number) =>
  [0, 1, 2, 3].map((r) => run(score(e + r / 10, -r), score(e / 7, r / 3), score(Number.NaN, e * r)));
const history = historyOf(runs(1), runs(2), runs(3));
const session: Session = { ...emptySession, collection, experiment, history };

const restored = (of: Session): Session => ({ ...of, isRestored: true });

const back = (training: Training, present = collection) => {
  const kept = keptTraining(training);
  if (!kept) throw new Error('It has epochs.');
  // As the browser's storage hands it back.
  return restoredTraining(structuredClone(kept), structuredClone(present));
};

describe('a training that is kept', () => {
  it('comes back with every number as it was', () => {
    expect(back({ phase: 'finished', session })).toEqual({ phase: 'finished', session: restored(session) });
    expect(back(back({ phase: 'finished', session }))).toEqual({ phase: 'finished', session: restored(session) });
    expect(epochsIn(new Float64Array(3 * 4 * 6), experiment)).toBe(3);
  });

  it('comes back with what was answered, where every epoch tells it', () => {
    const counted = history.map((epoch, e) => ({
      ...epoch,
      confusion: [0, 1].map((arm) => [
        [e, arm],
        [7, e + arm],
      ]),
    }));
    const of = { ...session, classNames: ['Cats', 'Dogs'], history: counted };
    expect(back({ phase: 'finished', session: of })).toEqual({ phase: 'finished', session: restored(of) });
    const some = { ...of, history: [...counted.slice(1), ...history.slice(0, 1)] };
    expect(keptTraining({ phase: 'finished', session: some })).not.toHaveProperty('confusion');
  });

  it('was stopped where it was cut off in the middle, and failed where it failed', () => {
    const half = { ...session, history: history.slice(0, 2) };
    expect(back({ phase: 'running', session: half })).toEqual({ phase: 'stopped', session: restored(half) });
    expect(back({ phase: 'paused', session: half }).phase).toBe('stopped');
    expect(back({ phase: 'failed', reason: 'No.', session: half })).toMatchObject({ phase: 'failed', reason: 'No.' });
  });

  it('is of the present pictures only where they are the same in all', () => {
    const kept = keptTraining({ phase: 'finished', session });
    const sessionWith = (present: Collection) => {
      const training = kept && restoredTraining(structuredClone(kept), present);
      return training && training.phase !== 'none' ? training.session : null;
    };
    expect(sessionWith(collection)?.collection).toBe(collection);
    const [a, b] = collection.pictures;
    if (!a || !b) throw new Error('There are two.');
    for (const changed of [
      { ...collection, pictures: [a] },
      { ...collection, pictures: [b, a] },
      { ...collection, pictures: [{ ...a, pin: null }, b] },
      { ...collection, pictures: [{ ...a, classId: 'class-2' }, b] },
      { ...collection, classes: [{ id: 'class-1', name: 'Dogs', style: 0 }] },
    ])
      expect(sessionWith(changed)?.collection).toEqual(collection);
  });

  it('has epochs, or there is nothing to keep', () => {
    expect(keptTraining({ phase: 'none' })).toBeNull();
    expect(keptTraining({ phase: 'running', session: { ...session, history: [] } })).toBeNull();
  });
});
