import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenError, goldens, goldenTolerance } from '../../e2e/fixtures/golden';
import { featuresAt, featureWidth, type Tap } from '../core/base';
import { bundledAnatomy } from '../core/bundledAnatomy';
import { bundled, defaultBlockOf } from '../core/catalogue';
import { bundledBase } from './bundledBase';
import { startEngine } from './engine';
import { parseTopology } from './topology';

const folder = 'node_modules/@vladmandic/human/models/';

function load() {
  const json = readFileSync(`${folder}centernet.json`, 'utf8');
  const topology = parseTopology(json);
  if (!topology) throw new Error('The bundled base is not there.');
  return bundledBase({ json, topology, weights: new Uint8Array(readFileSync(`${folder}centernet.bin`)).buffer });
}

const everyBlock = [...bundledAnatomy.blocks.keys()];
const last = defaultBlockOf(bundled.id, bundledAnatomy);
const defaultTap: Tap = { blocks: [last], pooling: 'average' };
const together = Uint8Array.from(goldens.flatMap(({ pixels }) => [...pixels()]));

describe('the frozen base on WASM', () => {
  beforeAll(async () => {
    const report = await startEngine('auto', 'node_modules/@tensorflow/tfjs-backend-wasm/dist/');
    expect(report.engine).toBe('wasm');
  });

  test.each(goldens)('gives the pinned features: $name', async (golden) => {
    const base = await load();
    const features = await base.extract(golden.pixels(), 1, defaultTap);
    expect(features).toHaveLength(120);
    expect(goldenError(golden, features)).toBeLessThan(goldenTolerance);
    base.dispose();
  });

  test('notices the wrong input range', async () => {
    const base = await load();
    for (const golden of goldens) {
      const dark = golden.pixels().map((value) => value / 255);
      expect(goldenError(golden, await base.extract(dark, 1, defaultTap))).toBeGreaterThan(100 * goldenTolerance);
    }
    base.dispose();
  });

  test('gives a picture the same features alone and in a batch', async () => {
    const base = await load();
    const batch = await base.extract(together, goldens.length, defaultTap);
    for (const [i, { pixels }] of goldens.entries()) {
      const alone = await base.extract(pixels(), 1, defaultTap);
      expect(farthest(alone, batch.slice(i * alone.length, (i + 1) * alone.length))).toBeLessThan(1e-4);
    }
    base.dispose();
  });

  test.each(['average', 'max'] as const)('taps all blocks in one pass: %s', async (pooling) => {
    const base = await load();
    const [golden] = goldens;
    const pixels = golden?.pixels() ?? new Uint8Array();
    const all: Tap = { blocks: everyBlock, pooling };
    const tapped = await base.extract(pixels, 1, all);
    expect(tapped).toHaveLength(featureWidth(bundledAnatomy, all));
    for (const blocks of [[0], [6], [last], [3, 16]] as const) {
      const alone = await base.extract(pixels, 1, { blocks, pooling });
      expect(farthest(featuresAt(bundledAnatomy, all, { blocks, pooling }, tapped), alone)).toBeLessThan(1e-5);
    }
    base.dispose();
  });

  test('flattened features are the maps that average and maximum pool', async () => {
    const base = await load();
    const pixels = goldens[2]?.pixels() ?? new Uint8Array();
    const flat = await base.extract(pixels, 1, { blocks: [last], pooling: 'flatten' });
    expect(flat).toHaveLength(7 * 7 * 120);
    const channel = (c: number) => Array.from({ length: 49 }, (_, p) => flat[p * 120 + c] ?? Number.NaN);
    const average = await base.extract(pixels, 1, defaultTap);
    const most = await base.extract(pixels, 1, { blocks: [last], pooling: 'max' });
    for (const c of [0, 1, 60, 119]) {
      expect(channel(c).reduce((sum, value) => sum + value, 0) / 49).toBeCloseTo(average[c] ?? Number.NaN, 4);
      expect(Math.max(...channel(c))).toBeCloseTo(most[c] ?? Number.NaN, 5);
    }
    base.dispose();
  });

  test('shows for every block the maps that vary most, stretched to 0..255', async () => {
    const base = await load();
    const { responses, recognition } = await base.look(goldens[1]?.pixels() ?? new Uint8Array(), 3);
    expect(responses).toHaveLength(bundledAnatomy.blocks.length);
    for (const [at, { side, maps }] of responses.entries()) {
      expect(side).toBe(bundledAnatomy.blocks[at]?.side);
      expect(maps).toHaveLength(3);
      for (const { values, channel } of maps) {
        expect(values).toHaveLength(side * side);
        expect(channel).toBeLessThan(bundledAnatomy.blocks[at]?.channels ?? 0);
        expect([Math.min(...values), Math.max(...values)]).toEqual([0, 255]);
      }
    }
    expect(recognition?.kind).toBe('things');
    base.dispose();
  });

  test('warms up block by block, up to the last that is tapped', async () => {
    const base = await load();
    const seen: [number, number][] = [];
    await base.warmUp(2, { blocks: [2, 5], pooling: 'average' }, (done, total) => seen.push([done, total]));
    expect(seen).toEqual(Array.from({ length: 8 }, (_, done) => [done, 7]));
    base.dispose();
  });

  test('leaves no tensors behind', async () => {
    const before = tf.memory().numTensors;
    const base = await load();
    const loaded = tf.memory().numTensors;
    await base.warmUp(2, defaultTap, () => undefined);
    await base.extract(together, goldens.length, { blocks: everyBlock, pooling: 'max' });
    await base.look(goldens[0]?.pixels() ?? new Uint8Array(), 8);
    expect(tf.memory().numTensors).toBe(loaded);
    base.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

const farthest = (a: Float32Array, b: Float32Array) =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? Number.NaN))));
