import { batchSizes, emulatedBatch } from '../../src/core/engine';

/** What this worker's graphics pretend to be; all of them pretend that the software which draws here is a card. */
export type GraphicsLimit = keyof typeof limits;

const limits = {
  card: () => undefined,
  'two-cards': pretendAdapter,
  float16: hideFloat32,
  /** As older browsers refuse a texture. */
  'few-textures': () => limitTextures(() => null),
  /** As some browsers do: nothing but `getError` tells. Others take the whole context away. */
  'little-memory': () =>
    limitTextures((gl, texture) => {
      outOfMemory.add(gl);
      return texture;
    }),
} as const;

/** Before the first context is made. */
export function limitGraphics(limit: GraphicsLimit): void {
  // Software takes a batch that is meant for a card, and takes its time.
  Object.assign(batchSizes, { webgl: emulatedBatch, webgpu: emulatedBatch });
  pretendCard();
  limits[limit]();
}

type Context = WebGL2RenderingContext;
type Method = (...args: readonly unknown[]) => unknown;

const fewTextures = 40;
const outOfMemory = new WeakSet<Context>();

function pretendCard(): void {
  const unmaskedRenderer = 0x9246;
  replace(WebGL2RenderingContext.prototype, 'getParameter', (_gl, getParameter, [name]) =>
    name === unmaskedRenderer ? 'ANGLE (Pretended card)' : getParameter(name),
  );
  // TensorFlow.js asks for a context that is no software.
  replace(OffscreenCanvas.prototype, 'getContext', (_canvas, getContext, [kind, options]) =>
    getContext(kind, { ...(options as object | undefined), failIfMajorPerformanceCaveat: false }),
  );
}

function pretendAdapter(): void {
  Object.defineProperties(GPUAdapterInfo.prototype, {
    isFallbackAdapter: { value: false },
    architecture: { value: 'pretended' },
  });
}

/** As on many phones: 16-bit floats can be drawn, 32-bit floats only read. */
function hideFloat32(): void {
  replace(WebGL2RenderingContext.prototype, 'getExtension', (_gl, getExtension, [name]) =>
    name === 'EXT_color_buffer_float' ? null : getExtension(name),
  );
}

/** @param refused what becomes of a texture once a context has many. */
function limitTextures(refused: (gl: Context, texture: unknown) => unknown): void {
  const made = new WeakMap<Context, number>();
  replace(WebGL2RenderingContext.prototype, 'createTexture', (gl, createTexture) => {
    const before = made.get(gl) ?? 0;
    made.set(gl, before + 1);
    return before < fewTextures ? createTexture() : refused(gl, createTexture());
  });
  replace(WebGL2RenderingContext.prototype, 'getError', (gl, getError) =>
    outOfMemory.delete(gl) ? gl.OUT_OF_MEMORY : getError(),
  );
}

/** @param instead gets the object, its own method, and what it was called with. */
function replace<T extends object>(
  prototype: T,
  name: keyof T & string,
  instead: (object: T, method: Method, args: readonly unknown[]) => unknown,
): void {
  const method = prototype[name] as Method;
  Object.defineProperty(prototype, name, {
    value(this: T, ...args: readonly unknown[]) {
      return instead(this, (...others) => Reflect.apply(method, this, others), args);
    },
  });
}
