import { describe, expect, it } from 'vitest';
import { headSize } from '../headSize';
import { Snapshots, trialsKept } from './snapshots';

const arms = 2;
const stated = 64_000_000;

/** As the inspector keeps it: no moments before the first epoch. */
const snapshot = (epoch: number, trials: number, size: number) => ({
  epoch,
  parameters: new Float32Array(arms * trials * size).fill(epoch),
  moments:
    epoch === 0
      ? null
      : {
          firstMoments: new Float32Array(arms * size),
          secondMoments: new Float32Array(arms * size),
          steps: new Uint32Array(arms),
        },
});

describe('snapshots', () => {
  it.each([
    ['one seed', 1, 11],
    ['many seeds', 50, 11],
    ['many seeds of a larger head', 50, 120],
  ])('stay in their budget over a long training, evenly spread, both ends always there: %s', (_, seeds, size) => {
    const budget = 64 * 1024;
    const trials = trialsKept(arms, seeds, size, budget);
    const kept = new Snapshots(arms, trials, size, budget);
    let fewestWhenFull = Infinity;
    for (let epoch = 0; epoch <= 1500; epoch++) {
      kept.add(snapshot(epoch, trials, size));
      expect(kept.bytes).toBeLessThanOrEqual(budget);
      expect(kept.epochs[0]).toBe(0);
      expect(kept.epochs.at(-1)).toBe(epoch);
      expect(kept.latest?.parameters[0]).toBe(epoch);
      // The last one may come before its turn.
      const gaps = kept.epochs.slice(1, -1).map((e, i) => e - (kept.epochs[i] ?? 0));
      expect(new Set(gaps).size).toBeLessThanOrEqual(1);
      if ((gaps[0] ?? 1) > 1) fewestWhenFull = Math.min(fewestWhenFull, kept.epochs.length);
    }
    expect(fewestWhenFull).toBeLessThan(Infinity);
    expect(fewestWhenFull).toBeGreaterThanOrEqual(6);
  });

  it('keeps every epoch while there is room, each with its own weights', () => {
    const kept = new Snapshots(arms, 5, 100);
    for (let epoch = 0; epoch <= 60; epoch++) kept.add(snapshot(epoch, 5, 100));
    expect(kept.epochs).toEqual(Array.from({ length: 61 }, (_, e) => e));
    expect(kept.at(17)?.parameters[0]).toBe(17);
    expect(kept.at(61)).toBeUndefined();
    // Five seeds, and two moments of the first one from epoch 1 on.
    expect(kept.bytes).toBe(4 * 100 * arms * (61 * 5 + 60 * 2));
  });

  it('lets the last one go when the next comes, if it was out of turn', () => {
    const kept = new Snapshots(1, 1, 1, 4 * 3 * 5);
    for (let epoch = 0; epoch <= 7; epoch++) kept.add(snapshot(epoch, 1, 1));
    expect(kept.epochs).toEqual([0, 2, 4, 6, 7]);
    kept.add(snapshot(8, 1, 1));
    expect(kept.epochs).toEqual([0, 2, 4, 6, 8]);
    kept.add(snapshot(9, 1, 1));
    expect(kept.epochs).toEqual([0, 4, 8, 9]);
  });
});

it('stays evenly spread when snapshots come every few epochs only', () => {
  const kept = new Snapshots(1, 1, 1, 4 * 3 * 12);
  kept.add(snapshot(0, 1, 1));
  for (let epoch = 1; epoch <= 59; epoch += 2) {
    kept.add(snapshot(epoch, 1, 1));
    expect(kept.epochs.length).toBeGreaterThanOrEqual(Math.min(6, (epoch + 3) / 2));
    expect(kept.epochs.at(-1)).toBe(epoch);
  }
});

it('keeps the start and the latest of a big head, and refuses one too big for that', () => {
  const size = 1000;
  const least = 4 * size * arms * (1 + 3);
  const kept = new Snapshots(arms, 1, size, least);
  for (const epoch of [0, 1, 2, 3]) kept.add(snapshot(epoch, 1, size));
  expect(kept.epochs).toEqual([0, 3]);
  expect(kept.bytes).toBe(least);
  expect(() => new Snapshots(arms, 1, size, least - 1)).toThrow(/1,000 weights, too many to keep/);
});

describe('trialsKept', () => {
  it('keeps all seeds of the default head, and leaves out seeds of a big one so that twelve epochs fit', () => {
    expect(trialsKept(arms, 5, headSize(256, 32, 3))).toBe(5);
    const size = headSize(1280, 128, 10);
    const trials = trialsKept(arms, 50, size);
    expect(trials).toBeGreaterThan(1);
    expect(trials).toBeLessThan(50);
    const bytes = (seeds: number) => 12 * 4 * size * arms * (seeds + 2);
    expect(bytes(trials)).toBeLessThanOrEqual(stated);
    expect(bytes(trials + 1)).toBeGreaterThan(stated);
  });

  it('keeps at least one, however big the head', () => {
    expect(trialsKept(arms, 50, headSize(8192, 512, 20))).toBe(1);
    expect(trialsKept(arms, 1, 10)).toBe(1);
  });
});
