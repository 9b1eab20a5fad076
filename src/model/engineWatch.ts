import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import { macrotask } from '../core/macrotask';

/** What tfjs' backends for graphics cards keep to themselves; the types that it exports do not tell. */
export interface GraphicsBackend {
  readonly gpgpu?: { readonly gl?: WebGL2RenderingContext };
  readonly device?: GPUDevice;
}

/** What became of each WebGPU device since it was started. */
interface Fate {
  lost: GPUDeviceLostInfo | null;
  error: Error | null;
}

const fates = new WeakMap<GPUDevice, Fate>();

/**
 * WebGL contexts that were lost once. tfjs asks the browser to restore them, and a restored one no longer says that it
 * was lost, although everything in it is gone.
 */
const contexts = new WeakMap<WebGL2RenderingContext, { wasLost: boolean }>();

const pollMilliseconds = 250;

/** Whether the WebGL context is gone (sleep, driver reset, too many contexts). Only asked while WebGL runs. */
function webglLost(): boolean {
  const gl = running().gpgpu?.gl;
  return !gl || gl.isContextLost() || (contexts.get(gl)?.wasLost ?? false);
}

/** Whether the engine that runs has lost its graphics card; other engines cannot. */
function engineLost(): boolean {
  switch (tf.getBackend()) {
    case 'webgl':
      return webglLost();
    case 'webgpu':
      return Boolean(fateOf(running())?.lost);
    default:
      return false;
  }
}

/**
 * The result of work on the engine that runs, unless the graphics card fails meanwhile. A lost context may show as an
 * error or as nonsense, but mostly tfjs waits for ever for a result; and tfjs notices none of the card's own errors, so
 * that the numbers it then returns are wrong.
 * @throws Error of the work, or one that says what became of the card.
 */
export async function guarded<T>(work: Promise<T>): Promise<T> {
  let watch: ReturnType<typeof setInterval> | undefined;
  const lost = new Promise<never>((_, reject) => {
    watch = setInterval(() => {
      if (engineLost()) reject(gone());
    }, pollMilliseconds);
  });
  try {
    const result = await Promise.race([work, lost]);
    const error = engineLost() ? gone() : unnoticedError();
    if (error) throw error;
    return result;
  } catch (error) {
    // The news of the card may be a turn behind what follows from it.
    await macrotask();
    // Whatever tfjs says of a context that is gone ("Unable to create WebGLTexture", say) is not the cause.
    throw engineLost() ? gone(error) : (unnoticedError() ?? error);
  } finally {
    clearInterval(watch);
  }
}

/** Once for each device or context, right after its start. */
export function watchDevice(): void {
  const { device, gpgpu } = running();
  const gl = gpgpu?.gl;
  if (gl && !contexts.has(gl)) {
    const fate = { wasLost: false };
    contexts.set(gl, fate);
    gl.canvas.addEventListener('webglcontextlost', () => {
      fate.wasLost = true;
    });
  }
  if (!device || fates.has(device)) return;
  const fate: Fate = { lost: null, error: null };
  fates.set(device, fate);
  void noteLoss(device, fate);
  device.addEventListener('uncapturederror', ({ error }) => {
    fate.error ??= Object.assign(new Error(error.message), { name: error.constructor.name });
  });
}

async function noteLoss(device: GPUDevice, fate: Fate): Promise<void> {
  fate.lost = await device.lost;
}

/** An error of the graphics card that tfjs did not ask for; it is told once. */
function unnoticedError(): Error | null {
  const backend = running();
  const fate = fateOf(backend);
  if (fate) {
    const { error } = fate;
    fate.error = null;
    return error;
  }
  const gl = tf.getBackend() === 'webgl' ? backend.gpgpu?.gl : undefined;
  // Each kind of error is kept until it is read; others than this one do not make numbers wrong.
  for (let kind = gl?.getError(); kind; kind = gl?.getError()) {
    if (kind === gl?.OUT_OF_MEMORY) return new Error('WebGL error: OUT_OF_MEMORY');
    if (kind === gl?.CONTEXT_LOST_WEBGL) return gone();
  }
  return null;
}

const running = () => tf.backend() as GraphicsBackend;
const fateOf = ({ device }: GraphicsBackend) => device && fates.get(device);

function gone(cause?: unknown): Error {
  const why = fateOf(running())?.lost?.message;
  return new Error(why ? t`the graphics card was lost: ${why}` : t`the graphics card was lost`, { cause });
}
