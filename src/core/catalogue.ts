import { t } from '@lingui/core/macro';
import type { Anatomy } from './base';
import { hubSources } from './hubSources';

/** Task A: what a base was trained on, long before. */
export interface TaskA {
  /** "118,000 COCO photos, 80 kinds of everyday things" */
  readonly words: string;
  readonly pictures: number;
  readonly kinds: number;
}

export type HubVersion = 1 | 2;
export type HubAlpha = 0.25 | 0.5 | 0.75 | 1;

/** Where a base comes from: with this page, from the hub through the MobileNet package, or out of the learner's files. */
type Origin =
  | { readonly kind: 'bundled' }
  | { readonly kind: 'hub'; readonly version: HubVersion; readonly alpha: HubAlpha }
  | { readonly kind: 'own' };

/** What a learner is told of a base before choosing it. Figures are null where nobody knows them. */
export interface BaseCard {
  /** In links, in the cache and in downloads. */
  readonly id: string;
  readonly title: string;
  readonly origin: Origin;
  readonly taskA: TaskA | null;
  readonly parameters: number | null;
  /** Of the download. */
  readonly bytes: number | null;
  /** For one picture. */
  readonly multiplyAdds: number | null;
  readonly licence: string;
  /** Who made it and where it is from, in words. */
  readonly source: string;
}

const coco: TaskA = { words: t`118,000 COCO photos, 80 kinds of everyday things`, pictures: 118_000, kinds: 80 };

/** Russakovsky et al. 2015, "ImageNet Large Scale Visual Recognition Challenge". */
const imageNet: TaskA = {
  words: t`1,281,167 ImageNet photos, 1,000 kinds of things and animals`,
  pictures: 1_281_167,
  kinds: 1000,
};

/**
 * MobileNetV3 (Howard et al. 2019, "Searching for MobileNetV3") under a CenterNet detector, trained on COCO (Lin et al.
 * 2014, "Microsoft COCO: Common Objects in Context").
 */
export const bundled: BaseCard & { readonly taskA: TaskA } = {
  id: 'coco-mobilenet-v3',
  title: 'MobileNetV3, COCO',
  origin: { kind: 'bundled' },
  taskA: coco,
  parameters: 2_014_924,
  bytes: 4_030_290,
  multiplyAdds: 248_656_136,
  licence: 'MIT',
  source: t`Comes with this page; from the npm package @vladmandic/human by Vladimir Mandic.`,
};

/**
 * The architectures of Howard et al. 2017 ("MobileNets") and Sandler et al. 2018 ("MobileNetV2") at 224 pixels, counted
 * as the hub's files have them: batch normalisation folded in, 1,001 answers. Within 1 % of the published figures.
 */
const hubFigures: readonly (readonly [
  HubVersion,
  HubAlpha,
  parameters: number,
  bytes: number,
  multiplyAdds: number,
])[] = [
  [1, 0.25, 468_833, 1_935_855, 41_030_528],
  [1, 0.5, 1_329_113, 5_377_030, 149_497_600],
  [1, 0.75, 2_581_841, 10_387_961, 325_401_216],
  [1, 1, 4_227_017, 16_968_745, 568_741_376],
  [2, 0.5, 1_964_305, 7_963_409, 97_133_120],
  [2, 0.75, 2_629_833, 10_625_624, 209_071_072],
  [2, 1, 3_496_233, 14_091_243, 300_775_552],
];

const hub: readonly BaseCard[] = hubFigures.map(([version, alpha, parameters, bytes, multiplyAdds]) => ({
  id: hubId(version, alpha),
  title: `MobileNetV${version} ${alpha.toFixed(2)}, ImageNet`,
  origin: { kind: 'hub', version, alpha },
  taskA: imageNet,
  parameters,
  bytes,
  multiplyAdds,
  licence: 'Apache-2.0',
  source: t`By Google; from the TensorFlow hub (tfhub.dev), through the npm package @tensorflow-models/mobilenet.`,
}));

/** Everything that can be chosen on any device; the learner's own bases come on top. */
export const catalogue: readonly BaseCard[] = [bundled, ...hub];

export function hubId(version: HubVersion, alpha: HubAlpha): string {
  return `mobilenet-v${version}-${alpha.toFixed(2)}`;
}

/** A base that the learner brought along; its id comes from its content. */
export const isOwnId = (id: string): boolean => /^own-[0-9a-f]{16}$/.test(id);

/** In words. */
export const hubHosts: readonly string[] = hubSources.map((source) => source.split('/')[2] ?? '');

/** 0-based. The detector's last convolution knows its own 80 kinds best; the block before it transfers better. */
export const defaultBlockOf = (id: string, { blocks }: Anatomy): number =>
  blocks.length - (id === bundled.id && blocks.length > 1 ? 2 : 1);

/** "Block 16 of 17" */
export function blockTitle({ blocks }: Anatomy, at: number): string {
  const [number, all] = [at + 1, blocks.length];
  return t`Block ${number} of ${all}`;
}
