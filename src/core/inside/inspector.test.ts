import { describe, expect, it } from 'vitest';
import { headShape } from '../headShape';
import { Inspector } from './inspector';
import { snapshotAt, dataset, experiment } from './head.fixture';
import { removedUnits } from './knockOut';

const inspect = (changes: Partial<typeof experiment> = {}) => {
  const inspector = new Inspector({ ...experiment, ...changes }, dataset);
  inspector.add(snapshotAt(1));
  return inspector;
};
const wanted = () => true;

describe('knock-out of a whole training', () => {
  it('removes the same units in both arms: equal heads differ nowhere', async () => {
    const view = await inspect().knockOut(1, wanted);
    expect(view?.arms[1]).toEqual(view?.arms[0]);
    expect(view?.difference.map(({ mean }) => mean)).toEqual(removedUnits(experiment.hidden).map(() => 0));
    // Something does depend on what is removed.
    expect(new Set(view?.arms[0]?.map(({ mean }) => mean)).size).toBeGreaterThan(3);
  });

  it('answers as chance when nothing is left, and says what chance is', async () => {
    const view = await inspect().knockOut(1, wanted);
    // The biases are zero, so that the first class is answered: a third of the pictures are of it.
    expect(view?.arms.map((arm) => arm.at(-1)?.mean)).toEqual([1 / 3, 1 / 3]);
    expect(view).toMatchObject({ chance: 1 / 3, seeds: 3, draws: 20, removed: removedUnits(experiment.hidden) });
  });
});

describe('masked passes of a whole training', () => {
  it('all agree without dropout, and spread with it', () => {
    const [without, withDropout] = inspect().monteCarlo(1, 13).arms;
    without?.passes.forEach((own, c) => expect(new Set(own)).toEqual(new Set([without.whole[c]])));
    withDropout?.passes.forEach((own) => {
      expect(own).toHaveLength(200);
      expect(own).toEqual(own.toSorted());
      expect(new Set(own).size).toBeGreaterThan(100);
    });
    expect(withDropout?.whole).toEqual(without?.whole);
  });
});

describe('similarity of a whole training', () => {
  it('begins alike in both arms, and follows no change at the start', async () => {
    const course = await inspect().similarityCourse(1, 'weights', wanted);
    expect(course?.points.map(({ epoch }) => epoch)).toEqual([0, 1]);
    const [start] = course?.points ?? [];
    expect(start?.mean[0]).toEqual(start?.mean[1]);
    expect(course?.difference).toMatchObject({ mean: 0, n: 3 });
    const change = await inspect().similarityCourse(0, 'change', wanted);
    // Nothing has changed yet: no unit is like another.
    expect(change?.points[0]?.mean.map(({ mean }) => mean)).toEqual([0, 0]);
  });
});

it('goes on measuring a course when epochs of it are let go of meanwhile', async () => {
  const inspector = new Inspector({ ...experiment, hidden: 512, epochs: 2000 }, dataset);
  const parameters = new Float32Array(headShape(4, 512, 3).size);
  const asked = 301;
  for (let epoch = 1; epoch <= asked; epoch++) inspector.add(snapshotAt(epoch, parameters));
  const course = inspector.similarityCourse(asked, 'weights', wanted);
  for (let epoch = asked + 1; inspector.epochs.includes(asked); epoch++) inspector.add(snapshotAt(epoch, parameters));
  expect((await course)?.at).toBe(asked);
});

it('draws every epoch on one scale, that of the largest weight so far', () => {
  const inspector = new Inspector(experiment, dataset);
  for (const [epoch, weight] of [5, 1].entries())
    inspector.add(snapshotAt(epoch + 1, new Float32Array(headShape(4, experiment.hidden, 3).size).fill(weight)));
  expect([0, 1, 2].map((epoch) => inspector.network(epoch).scale)).toEqual([5, 5, 5]);
});

describe('epochs', () => {
  it('are only those that are kept, and there is no step after the last', () => {
    const inspector = inspect();
    expect(inspector.epochs).toEqual([0, 1]);
    expect(() => inspector.network(2)).toThrow('Epoch 2 is not kept.');
    expect(inspector.step(experiment.epochs, true)).toBeNull();
  });

  it('are gone through batch by batch, then it is over, and it can begin afresh', () => {
    const inspector = inspect();
    const first = inspector.step(1, true);
    const rest = [inspector.step(1, false), inspector.step(1, false), inspector.step(1, false)];
    expect(rest.map((view) => view?.step)).toEqual([2, 3, undefined]);
    const seen = [first, ...rest].flatMap((view) => view?.rows ?? []);
    expect(seen.toSorted((a, b) => a - b)).toEqual([...(experiment.trials[0]?.training ?? [])]);
    expect(first).toMatchObject({ epoch: 2, step: 1, steps: 3 });
    expect(inspector.step(1, true)).toEqual(first);
  });

  it('lead to the strip: its masks are those of the steps of the epoch before', () => {
    const inspector = inspect();
    inspector.add(snapshotAt(2));
    const steps = [inspector.step(1, true), inspector.step(1, false), inspector.step(1, false)];
    const strip = inspector.strip(2);
    experiment.arms.forEach((_, a) =>
      expect(strip.arms[a]?.masks).toEqual(steps.flatMap((view) => view?.arms[a]?.droppedHidden ?? [])),
    );
    expect(strip.arms[1]?.masks.flat()).toContain(true);
    expect(strip.drawn).toBe(24);
  });
});
