import { describe, expect, it } from 'vitest';
import { clusterOrder } from './cluster';
import { randomNumbers } from './head.fixture';
import { cosines } from './similarity';

describe('clusterOrder', () => {
  it('puts identical units side by side', () => {
    // Twenty units of five directions: 0, 5, 10 and 15 are the same one, and so on.
    const kinds = 5;
    const units = 20;
    const directions = randomNumbers(kinds * 8);
    const values = Float32Array.from({ length: units * 8 }, (_, at) => {
      const unit = Math.floor(at / 8);
      return (1 + unit) * (directions[(unit % kinds) * 8 + (at % 8)] ?? 0);
    });
    const order = clusterOrder(cosines({ units, values }));
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: units }, (_, u) => u));
    const blocks = order.filter((u, i) => i === 0 || u % kinds !== (order[i - 1] ?? 0) % kinds);
    expect(blocks).toHaveLength(kinds);
  });

  it('keeps opposites apart, since 1 - cosine is what counts', () => {
    const values = Float32Array.of(1, 0, -1, 0, 1, 0.1, -1, 0.1);
    const order = clusterOrder(cosines({ units: 4, values }));
    expect(Math.abs(order.indexOf(0) - order.indexOf(2))).toBe(1);
    expect(Math.abs(order.indexOf(1) - order.indexOf(3))).toBe(1);
  });

  it('has nothing to order below three', () => {
    expect(clusterOrder(new Float32Array())).toEqual([]);
    expect(clusterOrder(Float32Array.of(1, 0, 0, 1))).toEqual([0, 1]);
  });
});
