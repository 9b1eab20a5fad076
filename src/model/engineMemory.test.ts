import { describe, expect, test } from 'vitest';
import { isOutOfGraphicsMemory } from './engineMemory';

/** As TensorFlow.js 4.22, Chromium 150 and its WebGPU (Dawn) word them. */
const memory = [
  new Error('Unable to create WebGLTexture.'),
  new Error('Unable to create WebGLBuffer'),
  new Error('Requested texture size [16385x1] greater than WebGL maximum on this browser / GPU [8192x8192].'),
  new Error('WebGL Error: OUT_OF_MEMORY'),
  new Error('vkAllocateMemory failed with VK_ERROR_OUT_OF_DEVICE_MEMORY\n    at CheckVkOOMThenSuccessImpl'),
  new Error('CreateCommittedResource failed with E_OUTOFMEMORY (0x8007000E)'),
  new Error('the graphics card was lost: Out of memory'),
  new RangeError(
    "Failed to execute 'createBuffer' on 'GPUDevice': createBuffer failed, size (8589934592) is too large for the " +
      'implementation when mappedAtCreation == true',
  ),
  new Error('Buffer size (1099511627776) exceeds the max buffer size limit (1073741824).'),
  new Error(
    'Binding size (268435456) of [Buffer (unlabeled)] range is larger than the maximum storage buffer binding size (134217728).',
  ),
  Object.assign(new Error('createBuffer'), { name: 'GPUOutOfMemoryError' }),
  'WebGL failed (Error: Unable to create WebGLTexture.).',
];

const others = [
  new Error('Failed to compile fragment shader.'),
  new Error('the graphics card was lost'),
  new Error('The frozen base returned features that are not numbers.'),
  new RangeError('Array buffer allocation failed'),
  new Error('Requested texture size [0x1] is invalid.'),
  new DOMException('The Device was lost before mapping was resolved.', 'AbortError'),
  null,
];

describe('too little graphics memory', () => {
  test.each(memory)('is told by: %s', (error) => {
    expect(isOutOfGraphicsMemory(error)).toBe(true);
  });

  test.each(others)('is not told by: %s', (error) => {
    expect(isOutOfGraphicsMemory(error)).toBe(false);
  });
});
