import { describe, expect, it } from 'vitest';
import { headAt } from '../heads/trainedHeads';
import { hiddenActivations, logitsOf } from '../inside/forward';
import { randomNumbers } from '../inside/head.fixture';
import { standardised } from '../standardise';
import { activationMap, leadOf, logitGradient, logitOf, pooledMaps, type PositionMaps } from './activationMap';
import { headsOf, mapsOf } from './tried.fixture';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const computed = (heads: ReturnType<typeof headsOf>, maps: readonly PositionMaps[], target: number) => {
  const x = standardised(
    pooledMaps(maps, heads.base.pooling),
    heads.trials[0]?.standardiser ?? { shift: new Float32Array(), scale: new Float32Array() },
  );
  return logitsOf(headAt(heads, 0, 0), x)[target] ?? NaN;
};

describe('the map of a linear head', () => {
  // Two maps of 2 x 2 positions; all numbers are exact in binary, so that nothing is rounded.
  const block: PositionMaps = { side: 2, channels: 2, values: Float32Array.of(1, 8, 2, 0, 3, -4, 6, 4) };
  const heads = headsOf({
    features: 2,
    hidden: 0,
    standardiser: { shift: Float32Array.of(1, 2), scale: Float32Array.of(0.5, 4) },
    // Kernel [2, 3], then the biases.
    parameters: Float32Array.of(2, -1, 0, 0.25, 0.5, 1, 0.125, -0.5, 3),
  });

  it('is what one computes by hand, to the last digit', () => {
    const { parts, constant, total } = activationMap(heads, 0, 0, [block], logitOf(0, 3));
    // A quarter of 2 * 0.5 * (f1 - 1) + 0.25 * 4 * (f2 - 2), position by position.
    expect([...(parts[0]?.values ?? [])]).toEqual([(0 + 6) / 4, (1 - 2) / 4, (2 - 6) / 4, (5 + 2) / 4]);
    // Means 3 and 2 -> standardised 1 and 0 -> 2 * 1 + 0.25 * 0 + 0.125.
    expect(total).toBe(2.125);
    expect(constant).toBe(0.125);
  });

  it('adds up to the logit with the bias, for every class', () => {
    [0.125, -0.5, 3].forEach((bias, c) => {
      const { parts, constant, total } = activationMap(heads, 1, 1, [block], logitOf(c, 3));
      expect(constant).toBe(bias);
      expect(sum(parts[0]?.values ?? []) + bias).toBe(total);
    });
  });
});

describe('the gradient of a logit', () => {
  it.each([0, 5])('with %i hidden units is the one of finite differences', (hidden) => {
    const head = headAt(headsOf({ features: 6, hidden }), 0, 0);
    const x = randomNumbers(6);
    // No unit may cross 0 within the step.
    const nearZero = Array.from(hidden > 0 ? hiddenActivations(head, x) : [], (a) => a > 0 && a < 0.01);
    expect(nearZero).not.toContain(true);
    for (const c of [0, 1, 2]) {
      const gradient = logitGradient(head, x, logitOf(c, 3));
      const at = (d: number, step: number) =>
        logitsOf(
          head,
          x.map((value, i) => (i === d ? value + step : value)),
        )[c] ?? NaN;
      x.forEach((_, d) => expect(gradient[d]).toBeCloseTo((at(d, 1e-3) - at(d, -1e-3)) / 2e-3, 3));
    }
  });
});

describe.each(['average', 'max', 'flatten'] as const)('with %s pooling', (pooling) => {
  const maps = mapsOf([4, 3], [2, 5]);
  const features = pooledMaps(maps, pooling).length;
  it.each([0, 6])('and %i hidden units, both blocks and the constant add up to the logit', (hidden) => {
    const heads = headsOf({ features, hidden, pooling });
    for (const c of [0, 1, 2]) {
      const map = activationMap(heads, 0, 0, maps, logitOf(c, 3));
      expect(map.total).toBeCloseTo(computed(heads, maps, c), 5);
      expect(sum(map.parts.flatMap((part) => [...part.values])) + map.constant).toBeCloseTo(map.total, 10);
      expect(map.parts.map((part) => part.side)).toEqual([4, 2]);
    }
  });

  it('the constant is the logit at the means', () => {
    const heads = headsOf({ features, hidden: 0, pooling });
    const head = headAt(heads, 0, 0);
    expect(activationMap(heads, 0, 0, maps, logitOf(1, 3)).constant).toBeCloseTo(
      logitsOf(head, new Float32Array(features))[1] ?? NaN,
      5,
    );
  });

  it('a position’s amount is what the logit changes by as its maps move', () => {
    const heads = headsOf({ features, hidden: 6, pooling });
    const before = activationMap(heads, 0, 0, maps, logitOf(2, 3));
    // A small step at the place where the first map of the first block is highest.
    const [first, second] = maps;
    if (!first || !second) throw new Error('There are two blocks.');
    const at = Array.from({ length: 16 }, (_, p) => p).reduce((best, p) =>
      (first.values[p * 3] ?? 0) > (first.values[best * 3] ?? 0) ? p : best,
    );
    const step = 1 / 64;
    const moved = { ...first, values: first.values.map((value, i) => (i === at * 3 ? value + step : value)) };
    const after = activationMap(heads, 0, 0, [moved, second], logitOf(2, 3));
    const changed = (after.parts[0]?.values[at] ?? NaN) - (before.parts[0]?.values[at] ?? NaN);
    expect(changed).toBeCloseTo(after.total - before.total, 4);
    expect(Math.abs(changed)).toBeGreaterThan(1e-4);
  });
});

it('a lead is the class’s own map less the mean of the others’', () => {
  const maps = mapsOf([2, 4]);
  const heads = headsOf({ features: 4, hidden: 5 });
  const [own, second, third] = [0, 1, 2].map((c) => activationMap(heads, 0, 0, maps, logitOf(c, 3)));
  const lead = activationMap(heads, 0, 0, maps, leadOf(0, 3));
  const at = (map: typeof own, i: number) => map?.parts[0]?.values[i] ?? NaN;
  for (const i of [0, 1, 2, 3]) expect(at(lead, i)).toBeCloseTo(at(own, i) - (at(second, i) + at(third, i)) / 2, 12);
  expect(lead.total).toBeCloseTo((own?.total ?? NaN) - ((second?.total ?? NaN) + (third?.total ?? NaN)) / 2, 12);
});

it('equal maxima share what they say', () => {
  const block = { side: 2, channels: 1, values: Float32Array.of(0, 3, 3, 1) };
  const standardiser = { shift: Float32Array.of(1), scale: Float32Array.of(1) };
  const heads = headsOf({
    features: 1,
    hidden: 0,
    pooling: 'max',
    standardiser,
    parameters: Float32Array.of(2, 0, 0, 0, 0, 0),
  });
  expect([...(activationMap(heads, 0, 0, [block], logitOf(0, 3)).parts[0]?.values ?? [])]).toEqual([0, 2, 2, 0]);
});

it('maps of another cut are refused', () => {
  expect(() => activationMap(headsOf({ features: 4, hidden: 0 }), 0, 0, mapsOf([2, 3]), logitOf(0, 3))).toThrow(
    RangeError,
  );
});
