import { describe, expect, it } from 'vitest';
import { probabilitiesOf } from '../heads/trainedHeads';
import { heads, numbers } from './mistakes.fixture';
import { answersOfSeed, noAnswer } from './seedAnswers';

const features = Array.from({ length: 12 }, (_, row) => numbers(24).slice(2 * row, 2 * row + 2));
const always = { featuresOf: (row: number) => features[row], isWanted: () => true, onDone: () => undefined };

describe('answersOfSeed', () => {
  it('answers as the heads do, arm by arm, whatever the turns', async () => {
    for (const trial of [0, 1]) {
      const rows = heads.trials[trial]?.validation ?? new Int32Array();
      const answers = await answersOfSeed(heads, trial, rows, always);
      heads.arms.forEach((_, arm) =>
        rows.forEach((row, i) => {
          const own = [...probabilitiesOf(heads, arm, trial, features[row] ?? new Float32Array())];
          const best = own.indexOf(Math.max(...own));
          expect(answers?.predicted[arm]?.[i]).toBe(best);
          expect(answers?.confidence[arm]?.[i]).toBeCloseTo(own[best] ?? 0, 6);
        }),
      );
    }
    const first = await answersOfSeed(heads, 0, Int32Array.of(0, 1, 2), always);
    const second = await answersOfSeed(heads, 1, Int32Array.of(0, 1, 2), always);
    expect(first?.confidence).not.toEqual(second?.confidence);
    expect(first?.confidence[0]).not.toEqual(first?.confidence[1]);
  });

  it('has no answer where there are no features', async () => {
    const featuresOf = (row: number) => (row === 1 ? undefined : features[row]);
    const answers = await answersOfSeed(heads, 0, Int32Array.of(0, 1, 2), { ...always, featuresOf });
    expect(answers?.predicted.map((own) => own[1])).toEqual([noAnswer, noAnswer]);
    expect(answers?.predicted[0]?.[2]).not.toBe(noAnswer);
  });

  it('tells every picture once, and stops when it is no longer wanted', async () => {
    let done = 0;
    await answersOfSeed(
      heads,
      0,
      Int32Array.from({ length: 12 }, (_, i) => i),
      { ...always, onDone: (n) => (done += n) },
    );
    expect(done).toBe(12);
    expect(await answersOfSeed(heads, 0, Int32Array.of(0), { ...always, isWanted: () => false })).toBeNull();
  });
});
