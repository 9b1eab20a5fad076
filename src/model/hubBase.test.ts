import { existsSync, readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { goldens } from '../../e2e/fixtures/golden';
import type { ModelFiles } from '../../e2e/fixtures/graphModel';
import { mobilenetFiles } from '../../e2e/fixtures/mobilenet';
import type { Tap } from '../core/base';
import type { HubAlpha, HubVersion } from '../core/catalogue';
import { startEngine } from './engine';
import { hubBase } from './hubBase';

const shared = '../shared/models/mobilenet_v1_025_224/';
const isShared = existsSync(`${shared}model.json`);
const real = (): ModelFiles => ({
  json: readFileSync(`${shared}model.json`, 'utf8'),
  shards: [{ name: 'group1-shard1of1', bytes: new Uint8Array(readFileSync(`${shared}group1-shard1of1`)) }],
});

const hub = { version: 1, alpha: 0.25, address: null } as const;
const silent = () => undefined;

/** Answers as the hub does. */
function serve({ json, shards }: ModelFiles, change: (name: string) => Response | null = () => null) {
  const requested: string[] = [];
  vi.stubGlobal('fetch', (url: URL) => {
    requested.push(url.href);
    const name = url.pathname.split('/').at(-1) ?? '';
    const bytes = shards.find((shard) => shard.name === name)?.bytes;
    const changed = change(name);
    if (changed) return Promise.resolve(changed);
    if (name === 'model.json') return Promise.resolve(new Response(json));
    return Promise.resolve(bytes ? new Response(new Uint8Array(bytes)) : new Response('', { status: 404 }));
  });
  return requested;
}

const pixels = goldens[0]?.pixels() ?? new Uint8Array();

/** The same files, loaded by TensorFlow.js alone. */
async function directly({ json, shards }: ModelFiles, embedding: string): Promise<Float32Array> {
  const { modelTopology, weightsManifest } = JSON.parse(json) as tf.io.ModelJSON;
  const model = await tf.loadGraphModel(
    tf.io.fromMemory({
      modelTopology,
      weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
      weightData: await new Blob(shards.map(({ bytes }) => new Uint8Array(bytes))).arrayBuffer(),
    }),
  );
  const features = tf.tidy(() => {
    const x = tf.tensor4d(pixels, [1, 224, 224, 3], 'float32').div(255);
    return (model.execute(x, embedding) as tf.Tensor).flatten();
  });
  const values = Float32Array.from(await features.data());
  features.dispose();
  model.dispose();
  return values;
}

const farthest = (a: Float32Array, b: Float32Array) =>
  a.length === b.length ? Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? Number.NaN)))) : Infinity;

beforeAll(async () => {
  await startEngine('wasm', 'node_modules/@tensorflow/tfjs-backend-wasm/dist/');
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const cases: readonly (readonly [HubVersion, HubAlpha, string, number])[] = [
  [1, 0.25, 'module_apply_default/MobilenetV1/Logits/global_pool', 14],
  [2, 0.5, 'module_apply_default/MobilenetV2/Logits/AvgPool', 19],
];

describe('a base from the hub, through the package', () => {
  test.each(cases)('V%s %s gives what TensorFlow.js gives alone', async (version, alpha, embedding, blocks) => {
    const files = mobilenetFiles({ version, alpha, seed: 3, shardBytes: 1 << 20 });
    const requested = serve(files);
    const counts: [number, number][] = [];
    const { base } = await hubBase({ version, alpha, address: null }, null, (...c) => counts.push(c));
    expect(requested[0]).toMatch(
      new RegExp(
        `^https://tfhub\\.dev/google/imagenet/mobilenet_v${version}_0${alpha * 100}_224/.*model\\.json\\?tfjs-format=file$`,
      ),
    );
    expect(requested).toHaveLength(1 + files.shards.length);
    expect(base.anatomy.blocks).toHaveLength(blocks);
    const total = files.shards.reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(counts[0]).toEqual([0, total]);
    expect(counts.at(-1)).toEqual([total, total]);
    const tap: Tap = { blocks: [blocks - 1], pooling: 'average' };
    expect(farthest(await base.extract(pixels, 1, tap), await directly(files, embedding))).toBeLessThan(1e-4);
    base.dispose();
  });

  test.skipIf(!isShared)('the real V1 0.25 does the same, and names what it sees', async () => {
    serve(real());
    const { base, files } = await hubBase(hub, null, silent);
    const tap: Tap = { blocks: [13], pooling: 'average' };
    const alone = await directly(real(), cases[0]?.[2] ?? '');
    expect(farthest(await base.extract(pixels, 1, tap), alone)).toBeLessThan(1e-4);
    expect([...files.keys()]).toEqual(['model.json', 'group1-shard1of1']);
    const { recognition } = await base.look(pixels, 1);
    if (recognition?.kind !== 'kinds') throw new Error('It should answer in kinds.');
    expect(recognition.kinds).toHaveLength(5);
    expect(recognition.kinds.every(({ name, probability }) => name.length > 2 && probability <= 1)).toBe(true);
    base.dispose();
  });

  test('needs no request when its files were kept, and leaves no tensors behind', async () => {
    const made = mobilenetFiles({ version: 1, alpha: 0.25, seed: 3 });
    serve(made);
    const before = tf.memory().numTensors;
    const first = await hubBase(hub, null, silent);
    first.base.dispose();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    const { base } = await hubBase(hub, first.files, silent);
    await base.extract(pixels, 1, { blocks: [0, 13], pooling: 'max' });
    await base.look(pixels, 2);
    base.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  test('from a folder beside the page has the right input range all the same', async () => {
    const made = mobilenetFiles({ version: 1, alpha: 0.25, seed: 3 });
    const requested = serve(made);
    const address = 'https://school.example/lab/models/v1/';
    const { base } = await hubBase({ ...hub, address }, null, silent);
    expect(requested).toEqual([`${address}model.json`, ...made.shards.map(({ name }) => `${address}${name}`)]);
    const tap: Tap = { blocks: [13], pooling: 'average' };
    const alone = await directly(made, cases[0]?.[2] ?? '');
    expect(farthest(await base.extract(pixels, 1, tap), alone)).toBeLessThan(1e-4);
    base.dispose();
  });

  test('that is another one at the given address is refused', async () => {
    serve(mobilenetFiles({ version: 1, alpha: 0.25, seed: 3 }));
    const before = tf.memory().numTensors;
    const address = 'https://school.example/lab/models/v1/';
    await expect(hubBase({ version: 1, alpha: 0.5, address }, null, silent)).rejects.toThrow(
      /is not the MobileNetV1 0\.50 that was chosen, but the MobileNetV1 0\.25/,
    );
    expect(tf.memory().numTensors).toBe(before);
  });

  const made = mobilenetFiles({ version: 1, alpha: 0.25, seed: 3 });
  const shard = made.shards[0]?.name ?? '';
  test.each([
    [
      'not there',
      () => new Response('', { status: 404 }),
      /The hub \(tfhub\.dev\) does not hand out model\.json: it answered 404/,
    ],
    [
      'a web page',
      (name: string) => (name === 'model.json' ? new Response('<!doctype html>') : null),
      /sent a web page/,
    ],
    ['other JSON', (name: string) => (name === 'model.json' ? new Response('{}') : null), /sent something else/],
    [
      'cut off',
      (name: string) => (name === shard ? new Response(new Uint8Array(1000)) : null),
      /came incomplete: 1,000 bytes of/,
    ],
    [
      'a shard that is not there',
      (name: string) => (name === shard ? new Response('', { status: 403 }) : null),
      /shard1of1: it answered 403/,
    ],
  ])('says what is wrong, and what to do: %s', async (_, change, sentence) => {
    serve(made, change);
    const failing = hubBase(hub, null, silent);
    await expect(failing).rejects.toThrow(sentence);
    await expect(failing).rejects.toThrow(/use the bundled base/);
  });

  test('says so when the hub cannot be reached, or lets nobody read', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(hubBase(hub, null, silent)).rejects.toThrow(/could not be reached, .* CORS/);
  });

  test('does not wait for ever', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', (_: URL, { signal }: RequestInit) => {
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
    });
    await Promise.all([
      expect(hubBase(hub, null, silent)).rejects.toThrow(/sent nothing for 30 seconds/),
      vi.advanceTimersByTimeAsync(40_000),
    ]);
  });
});
