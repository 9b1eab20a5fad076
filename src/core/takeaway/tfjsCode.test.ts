import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import * as tf from '@tensorflow/tfjs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { adamCoefficients } from '../adamRule';
import { bundled } from '../catalogue';
import { stream } from '../rng';
import { defaultSettings, type Settings } from '../settings';
import { tfjsCode } from './tfjsCode';

const code = (changes: Partial<Settings> = {}) =>
  tfjsCode({ settings: { ...defaultSettings, ...changes }, base: bundled, features: 120 });

interface Told {
  readonly arm: string;
  readonly epoch: number;
  readonly train: { readonly loss: number; readonly accuracy: number };
  readonly validation: { readonly loss: number; readonly accuracy: number };
}
interface Side {
  readonly features: readonly (readonly number[])[];
  readonly labels: readonly number[];
}
interface Module {
  readonly trainBothArms: (
    of: { readonly train: Side; readonly validation: Side; readonly classes: number },
    onEpoch: (told: Told) => void,
  ) => Promise<readonly { readonly head: tf.LayersModel }[]>;
}

/** The text as a module, in a folder from which it finds TensorFlow.js. */
async function imported(text: string): Promise<Module> {
  const folder = join(import.meta.dirname, '../../../node_modules/.cache/transfer-lab');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `trainHeads-${text.length}.mjs`);
  writeFileSync(path, text);
  onTestFinished(() => rmSync(path));
  // What the text exports is what it says.
  return (await import(/* @vite-ignore */ path)) as Module;
}

/** Two features that tell two classes apart, and one that is constant. */
function side(count: number, seed: number): Side {
  const rng = stream(seed, 'sample');
  const labels = Array.from({ length: count }, (_, i) => i % 2);
  return { labels, features: labels.map((label) => [rng.normal() + 3 * label, rng.normal() - 3 * label, 5]) };
}

describe('the TensorFlow.js code', () => {
  it.each([
    { hidden: 0, dropoutAt: 'both' },
    { hidden: 64, dropoutAt: 'input', l2: 0.001 },
    { hidden: 8, dropoutAt: 'hidden', dropout: 0 },
  ] satisfies Partial<Settings>[])('can be read by a parser: %o', (changes) => {
    expect(parseSync('trainHeads.js', code(changes)).errors).toEqual([]);
    expect(code(changes)).not.toMatch(/^\/\/:/m);
  });

  it('trains this very head: its layers, its settings', () => {
    const text = code({ hidden: 24, l2: 0.02, dropout: 0.3, epochs: 17, lr: 0.004, batch: 5 });
    expect(text).toContain(
      "tf.layers.dense({ units: 24, activation: 'relu', kernelInitializer: 'heNormal', kernelRegularizer: tf.regularizers.l2({ l2: 0.02 }) })",
    );
    expect(text.match(/tf\.layers\.dropout\(\{ rate \}\)/g)).toHaveLength(2);
    for (const line of [
      'const epochs = 17;',
      'const learningRate = 0.004;',
      'const batch = 5;',
      'const dropout = 0.3;',
    ])
      expect(text).toContain(line);
    expect(code({ hidden: 0, dropoutAt: 'hidden' })).not.toContain('tf.layers.dropout({');
  });

  it('says that He normal is narrower in TensorFlow.js, by as much as it is', () => {
    expect(code({ hidden: 8 })).toContain('a spread of 0.88 of the page’s');
    expect(code({ hidden: 0 })).not.toContain('He normal');
    const drawn = Float32Array.from(tf.initializers.heNormal({ seed: 3 }).apply([200, 400]).dataSync());
    expect(Math.sqrt(drawn.reduce((sum, w) => sum + w * w, 0) / drawn.length) / Math.sqrt(2 / 200)).toBeCloseTo(
      0.88,
      2,
    );
  });

  it('says that Adam is the page’s own, epsilon included', () => {
    expect(code()).toContain('Its Adam is the page’s own formula, epsilon after the correction');
    const at = tf.scalar(0).variable(true, 'at');
    const adam = tf.train.adam(0.1, 0.9, 0.999, 1e-7);
    // A gradient as large as epsilon: it halves the first step here; in Keras it leaves 3 % of it.
    adam.applyGradients([{ name: at.name, tensor: tf.scalar(1e-7) }]);
    const { first, second, move, epsilon } = adamCoefficients(1, 0.1);
    const own = (-first * 1e-7 * move) / (Math.sqrt(second * 1e-14) + epsilon);
    expect(own).toBeCloseTo(-0.05, 6);
    expect(at.dataSync()[0]).toBeCloseTo(own, 4);
  });

  it('runs: both arms learn, from the same start, and at rate 0 they are the same', async () => {
    await tf.setBackend('cpu');
    const { trainBothArms } = await imported(
      code({ hidden: 6, epochs: 12, lr: 0.02, batch: 8, dropout: 0, l2: 0.001 }),
    );
    const told: Told[] = [];
    await trainBothArms({ train: side(40, 1), validation: side(20, 2), classes: 2 }, (epoch) => told.push(epoch));
    expect(told).toHaveLength(24);
    const of = (arm: string) =>
      told.filter((t) => t.arm === arm).map(({ epoch, train, validation }) => ({ epoch, train, validation }));
    expect(of('with dropout')).toEqual(of('without dropout'));
    expect(of('without dropout').at(-1)?.validation.accuracy).toBeGreaterThan(0.9);
    const other = await imported(code({ hidden: 6, epochs: 2, lr: 0.02, batch: 8, dropout: 0.5 }));
    const dropped: Told[] = [];
    await other.trainBothArms({ train: side(40, 1), validation: side(20, 2), classes: 2 }, (epoch) =>
      dropped.push(epoch),
    );
    expect(dropped[1]?.train.loss).not.toBe(dropped[0]?.train.loss);
  });
});
