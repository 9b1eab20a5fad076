import { beforeEach, describe, expect, test, vi } from 'vitest';
import { isOutOfGraphicsMemory } from './engineMemory';
import { guarded, watchDevice } from './engineWatch';

const fake = vi.hoisted(() => ({ engine: '', backend: {} as object }));
vi.mock('@tensorflow/tfjs', () => ({ getBackend: () => fake.engine, backend: () => fake.backend }));

const forever = new Promise<number>(() => undefined);

test('other engines are not watched', async () => {
  Object.assign(fake, { engine: 'wasm', backend: {} });
  await expect(guarded(Promise.resolve(7))).resolves.toBe(7);
  await expect(guarded(Promise.reject(new Error('its own')))).rejects.toThrow('its own');
});

describe('WebGL', () => {
  const gl = {
    canvas: new EventTarget(),
    OUT_OF_MEMORY: 1285,
    isContextLost: vi.fn<() => boolean>(),
    getError: vi.fn<() => number>(),
  };

  beforeEach(() => {
    Object.assign(fake, { engine: 'webgl', backend: { gpgpu: { gl } } });
    gl.isContextLost.mockReturnValue(false);
    gl.getError.mockReset().mockReturnValue(0);
  });

  test('that works is left alone', async () => {
    await expect(guarded(Promise.resolve(7))).resolves.toBe(7);
  });

  test('that was lost does not keep anyone waiting', async () => {
    gl.isContextLost.mockReturnValue(true);
    await expect(guarded(forever)).rejects.toThrow('the graphics card was lost');
  });

  test('that was lost is not believed, nor taken for one with too little memory', async () => {
    gl.isContextLost.mockReturnValue(true);
    await expect(guarded(Promise.resolve(7))).rejects.toThrow('was lost');
    const refused = await guarded(Promise.reject(new Error('Unable to create WebGLTexture.'))).catch(String);
    expect(isOutOfGraphicsMemory(refused)).toBe(false);
  });

  test('that was lost and restored since has lost everything all the same', async () => {
    const restored = { ...gl, canvas: new EventTarget() };
    Object.assign(fake, { engine: 'webgl', backend: { gpgpu: { gl: restored } } });
    watchDevice();
    await expect(guarded(Promise.resolve(7))).resolves.toBe(7);
    restored.canvas.dispatchEvent(new Event('webglcontextlost'));
    await expect(guarded(Promise.resolve(7))).rejects.toThrow('was lost');
  });

  test('whose memory was too small is not believed, among harmless errors', async () => {
    gl.getError.mockReturnValueOnce(1281).mockReturnValueOnce(gl.OUT_OF_MEMORY);
    const error: unknown = await guarded(Promise.resolve(7)).catch((reason: unknown) => reason);
    expect(isOutOfGraphicsMemory(error)).toBe(true);
  });
});

describe('WebGPU', () => {
  /** A device, and what ends it. */
  function started() {
    let lose: (message: string) => void = () => undefined;
    const lost = new Promise<GPUDeviceLostInfo>((resolve) => {
      lose = (message) => resolve({ message, reason: 'unknown' } as GPUDeviceLostInfo);
    });
    const device = Object.assign(new EventTarget(), { lost });
    Object.assign(fake, { engine: 'webgpu', backend: { device } });
    watchDevice();
    const fail = (error: Error) => device.dispatchEvent(Object.assign(new Event('uncapturederror'), { error }));
    return { lose, fail };
  }

  test('that works is left alone', async () => {
    started();
    await expect(guarded(Promise.resolve(7))).resolves.toBe(7);
  });

  test('whose device was lost says so, also where an error came first', async () => {
    const { lose } = started();
    const work = Promise.reject(new Error('Buffer was unmapped before mapping was resolved.'));
    lose('the driver was updated');
    await expect(guarded(work)).rejects.toThrow('the graphics card was lost: the driver was updated');
    await expect(guarded(forever)).rejects.toThrow('was lost');
  });

  test('lost for want of memory is known as such', async () => {
    started().lose('Out of memory');
    const error: unknown = await guarded(forever).catch((reason: unknown) => reason);
    expect(isOutOfGraphicsMemory(error)).toBe(true);
  });

  test('is not believed where the device reports an error, which is told once', async () => {
    const { fail } = started();
    class GPUOutOfMemoryError extends Error {}
    fail(new GPUOutOfMemoryError('createBuffer'));
    fail(new Error('[Invalid Buffer] is invalid due to a previous error.'));
    const error: unknown = await guarded(Promise.resolve(7)).catch((reason: unknown) => reason);
    expect(isOutOfGraphicsMemory(error)).toBe(true);
    await expect(guarded(Promise.resolve(7))).resolves.toBe(7);
  });
});
