/**
 * What the graphics card's errors say when a base does not fit into its memory, or a tensor into one of its textures
 * or buffers.
 */
const memoryErrors: readonly RegExp[] = [
  // tfjs-backend-webgl, webgl_util.ts. A lost context looks the same in older browsers; `guarded` tells them apart.
  /Unable to create WebGL(Texture|Buffer|Framebuffer)/,
  /Requested texture size .* greater than WebGL maximum/,
  // Names of errors: OUT_OF_MEMORY (WebGL), VK_ERROR_OUT_OF_DEVICE_MEMORY and E_OUTOFMEMORY (behind WebGPU).
  /OUT_?OF_?(DEVICE_|HOST_|POOL_)?MEMORY/i,
  /out of (device |graphics |video )?memory/i,
  // WebGPU, where tfjs asks for more than the device grants.
  /createBuffer failed, size .* too large/,
  /exceeds the max buffer size/,
  /larger than the maximum (storage |uniform )?(buffer )?binding size/,
];

/** Whether the graphics card is too small for what it was given: trying once more on it would fail again. */
export function isOutOfGraphicsMemory(error: unknown): boolean {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return memoryErrors.some((pattern) => pattern.test(text));
}
