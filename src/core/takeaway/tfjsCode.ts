import { headLayers, type HeadLayer } from './headLayers';
import type { ScriptSource } from './kerasScript';
import { withRegion } from './region';
import template from './templates/trainHeads.js?raw';

/** How this head is built and trained with TensorFlow.js' own layers: one readable JavaScript module. */
export function tfjsCode(
  source: Pick<ScriptSource, 'settings' | 'base'> & { readonly features: number | null },
): string {
  const { settings, base, features } = source;
  // The comments of a script are English, and so are their numbers.
  const width = features === null ? '' : ` (${features.toLocaleString('en')} numbers for each picture)`;
  const parts = {
    header: [
      '// Two heads on one frozen base, without and with dropout, in TensorFlow.js: an experiment made with Transfer Lab.',
      `// The features${width} come from the frozen base, once: ${base.title.replace(/\s+/g, ' ')}.`,
      '// How they are computed from a picture is in classify.js, in the ZIP with the model.',
      '//',
      '// Numbers will differ from the page’s: splits, initial weights, order and masks come from other random numbers.',
      ...(settings.hidden > 0
        ? [
            '// TensorFlow.js cuts its He normal off at two standard deviations, which leaves a spread of 0.88 of the page’s.',
          ]
        : []),
      '// Its Adam is the page’s own formula, epsilon after the correction of the mean square; Keras’ has it before.',
    ].join('\n'),
    settings: [
      `const epochs = ${settings.epochs};`,
      `const learningRate = ${settings.lr};`,
      `const batch = ${settings.batch}; // pictures a step`,
      `const dropout = ${settings.dropout}; // P(a unit is dropped) in the second arm; the first has 0`,
    ].join('\n'),
    head: headFunction(settings),
  };
  return Object.entries(parts).reduce((text, [name, part]) => withRegion(text, name, part), template);
}

function headFunction(settings: ScriptSource['settings']): string {
  const layers = headLayers(settings, 2, settings.dropout).filter((layer) => layer.kind !== 'standardise');
  return `/** features: how many numbers a picture has become. classes: how many there are. rate: P(a unit is dropped). */
function buildHead(features, classes, rate) {
  return tf.sequential({
    layers: [
      // The features come standardised. A batchNormalization layer would go on counting while it is trained through,
      // also where it is not trainable; the model that you can download has one, because it only answers.
      tf.layers.inputLayer({ inputShape: [features] }),
${layers.map((layer) => `      ${tfjsLayer(layer)},`).join('\n')}
    ],
  });
}${seedTrap(settings, layers)}`;
}

/** The trap is only worth a word where there is dropout. */
function seedTrap({ seed }: ScriptSource['settings'], layers: readonly HeadLayer[]): string {
  if (!layers.some(({ kind }) => kind === 'dropout')) return '';
  return `
// No \`seed: ${seed}\` in tf.layers.dropout: with one, TensorFlow.js 4.22 drops the same units at every step. That is a smaller
// network, fixed for good, and not dropout. Without a seed each step draws anew, but no run can be repeated exactly:
// Transfer Lab therefore draws its masks itself, from a seeded stream.`;
}

function tfjsLayer(layer: Exclude<HeadLayer, { kind: 'standardise' }>): string {
  switch (layer.kind) {
    case 'dropout':
      return `tf.layers.dropout({ rate })`;
    case 'dense': {
      const parts = [
        `units: ${layer.name === 'answer' ? 'classes' : layer.units}`,
        `activation: '${layer.activation}'`,
        `kernelInitializer: '${layer.initializer === 'he_normal' ? 'heNormal' : 'glorotUniform'}'`,
        ...(layer.l2 > 0 ? [`kernelRegularizer: tf.regularizers.l2({ l2: ${layer.l2} })`] : []),
      ];
      return `tf.layers.dense({ ${parts.join(', ')} })`;
    }
    default:
      return layer satisfies never;
  }
}
