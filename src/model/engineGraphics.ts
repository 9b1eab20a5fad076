import type { Graphics, WebglCard, WebgpuAdapter } from './enginePlan';

/**
 * What there is to draw with in this thread.
 * @param askWebgpu whether it matters if there is WebGPU; asking for it can take a moment.
 */
export async function seenGraphics(askWebgpu: boolean): Promise<Graphics> {
  return { webgl: webglCard(), webgpu: askWebgpu ? await webgpuAdapter() : null };
}

/**
 * Asked on a context of its own: TensorFlow.js notes at its first question whether there is WebGL, and it must not
 * have asked before it has been told whether software will do.
 */
export function webglCard(): WebglCard | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return null;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const card = {
    renderer: String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)),
    float32: drawsFloat32(gl),
    maxTextureSize: Number(gl.getParameter(gl.MAX_TEXTURE_SIZE)),
  };
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return card;
}

/** As TensorFlow.js finds out for its WEBGL_RENDER_FLOAT32_CAPABLE. */
function drawsFloat32(gl: WebGL2RenderingContext): boolean {
  if (!gl.getExtension('EXT_color_buffer_float')) return false;
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.R32F, 1, 1, 0, gl.RED, gl.FLOAT, null);
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  return gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE;
}

interface AdapterOfAnyAge {
  readonly info: GPUAdapterInfo;
  readonly isFallbackAdapter: boolean;
}

async function webgpuAdapter(): Promise<WebgpuAdapter | null> {
  // Not in every browser, and in none on a page that was not loaded securely, whatever the types say.
  const { gpu } = navigator as { readonly gpu?: GPU };
  try {
    // As TensorFlow.js asks.
    const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
    if (!adapter) return null;
    // Older browsers tell of the fallback on the adapter, and nothing else.
    const { info, isFallbackAdapter } = adapter as Partial<AdapterOfAnyAge>;
    const words = [info?.vendor, info?.architecture, info?.description].filter((word) => word);
    return {
      name: words.join(' ') || 'unnamed',
      fallback: (info?.isFallbackAdapter ?? false) || (isFallbackAdapter ?? false),
    };
  } catch (error) {
    console.warn('WebGPU could not be asked for.', error);
    return null;
  }
}
