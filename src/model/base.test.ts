import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenError, goldens, goldenTolerance } from '../../e2e/fixtures/golden';
import { cocoMobilenet } from '../core/base';
import { loadBase } from './base';
import type { BaseFiles } from './download';
import { startEngine } from './engine';
import { parseTopology } from './topology';

const folder = 'node_modules/@vladmandic/human/models/';
const files = (): BaseFiles => ({
  topology: parseTopology(readFileSync(`${folder}centernet.json`, 'utf8'), 'centernet.json'),
  weights: new Uint8Array(readFileSync(`${folder}centernet.bin`)).buffer,
});
const { defaultCut } = cocoMobilenet;

describe('the frozen base on WASM', () => {
  beforeAll(async () => {
    const report = await startEngine('auto', 'node_modules/@tensorflow/tfjs-backend-wasm/dist/');
    expect(report.engine).toBe('wasm');
  });

  test.each(goldens)('gives the pinned features: $name', async (golden) => {
    const base = await loadBase(files(), cocoMobilenet, defaultCut);
    const features = await base.extract(golden.pixels(), 1);
    expect(features).toHaveLength(defaultCut.width);
    expect(goldenError(golden, features)).toBeLessThan(goldenTolerance);
    base.dispose();
  });

  test('notices the wrong input range', async () => {
    const base = await loadBase(files(), { ...cocoMobilenet, inputRange: [0, 1] }, defaultCut);
    for (const golden of goldens) {
      expect(goldenError(golden, await base.extract(golden.pixels(), 1))).toBeGreaterThan(100 * goldenTolerance);
    }
    base.dispose();
  });

  test('gives a picture the same features alone and in a batch', async () => {
    const base = await loadBase(files(), cocoMobilenet, defaultCut);
    const pictures = goldens.map(({ pixels }) => pixels());
    const together = await base.extract(Uint8Array.from(pictures.flatMap((p) => [...p])), pictures.length);
    for (const [i, picture] of pictures.entries()) {
      const alone = await base.extract(picture, 1);
      const inBatch = together.slice(i * defaultCut.width, (i + 1) * defaultCut.width);
      expect(Math.max(...alone.map((value, j) => Math.abs(value - (inBatch[j] ?? Number.NaN))))).toBeLessThan(1e-4);
    }
    base.dispose();
  });

  test.each(cocoMobilenet.cuts)('has the promised width at $node', async (cut) => {
    expect(cocoMobilenet.stages).toContain(cut.node);
    const base = await loadBase(files(), cocoMobilenet, cut);
    expect(await base.extract(new Uint8Array(224 * 224 * 3), 1)).toHaveLength(cut.width);
    base.dispose();
  });

  test('warms up stage by stage, up to its cut', async () => {
    const base = await loadBase(files(), cocoMobilenet, defaultCut);
    const seen: string[] = [];
    await base.warmUp(2, (done, total) => seen.push(`${done}/${total}`));
    expect(seen).toEqual(Array.from({ length: 16 }, (_, i) => `${i}/15`));
    base.dispose();
  });

  test('leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const base = await loadBase(files(), cocoMobilenet, defaultCut);
    await base.warmUp(1, () => undefined);
    const loaded = tf.memory().numTensors;
    await base.extract(new Uint8Array(2 * 224 * 224 * 3), 2);
    expect(tf.memory().numTensors).toBe(loaded);
    base.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
