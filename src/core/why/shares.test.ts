import { describe, expect, it } from 'vitest';
import { pairedShares, wilson } from './shares';

describe('a share with its interval', () => {
  it('is Wilson’s, as tabled', () => {
    const of = (same: number, counted: number) => {
      const { value, low, high } = wilson(same, counted);
      return [value, low, high].map((v) => v.toFixed(4));
    };
    expect(of(8, 10)).toEqual(['0.8000', '0.4902', '0.9433']);
    expect(of(0, 10)).toEqual(['0.0000', '0.0000', '0.2775']);
    expect(of(10, 10)).toEqual(['1.0000', '0.7225', '1.0000']);
  });
});

/** n pictures: b that only the second has, c only the first, the others both. */
const paired = (n: number, b: number, c: number) => ({
  first: Array.from({ length: n }, (_, i) => (i < b ? 0 : 1)),
  second: Array.from({ length: n }, (_, i) => (i >= b && i < b + c ? 0 : 1)),
});
const single = (n: number) => Array.from({ length: n }, (_, i) => i);

describe('two shares over the same pictures', () => {
  it('differ by Agresti and Min’s interval where every picture is a group', () => {
    const { first, second } = paired(100, 20, 5);
    const { value, low, high } = pairedShares(first, second, single(100));
    // centre 15 / 102, half 1.96 sqrt((26 - 225 / 102) / 102^2)
    expect([value, low, high].map((v) => v.toFixed(4))).toEqual(['0.1500', '0.0533', '0.2408']);
  });

  it('never claim certainty', () => {
    const same = pairedShares([1, 1, 1, 1], [1, 1, 1, 1], single(4));
    expect(same.value).toBe(0);
    expect(same.low).toBeCloseTo(-1.959964 / 6, 6);
    expect(same.high).toBeCloseTo(1.959964 / 6, 6);
    expect(pairedShares([0, 0, 0], [1, 1, 1], single(3)).low).toBeLessThan(1);
  });

  it('widen where the pictures of a group answer alike, and never narrow', () => {
    const { first, second } = paired(100, 20, 6);
    const alone = pairedShares(first, second, single(100));
    // In pairs that change together, half as many pictures answer for themselves: the variance doubles, but for G.
    const inPairs = pairedShares(
      first,
      second,
      single(100).map((i) => Math.floor(i / 2)),
    );
    const effect = ((2 * 50) / 49 / (100 / 99)) ** 0.5;
    expect((inPairs.high - inPairs.low) / (alone.high - alone.low)).toBeCloseTo(effect, 6);
    // One that gains with one that loses: the group changes less than its pictures.
    const against = pairedShares([0, 1, 0, 1, 1, 1], [1, 0, 1, 0, 1, 1], [0, 0, 1, 1, 2, 2]);
    const each = pairedShares([0, 1, 0, 1, 1, 1], [1, 0, 1, 0, 1, 1], single(6));
    expect(against).toEqual(each);
  });

  it('need as many values on both sides', () => {
    expect(() => pairedShares([], [], [])).toThrow(RangeError);
    expect(() => pairedShares([1], [1, 0], [0, 1])).toThrow(RangeError);
  });
});
