import { describe, expect, it } from 'vitest';
import { reduceCollection, type Picture } from '../collection';
import { accuracyHalfWidth, samplingHalfWidth } from '../statistics';
import { answersOf, collection, heads, pictures } from './mistakes.fixture';
import { testRefusal, testResultOf, testSentence, type TestSubject } from './testEvaluation';

const strangers = (n: number, groupOf: (k: number) => string = (k) => `t${k}`): readonly Picture[] =>
  Array.from({ length: n }, (_, k) => ({
    id: `t${k}`,
    hash: `t${k}`,
    name: `t${k}`,
    classId: 'a',
    group: groupOf(k),
    pin: null,
    test: true,
  }));

/** Two seeds; so many of n right, by arm and seed. */
function subject(
  n: number,
  right: readonly (readonly [number, number])[],
  groupOf?: (k: number) => string,
): TestSubject {
  const rows = Array.from({ length: n }, (_, k) => k);
  return {
    heads,
    pictures: strangers(n, groupOf),
    truths: new Int32Array(n),
    seeds: [0, 1].map((seed) =>
      answersOf(
        seed,
        rows,
        right.map((own) => rows.map((k) => (k < (own[seed] ?? 0) ? 0 : 1))),
      ),
    ),
  };
}

describe('testResultOf', () => {
  it('gives mean accuracies over the seeds, widened by the choice of pictures', () => {
    const result = testResultOf(
      subject(10, [
        [6, 8],
        [7, 9],
      ]),
      1234,
    );
    expect(result.openedAt).toBe(1234);
    expect(result.pictures).toBe(10);
    const [without] = result.arms;
    expect(without?.name).toBe('without dropout');
    expect(without?.accuracy.mean).toBeCloseTo(0.7);
    // t(0.975, 1) = 12.706, sd = 0.1 sqrt 2: cut to what is possible.
    expect(without?.accuracy).toMatchObject({ kind: 'interval', low: 0, high: 1 });
    expect(result.difference.mean).toBeCloseTo(0.1);
    expect(result.pictureIds).toEqual(strangers(10).map((p) => p.id));
  });

  it('takes the scatter of the pictures in by hand’s formula', () => {
    const result = testResultOf(
      subject(100, [
        [70, 70],
        [80, 80],
      ]),
      0,
    );
    const { difference, arms } = result;
    // All seeds agree: rounding alone scatters, sd = 0.01 / sqrt 12.
    const overSeeds = (12.7062 * (0.01 / Math.sqrt(12))) / Math.sqrt(2);
    const half = Math.hypot(overSeeds, samplingHalfWidth(0.7, 0.8, 100));
    expect(difference.kind === 'interval' && difference.high - difference.mean).toBeCloseTo(half, 4);
    const own = arms[0]?.accuracy;
    expect(own?.kind === 'interval' && own.high - own.mean).toBeCloseTo(accuracyHalfWidth(0.7, 100), 6);
  });

  it('counts pictures of one group as one', () => {
    const alone = testResultOf(
      subject(40, [
        [20, 20],
        [30, 30],
      ]),
      0,
    ).arms[0]?.accuracy;
    const inBursts = testResultOf(
      subject(
        40,
        [
          [20, 20],
          [30, 30],
        ],
        (k) => `burst ${k % 4}`,
      ),
      0,
    ).arms[0]?.accuracy;
    const width = (e: typeof alone) => (e?.kind === 'interval' ? e.high - e.low : 0);
    expect(width(inBursts)).toBeCloseTo(2 * accuracyHalfWidth(0.5, 4), 6);
    expect(width(inBursts)).toBeGreaterThan(2 * width(alone));
  });

  it('says nothing of a difference between sides that are the same', () => {
    const same = { ...heads, arms: heads.arms.map((arm) => ({ ...arm, dropoutRate: 0 })) };
    const result = testResultOf(
      {
        ...subject(10, [
          [6, 8],
          [6, 8],
        ]),
        heads: same,
      },
      0,
    );
    expect(result.sentence).toBe('The two sides are identical, as they must be: both have dropout rate 0.');
    expect(result.difference).toMatchObject({ low: 0, high: 0 });
  });
});

describe('testSentence', () => {
  const interval = (mean: number, low: number, high: number) => ({ kind: 'interval', mean, low, high, n: 5 }) as const;

  it('never says more than its interval', () => {
    expect(testSentence(interval(0.1, 0.02, 0.18), 50)).toBe(
      'On these 50 test pictures, dropout helps: accuracy is 10.0 points higher (95\u00a0% interval 2.0 to 18.0 points).',
    );
    expect(testSentence(interval(-0.1, -0.18, -0.02), 50)).toBe(
      'On these 50 test pictures, dropout hurts: accuracy is 10.0 points lower (95\u00a0% interval 2.0 to 18.0 points).',
    );
    expect(testSentence(interval(0.1, -0.02, 0.22), 50)).toMatch(
      /cannot be told .* −2\.0 to \+22\.0 points, includes zero/,
    );
    expect(testSentence(interval(0.1, 0, 0.2), 50)).toMatch(/cannot be told/);
    expect(testSentence({ kind: 'single', mean: 0.5, n: 1 }, 1)).toBe(
      'One pair of heads proves little: on this one test picture, accuracy differs by +50.0 points with dropout.',
    );
    expect(testSentence({ kind: 'single', mean: 0, n: 1 }, 4)).toMatch(/the same with dropout and without/);
  });
});

describe('testRefusal', () => {
  const later = { ...collection, pictures: [...pictures, ...strangers(2)] };

  it('lets heads be tested on what they never saw', () => {
    expect(testRefusal(heads, later)).toBeNull();
  });

  it('refuses heads that are older than the test set, or missing', () => {
    const aside = reduceCollection(later, { type: 'test set aside', ids: ['p00', 'p01'] });
    expect(testRefusal(heads, aside)).toMatch(/2 of its pictures were in their training or validation. Train again/);
    expect(testRefusal(null, later)).toMatch(/train first/);
  });

  it('refuses heads that do not know a class of it', () => {
    const added = reduceCollection(later, { type: 'class added', name: 'New' });
    expect(testRefusal(heads, added)).toBeNull();
    const moved = reduceCollection(added, { type: 'pictures moved', ids: ['t0'], classId: 'class-1' });
    expect(testRefusal(heads, moved)).toMatch(/do not know the class “New”/);
  });
});
