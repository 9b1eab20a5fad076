import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledAnatomy } from '../bundledAnatomy';
import { bundled, catalogue, hubId } from '../catalogue';
import { defaultSettings, type Settings } from '../settings';
import { kerasScript, type ScriptSource } from './kerasScript';
import { layersModel } from './layersModel';
import { takenHeads } from './takenHeads.fixture';

const node = (number: number) => ({ block: number, node: bundledAnatomy.blocks[number - 1]?.node ?? '' });

const source = (changes: Partial<Settings> = {}, more: Partial<ScriptSource> = {}): ScriptSource => ({
  settings: { ...defaultSettings, hidden: 4, ...changes },
  base: bundled,
  cut: [node(16)],
  pooling: 'average',
  ...more,
});

/** The layers of `build_head` in the text: class and arguments, by position as `0`, `1`, else by name. */
function layersIn(text: string) {
  const body = /def build_head\([^)]*\):[\s\S]*?\n\n\n/.exec(text)?.[0] ?? '';
  return [...body.matchAll(/keras\.layers\.(\w+)\(((?:[^()]|\([^()]*\))*)\)/g)].map(([, type = '', args = '']) => ({
    type,
    args: new Map(
      [...args.matchAll(/(?:(\w+)=)?("[^"]*"|keras\.regularizers\.L2\([\d.e-]+\)|[\w.]+)(?:,|\s*$)/g)].map(
        ([, key, value = ''], at) => [key ?? String(at), value.replace(/^"|"$/g, '')] as const,
      ),
    ),
  }));
}

interface Serialised {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** What one layer of the exported model says, in the words of the script. */
function inWords({ class_name, config }: Serialised): { type: string; args: ReadonlyMap<string, string> } {
  const args = new Map<string, string>();
  const real = (value: unknown) => (Number.isInteger(value) ? `${String(value)}.0` : String(value));
  if (class_name === 'BatchNormalization') {
    args.set('epsilon', real(config['epsilon']));
    for (const key of ['center', 'scale', 'trainable'])
      args.set(key, config[key] === true ? 'True' : config[key] === false ? 'False' : '?');
  } else if (class_name === 'Dropout') {
    args.set('0', real(config['rate']));
  } else {
    args.set('0', String(config['units']));
    args.set('activation', String(config['activation']));
    const initializer = JSON.stringify(config['kernel_initializer']);
    args.set(
      'kernel_initializer',
      initializer.includes('"scale":2,"mode":"fan_in","distribution":"normal"')
        ? 'he_normal'
        : initializer.includes('"scale":1,"mode":"fan_avg","distribution":"uniform"')
          ? 'glorot_uniform'
          : '?',
    );
    const regularizer = config['kernel_regularizer'] as { config: { l2: number } } | null;
    if (regularizer) args.set('kernel_regularizer', `keras.regularizers.L2(${real(regularizer.config.l2)})`);
  }
  args.set('name', String(config['name']));
  return { type: class_name, args };
}

const cases: readonly (readonly [string, Partial<Settings>])[] = [
  ['both', { dropoutAt: 'both', l2: 0.01, dropout: 0.35 }],
  ['features only', { dropoutAt: 'input' }],
  ['hidden only', { dropoutAt: 'hidden', hidden: 64, l2: 0.0001 }],
  ['no hidden layer', { hidden: 0, dropoutAt: 'both', l2: 0.1 }],
];

describe('the Keras script', () => {
  it.each(cases)('defines the head of the exported model, field by field: %s', (_, changes) => {
    const text = kerasScript(source(changes));
    const dropout = /^DROPOUT = ([\d.]+)/m.exec(text)?.[1];
    expect(text).toContain('arms = [("without dropout", 0.0), ("with dropout", options.dropout)]');
    for (const [arm, rate] of ['0.0', dropout ?? '?'].entries()) {
      // The figures that the script puts in when it runs: three classes, and the rate of the arm.
      const filled = layersIn(text).map(({ type, args }) => ({
        type,
        args: new Map(
          [...args].map(([key, value]) => [key, value === 'classes' ? '3' : value === 'rate' ? rate : value]),
        ),
      }));
      const { modelTopology } = JSON.parse(layersModel(takenHeads(changes), arm, 0, 'test').json) as {
        modelTopology: { config: { layers: Serialised[] } };
      };
      const [input, ...layers] = modelTopology.config.layers;
      expect(input?.class_name).toBe('InputLayer');
      expect(filled.map(({ type, args }) => [type, Object.fromEntries(args)])).toEqual(
        layers.map(inWords).map(({ type, args }) => [type, Object.fromEntries(args)]),
      );
    }
  });

  it('carries every setting that the experiment depends on', () => {
    const text = kerasScript(
      source({
        seed: 12,
        seeds: 7,
        epochs: 33,
        dropout: 0.4,
        lr: 0.0021,
        batch: 9,
        perClass: 11,
        noise: 0.25,
        split: 0.6,
        copies: 2,
        rotation: 20,
      }),
    );
    for (const line of [
      'SEED = 12 ',
      'SEEDS = 7 ',
      'EPOCHS = 33',
      'DROPOUT = 0.4 ',
      'LEARNING_RATE = 0.0021',
      'BATCH = 9',
      'PER_CLASS = 11 ',
      'WRONG_LABELS = 0.25 ',
      'TRAINING_SHARE = 0.6 ',
      'COPIES = 2 ',
      'ROTATION = 20 ',
    ])
      expect(text).toContain(`\n${line}`);
    expect(text).not.toMatch(/^#:/m);
  });

  it('takes the nearest base that Keras has, and says what differs', () => {
    const text = kerasScript(source({}, { cut: [node(11), node(16)], pooling: 'max' }));
    expect(text).toContain('ARCHITECTURE = "MobileNetV3Large"');
    expect(text).toContain('LAYERS = ["expanded_conv_9_add", "expanded_conv_14_add"]');
    expect(text).toContain('POOLING = "max"');
    expect(text).toContain('This base is NOT the page’s own.');
    expect(kerasScript(source({}, { cut: [node(12)] }))).toContain('LAYERS = ["expanded_conv_10_project_bn"]');
    const hub = (version: 1 | 2, alpha: 0.5, block: number) =>
      kerasScript(
        source(
          {},
          { base: catalogue.find(({ id }) => id === hubId(version, alpha)) ?? bundled, cut: [{ block, node: 'any' }] },
        ),
      );
    expect(hub(1, 0.5, 14)).toContain('ARCHITECTURE = "MobileNet"  # A function of keras.applications.\nALPHA = 0.5 ');
    expect(hub(1, 0.5, 14)).toContain('LAYERS = ["conv_pw_13_relu"]');
    expect(hub(2, 0.5, 17)).toContain('LAYERS = ["block_15_add"]');
    expect(hub(2, 0.5, 18)).toContain('LAYERS = ["block_16_project_BN"]');
    expect(hub(2, 0.5, 19)).toContain('LAYERS = ["out_relu"]');
  });

  it('is not written before it is known where the base is cut', () => {
    expect(() => kerasScript(source({}, { cut: [] }))).toThrow('after which blocks the base is cut');
  });

  it('says what it does with a project, and how its numbers differ', () => {
    const text = kerasScript(source()).replace(/\s+/g, ' ');
    expect(text).toContain('for the test are left out, pins and groups are kept');
    expect(text).toContain('32 times at the first');
    expect(1 / Math.sqrt(1 - 0.999)).toBeCloseTo(32, 0);
  });

  it('keeps lines short enough to read', () => {
    const text = kerasScript(source({ l2: 0.0001, hidden: 512 }));
    expect(text.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });

  it.skipIf(spawnSync('python3', ['--version']).status !== 0)('is Python', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keras-script-'));
    try {
      const own = { title: 'My """ base\\\n', origin: { kind: 'own' } as const };
      for (const text of [
        ...cases.map(([, changes]) => kerasScript(source(changes))),
        kerasScript(source({}, { base: own })),
      ]) {
        const path = join(folder, 'train_heads.py');
        writeFileSync(path, text);
        const { status, stderr } = spawnSync('python3', ['-m', 'py_compile', path], { encoding: 'utf8' });
        expect(stderr).toBe('');
        expect(status).toBe(0);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
