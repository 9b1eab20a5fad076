import { describe, expect, test } from 'vitest';
import { enginePlan, rivals, type Graphics, type WebglCard, type WebgpuAdapter } from './enginePlan';

const card: WebglCard = {
  renderer: 'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0)',
  float32: true,
  maxTextureSize: 16_384,
};
const phone: WebglCard = { renderer: 'Mali-G52', float32: false, maxTextureSize: 8192 };
const small: WebglCard = { ...card, maxTextureSize: 2048 };
const swiftShader: WebglCard = {
  ...card,
  renderer: 'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
};
const adapter: WebgpuAdapter = { name: 'nvidia ampere', fallback: false };
const fallbackAdapter: WebgpuAdapter = { name: 'google swiftshader', fallback: true };

const none: Graphics = { webgl: null, webgpu: null };
const plan = (choice: Parameters<typeof enginePlan>[0], graphics: Partial<Graphics> = {}) =>
  enginePlan(choice, { ...none, ...graphics });
const engines = (...args: Parameters<typeof plan>) => plan(...args).map(({ engine }) => engine);
const reason = (...args: Parameters<typeof plan>) => plan(...args)[0]?.reason;

const softwareNames = [
  swiftShader.renderer,
  'llvmpipe (LLVM 15.0.7, 256 bits)',
  'softpipe',
  'Mesa OffScreen',
  'Mesa/X.org swrast',
  'GDI Generic',
  'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)',
  'Apple Software Renderer',
];
const cardNames = [card.renderer, 'Apple GPU', 'Adreno (TM) 610', 'Mali-G78', 'ANGLE (AMD, Radeon RX 580 (polaris10))'];

describe('the automatic plan', () => {
  test('takes WebGL on a graphics card, and has fallbacks', () => {
    expect(engines('auto', { webgl: card })).toEqual(['webgl', 'wasm', 'cpu']);
    expect(reason('auto', { webgl: card })).toBe('A graphics card is there, so WebGL runs.');
  });

  test.each(cardNames)('knows a graphics card: %s', (renderer) => {
    expect(engines('auto', { webgl: { ...card, renderer } })[0]).toBe('webgl');
  });

  test.each(softwareNames)('takes WASM where WebGL is software: %s', (renderer) => {
    const webgl = { ...card, renderer };
    expect(engines('auto', { webgl })).toEqual(['wasm', 'cpu']);
    expect(reason('auto', { webgl })).toMatch(/no graphics card.*in software.*so WASM runs\.$/);
  });

  test('takes WASM where there is no WebGL, and says so', () => {
    expect(engines('auto')).toEqual(['wasm', 'cpu']);
    expect(reason('auto')).toBe('This browser offers no WebGL here, so WASM runs.');
  });

  test('prefers WASM to 16-bit numbers, but those to plain JavaScript', () => {
    expect(engines('auto', { webgl: phone })).toEqual(['wasm', 'webgl', 'cpu']);
    expect(reason('auto', { webgl: phone })).toMatch(/16-bit numbers.*last digits.*overflow, so WASM runs\.$/);
    expect(plan('auto', { webgl: phone })[1]?.reason).toMatch(/^WASM could not be started, so WebGL runs\. .*16-bit/);
  });

  test('prefers WASM to a chip that holds small pictures only', () => {
    expect(engines('auto', { webgl: small })).toEqual(['wasm', 'webgl', 'cpu']);
    expect(reason('auto', { webgl: small })).toMatch(/small pictures only, so WASM runs\.$/);
  });

  test('does not take WebGPU unmeasured', () => {
    expect(engines('auto', { webgl: card, webgpu: adapter })).toEqual(['webgl', 'wasm', 'cpu']);
    expect(engines('auto', { webgpu: adapter })).toEqual(['wasm', 'cpu']);
  });
});

describe('the rivals of Auto', () => {
  test.each<[string, Partial<Graphics>, readonly string[]]>([
    ['nothing to draw with', {}, ['wasm']],
    ['a card', { webgl: card }, ['wasm', 'webgl']],
    ['software', { webgl: swiftShader, webgpu: fallbackAdapter }, ['wasm']],
    ['a 16-bit chip', { webgl: phone }, ['wasm']],
    ['a chip for small pictures', { webgl: small }, ['wasm']],
    ['WebGPU on a card', { webgl: card, webgpu: adapter }, ['wasm', 'webgl', 'webgpu']],
    ['WebGPU in software beside a card', { webgl: card, webgpu: fallbackAdapter }, ['wasm', 'webgl']],
    ['WebGPU that is software by its name', { webgpu: { name: 'mesa llvmpipe', fallback: false } }, ['wasm']],
    ['WebGPU on a 16-bit chip, where it has 32', { webgl: phone, webgpu: adapter }, ['wasm', 'webgpu']],
    ['WebGPU alone', { webgpu: adapter }, ['wasm', 'webgpu']],
  ])('with %s', (_, graphics, expected) => {
    expect(rivals({ ...none, ...graphics })).toEqual(expected);
  });
});

describe('a chosen engine', () => {
  test('runs if it can', () => {
    expect(engines('webgl', { webgl: card })).toEqual(['webgl', 'wasm', 'cpu']);
    expect(reason('webgl', { webgl: card })).toBe('WebGL was chosen.');
    expect(engines('webgpu', { webgpu: adapter })).toEqual(['webgpu', 'wasm', 'cpu']);
    expect(reason('webgpu', { webgpu: adapter })).toBe('WebGPU was chosen.');
    expect(engines('wasm', { webgl: card })).toEqual(['wasm', 'cpu']);
    expect(reason('wasm')).toBe('WASM was chosen.');
    expect(engines('cpu', { webgl: card })).toEqual(['cpu']);
  });

  test('runs in software too, with a warning', () => {
    expect(engines('webgl', { webgl: swiftShader })[0]).toBe('webgl');
    expect(reason('webgl', { webgl: swiftShader })).toBe(
      'WebGL was chosen. It runs in software here (SwiftShader), slower than WASM would.',
    );
    expect(reason('webgpu', { webgpu: fallbackAdapter })).toBe(
      'WebGPU was chosen. It runs in software here (google swiftshader), slower than WASM would.',
    );
  });

  test('runs in 16 bits too, with a warning', () => {
    expect(engines('webgl', { webgl: phone })[0]).toBe('webgl');
    expect(reason('webgl', { webgl: phone })).toMatch(/^WebGL was chosen\. .*16-bit numbers.*last digits.*65,504/);
    expect(reason('webgl', { webgl: { ...swiftShader, float32: false } })).toMatch(/in software.*16-bit/);
  });

  test('that is not there gives way with a reason', () => {
    expect(plan('webgl')).toEqual([
      { engine: 'wasm', reason: 'WebGL was chosen, but this browser offers none here, so WASM runs.' },
      { engine: 'cpu', reason: expect.stringMatching(/neither it nor WASM could be started/) },
    ]);
    expect(reason('webgpu')).toBe('WebGPU was chosen, but this browser offers none here, so WASM runs.');
  });

  test('that does not start gives way with a reason', () => {
    expect(plan('webgl', { webgl: card })[1]?.reason).toBe(
      'WebGL was chosen, but it could not be started, so WASM runs.',
    );
    expect(plan('wasm')[1]?.reason).toMatch(/WASM was chosen, but it could not be started/);
  });

  test('WebGPU gives way to WebGL, but only on a card that is good', () => {
    expect(plan('webgpu', { webgl: card })[0]).toEqual({
      engine: 'webgl',
      reason: 'WebGPU was chosen, but this browser offers none here, so WebGL runs.',
    });
    expect(engines('webgpu', { webgl: card, webgpu: adapter })).toEqual(['webgpu', 'webgl', 'wasm', 'cpu']);
    expect(engines('webgpu', { webgl: swiftShader, webgpu: adapter })).toEqual(['webgpu', 'wasm', 'cpu']);
    expect(engines('webgpu', { webgl: phone })).toEqual(['wasm', 'cpu']);
  });
});
