import { describe, expect, it } from 'vitest';
import { mobilenetFiles } from '../../../e2e/fixtures/mobilenet';
import type { BaseSource } from '../../worker/baseService';
import { baseFiles } from './baseFiles';

const { signal } = new AbortController();
const made = mobilenetFiles({ version: 2, alpha: 0.01, lastChannels: 64, seed: 5, shardBytes: 200_000 });
const total = made.shards.reduce((sum, { bytes }) => sum + bytes.length, 0);
const all = new Map<string, Blob>([
  ['model.json', new Blob([made.json])],
  ...made.shards.map(({ name, bytes }) => [name, new Blob([Uint8Array.from(bytes)])] as const),
]);
const hub = (files: ReadonlyMap<string, Blob> | null): BaseSource => ({
  kind: 'hub',
  version: 2,
  alpha: 0.5,
  address: null,
  files,
});

describe('the files of a base that is taken away', () => {
  it('are one description and one file of weights, the shards in their order', async () => {
    expect(made.shards.length).toBeGreaterThan(1);
    const base = await baseFiles(hub(all), 224, signal);
    expect(base?.format).toBe('graph-model');
    expect(base?.weights.size).toBe(total);
    const { weightsManifest } = JSON.parse(base?.json ?? '') as { weightsManifest: { paths: string[] }[] };
    expect(weightsManifest.map(({ paths }) => paths)).toEqual([['weights.bin']]);
    const bytes = new Uint8Array((await base?.weights.arrayBuffer()) ?? new ArrayBuffer());
    const [first] = made.shards;
    expect([...bytes.subarray(0, 64)]).toEqual([...(first?.bytes.subarray(0, 64) ?? [])]);
  });

  it('are not there where one is missing, or all', async () => {
    const missing = new Map([...all].filter(([name]) => name !== made.shards[1]?.name));
    expect(await baseFiles(hub(missing), 224, signal)).toBeNull();
    expect(await baseFiles(hub(null), 224, signal)).toBeNull();
    expect(await baseFiles(null, 224, signal)).toBeNull();
  });

  it('are refused where the weights are cut off', async () => {
    const model = {
      format: 'graph',
      json: made.json,
      weights: new Blob(['too short']),
      inputSize: 224,
      inputRange: [0, 1],
      labels: null,
    } as const;
    await expect(baseFiles({ kind: 'own', model }, 224, signal)).rejects.toThrow(
      `The base’s weights are incomplete: 9 bytes of ${total}.`,
    );
  });
});
