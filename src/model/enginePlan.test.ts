import { describe, expect, test } from 'vitest';
import { enginePlan } from './enginePlan';

const card = 'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0)';
const software = [
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
  'llvmpipe (LLVM 15.0.7, 256 bits)',
  'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)',
  'Apple Software Renderer',
];
const engines = (...args: Parameters<typeof enginePlan>) => enginePlan(...args).map(({ engine }) => engine);

describe('the engine plan', () => {
  test('takes WebGL on a graphics card, and has fallbacks', () => {
    expect(engines('auto', card)).toEqual(['webgl', 'wasm', 'cpu']);
  });

  test.each(software)('takes WASM where WebGL is software: %s', (renderer) => {
    const [first] = enginePlan('auto', renderer);
    expect(first?.engine).toBe('wasm');
    expect(first?.reason).toMatch(/in software/);
    expect(engines('auto', renderer)).not.toContain('webgl');
  });

  test('takes WASM where there is no WebGL, and says so', () => {
    expect(enginePlan('auto', null)[0]).toEqual({
      engine: 'wasm',
      reason: 'This browser offers no WebGL here, so WASM runs.',
    });
  });

  test('honours a choice, even of software WebGL', () => {
    expect(enginePlan('webgl', software[0] ?? '')[0]?.reason).toMatch(/WebGL was chosen.*SwiftShader/);
    expect(engines('webgl', card)).toEqual(['webgl', 'wasm', 'cpu']);
    expect(engines('wasm', card)).toEqual(['wasm', 'cpu']);
    expect(engines('cpu', card)).toEqual(['cpu']);
  });

  test('says why a choice cannot be honoured', () => {
    expect(enginePlan('webgl', null)[0]?.reason).toMatch(/WebGL was chosen, but .* none here/);
  });
});
