import type { BaseCard } from '../catalogue';
import type { Settings } from '../settings';
import { headLayers, type HeadLayer } from './headLayers';
import { kerasBase, type KerasBase } from './kerasBase';
import type { Preprocessing } from './preprocessing';
import { withRegion } from './region';
import template from './templates/train_heads.py?raw';

/** What a script of an experiment is made from. */
export interface ScriptSource {
  readonly settings: Settings;
  readonly base: Pick<BaseCard, 'origin' | 'title'>;
  /** Early to late. */
  readonly cut: Preprocessing['cut'];
  /** Pooling as it is used, which may differ from the settings' where those do not fit the base. */
  readonly pooling: Settings['pooling'];
}

/**
 * The same experiment as one Python file for Keras 3 and TensorFlow 2.16 or later.
 * @throws RangeError where the cut is empty: a script without layers to cut at would not run.
 */
export function kerasScript(source: ScriptSource): string {
  if (source.cut.length === 0) throw new RangeError('A script needs to know after which blocks the base is cut.');
  const base = kerasBase(source.base, source.cut);
  const parts = { header: header(source, base), settings: settingsBlock(source, base), head: headFunction(source) };
  return Object.entries(parts).reduce((text, [name, part]) => withRegion(text, name, part), template);
}

function header({ base: { title } }: ScriptSource, { differences }: KerasBase): string {
  const points = [
    ...differences,
    'Splits, initial weights, order and masks come from other random numbers than the page’s, so the same seed is another draw.',
    'He normal is cut off at two standard deviations in Keras, and made wider by as much as that makes it narrower.',
    'Keras’ Adam adds epsilon before it corrects the mean square for its start at 0, the page after: there epsilon counts 1 / sqrt(1 - 0.999^t) times as much at step t, 32 times at the first. That tells only where gradients are about as small as epsilon, 1e-7.',
  ];
  return `"""Two heads on one frozen base, without and with dropout: an experiment made with Transfer Lab, as a Keras script.

    pip install "tensorflow>=2.16" pillow scipy matplotlib
    python train_heads.py --data FOLDER

FOLDER is one of these:
- A project file of the page, unpacked as it is. Its list, transfer-lab.json, then decides: pictures that are set aside
  for the test are left out, pins and groups are kept, and classes are those that the page showed.
- One folder of pictures per class. Each picture is a group of its own here: files of the same recording, say, would
  come on both sides. Sort them into train/ and validation/ yourself where that matters.
- train/ and validation/ with such folders in each. All seeds then share one split, and the report says so.
On a machine with GPUs nothing needs to be changed: the script uses all of them.

The page's base was: ${docText(title)}.
Numbers will differ from the page's:
${points.map((point) => wrapped(docText(point))).join('\n')}
"""`;
}

function settingsBlock({ settings, pooling }: ScriptSource, { architecture, alpha, layers }: KerasBase): string {
  const rows: readonly (readonly [name: string, value: string, comment: string])[] = [
    ['SEED', String(settings.seed), 'First seed; run k of an arm uses SEED + k.'],
    ['SEEDS', String(settings.seeds), 'How often the whole comparison is repeated.'],
    ['EPOCHS', String(settings.epochs), ''],
    ['DROPOUT', real(settings.dropout), 'P(a unit is dropped) in the second arm; the first has 0.'],
    ['LEARNING_RATE', real(settings.lr), ''],
    ['BATCH', String(settings.batch), ''],
    ['PER_CLASS', String(settings.perClass), 'Most training pictures of each class; 0: all.'],
    ['WRONG_LABELS', real(settings.noise), 'Share of the training labels made wrong on purpose.'],
    ['TRAINING_SHARE', real(settings.split), 'Share of each class that is learned from, where folders do not say.'],
    ['COPIES', String(settings.copies), 'Altered copies of each training picture that are learned from as well.'],
    ['ROTATION', String(settings.rotation), 'Most that a copy is turned to either side, in degrees.'],
    ['POOLING', python(pooling), 'average, max or flatten.'],
    ['ARCHITECTURE', python(architecture), 'A function of keras.applications.'],
    ['ALPHA', real(alpha), 'Its width multiplier.'],
    ['LAYERS', `[${layers.map(python).join(', ')}]`, 'Where the base is cut; "": after its last layer.'],
  ];
  return [
    '# What the page was set to.',
    ...rows.map(([name, value, comment]) => assignment(name, value, comment)),
  ].join('\n');
}

const assignment = (name: string, value: string, comment: string) =>
  `${name} = ${value}${comment === '' ? '' : `  # ${comment}`}`;

function headFunction({ settings }: ScriptSource): string {
  // The rate and the number of classes are the function's own; every other figure is written out.
  const layers = headLayers(settings, 2, settings.dropout).map((layer) => `            ${kerasLayer(layer)},`);
  return `def build_head(features, classes, rate):
    """The head of one arm. Both arms have the same layers: a rate of 0 is a value, not another structure.

    The first layer standardises: (x - mean) / sqrt(variance) of the training side. It is never trained.
    """
    return keras.Sequential(
        [
            keras.Input(shape=(features,), name="features"),
${layers.join('\n')}
        ]
    )`;
}

function kerasLayer(layer: HeadLayer): string {
  const name = `name="${layer.name}"`;
  switch (layer.kind) {
    case 'standardise':
      return call('BatchNormalization', [
        `epsilon=${real(layer.epsilon)}`,
        'center=False',
        'scale=False',
        'trainable=False',
        name,
      ]);
    case 'dropout':
      return call('Dropout', ['rate', name]);
    case 'dense':
      return call('Dense', [
        layer.name === 'answer' ? 'classes' : String(layer.units),
        `activation="${layer.activation}"`,
        `kernel_initializer="${layer.initializer}"`,
        ...(layer.l2 > 0 ? [`kernel_regularizer=keras.regularizers.L2(${real(layer.l2)})`] : []),
        name,
      ]);
    default:
      return layer satisfies never;
  }
}

/** On one line where it fits. */
function call(layer: string, parts: readonly string[]): string {
  const line = `keras.layers.${layer}(${parts.join(', ')})`;
  const indent = ' '.repeat(16);
  return line.length < 104
    ? line
    : `keras.layers.${layer}(\n${parts.map((part) => `${indent}${part},`).join('\n')}\n            )`;
}

/** A number that Python reads as a float. */
const real = (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value));

/** JSON's strings are Python's, too. */
const python = (text: string) => JSON.stringify(text);

/** Text that cannot end the docstring it stands in. */
const docText = (text: string) => text.replace(/[\\"\s]+/g, (found) => (/[\\"]/.test(found) ? "'" : ' ')).trim();

/** One point of a list, lines of at most 118 characters. */
function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length > 112) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return `- ${lines.join('\n  ')}`;
}
