import { describe, expect, it } from 'vitest';
import { stream } from '../rng';
import { logitsOf, softmax } from './forward';
import { headOf, randomNumbers, times } from './head.fixture';
import { masked, maskedAnswers } from './monteCarlo';

const passes = 200;
const D = 400;

/** Features summed into class 0, so that the log of the odds is the sum of what was left. */
const adding = headOf([D, 0, 2], Array.from({ length: D }, () => [0.01, 0]).flat(), [0, 0]);

/** Sums into class 0, pass by pass, read off the answers. */
const sumsOf = (answers: Float32Array) =>
  Array.from({ length: answers.length / 2 }, (_, i) => Math.log((answers[2 * i] ?? 0) / (answers[2 * i + 1] ?? 0)));
const meanOf = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

describe('masked passes', () => {
  it.each(['input', 'hidden', 'both'] as const)('at rate 0 all answer as the whole network does (%s)', (at) => {
    const head = headOf([3, 4, 2], [...randomNumbers(12)], times(4, 0.1), [...randomNumbers(8)], [0.2, 0]);
    const x = Float32Array.of(1, -2, 0.5);
    const whole = [...softmax(logitsOf(head, x), 2)];
    const answers = maskedAnswers(head, x, { rate: 0, at, passes: 5 }, stream(1, 'passes'));
    for (let i = 0; i < 5; i++) expect([...answers.subarray(2 * i, 2 * i + 2)]).toEqual(whole);
  });

  it.each([0.1, 0.5, 0.9])('drop as many units as the rate says (%d)', (rate) => {
    const x = new Float32Array(D).fill(1);
    const answers = maskedAnswers(adding, x, { rate, at: 'input', passes }, stream(3, 'passes'));
    const kept = sumsOf(answers).map((sum) => (sum * (1 - rate)) / 0.01);
    // A whole number of units stays, each counted 1 / (1 - rate) times.
    for (const count of kept) expect(Math.abs(count - Math.round(count))).toBeLessThan(0.01);
    const dropped = 1 - meanOf(kept) / D;
    // Four standard errors of a share.
    expect(Math.abs(dropped - rate)).toBeLessThan(4 * Math.sqrt((rate * (1 - rate)) / (D * passes)));
    expect(new Set(kept.map(Math.round)).size).toBeGreaterThan(5);
  });

  it.each([
    [0.2, 'input'],
    [0.5, 'input'],
    [0.8, 'input'],
    [0.5, 'hidden'],
  ] as const)('keep the expected input of the next layer (rate %d, %s)', (rate, at) => {
    const H = 60;
    // The identity as a hidden layer: what is dropped there is the same as what is dropped before.
    const identity = Array.from({ length: H * H }, (_, i) => (i % (H + 1) === 0 ? 1 : 0));
    const head = headOf([H, H, 2], identity, times(H, 0), Array.from({ length: H }, () => [0.05, 0]).flat(), [0, 0]);
    const x = randomNumbers(H).map(Math.abs);
    const whole = x.reduce((sum, v) => sum + 0.05 * v, 0);
    const sums = sumsOf(maskedAnswers(head, x, { rate, at, passes }, stream(5, 'passes')));
    const variance = x.reduce((sum, v) => sum + (0.05 * v) ** 2, 0) * (rate / (1 - rate));
    expect(Math.abs(meanOf(sums) - whole)).toBeLessThan(4 * Math.sqrt(variance / passes));
    // The bound tells: without the scale the mean would be far outside.
    expect(whole * rate).toBeGreaterThan(8 * Math.sqrt(variance / passes));
  });

  it('act only where they are asked to', () => {
    // The hidden layer lives on its biases alone: without features all is as before.
    const biased = headOf(
      [D, 3, 2],
      times(3 * D, 0),
      [1, 1, 1],
      Array.from({ length: 3 }, () => [1, 0]).flat(),
      [0, 0],
    );
    const x = new Float32Array(D).fill(1);
    const sums = (head: typeof biased, at: 'input' | 'hidden') =>
      sumsOf(maskedAnswers(head, x, { rate: 0.9, at, passes: 9 }, stream(1, 'passes'))).map(Math.round);
    expect(sums(biased, 'input')).toEqual(times(9, 3));
    expect(sums(biased, 'hidden')).not.toEqual(times(9, 3));
    // Here there is no hidden layer to drop from.
    expect(sums(adding, 'hidden')).toEqual(times(9, 4));
  });
});

describe('masked', () => {
  it('a mask and its complement come to the whole exactly', () => {
    const values = randomNumbers(6);
    const mask = Float32Array.of(2, 0, 0, 2, 2, 0);
    const [one, other] = [
      masked(values, mask),
      masked(
        values,
        mask.map((m) => 2 - m),
      ),
    ];
    expect(one.map((v, i) => (v + (other[i] ?? 0)) / 2)).toEqual(values);
    expect(one[1]).toBe(0 * (values[1] ?? 0));
  });

  it('repeats a mask of one row for every row', () => {
    expect([...masked(Float32Array.of(1, 2, 3, 4), Float32Array.of(0, 2))]).toEqual([0, 4, 0, 8]);
  });
});
