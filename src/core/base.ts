import type { Engine } from './engine';

/** A place where the base can be cut: everything up to it stays frozen, its output becomes the features. */
export interface CutPoint {
  /** Name of the graph node. */
  readonly node: string;
  readonly label: string;
  /** D, the number of channels; the features are their means over the picture. */
  readonly width: number;
}

/** A frozen base as plain data, so that another base is another constant. */
export interface BaseDescriptor {
  readonly id: string;
  readonly title: string;
  /** What the base was trained on ("task A"), for people. */
  readonly taskA: string;
  /** Relative to the page. */
  readonly topologyPath: string;
  readonly weightsPath: string;
  /** Name of the graph's input node. */
  readonly input: string;
  /** Width and height of the pictures it is given, in pixels. */
  readonly inputSize: number;
  /** What 8-bit RGB values are mapped to, as [black, white]. */
  readonly inputRange: readonly [number, number];
  /** Raised whenever the same picture would give other features, so that stored ones are not used again. */
  readonly preprocessing: string;
  /** Nodes early to late, every cut among them; each needs nothing but the one before it. The warm-up walks them. */
  readonly stages: readonly string[];
  /** Early to late. */
  readonly cuts: readonly [CutPoint, ...CutPoint[]];
  readonly defaultCut: CutPoint;
  readonly licence: string;
  readonly source: string;
}

const block = (name: string) => `tower_0/MobilenetV3/expanded_conv${name}`;

const lastBlock: CutPoint = { node: block('_14/add'), label: 'Block 14, the last one', width: 120 };

/**
 * MobileNetV3 (Howard et al. 2019, "Searching for MobileNetV3") under a CenterNet detector, trained on COCO (Lin et al.
 * 2014, "Microsoft COCO: Common Objects in Context"). The detector's own head is not used.
 */
export const cocoMobilenet: BaseDescriptor = {
  id: 'coco-mobilenet-v3',
  title: 'MobileNetV3',
  taskA: '118,000 COCO photos, 80 kinds of everyday things',
  topologyPath: 'models/centernet/centernet.json',
  weightsPath: 'models/centernet/centernet.bin',
  input: 'tower_0/images',
  inputSize: 224,
  inputRange: [0, 255],
  preprocessing: 'centre-crop-224@1',
  stages: [
    block('/add'),
    block('_1/project/BatchNorm/FusedBatchNorm'),
    block('_2/add'),
    block('_3/project/BatchNorm/FusedBatchNorm'),
    block('_4/add'),
    block('_5/add'),
    block('_6/project/BatchNorm/FusedBatchNorm'),
    block('_7/add'),
    block('_8/add'),
    block('_9/add'),
    block('_10/project/BatchNorm/FusedBatchNorm'),
    block('_11/add'),
    block('_12/project/BatchNorm/FusedBatchNorm'),
    block('_13/add'),
    block('_14/add'),
    'tower_0/extern1/hard_swish/mul_1',
  ],
  cuts: [
    { node: block('_5/add'), label: 'Block 5, early', width: 32 },
    { node: block('_10/project/BatchNorm/FusedBatchNorm'), label: 'Block 10, middle', width: 88 },
    { node: block('_13/add'), label: 'Block 13, late', width: 120 },
    lastBlock,
    { node: 'tower_0/extern1/hard_swish/mul_1', label: 'After the last block', width: 480 },
  ],
  defaultCut: lastBlock,
  licence: 'MIT',
  source: 'https://github.com/vladmandic/human',
};

/**
 * Pictures run through the base at once. Compiled engines gain from batches; plain JavaScript does not, and takes
 * seconds a picture, so that single pictures keep its progress alive.
 */
export const batchSizes: Readonly<Record<Engine, number>> = { webgl: 8, wasm: 4, cpu: 1 };
