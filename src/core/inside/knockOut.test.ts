import { describe, expect, it } from 'vitest';
import { stream } from '../rng';
import { accuracyOf, logitsOf } from './forward';
import { headOf, randomNumbers, times } from './head.fixture';
import { knockOut, removalOrders, removedUnits } from './knockOut';

const H = 10;
/** Ten orders, each unit first in one of them: each is among the first n in exactly n of ten. */
const rotations = Array.from({ length: H }, (_, first) => Int32Array.from({ length: H }, (_, i) => (first + i) % H));

describe('knockOut', () => {
  it('with nothing removed is the plain accuracy', () => {
    const head = headOf([3, H, 2], [...randomNumbers(3 * H)], times(H, 0), [...randomNumbers(2 * H)], [0, 0.1]);
    const x = randomNumbers(40 * 3);
    const labels = Int32Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? 0 : 1));
    const plain = accuracyOf(logitsOf(head, x), 2, labels);
    expect(plain).toBeGreaterThan(0);
    expect(plain).toBeLessThan(1);
    expect(knockOut(head, x, labels, rotations)[0]).toBe(plain);
  });

  it('with all removed answers by the biases alone, one class for every picture', () => {
    const head = headOf([1, H, 3], times(H, 1), times(H, 1), [...randomNumbers(3 * H)], [0, 0.5, 0.2]);
    const labels = [1, 0, 2, 1, 1];
    expect(knockOut(head, Float32Array.of(1, 2, 3, 4, 5), labels, rotations).at(-1)).toBe(3 / 5);
  });

  it('takes all from a head in which one unit carries everything, as often as that unit is hit', () => {
    // Unit 3 answers class 1 for positive pictures; the biases alone answer class 0, right for half of them.
    const only = (value: number) => times(H, 0).map((zero, u) => (u === 3 ? value : zero));
    const head = headOf(
      [1, H, 2],
      only(1),
      times(H, 0),
      only(4).flatMap((w) => [0, w]),
      [1, 0],
    );
    const scores = knockOut(head, Float32Array.of(1, -1, 2, -2), [1, 0, 1, 0], rotations);
    removedUnits(H).forEach((gone, s) => expect(scores[s]).toBeCloseTo(1 - gone / H / 2, 12));
  });

  it('takes nothing from a head whose units all say the same', () => {
    const head = headOf([1, H, 2], times(H, 1), times(H, 0), Array.from({ length: H }, () => [0, 4]).flat(), [1, 0]);
    const scores = knockOut(head, Float32Array.of(1, -1, 2, -2), [1, 0, 1, 0], rotations);
    expect(scores).toEqual([...times(10, 1), 0.5]);
  });

  it.each([
    [H - 0.01, 1],
    [H + 0.01, 0],
  ])('scales what is left to the sum of all: ten units of 1 against a bias of %d', (bias, right) => {
    const head = headOf([1, H, 2], times(H, 1), times(H, 0), Array.from({ length: H }, () => [1, 0]).flat(), [0, bias]);
    expect(knockOut(head, Float32Array.of(1), [0], rotations).slice(0, -1)).toEqual(times(10, right));
  });
});

it.each([
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  [32, [0, 3, 6, 10, 13, 16, 19, 22, 26, 29, 32]],
])('removes tenths of %i units, as far as whole ones allow', (units, removed) => {
  expect(removedUnits(units)).toEqual(removed);
});

describe('removalOrders', () => {
  it('holds every unit once in each draw, draws anew, and is fixed by its seed', () => {
    const orders = removalOrders(32, 20, stream(1, 'removal'));
    for (const order of orders) expect(order.toSorted()).toEqual(Int32Array.from({ length: 32 }, (_, u) => u));
    expect(new Set(orders.map(String)).size).toBe(20);
    expect(removalOrders(32, 20, stream(1, 'removal'))).toEqual(orders);
    expect(removalOrders(32, 20, stream(2, 'removal'))).not.toEqual(orders);
  });
});
