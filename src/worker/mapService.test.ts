import { describe, expect, it } from 'vitest';
import { stream } from '../core/rng';
import { createMapService, type MapService, type UmapProgress } from './mapService';

const count = 40;
const labels = Int32Array.from({ length: count }, (_, i) => i % 2);
const groups = Int32Array.from({ length: count }, (_, i) => i);

/** Two clumps, one for each class, `apart` deviations from each other. */
function clumps(apart: number): Float32Array {
  const rng = stream(2, 'sample');
  return Float32Array.from({ length: count * 6 }, (_, at) => rng.normal() + (Math.floor(at / 6) % 2) * apart);
}

async function opened() {
  const service = createMapService();
  await service.open({ labels, groups, classes: 2 });
  return service;
}

async function laidOut(service: MapService, seed: number): Promise<readonly UmapProgress[]> {
  const told = [await service.beginUmap(seed)];
  while (told.at(-1)?.points === null) told.push(await service.goOnWithUmap());
  return told;
}

describe('the service that draws maps', () => {
  it('has nothing to say before a map was begun', async () => {
    const service = createMapService();
    await expect(service.view(clumps(1), 6)).rejects.toThrow('No map was begun yet.');
    await expect(service.goOnWithUmap()).rejects.toThrow('UMAP was not begun.');
  });

  it('tells classes that are apart from those that are not', async () => {
    const service = await opened();
    const apart = await service.view(clumps(20), 6);
    const mixed = await service.view(clumps(0), 6);
    expect(apart?.neighbours).toMatchObject({ counted: count, same: count });
    expect(apart?.explained[0]).toBeGreaterThan(0.9);
    expect(apart?.pca.every((v) => v >= 0 && v <= 1)).toBe(true);
    expect(mixed?.neighbours.same).toBeLessThan(count * 0.8);
    expect(mixed?.neighbours.chance).toBeCloseTo(19 / 39, 12);
  });

  it('does not care about the features’ units', async () => {
    const service = await opened();
    const features = clumps(3);
    const stretched = features.map((value, at) => 5 + value * 10 ** (at % 6));
    const [a, b] = [await service.view(features, 6), await service.view(stretched, 6)];
    expect([...(b?.neighbours.nearest ?? [])]).toEqual([...(a?.neighbours.nearest ?? [])]);
  });

  it('lays out by UMAP with progress, the same for the same seed', async () => {
    const service = await opened();
    await service.view(clumps(20), 6);
    await service.view(clumps(0), 6);
    const told = await laidOut(service, 7);
    expect(told[0]).toEqual({ done: 0, total: 1000, points: null });
    expect(told.at(-1)?.done).toBe(1000);
    const points = told.at(-1)?.points;
    expect(points).toHaveLength(2);
    expect(points?.every((p) => p.length === 2 * count && p.every((v) => v >= 0 && v <= 1))).toBe(true);
    expect((await laidOut(service, 7)).at(-1)?.points).toEqual(points);
    expect((await laidOut(service, 8)).at(-1)?.points).not.toEqual(points);
  });

  it('lays out three pictures as well', async () => {
    const service = createMapService();
    await service.open({ labels: Int32Array.of(0, 1, 1), groups: Int32Array.of(0, 1, 2), classes: 2 });
    await service.view(Float32Array.of(0, 1, 5), 1);
    expect((await laidOut(service, 1)).at(-1)?.points?.[0]).toHaveLength(6);
  });

  it('gives up a view when another map is begun', async () => {
    const service = await opened();
    const view = service.view(clumps(1), 6);
    await service.open({ labels, groups, classes: 2 });
    expect(await view).toBeNull();
  });
});
