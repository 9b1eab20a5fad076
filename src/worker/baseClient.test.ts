import { afterEach, describe, expect, test, vi } from 'vitest';
import { bundledAnatomy } from '../core/bundledAnatomy';
import type { EngineChoice } from '../core/engine';
import { createBaseClient, type BaseOrder } from './baseClient';
import {
  engineLostName,
  graphicsMemoryName,
  type BaseProgress,
  type BaseReady,
  type BaseRequest,
  type BaseService,
} from './baseService';
import { asWorker, FakeWorker } from './fakeWorker.fixture';

const url = 'https://school.example/lab/';
const order = (choice: EngineChoice, changes: Partial<BaseOrder> = {}): BaseOrder => ({
  id: 'coco',
  source: { kind: 'bundled' },
  choice,
  remembered: null,
  randomSeed: null,
  baseUrl: url,
  ...changes,
});

const ready = (choice: EngineChoice): BaseReady => ({
  report: {
    engine: choice === 'auto' ? 'wasm' : choice,
    renderer: null,
    reason: 'As chosen.',
    measured: [],
    bits: 32,
    batch: 4,
  },
  anatomy: bundledAnatomy,
  digest: 'd',
  fetched: null,
});

const tap = { blocks: [0], pooling: 'average' } as const;

const service = (changes: Partial<BaseService> = {}): BaseService => ({
  start: ({ choice }) => Promise.resolve(ready(choice)),
  extract: (_, count) => Promise.resolve(new Float32Array(count).fill(count)),
  look: () => Promise.resolve({ recognition: null, responses: [] }),
  ...changes,
});

const lost = () => Promise.reject(Object.assign(new Error('gone'), { name: engineLostName }));
const never = () => new Promise<never>(() => undefined);

const turn = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 10);
  });

const made: FakeWorker[] = [];

/** The n-th worker runs the n-th service; the last one again after that. */
function clientOf(...services: readonly BaseService[]) {
  return crewOf(1, ...services);
}

function crewOf(crew: number, ...services: readonly BaseService[]) {
  return createBaseClient(() => {
    const worker = new FakeWorker(services[Math.min(made.length, services.length - 1)] ?? service());
    made.push(worker);
    return asWorker(worker);
  }, crew);
}

afterEach(() => {
  for (const worker of made.splice(0)) worker.terminate();
});

describe('the client of the base worker', () => {
  test('starts once for a choice, and passes progress on', async () => {
    const start: BaseService['start'] = ({ choice }, onProgress) => {
      onProgress({ phase: 'download', loaded: 1, total: 2 });
      return Promise.resolve(ready(choice));
    };
    const client = clientOf(service({ start }));
    const onProgress = vi.fn<() => void>();
    const [first, second] = await Promise.all([
      client.start(order('auto'), { onProgress }),
      client.start(order('auto')),
    ]);
    expect(first).toEqual({ ...ready('auto'), isFallback: false });
    expect(second).toEqual(first);
    expect(made).toHaveLength(1);
    expect(onProgress).toHaveBeenCalledWith({ phase: 'download', loaded: 1, total: 2 });
    expect((await client.extract(new Uint8Array(3), 2, tap)).values).toEqual(Float32Array.of(2, 2));
  });

  test('hears of no progress any more once the start has failed', async () => {
    let late: (progress: BaseProgress) => void = () => undefined;
    const start: BaseService['start'] = (_, onProgress) => {
      late = onProgress;
      return Promise.reject(new Error('cut off'));
    };
    const onProgress = vi.fn<() => void>();
    await expect(clientOf(service({ start })).start(order('auto'), { onProgress })).rejects.toThrow('cut off');
    const heard = onProgress.mock.calls.length;
    late({ phase: 'download', loaded: 2, total: 2 });
    await turn();
    expect(onProgress.mock.calls).toHaveLength(heard);
  });

  test('takes a fresh worker for another engine', async () => {
    const client = clientOf(service());
    await client.start(order('wasm'));
    expect((await client.start(order('cpu'))).report.engine).toBe('cpu');
    expect(made.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  test('an abort ends the worker, and the next start is a fresh one', async () => {
    const client = clientOf(service({ start: never }), service());
    const controller = new AbortController();
    const start = client.start(order('auto'), { signal: controller.signal });
    controller.abort();
    await expect(start).rejects.toMatchObject({ name: 'AbortError' });
    expect(made[0]?.terminated).toBe(true);
    expect((await client.start(order('auto'))).report.engine).toBe('wasm');
  });

  test('a crash rejects what is pending, and the next start is a fresh one', async () => {
    const client = clientOf(service({ extract: never }), service());
    await client.start(order('auto'));
    const pending = client.extract(new Uint8Array(3), 1, tap);
    await Promise.resolve();
    made[0]?.crash('out of memory');
    await expect(pending).rejects.toThrow(/stopped \(out of memory\)/);
    await expect(client.extract(new Uint8Array(3), 1, tap)).rejects.toThrow(/start it first/);
    await client.start(order('auto'));
    expect((await client.extract(new Uint8Array(3), 1, tap)).values).toHaveLength(1);
  });

  test('a failed start says why and can be tried again', async () => {
    const client = clientOf(service({ start: () => Promise.reject(new Error('no file')) }), service());
    await expect(client.start(order('auto'))).rejects.toThrow('no file');
    expect((await client.start(order('auto'))).report.engine).toBe('wasm');
  });

  test('a lost graphics card is started again and the batch repeated', async () => {
    const client = clientOf(service({ extract: lost }), service());
    const onReady = vi.fn<(ready: BaseReady) => void>();
    await client.start(order('webgl'), { onReady });
    const pixels = Uint8Array.of(1, 2, 3);
    expect(await client.extract(pixels, 1, tap)).toEqual({ values: Float32Array.of(1), engine: 'webgl' });
    expect(made).toHaveLength(2);
    expect(onReady.mock.calls.map(([{ report }]) => [report.engine, report.reason])).toEqual([
      ['webgl', 'As chosen.'],
      ['webgl', 'The graphics card failed once and was started again.'],
    ]);
  });

  test('a graphics card lost twice gives way to WASM, for all batches in flight', async () => {
    const client = clientOf(service({ extract: lost }), service({ start: lost }), service());
    const onReady = vi.fn<(ready: BaseReady) => void>();
    await client.start(order('webgl'), { onReady });
    const both = await Promise.all([
      client.extract(new Uint8Array(3), 1, tap),
      client.extract(new Uint8Array(6), 2, tap),
    ]);
    expect(both.map(({ values, engine }) => [engine, ...values])).toEqual([
      ['wasm', 1],
      ['wasm', 2, 2],
    ]);
    expect(made).toHaveLength(3);
    expect(onReady.mock.lastCall?.[0].report).toMatchObject({
      engine: 'wasm',
      reason: 'The graphics card failed twice, so WASM runs.',
    });
  });

  test('a graphics card that is lost again with the same batch gives way to WASM', async () => {
    const client = clientOf(service({ extract: lost }), service({ extract: lost }), service());
    await client.start(order('webgl'));
    const { values, engine } = await client.extract(new Uint8Array(6), 2, tap);
    expect([engine, ...values]).toEqual(['wasm', 2, 2]);
    expect(made).toHaveLength(3);
  });

  test('too little graphics memory gives way to WASM at once', async () => {
    const full = () => Promise.reject(Object.assign(new Error('full'), { name: graphicsMemoryName }));
    const client = clientOf(service({ extract: full }), service());
    await client.start(order('webgl'));
    expect((await client.extract(new Uint8Array(3), 1, tap)).engine).toBe('wasm');
    expect((await client.start(order('webgl'))).report.reason).toMatch(/too little memory .* WASM runs/);
  });

  test('hands what the first worker fetched to its helpers', async () => {
    const fetched = new Map([['model.json', new Blob(['{}'])]]);
    const sources: BaseOrder['source'][] = [];
    const hub = { kind: 'hub', version: 1, alpha: 0.25, address: null, files: null } as const;
    const start: BaseService['start'] = ({ source, choice }) => {
      sources.push(source);
      return Promise.resolve({ ...ready(choice), fetched });
    };
    const client = crewOf(2, service({ start }));
    await client.start(order('wasm', { source: hub }));
    await Promise.all([client.extract(new Uint8Array(3), 1, tap), client.extract(new Uint8Array(3), 1, tap)]);
    await vi.waitFor(() => expect(sources).toHaveLength(2));
    expect(sources[1]).toMatchObject({ kind: 'hub', files: expect.any(Map) });
  });

  test('another base takes fresh workers; the same with its files at hand does not', async () => {
    const client = clientOf(service());
    const hub = { kind: 'hub', version: 1, alpha: 0.25, address: `${url}models/`, files: null } as const;
    await client.start(order('wasm'));
    await client.start(order('wasm', { id: 'v1', source: hub }));
    expect(made).toHaveLength(2);
    await client.start(order('wasm', { id: 'v1', source: { ...hub, address: null, files: new Map() } }));
    expect(made).toHaveLength(2);
    expect([client.isRunning('v1', 'wasm'), client.isRunning('v1', 'auto'), client.isRunning('coco', 'wasm')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('a graphics card that is lost does not make a base come over the net twice, nor Auto compare twice', async () => {
    const fetched = new Map([['model.json', new Blob(['{}'])]]);
    const requests: BaseRequest[] = [];
    const hub = { kind: 'hub', version: 1, alpha: 0.25, address: null, files: null } as const;
    const start: BaseService['start'] = (request) => {
      requests.push(request);
      return Promise.resolve({ ...ready('webgl'), fetched });
    };
    const client = clientOf(service({ start, extract: lost }), service({ start }));
    const first = await client.start(order('auto', { source: hub }));
    expect(first.isFallback).toBe(false);
    await client.extract(new Uint8Array(3), 1, tap);
    expect(requests[1]).toMatchObject({ remembered: 'webgl', source: { files: expect.any(Map) } });
    expect((await client.start(order('auto', { source: hub }))).isFallback).toBe(true);
  });

  test('looks at a picture in the worker that runs', async () => {
    const client = clientOf(service());
    await client.start(order('wasm'));
    expect(await client.look(new Uint8Array(3), 8)).toEqual({ recognition: null, responses: [] });
  });

  test('hires helpers while there is more to do than hands, up to the crew, and shares the work', async () => {
    const slow = service({
      extract: async (_, count) => {
        await turn();
        return new Float32Array(count);
      },
    });
    const client = crewOf(3, slow);
    await client.start(order('wasm'));
    await client.extract(new Uint8Array(3), 1, tap);
    expect([made.length, client.lanes()]).toEqual([1, 1]);
    await Promise.all(Array.from({ length: 8 }, () => client.extract(new Uint8Array(3), 1, tap)));
    await turn();
    expect([made.length, client.lanes()]).toEqual([3, 3]);
    client.dispose();
    expect(made.every(({ terminated }) => terminated)).toBe(true);
  });

  test('a graphics card takes one worker only', async () => {
    const client = crewOf(3, service());
    await client.start(order('webgl'));
    await Promise.all([client.extract(new Uint8Array(3), 1, tap), client.extract(new Uint8Array(3), 1, tap)]);
    expect(made).toHaveLength(1);
  });

  test('goes on with the first worker when a helper fails', async () => {
    const client = crewOf(2, service(), service({ extract: never }));
    await client.start(order('wasm'));
    await Promise.all([client.extract(new Uint8Array(3), 1, tap), client.extract(new Uint8Array(3), 1, tap)]);
    await turn();
    expect(client.lanes()).toBe(2);
    const both = Promise.all([client.extract(new Uint8Array(3), 1, tap), client.extract(new Uint8Array(3), 1, tap)]);
    await Promise.resolve();
    await Promise.resolve();
    made[1]?.crash('out of memory');
    expect(await both).toHaveLength(2);
    expect(client.lanes()).toBe(1);
  });

  test('shut down, it rejects what is pending', async () => {
    const client = clientOf(service({ extract: never }));
    await client.start(order('auto'));
    const pending = client.extract(new Uint8Array(3), 1, tap);
    await Promise.resolve();
    client.dispose();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
    expect(made[0]?.terminated).toBe(true);
  });
});
