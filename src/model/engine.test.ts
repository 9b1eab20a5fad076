import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Engine } from '../core/engine';
import type { EngineOptions } from './engine';
import type { Graphics } from './enginePlan';

/** TensorFlow.js on a device of the test's choice. */
const fake = vi.hoisted(() => ({
  current: '',
  broken: [] as string[],
  started: [] as string[],
  removed: [] as string[],
  flags: new Map<string, unknown>(),
  wasmPaths: [] as string[],
  contextLost: false,
  glError: 0,
}));

vi.mock('@tensorflow/tfjs', () => ({
  setBackend: (engine: string) => {
    if (fake.broken.includes(engine)) return Promise.resolve(false);
    fake.started.push(engine);
    fake.current = engine;
    return Promise.resolve(true);
  },
  getBackend: () => fake.current,
  removeBackend: (engine: string) => fake.removed.push(engine),
  backend: () => ({ gpgpu: { gl: fakeContext } }),
  env: () => ({
    set: (flag: string, value: unknown) => fake.flags.set(flag, value),
    getBool: (flag: string) => fake.flags.get(flag) ?? true,
  }),
}));
vi.mock('@tensorflow/tfjs-backend-wasm', () => ({ setWasmPaths: (path: string) => fake.wasmPaths.push(path) }));
vi.mock('@tensorflow/tfjs-backend-webgpu', () => ({}));

const seen: { graphics: Graphics } = { graphics: { webgl: null, webgpu: null } };
vi.mock('./engineGraphics', () => ({
  seenGraphics: () => Promise.resolve(seen.graphics),
  webglCard: () => seen.graphics.webgl,
}));

const fakeContext = {
  canvas: new EventTarget(),
  OUT_OF_MEMORY: 1285,
  isContextLost: () => fake.contextLost,
  getError: () => {
    const { glError } = fake;
    fake.glError = 0;
    return glError;
  },
  getExtension: () => null,
};

const card: Graphics = {
  webgl: { renderer: 'GeForce', float32: true, maxTextureSize: 16_384 },
  webgpu: { name: 'nvidia ampere', fallback: false },
};
const webglOnly: Graphics = { ...card, webgpu: null };
const phone: Graphics = { webgl: { renderer: 'Mali', float32: false, maxTextureSize: 8192 }, webgpu: null };

const measuring = (speeds: Partial<Record<Engine, number>>) =>
  vi.fn<NonNullable<EngineOptions['measure']>>((engine) => {
    expect(fake.current).toBe(engine);
    const speed = speeds[engine];
    return speed === undefined ? Promise.reject(new Error('it broke')) : Promise.resolve(speed);
  });

/** A fresh module each time: a worker starts its engine once. */
const freshEngine = () => import('./engine');

beforeEach(() => {
  vi.resetModules();
  vi.spyOn(console, 'warn').mockReturnValue();
  Object.assign(fake, { current: '', broken: [], started: [], removed: [], wasmPaths: [], contextLost: false });
  fake.glError = 0;
  fake.flags.clear();
  seen.graphics = card;
});

describe('Auto', () => {
  test('measures what there is and takes the fastest', async () => {
    const { startEngine } = await freshEngine();
    const measure = measuring({ wasm: 100, webgl: 210, webgpu: 220 });
    const onMeasure = vi.fn<(engine: Engine) => void>();
    const report = await startEngine('auto', 'wasm/', { measure, onMeasure, crew: 2 });
    expect(onMeasure.mock.calls.flat()).toEqual(['wasm', 'webgl', 'webgpu']);
    expect(fake.current).toBe('webgl');
    expect(report).toEqual({
      engine: 'webgl',
      renderer: 'GeForce',
      batch: 8,
      reason:
        'WebGL runs: 210 pictures a second here, WebGPU 220, WASM about 150 with 2 workers. ' +
        'WebGPU is taken only where it is clearly faster.',
      measured: [
        { engine: 'wasm', picturesPerSecond: 150 },
        { engine: 'webgl', picturesPerSecond: 210 },
        { engine: 'webgpu', picturesPerSecond: 220 },
      ],
      bits: 32,
    });
  });

  test('measures nothing where there is only one', async () => {
    seen.graphics = phone;
    const { startEngine } = await freshEngine();
    const measure = measuring({});
    const report = await startEngine('auto', 'wasm/', { measure, remembered: 'webgl' });
    expect(report).toMatchObject({ engine: 'wasm', measured: [], reason: expect.stringContaining('16-bit') });
    expect(measure).not.toHaveBeenCalled();
  });

  test('takes a card unseen where nobody measures', async () => {
    const { startEngine } = await freshEngine();
    expect(await startEngine('auto', 'wasm/')).toMatchObject({ engine: 'webgl', measured: [] });
  });

  test('starts what it remembers without measuring, and says so', async () => {
    const { startEngine } = await freshEngine();
    const measure = measuring({});
    const report = await startEngine('auto', 'wasm/', { measure, remembered: 'webgpu' });
    expect(report).toMatchObject({ engine: 'webgpu', renderer: 'nvidia ampere', measured: [] });
    expect(report.reason).toContain('earlier visit');
    expect(measure).not.toHaveBeenCalled();
  });

  test.each([
    ['does not start', card, ['webgpu']],
    ['is not there any more', webglOnly, []],
  ] as const)('measures where what it remembers %s', async (_, graphics, broken) => {
    seen.graphics = graphics;
    fake.broken = [...broken];
    const { startEngine } = await freshEngine();
    const options = { measure: measuring({ wasm: 100, webgl: 50 }), remembered: 'webgpu' } as const;
    expect(await startEngine('auto', 'wasm/', options)).toMatchObject({ engine: 'wasm' });
    expect(options.measure).toHaveBeenCalledTimes(2);
  });

  test('leaves out an engine that breaks while it is measured', async () => {
    seen.graphics = webglOnly;
    const { startEngine } = await freshEngine();
    const report = await startEngine('auto', 'wasm/', { measure: measuring({ wasm: 100 }) });
    expect(report).toMatchObject({ engine: 'wasm', reason: 'WebGL failed when it was tried, so WASM runs.' });
    expect(fake.current).toBe('wasm');
  });

  test('does not wait for a context that was lost', async () => {
    seen.graphics = webglOnly;
    const { startEngine } = await freshEngine();
    const measure = (engine: Engine) => {
      if (engine === 'wasm') return Promise.resolve(100);
      fake.contextLost = true;
      return new Promise<number>(() => undefined);
    };
    expect(await startEngine('auto', 'wasm/', { measure })).toMatchObject({ engine: 'wasm' });
  });

  test('does not believe a card whose memory was too small, whatever it computed', async () => {
    seen.graphics = webglOnly;
    const { startEngine } = await freshEngine();
    const measure = (engine: Engine) => {
      if (engine === 'webgl') fake.glError = fakeContext.OUT_OF_MEMORY;
      return Promise.resolve(engine === 'webgl' ? 1000 : 100);
    };
    expect(await startEngine('auto', 'wasm/', { measure })).toMatchObject({
      engine: 'wasm',
      reason: 'The graphics card has too little memory for this base, so WASM runs.',
    });
  });

  test('ends at plain JavaScript, and tries nothing twice', async () => {
    fake.broken = ['wasm', 'webgl', 'webgpu'];
    const { startEngine } = await freshEngine();
    const report = await startEngine('auto', 'wasm/', { measure: measuring({}) });
    expect(report.engine).toBe('cpu');
    expect(fake.started).toEqual(['cpu']);
  });
});

describe('a chosen engine', () => {
  test('is not measured', async () => {
    const { startEngine } = await freshEngine();
    const measure = measuring({});
    expect(await startEngine('webgl', 'wasm/', { measure })).toMatchObject({
      engine: 'webgl',
      reason: 'WebGL was chosen.',
    });
    expect(measure).not.toHaveBeenCalled();
    expect(fake.flags.get('SOFTWARE_WEBGL_ENABLED')).toBe(true);
  });

  test('gives way if it does not start', async () => {
    fake.broken = ['webgpu'];
    const { startEngine } = await freshEngine();
    expect(await startEngine('webgpu', 'wasm/')).toMatchObject({
      engine: 'webgl',
      reason: 'WebGPU was chosen, but it could not be started, so WebGL runs.',
    });
    expect(fake.flags.has('SOFTWARE_WEBGL_ENABLED')).toBe(false);
  });

  test('reports 16 bits', async () => {
    seen.graphics = phone;
    fake.flags.set('WEBGL_RENDER_FLOAT32_ENABLED', false);
    const { startEngine } = await freshEngine();
    expect(await startEngine('webgl', 'wasm/')).toMatchObject({ bits: 16, reason: expect.stringContaining('16-bit') });
  });

  test('ends with an error where nothing starts', async () => {
    fake.broken = ['wasm', 'cpu'];
    const { startEngine } = await freshEngine();
    await expect(startEngine('wasm', 'wasm/')).rejects.toThrow('No engine could be started');
  });
});

test('WASM is prepared once, and never for threads', async () => {
  const { headEngines, startEngine } = await freshEngine();
  headEngines('wasm/');
  await startEngine('wasm', 'wasm/');
  expect(fake.wasmPaths).toEqual(['wasm/']);
  expect(fake.flags.get('WASM_HAS_MULTITHREAD_SUPPORT')).toBe(false);
});

test('the engines that were only measured are given back', async () => {
  seen.graphics = webglOnly;
  const { releaseOthers, startEngine } = await freshEngine();
  await startEngine('auto', 'wasm/', { measure: measuring({ wasm: 100, webgl: 50 }) });
  releaseOthers();
  expect(fake.removed).toEqual(['webgl']);
});

test.each([
  [card, ['wasm', 'webgl', 'cpu']],
  [phone, ['wasm', 'cpu']],
  [{ ...card, webgl: null }, ['wasm', 'cpu']],
] as const)('the head trains on WebGL only on a card with 32 bits', async (graphics, expected) => {
  seen.graphics = graphics;
  const { headEngines } = await freshEngine();
  expect(headEngines('wasm/')).toEqual(expected);
});
