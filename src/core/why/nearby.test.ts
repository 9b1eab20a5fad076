import { describe, expect, it } from 'vitest';
import { findNearby, neighboursOf } from './nearby';

const always = () => true;
/** On a line at 0, 1, 3, 6 and 6.5. */
const line = Float32Array.of(0, 1, 3, 6, 6.5);
const each = Int32Array.of(0, 1, 2, 3, 4);

describe('what lies near', () => {
  it('lists neighbours by distance, the picture itself first', async () => {
    const found = await findNearby(line, 1, each, always);
    expect(found?.listed).toBe(5);
    expect([...(found?.indices ?? [])].slice(5, 10)).toEqual([1, 0, 2, 3, 4]);
    expect([...(found?.distances ?? [])].slice(5, 10)).toEqual([0, 1, 2, 5, 5.5]);
    expect([...(found?.nearest ?? [])]).toEqual([1, 0, 1, 4, 3]);
  });

  it('is Euclidean in all dimensions, and takes the first of equally near ones', async () => {
    const corners = Float32Array.of(0, 0, 3, 4, -3, -4, 0, 6);
    const found = await findNearby(corners, 2, Int32Array.of(0, 1, 2, 3), always);
    expect([...(found?.distances ?? [])].slice(0, 4)).toEqual([0, 5, 5, 6]);
    expect([...(found?.indices ?? [])].slice(0, 4)).toEqual([0, 1, 2, 3]);
    expect(found?.nearest[0]).toBe(1);
  });

  it('looks for the nearest outside the own group, but lists those within', async () => {
    const found = await findNearby(line, 1, Int32Array.of(0, 0, 1, 2, 2), always);
    expect([...(found?.nearest ?? [])]).toEqual([2, 2, 1, 2, 2]);
    expect([...(found?.indices ?? [])].slice(0, 3)).toEqual([0, 1, 2]);
    const alone = await findNearby(line, 1, Int32Array.of(7, 7, 7, 7, 7), always);
    expect([...(alone?.nearest ?? [])]).toEqual([-1, -1, -1, -1, -1]);
  });

  it('lists 15 at most', async () => {
    const many = Float32Array.from({ length: 40 }, (_, i) => i * i);
    const found = await findNearby(many, 1, Int32Array.from(many.keys()), always);
    expect(found?.listed).toBe(15);
    expect([...(found?.indices.subarray(0, 15) ?? [])]).toEqual(Array.from({ length: 15 }, (_, i) => i));
    expect([...(found?.indices.subarray(15 * 39, 15 * 39 + 4) ?? [])]).toEqual([39, 38, 37, 36]);
  });

  it('is given up once nobody wants it', async () => {
    const many = new Float32Array(1500 * 200).map((_, i) => i % 97);
    const given = await findNearby(
      many,
      200,
      Int32Array.from({ length: 1500 }, (_, i) => i),
      () => false,
    );
    expect(given).toBeNull();
  });
});

describe('how far the classes are apart', () => {
  it('counts the pictures whose nearest one is of their class, in all and by class', () => {
    const of = { labels: Int32Array.of(0, 0, 1, 1, 1), groups: each, classes: 2 };
    const { counted, same, byClass } = neighboursOf(Int32Array.of(1, 2, 3, 4, 0), of);
    expect([counted, same]).toEqual([5, 3]);
    expect(byClass).toEqual([
      { counted: 2, same: 1 },
      { counted: 3, same: 2 },
    ]);
  });

  it('knows what chance would give', () => {
    // Two of class 0 have 1 of 4 others alike, three of class 1 have 2 of 4: (2 * 1/4 + 3 * 2/4) / 5.
    const of = { labels: Int32Array.of(0, 0, 1, 1, 1), groups: each, classes: 2 };
    expect(neighboursOf(Int32Array.of(1, 2, 3, 4, 0), of).chance).toBeCloseTo(0.4, 12);
    // In pairs: a picture of the first pair has 0 of 3 others alike, of the second 1 of 3, the last alone 2 of 4.
    const paired = { ...of, groups: Int32Array.of(0, 0, 1, 1, 2) };
    expect(neighboursOf(Int32Array.of(2, 2, 4, 4, 3), paired).chance).toBeCloseTo(
      (0 + 0 + 1 / 3 + 1 / 3 + 2 / 4) / 5,
      12,
    );
  });

  it('leaves out pictures without a neighbour', () => {
    const of = { labels: Int32Array.of(0, 0), groups: Int32Array.of(0, 0), classes: 2 };
    expect(neighboursOf(Int32Array.of(-1, -1), of)).toMatchObject({ counted: 0, same: 0, chance: 0 });
  });
});
