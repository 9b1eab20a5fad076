import { describe, expect, it } from 'vitest';
import { hiddenActivations } from './forward';
import { clusterOrder } from './cluster';
import { headOf, randomNumbers, times } from './head.fixture';
import { cosines, squaredNorm, meanLikeness, unitVectors } from './similarity';
import { SimilarityMeter } from './similarityMeter';

const none = new Float32Array();

describe('cosines', () => {
  it('are 1 on the diagonal, symmetric, and never beyond 1', () => {
    const units = 24;
    const vectors = randomNumbers(units * 5);
    // A long and a short one of the same direction: rounding must not lead above 1.
    vectors.set(
      vectors.subarray(0, 5).map((v) => v * 1e3),
      5,
    );
    const matrix = cosines({ units, values: vectors });
    for (let a = 0; a < units; a++) {
      expect(matrix[a * units + a]).toBe(1);
      for (let b = 0; b < a; b++) expect(matrix[a * units + b]).toBe(matrix[b * units + a]);
    }
    expect(Math.max(...matrix.map(Math.abs))).toBe(1);
    expect(matrix[1]).toBeCloseTo(1, 6);
  });

  it('of a vector of zeros: like itself and like nothing else, another one of zeros included', () => {
    const matrix = cosines({ units: 3, values: Float32Array.of(0, 0, 3, 4, 0, 0) });
    expect([...matrix]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  });
});

describe('the three kinds', () => {
  it('weights: the cosine of what comes in, by hand, biases left out', () => {
    // Incoming weights (3, 4), (4, 3), (-3, -4); a large bias would make all alike.
    const head = headOf([2, 3, 2], [3, 4, -3, 4, 3, -4], [100, 100, 100], times(6, 9), [9, 9]);
    const matrix = cosines(unitVectors('weights', head, none, none));
    expect(matrix[1]).toBeCloseTo(24 / 25, 6);
    expect(matrix[2]).toBeCloseTo(-1, 6);
    expect(matrix[5]).toBeCloseTo(-24 / 25, 6);
  });

  it('change: the cosine of what was added since the start, by hand', () => {
    // From (1, 1), (5, 5), (2, 3): the first goes by (1, 0), the second by (2, 2), the third stays.
    const initial = headOf([2, 3, 2], [1, 5, 2, 1, 5, 3], [0, 0, 0], times(6, 1), [0, 0]).parameters;
    const head = headOf([2, 3, 2], [2, 7, 2, 1, 7, 3], [1, 2, 3], times(6, 4), [5, 6]);
    const matrix = cosines(unitVectors('change', head, initial, none));
    expect(matrix[1]).toBeCloseTo(Math.SQRT1_2, 6);
    expect([...matrix.subarray(6)]).toEqual([0, 0, 1]);
    expect([...cosines(unitVectors('change', { ...head, parameters: initial }, initial, none))]).toEqual([
      1, 0, 0, 0, 1, 0, 0, 0, 1,
    ]);
  });

  it('activations: Pearson’s correlation, by hand; a dead and a constant unit are like nothing', () => {
    // Of x = 1, 2, 3: x itself, 3 - x, x - 2 above zero, a dead unit, a constant one.
    const head = headOf([1, 5, 2], [1, -1, 1, -1, 0], [0, 3, -2, 0, 0.3], times(10, 0), [0, 0]);
    const x = Float32Array.of(1, 2, 3);
    expect([...hiddenActivations(head, x).subarray(0, 4)]).toEqual([1, 2, 0, 0]);
    const matrix = cosines(unitVectors('activations', head, none, x));
    expect(matrix[1]).toBeCloseTo(-1, 6);
    expect(matrix[2]).toBeCloseTo(Math.sqrt(3) / 2, 6);
    expect([...matrix.subarray(15)]).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0, 1]);
  });

  it('have no units where there is no hidden layer', () => {
    const head = headOf([2, 0, 2], [1, 2, 3, 4], [5, 6]);
    for (const kind of ['weights', 'change', 'activations'] as const)
      expect(unitVectors(kind, head, head.parameters, Float32Array.of(1, 2)).units).toBe(0);
    expect(squaredNorm(head)).toBe(30);
  });
});

describe('what it comes to', () => {
  it('is the mean over pairs, whatever the sign', () => {
    const matrix = Float32Array.of(1, 0.5, -0.75, 0.5, 1, 0.25, -0.75, 0.25, 1);
    expect(meanLikeness(matrix)).toBeCloseTo(0.5, 12);
    expect(meanLikeness(Float32Array.of(1))).toBeNaN();
  });

  it('the norm counts the incoming weights, squared, and no bias', () => {
    expect(squaredNorm(headOf([2, 1, 2], [3, -4], [7], [9, 9], [9, 9]))).toBe(25);
  });
});

describe('the meter', () => {
  it('compares an evenly spread part of a wide layer', () => {
    const H = 192;
    const kernel = Array.from({ length: 2 * H }, (_, at) => {
      const angle = ((at % H) * Math.PI) / H;
      return at < H ? Math.cos(angle) : Math.sin(angle);
    });
    const head = headOf([2, H, 2], kernel, times(H, 0), times(2 * H, 0), [0, 0]);
    const meter = new SimilarityMeter(head.shape);
    const matrix = meter.matrix('weights', head, none, none);
    expect(matrix).toHaveLength(96 * 96);
    // Every other unit: neighbours are two steps apart.
    expect(matrix[1]).toBeCloseTo(Math.cos((2 * Math.PI) / H), 6);
    expect(meter.ordered(matrix).toSorted()).toEqual(matrix.toSorted());
  });

  it('moves rows and columns together', () => {
    const head = headOf([2, 4, 2], [1, 0, 1, 0, 0, 1, 0, -1], times(4, 0), times(8, 0), [0, 0]);
    const meter = new SimilarityMeter(head.shape);
    const matrix = meter.matrix('weights', head, none, none);
    const order = clusterOrder(matrix);
    expect(order).not.toEqual([0, 1, 2, 3]);
    const ordered = meter.ordered(matrix);
    order.forEach((a, i) => order.forEach((b, j) => expect(ordered[i * 4 + j]).toBe(matrix[a * 4 + b])));
  });
});
