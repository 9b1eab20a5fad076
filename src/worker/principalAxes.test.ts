import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { stream } from '../core/rng';
import { standardised, standardiser } from '../core/standardise';
import { principalAxes } from './principalAxes';

const always = () => true;

describe('the principal axes', () => {
  it('are those of a hand-made cross', async () => {
    // Along (1, 1) at -+2 and along (1, -1) at -+1: variances 8 and 2 of 10, in units of 1 / sqrt(2).
    const cross = Float32Array.of(2, 2, -2, -2, 1, -1, -1, 1);
    const found = await principalAxes(cross, 2, always);
    expect(found?.explained[0]).toBeCloseTo(0.8, 6);
    expect(found?.explained[1]).toBeCloseTo(0.2, 6);
    const [x0, y0, x1, y1, x2, y2, x3, y3] = found?.points ?? [];
    expect([x0, y0, x1, y1].map((v) => Math.abs(v ?? Number.NaN).toFixed(4))).toEqual([
      '2.8284',
      '0.0000',
      '2.8284',
      '0.0000',
    ]);
    expect(x0).toBeCloseTo(-(x1 ?? 0), 6);
    expect([x2, x3].map((v) => Math.abs(v ?? 1) < 1e-6)).toEqual([true, true]);
    expect(y2).toBeCloseTo(-(y3 ?? 0), 6);
    expect(Math.abs(y2 ?? 0)).toBeCloseTo(Math.SQRT2, 6);
  });

  it('agree with a whole singular value decomposition', async () => {
    const [rows, columns] = [60, 25];
    const rng = stream(5, 'sample');
    const raw = Float32Array.from(
      { length: rows * columns },
      (_, i) => rng.normal() + 2 * Math.sin(i % columns) * rng.normal(),
    );
    const even = standardised(
      raw,
      standardiser(
        raw,
        columns,
        Int32Array.from({ length: rows }, (_, i) => i),
      ),
    );
    const found = await principalAxes(even, columns, always);
    const matrix = Matrix.from1DArray(rows, columns, even);
    const { diagonal } = new SingularValueDecomposition(matrix);
    const whole = diagonal.reduce((sum, s) => sum + s * s, 0);
    [0, 1].forEach((axis) => {
      expect(found?.explained[axis]).toBeCloseTo((diagonal[axis] ?? 0) ** 2 / whole, 4);
    });
    // What lies along the axes has their variance.
    const squares = (axis: number) =>
      (found?.points ?? new Float64Array()).reduce((s, v, i) => s + (i % 2 === axis ? v * v : 0), 0);
    expect(squares(0) / whole).toBeCloseTo(found?.explained[0] ?? 0, 6);
    expect(squares(1) / whole).toBeCloseTo(found?.explained[1] ?? 0, 6);
  });

  it('are the same every time, with the farthest picture on the positive side', async () => {
    const points = Float32Array.of(-5, 1, 2, -1, 2, 0, 1, 0);
    const [first, second] = [await principalAxes(points, 2, always), await principalAxes(points, 2, always)];
    expect(second).toEqual(first);
    expect(first?.points[0]).toBeGreaterThan(4);
  });

  it('are none where nothing differs, and one where there is one feature', async () => {
    expect(await principalAxes(new Float32Array(6), 2, always)).toEqual({
      points: new Float64Array(6),
      explained: [0, 0],
    });
    const single = await principalAxes(Float32Array.of(-1, 0, 1), 1, always);
    expect(single?.explained[0]).toBeCloseTo(1, 9);
    expect(single?.explained[1]).toBe(0);
  });

  it('are given up once nobody wants them', async () => {
    expect(await principalAxes(Float32Array.of(2, 2, -2, -2, 1, -1, -1, 1), 2, () => false)).toBeNull();
  });
});
