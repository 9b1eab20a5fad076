import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { downloadBase } from './download';

const folder = 'node_modules/@vladmandic/human/models/';
const topology = () => new Response(readFileSync(`${folder}centernet.json`));
const weights = (length?: number) => new Response(readFileSync(`${folder}centernet.bin`).subarray(0, length));

/** Answers with the given file for the topology and for the weights. */
function serve(json: () => Response, bin: () => Response) {
  const requested: string[] = [];
  vi.stubGlobal('fetch', (url: URL) => {
    requested.push(url.href);
    return Promise.resolve(url.pathname.endsWith('.json') ? json() : bin());
  });
  return requested;
}

const load = (onBytes: (loaded: number, total: number) => void = () => undefined) =>
  downloadBase('https://school.example/lab/', onBytes);

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('downloading the base', () => {
  test('reads both files from below the page, and counts bytes', async () => {
    const requested = serve(topology, () => weights());
    const counts: [number, number][] = [];
    const files = await load((loaded, total) => counts.push([loaded, total]));
    expect(requested).toEqual([
      'https://school.example/lab/models/centernet/centernet.json',
      'https://school.example/lab/models/centernet/centernet.bin',
    ]);
    expect(files.weights.byteLength).toBe(4030290);
    expect(counts[0]).toEqual([0, 4030290]);
    expect(counts.at(-1)).toEqual([4030290, 4030290]);
  });

  test.each([
    ['a missing file', () => new Response('', { status: 404 }), () => weights(), /no models\/centernet.*json .*404/],
    ['a web page instead', () => new Response('<!doctype html>'), () => weights(), /json .* sent a web page/],
    ['other JSON', () => new Response('{"a": 1}'), () => weights(), /sent something else/],
    ['cut-off weights', topology, () => weights(1000), /bin is incomplete: 1,000 bytes arrived of 4,030,290/],
  ])('says what is wrong: %s', async (_, json, bin, sentence) => {
    serve(json, bin);
    await expect(load()).rejects.toThrow(sentence);
  });

  test('says so when the server is gone', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(load()).rejects.toThrow(/could not be loaded .*server is running/);
  });

  test('does not wait for ever', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', (_: URL, { signal }: RequestInit) => {
      const aborted = new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
      return aborted;
    });
    await Promise.all([
      expect(load()).rejects.toThrow(/nothing arrived for 30 seconds/),
      vi.advanceTimersByTimeAsync(30_000),
    ]);
    vi.useRealTimers();
  });
});
