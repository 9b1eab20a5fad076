import { describe, expect, test } from 'vitest';
import type { Tapped } from './baseClient';
import { deferred, type Deferred } from './deferred';
import { extractFeatures, type ExtractionProgress, type PictureSource } from './extraction';

/** A picture is one pixel of its own number; its features are that number and its double. */
const pictures = (count: number, decoded: number[] = []): PictureSource[] =>
  Array.from({ length: count }, (_, i) => ({
    hash: `h${i}`,
    pixels: () => {
      decoded.push(i);
      return Promise.resolve(Uint8Array.of(i, i, i));
    },
  }));

const doubling = {
  lanes: () => 1,
  extract: (pixels: Uint8Array, count: number): Promise<Tapped> =>
    Promise.resolve({
      values: Float32Array.from({ length: 2 * count }, (_, j) => (pixels[3 * Math.floor(j / 2)] ?? 0) * (1 + (j % 2))),
      engine: 'wasm',
    }),
};

const tap = { blocks: [0], pooling: 'average' } as const;

const turn = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 5);
  });

async function collected(stream: AsyncIterable<readonly { hash: string; features: Float32Array }[]>) {
  const all: [string, ...number[]][] = [];
  for await (const batch of stream) for (const { hash, features } of batch) all.push([hash, ...features]);
  return all;
}

describe('extracting features', () => {
  test('keeps the order and gives each picture its own', async () => {
    const all = await collected(extractFeatures(pictures(7), doubling, { tap, batchSize: 3 }));
    expect(all).toEqual(Array.from({ length: 7 }, (_, i) => [`h${i}`, i, 2 * i]));
  });

  test('decodes the next batch while one runs, and no more', async () => {
    const decoded: number[] = [];
    const gate = deferred<Tapped>();
    const stream = extractFeatures(
      pictures(9, decoded),
      { lanes: () => 1, extract: () => gate.promise },
      { tap, batchSize: 2 },
    );
    const iterator = stream[Symbol.asyncIterator]();
    const first = iterator.next();
    await turn();
    expect(decoded).toEqual([0, 1, 2, 3]);
    gate.resolve({ values: new Float32Array(4), engine: 'wasm' });
    await first;
    await iterator.return?.();
  });

  test('keeps every lane busy, and the order all the same', async () => {
    const gates: Deferred<void>[] = [];
    const lanes = {
      lanes: () => 2,
      async extract(pixels: Uint8Array, count: number) {
        const gate = deferred<void>();
        gates.push(gate);
        await gate.promise;
        return doubling.extract(pixels, count);
      },
    };
    const all = collected(extractFeatures(pictures(10), lanes, { tap, batchSize: 2 }));
    await turn();
    expect(gates).toHaveLength(4);
    for (const gate of gates.toReversed()) gate.resolve();
    await turn();
    expect(gates).toHaveLength(5);
    gates[4]?.resolve();
    expect((await all).map(([hash]) => hash)).toEqual(pictures(10).map(({ hash }) => hash));
  });

  test('reports progress with a finite rate', async () => {
    const seen: ExtractionProgress[] = [];
    await collected(extractFeatures(pictures(5), doubling, { tap, batchSize: 2, onProgress: (p) => seen.push(p) }));
    expect(seen.map(({ done, total }) => [done, total])).toEqual([
      [0, 5],
      [2, 5],
      [4, 5],
      [5, 5],
    ]);
    expect(seen[0]?.perSecond).toBeNull();
    expect(seen.slice(1).every(({ perSecond }) => Number.isFinite(perSecond))).toBe(true);
    expect(seen.at(-1)?.secondsLeft).toBe(0);
  });

  test('ends at once when cancelled, even in the middle of a batch', async () => {
    const controller = new AbortController();
    const stuck = { lanes: () => 1, extract: () => new Promise<Tapped>(() => undefined) };
    const all = collected(extractFeatures(pictures(4), stuck, { tap, batchSize: 2, signal: controller.signal }));
    controller.abort();
    expect(await all).toEqual([]);
  });

  test('keeps what was yielded when cancelled between batches', async () => {
    const controller = new AbortController();
    const hashes: string[] = [];
    for await (const batch of extractFeatures(pictures(9), doubling, {
      tap,
      batchSize: 3,
      signal: controller.signal,
    })) {
      hashes.push(...batch.map(({ hash }) => hash));
      controller.abort();
    }
    expect(hashes).toEqual(['h0', 'h1', 'h2']);
  });

  test('passes an error on, after the batches before it', async () => {
    let calls = 0;
    const failing = {
      lanes: () => 1,
      extract: (pixels: Uint8Array, count: number) =>
        ++calls === 2 ? Promise.reject(new Error('The worker stopped.')) : doubling.extract(pixels, count),
    };
    const hashes: string[] = [];
    const run = async () => {
      for await (const batch of extractFeatures(pictures(6), failing, { tap, batchSize: 2 })) {
        hashes.push(...batch.map(({ hash }) => hash));
      }
    };
    await expect(run()).rejects.toThrow('The worker stopped.');
    expect(hashes).toEqual(['h0', 'h1']);
  });

  test('has nothing to do without pictures', async () => {
    expect(await collected(extractFeatures([], doubling, { tap, batchSize: 2 }))).toEqual([]);
  });
});
