import { afterEach, describe, expect, test, vi } from 'vitest';
import type { EngineChoice, EngineReport } from '../core/engine';
import { createBaseClient } from './baseClient';
import { engineLostName, type BaseService } from './baseService';
import { asWorker, FakeWorker } from './fakeWorker.fixture';

const url = 'https://school.example/lab/';
const report = (choice: EngineChoice): EngineReport => ({
  engine: choice === 'auto' ? 'wasm' : choice,
  renderer: null,
  reason: 'As chosen.',
});

const service = (changes: Partial<BaseService> = {}): BaseService => ({
  start: (choice) => Promise.resolve(report(choice)),
  extract: (_, count) => Promise.resolve(new Float32Array(count).fill(count)),
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
    const start: BaseService['start'] = (choice, _, onProgress) => {
      onProgress({ phase: 'download', loaded: 1, total: 2 });
      return Promise.resolve(report(choice));
    };
    const client = clientOf(service({ start }));
    const onProgress = vi.fn<() => void>();
    const [first, second] = await Promise.all([client.start('auto', url, { onProgress }), client.start('auto', url)]);
    expect(first).toEqual(report('auto'));
    expect(second).toEqual(first);
    expect(made).toHaveLength(1);
    expect(onProgress).toHaveBeenCalledWith({ phase: 'download', loaded: 1, total: 2 });
    expect([...(await client.extract(new Uint8Array(3), 2))]).toEqual([2, 2]);
  });

  test('takes a fresh worker for another engine', async () => {
    const client = clientOf(service());
    await client.start('wasm', url);
    expect((await client.start('cpu', url)).engine).toBe('cpu');
    expect(made.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  test('an abort ends the worker, and the next start is a fresh one', async () => {
    const client = clientOf(service({ start: never }), service());
    const controller = new AbortController();
    const start = client.start('auto', url, { signal: controller.signal });
    controller.abort();
    await expect(start).rejects.toMatchObject({ name: 'AbortError' });
    expect(made[0]?.terminated).toBe(true);
    expect((await client.start('auto', url)).engine).toBe('wasm');
  });

  test('a crash rejects what is pending, and the next start is a fresh one', async () => {
    const client = clientOf(service({ extract: never }), service());
    await client.start('auto', url);
    const pending = client.extract(new Uint8Array(3), 1);
    await Promise.resolve();
    made[0]?.crash('out of memory');
    await expect(pending).rejects.toThrow(/stopped \(out of memory\)/);
    await expect(client.extract(new Uint8Array(3), 1)).rejects.toThrow(/start it first/);
    await client.start('auto', url);
    expect(await client.extract(new Uint8Array(3), 1)).toHaveLength(1);
  });

  test('a failed start says why and can be tried again', async () => {
    const client = clientOf(service({ start: () => Promise.reject(new Error('no file')) }), service());
    await expect(client.start('auto', url)).rejects.toThrow('no file');
    expect((await client.start('auto', url)).engine).toBe('wasm');
  });

  test('a lost graphics card is started again and the batch repeated', async () => {
    const client = clientOf(service({ extract: lost }), service());
    const onEngine = vi.fn<(report: EngineReport) => void>();
    await client.start('webgl', url, { onEngine });
    const pixels = Uint8Array.of(1, 2, 3);
    expect([...(await client.extract(pixels, 1))]).toEqual([1]);
    expect(made).toHaveLength(2);
    expect(onEngine.mock.calls.map(([{ engine, reason }]) => [engine, reason])).toEqual([
      ['webgl', 'As chosen.'],
      ['webgl', 'WebGL failed once and was started again.'],
    ]);
  });

  test('a graphics card lost twice gives way to WASM, for all batches in flight', async () => {
    const client = clientOf(service({ extract: lost }), service({ start: lost }), service());
    const onEngine = vi.fn<(report: EngineReport) => void>();
    await client.start('webgl', url, { onEngine });
    const both = await Promise.all([client.extract(new Uint8Array(3), 1), client.extract(new Uint8Array(6), 2)]);
    expect(both.map((features) => [...features])).toEqual([[1], [2, 2]]);
    expect(made).toHaveLength(3);
    expect(onEngine.mock.lastCall?.[0]).toMatchObject({ engine: 'wasm', reason: 'WebGL failed twice, so WASM runs.' });
  });

  test('hires helpers while there is more to do than hands, up to the crew, and shares the work', async () => {
    const slow = service({
      extract: async (_, count) => {
        await turn();
        return new Float32Array(count);
      },
    });
    const client = crewOf(3, slow);
    await client.start('wasm', url);
    await client.extract(new Uint8Array(3), 1);
    expect([made.length, client.lanes()]).toEqual([1, 1]);
    await Promise.all(Array.from({ length: 8 }, () => client.extract(new Uint8Array(3), 1)));
    await turn();
    expect([made.length, client.lanes()]).toEqual([3, 3]);
    client.dispose();
    expect(made.every(({ terminated }) => terminated)).toBe(true);
  });

  test('a graphics card takes one worker only', async () => {
    const client = crewOf(3, service());
    await client.start('webgl', url);
    await Promise.all([client.extract(new Uint8Array(3), 1), client.extract(new Uint8Array(3), 1)]);
    expect(made).toHaveLength(1);
  });

  test('goes on with the first worker when a helper fails', async () => {
    const client = crewOf(2, service(), service({ extract: never }));
    await client.start('wasm', url);
    await Promise.all([client.extract(new Uint8Array(3), 1), client.extract(new Uint8Array(3), 1)]);
    await turn();
    expect(client.lanes()).toBe(2);
    const both = Promise.all([client.extract(new Uint8Array(3), 1), client.extract(new Uint8Array(3), 1)]);
    await Promise.resolve();
    await Promise.resolve();
    made[1]?.crash('out of memory');
    expect(await both).toHaveLength(2);
    expect(client.lanes()).toBe(1);
  });

  test('shut down, it rejects what is pending', async () => {
    const client = clientOf(service({ extract: never }));
    await client.start('auto', url);
    const pending = client.extract(new Uint8Array(3), 1);
    await Promise.resolve();
    client.dispose();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
    expect(made[0]?.terminated).toBe(true);
  });
});
