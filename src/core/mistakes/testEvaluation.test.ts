import { describe, expect, it } from 'vitest';
import { reduceCollection, type Picture } from '../collection';
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

  it('takes in the choice of the pictures, worked out by hand', () => {
    const { difference, arms, sentence } = testResultOf(
      subject(100, [
        [70, 70],
        [80, 80],
      ]),
      0,
    );
    // Wilson: 0.7 of 100 is 0.6042 to 0.7811, 0.8 of 100 is 0.7112 to 0.8666. The seeds agree: no scatter over them.
    expect(arms.map(({ accuracy: e }) => (e.kind === 'interval' ? [e.low, e.high] : []).map(fourth))).toEqual([
      [0.6042, 0.7811],
      [0.7112, 0.8666],
    ]);
    // phi = (0.14 - 0.005) / sqrt(0.21 * 0.16) = 0.7365; rounding alone gives seeds 12.7062 (0.01 / sqrt 12) / sqrt 2 = 0.0259.
    // 0.1 - sqrt(0.0888^2 + 0.0811^2 - 2 phi 0.0888 * 0.0811 + 0.0259^2) = 0.0327
    // 0.1 + sqrt(0.0666^2 + 0.0958^2 - 2 phi 0.0666 * 0.0958 + 0.0259^2) = 0.1699
    expect(difference.kind === 'interval' && difference.low).toBeCloseTo(0.0327, 3);
    expect(difference.kind === 'interval' && difference.high).toBeCloseTo(0.1699, 3);
    expect(sentence).toMatch(/dropout helps/);
  });

  it('proves little where all answers are right', () => {
    const { arms, difference } = testResultOf(
      subject(5, [
        [5, 5],
        [5, 5],
      ]),
      0,
    );
    // 5 / (5 + 1.96^2)
    expect(arms.map(({ accuracy: e }) => e.kind === 'interval' && fourth(e.low))).toEqual([0.5655, 0.5655]);
    expect(difference.kind === 'interval' && difference.high).toBeGreaterThan(0.4);
  });

  it('does not call four pictures a help, however sure its interval is', () => {
    const { difference, sentence } = testResultOf(
      subject(4, [
        [0, 0],
        [4, 4],
      ]),
      0,
    );
    expect(difference.kind === 'interval' && difference.low).toBeGreaterThan(0);
    expect(sentence).toBe(
      'On these 4 test pictures, it cannot be told whether dropout helps: accuracy differs by +100.0 points, but only 4 pictures (or groups that belong together) set the sides apart, 4 for dropout and 0 against, and a coin divides so few at least as unevenly in 12.5\u00a0% of cases (exact McNemar test).',
    );
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
    // Wilson: 0.5 of 40 is 0.3520 to 0.6480, 0.5 of 4 is 0.1500 to 0.8500.
    expect(alone?.kind === 'interval' && [fourth(alone.low), fourth(alone.high)]).toEqual([0.352, 0.648]);
    expect(inBursts?.kind === 'interval' && [fourth(inBursts.low), fourth(inBursts.high)]).toEqual([0.15, 0.85]);
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

  it('knows that dropout in a hidden layer of no units acts nowhere', () => {
    const right = [
      [6, 8],
      [6, 8],
    ] as const;
    const without = (dropoutAt: 'hidden' | 'input') =>
      testResultOf(
        { ...subject(10, right), heads: { ...heads, settings: { ...heads.settings, hidden: 0, dropoutAt } } },
        0,
      );
    expect(without('hidden').sentence).toBe(
      'The two sides are identical: there is no hidden layer whose units could be dropped.',
    );
    expect(without('hidden').difference).toMatchObject({ low: 0, high: 0 });
    expect(without('input').sentence).toMatch(/cannot be told/);
  });
});

const fourth = (value: number) => Number(value.toFixed(4));

describe('testSentence', () => {
  const many = { more: 30, fewer: 20, p: 0.2 };
  const interval = (mean: number, low: number, high: number) => ({ kind: 'interval', mean, low, high, n: 5 }) as const;

  it('never says more than its interval', () => {
    expect(testSentence(interval(0.1, 0.02, 0.18), 50, many)).toBe(
      'On these 50 test pictures, dropout helps: accuracy is 10.0 points higher (95\u00a0% interval 2.0 to 18.0 points).',
    );
    expect(testSentence(interval(-0.1, -0.18, -0.02), 50, many)).toBe(
      'On these 50 test pictures, dropout hurts: accuracy is 10.0 points lower (95\u00a0% interval 2.0 to 18.0 points).',
    );
    expect(testSentence(interval(0.1, -0.02, 0.22), 50, many)).toMatch(
      /cannot be told .* −2\.0 to \+22\.0 points, includes zero/,
    );
    expect(testSentence(interval(0.1, 0, 0.2), 50, many)).toMatch(/cannot be told/);
    expect(testSentence({ kind: 'single', mean: 0.5, n: 1 }, 1, many)).toBe(
      'One pair of heads proves little: on this one test picture, accuracy differs by +50.0 points with dropout.',
    );
    expect(testSentence({ kind: 'single', mean: 0, n: 1 }, 4, many)).toMatch(/the same with dropout and without/);
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

  it('refuses heads that were tested on another set', () => {
    const opening = { runId: heads.runId, openedAt: 1, pictureIds: ['gone'] };
    expect(testRefusal(heads, later, [opening])).toMatch(/tested already.* Train again/);
    expect(testRefusal(heads, later, [{ ...opening, runId: 'another' }])).toBeNull();
  });

  it('refuses heads that do not know a class of it', () => {
    const added = reduceCollection(later, { type: 'class added', name: 'New' });
    expect(testRefusal(heads, added)).toBeNull();
    const moved = reduceCollection(added, { type: 'pictures moved', ids: ['t0'], classId: 'class-1' });
    expect(testRefusal(heads, moved)).toMatch(/do not know the class “New”/);
  });
});
