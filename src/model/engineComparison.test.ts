import { describe, expect, test } from 'vitest';
import type { Engine } from '../core/engine';
import { comparisonReason, counted, fastestEngine, type Failed, type Measured } from './engineComparison';

const speeds = (figures: Partial<Record<Engine, number>>): readonly Measured[] =>
  Object.entries(figures).map(([engine, picturesPerSecond]) => ({ engine: engine as Engine, picturesPerSecond }));
const noMemory = new Error('Unable to create WebGLTexture.');
const reason = (
  engine: Engine,
  figures: Partial<Record<Engine, number>>,
  { failed = [], crew = 1 }: { readonly failed?: readonly Failed[]; readonly crew?: number } = {},
) => comparisonReason(engine, speeds(figures), failed, crew);

describe('the speed that counts', () => {
  test('is that of all workers for WASM, of which each adds less than the first', () => {
    const wasm = { engine: 'wasm', picturesPerSecond: 100 } as const;
    expect([1, 2, 3, 4].map((crew) => counted(wasm, crew).picturesPerSecond)).toEqual([100, 150, 200, 250]);
  });

  test.each(['webgl', 'webgpu'] as const)('is the one measured for %s: there is one card', (engine) => {
    const measured = { engine, picturesPerSecond: 100 };
    expect(counted(measured, 4)).toEqual(measured);
  });
});

describe('the fastest engine', () => {
  test.each<[Engine, Partial<Record<Engine, number>>]>([
    ['wasm', { wasm: 150 }],
    ['wasm', { wasm: 150, webgl: 149 }],
    ['webgl', { wasm: 150, webgl: 151 }],
    ['webgl', { wasm: 150, webgl: 210, webgpu: 251 }],
    ['webgpu', { wasm: 150, webgl: 210, webgpu: 252 }],
    ['wasm', { wasm: 150, webgl: 100, webgpu: 179 }],
    ['webgpu', { wasm: 150, webgl: 100, webgpu: 180 }],
    ['webgpu', { webgpu: 3 }],
  ])('is %s of %j', (engine, figures) => {
    expect(fastestEngine(speeds(figures))).toBe(engine);
  });

  test('has to be one', () => {
    expect(() => fastestEngine([])).toThrow('No engine');
  });
});

describe('the reason', () => {
  test('tells the figures', () => {
    expect(reason('webgl', { wasm: 150, webgl: 210.4 })).toBe('WebGL runs: 210 pictures a second here, WASM 150.');
    expect(reason('webgpu', { wasm: 8.04, webgl: 210, webgpu: 900 })).toBe(
      'WebGPU runs: 900 pictures a second here, WebGL 210, WASM 8.0.',
    );
  });

  test('says what is an estimate for several workers', () => {
    expect(reason('webgl', { wasm: 150, webgl: 210 }, { crew: 4 })).toBe(
      'WebGL runs: 210 pictures a second here, WASM about 150 with 4 workers.',
    );
    expect(reason('wasm', { wasm: 150, webgl: 90 }, { crew: 2 })).toBe(
      'WASM runs: about 150 pictures a second here with 2 workers, WebGL 90.',
    );
  });

  test('explains why the faster WebGPU is left', () => {
    expect(reason('webgl', { wasm: 150, webgl: 210, webgpu: 220 })).toBe(
      'WebGL runs: 210 pictures a second here, WebGPU 220, WASM 150. WebGPU is taken only where it is clearly faster.',
    );
  });

  test('names what failed', () => {
    const webgl = (error: unknown) => ({ failed: [{ engine: 'webgl', error } as const] });
    expect(reason('wasm', { wasm: 150 }, webgl(null))).toBe('WebGL could not be started, so WASM runs.');
    expect(reason('wasm', { wasm: 150 }, webgl(new Error('lost')))).toBe(
      'WebGL failed when it was tried, so WASM runs.',
    );
    expect(reason('wasm', { wasm: 150 }, webgl(noMemory))).toBe(
      'The graphics card has too little memory for this base, so WASM runs.',
    );
    expect(reason('webgpu', { wasm: 150, webgpu: 300 }, webgl(noMemory))).toBe(
      'WebGPU runs: 300 pictures a second here, WASM 150. WebGL has too little memory for this base.',
    );
  });

  test('names two that failed', () => {
    const failed = [
      { engine: 'webgl', error: noMemory },
      { engine: 'webgpu', error: null },
    ] as const;
    expect(reason('wasm', { wasm: 150 }, { failed })).toBe(
      'WebGL has too little memory for this base and WebGPU could not be started, so WASM runs.',
    );
  });
});
