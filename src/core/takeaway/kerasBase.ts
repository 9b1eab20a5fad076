import type { BaseCard } from '../catalogue';
import type { Preprocessing } from './preprocessing';

/** The frozen base that a Keras script takes in the place of the page's own. */
export interface KerasBase {
  /** A function of `keras.applications`. */
  readonly architecture: 'MobileNet' | 'MobileNetV2' | 'MobileNetV3Large';
  /** Width multiplier. */
  readonly alpha: number;
  /** Layers whose output is taken, in the page's order; empty text: the last one before the classifier. */
  readonly layers: readonly string[];
  /** How it differs from the page's base: sentences. */
  readonly differences: readonly string[];
}

/**
 * The nearest that `keras.applications` has. Of the hub's bases it has the same architecture and width; of the bundled
 * one the same backbone, but trained on ImageNet instead of COCO; of a learner's own base it has nothing.
 *
 * @param cut blocks, as the preprocessing names them.
 */
export function kerasBase({ origin, title }: Pick<BaseCard, 'origin' | 'title'>, cut: Preprocessing['cut']): KerasBase {
  switch (origin.kind) {
    case 'hub':
      return {
        architecture: origin.version === 1 ? 'MobileNet' : 'MobileNetV2',
        alpha: origin.alpha,
        layers: cut.map(({ block }) => (origin.version === 1 ? v1Layer(block) : v2Layer(block))),
        differences: [
          'The base has the architecture and width of the page’s, and was trained on ImageNet as well, but by another training: its weights are not the same.',
        ],
      };
    case 'bundled':
      return {
        architecture: 'MobileNetV3Large',
        alpha: 0.75,
        layers: cut.map(({ node }) => v3Layer(node)),
        differences: [
          'This base is NOT the page’s own. The page’s MobileNetV3 stood under a detector and was trained on COCO, and Keras does not have it; this one has the same blocks and widths, but was trained on ImageNet.',
          ...(cut.some(({ node }) => v3Layer(node) === 'conv_bn')
            ? ['The first block is taken before its activation, which has no name of its own in Keras.']
            : []),
          ...(cut.some(({ node }) => v3Layer(node) === '')
            ? ['The page’s last block belongs to its detector; Keras’ last block stands in its place.']
            : []),
        ],
      };
    case 'own':
      return {
        architecture: 'MobileNetV2',
        alpha: 1,
        layers: [''],
        differences: [
          `This base is NOT the page’s own, which came out of your files (${title}) and is not part of Keras. Put yours into build_base: any Keras model that turns pictures into maps will do.`,
        ],
      };
    default:
      return origin satisfies never;
  }
}

/** Block 1 is the first convolution, each other one a separable convolution. */
const v1Layer = (block: number): string => (block <= 1 ? 'conv1_relu' : `conv_pw_${block - 1}_relu`);

/** Sandler et al. 2018, table 2: the bottlenecks that keep size and width, and so add their input. */
const residual = new Set([2, 4, 5, 7, 8, 9, 11, 12, 14, 15]);

/** Block 1 is the first convolution, then 17 bottlenecks, which Keras counts from 0, then the last convolution. */
function v2Layer(block: number): string {
  const bottleneck = block - 2;
  if (bottleneck < 0) return 'Conv1_relu';
  if (bottleneck > 16) return 'out_relu';
  if (bottleneck === 0) return 'expanded_conv_project_BN';
  return `block_${bottleneck}_${residual.has(bottleneck) ? 'add' : 'project_BN'}`;
}

/** Keras' names are the graph's own, but for their ends. */
function v3Layer(node: string): string {
  const [, block, end] = /\/(expanded_conv(?:_\d+)?)\/(add|project)/.exec(node) ?? [];
  if (block) return `${block}_${end === 'add' ? 'add' : 'project_bn'}`;
  return node.includes('/Conv/') ? 'conv_bn' : '';
}
