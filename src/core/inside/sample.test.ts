import { describe, expect, it } from 'vitest';
import { headShape } from '../headShape';
import { headOf } from './head.fixture';
import { drawnWeights, sampleUnits } from './sample';

describe('the units that are drawn', () => {
  it('are fixed by the seed, and others for another', () => {
    const shape = headShape(256, 32, 3);
    expect(sampleUnits(shape, 5)).toEqual(sampleUnits(shape, 5));
    expect(sampleUnits(shape, 6)).not.toEqual(sampleUnits(shape, 5));
  });

  it.each([
    [1, 1, 2],
    [9, 14, 8],
    [1280, 512, 30],
    [256, 0, 3],
  ])('are few, different, there, and ascending (%i features, %i hidden, %i classes)', (D, H, C) => {
    for (let seed = 1; seed <= 30; seed++) {
      const { features, hidden, outputs } = sampleUnits(headShape(D, H, C), seed);
      expect(features).toHaveLength(Math.min(D, 9));
      expect(hidden).toHaveLength(Math.min(H, 14));
      expect(outputs).toHaveLength(Math.min(C, 8));
      for (const [units, count] of [
        [features, D],
        [hidden, H],
        [outputs, C],
      ] as const) {
        expect([...new Set(units)].toSorted((a, b) => a - b)).toEqual(units);
        expect(units.every((u) => Number.isInteger(u) && u >= 0 && u < count)).toBe(true);
      }
    }
  });

  it('reach every unit with some seed', () => {
    const shape = headShape(20, 30, 3);
    const samples = Array.from({ length: 60 }, (_, seed) => sampleUnits(shape, seed));
    expect(new Set(samples.flatMap(({ features }) => features)).size).toBe(20);
    expect(new Set(samples.flatMap(({ hidden }) => hidden)).size).toBe(30);
  });
});

describe('drawnWeights', () => {
  it('are those between drawn units, row by row', () => {
    const head = headOf([2, 3, 2], [1, 2, 3, 4, 5, 6], [0, 0, 0], [7, 8, 9, 10, 11, 12], [0, 0]);
    const drawn = drawnWeights(head.shape, head.parameters, { features: [1], hidden: [0, 2], outputs: [1] });
    expect(drawn).toEqual({ first: Float32Array.of(4, 6), last: Float32Array.of(8, 12) });
  });

  it('go from features to classes where there is no hidden layer', () => {
    const head = headOf([3, 0, 2], [1, 2, 3, 4, 5, 6], [0, 0]);
    const drawn = drawnWeights(head.shape, head.parameters, { features: [0, 2], hidden: [], outputs: [0, 1] });
    expect(drawn).toEqual({ first: new Float32Array(), last: Float32Array.of(1, 2, 5, 6) });
  });
});
