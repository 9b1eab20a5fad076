import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { EngineReport } from '../core/engine';
import {
  clearFeatures,
  forgetEngine,
  keepEngine,
  keepFeatures,
  listFeatures,
  loadEngine,
  loadFeatures,
  loadFeatureSet,
  type FeatureSet,
} from './features';

const report: EngineReport = { engine: 'wasm', renderer: null, reason: 'r', measured: [], bits: 32, batch: 4 };
const set = (key: string): FeatureSet => ({ key, title: `Set ${key}`, width: 2, report });
const some = (...ids: string[]) => ids.map((id, i) => [id, Float32Array.of(i, i + 0.5)] as const);

afterEach(async () => {
  await clearFeatures(null);
  await forgetEngine('b');
});

describe('stored features', () => {
  it('come back by set and id, to the last bit, and nothing else does', async () => {
    await keepFeatures(set('a'), some('1', '2', '3'));
    await keepFeatures(set('b'), some('2'));
    const found = await loadFeatures(set('a'), ['3', '2', '9']);
    expect([...found]).toEqual([
      ['3', Float32Array.of(2, 2.5)],
      ['2', Float32Array.of(1, 1.5)],
    ]);
    expect(await loadFeatureSet('a')).toEqual(set('a'));
    expect(await loadFeatureSet('c')).toBeNull();
  });

  it('come back in full where there are many', async () => {
    const ids = Array.from({ length: 350 }, (_, i) => `p${i}`);
    await keepFeatures(set('a'), some(...ids));
    expect((await loadFeatures(set('a'), ids)).size).toBe(350);
  });

  it('are listed with their sizes, and cleared one set at a time or all together', async () => {
    await keepFeatures(set('a'), some('1', '2', '3'));
    await keepFeatures(set('a|flat'), some('1'));
    await keepEngine('b', 'auto', report);
    expect((await listFeatures()).map(({ set: { key }, pictures, bytes }) => [key, pictures, bytes])).toEqual([
      ['a', 3, 24],
      ['a|flat', 1, 8],
    ]);
    await clearFeatures('a');
    expect((await listFeatures()).map(({ set: { key }, pictures }) => [key, pictures])).toEqual([['a|flat', 1]]);
    await clearFeatures(null);
    expect(await listFeatures()).toEqual([]);
    expect(await loadEngine('b', 'auto')).toEqual(report);
  });
});
