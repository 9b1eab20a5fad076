import { plural, t } from '@lingui/core/macro';
import {
  type Anatomy,
  type Block,
  blockOf,
  blockWidth,
  type CutChoice,
  type FeatureCut,
  featureWidth,
  mostFeatures,
  type Pooling,
} from '../../core/base';
import { grouped, percent } from '../../core/figures';

/** "120 channels of 7 × 7" */
export const sizeWords = ({ channels, side }: Block, times = '×'): string =>
  plural(channels, {
    one: `# channel of ${side} ${times} ${side}`,
    other: `# channels of ${side} ${times} ${side}`,
  });

/** Within a sentence: "block 16 of 17". @param at 0-based */
export function blockWords({ blocks }: Anatomy, at: number): string {
  const number = at + 1;
  const all = blocks.length;
  return t`block ${number} of ${all}`;
}

/** What a screen reader says of the cut line. "x" instead of "×", which some of them leave out. */
export function lineWords(anatomy: Anatomy, at: number): string {
  const block = blockOf(anatomy, at);
  const { name } = block;
  const title = blockWords(anatomy, at);
  const size = sizeWords(block, 'x');
  return t`after ${title}, ${name}, ${size}`;
}

/** The block that the base is cut after: the last of those that features are taken of. */
export const lineOf = ({ blocks }: FeatureCut): number => blocks[blocks.length - 1] ?? 0;

/** The second block whose features are joined, before the cut; null: none. */
export const joinedOf = ({ blocks }: FeatureCut): number | null => (blocks.length === 2 ? blocks[0] : null);

/**
 * What to ask for so that the base is cut after a block. A joined block stays while it lies before the cut.
 *
 * @param line 0-based
 */
export function cutAfter(cut: FeatureCut, line: number): Pick<CutChoice, 'cut' | 'join'> {
  const joined = joinedOf(cut);
  return { cut: line + 1, join: joined !== null && joined < line ? joined + 1 : 0 };
}

export interface PoolingOption {
  readonly pooling: Pooling;
  /** Features per picture that it gives at this cut. */
  readonly width: number;
  /** What becomes of one map. */
  readonly words: string;
  /** Why it cannot be chosen here; null: it can. */
  readonly reason: string | null;
}

const poolingWords = {
  average: t`the mean of each map`,
  max: t`the strongest response of each map`,
  flatten: t`every position of every map`,
} as const satisfies Record<Pooling, string>;

export function poolingOptions(anatomy: Anatomy, { blocks }: FeatureCut): readonly PoolingOption[] {
  const most = grouped(mostFeatures);
  return (['average', 'max', 'flatten'] as const).map((pooling) => {
    const width = featureWidth(anatomy, { blocks, pooling });
    const reason =
      width > mostFeatures
        ? t`More than the ${most} features that a head can learn from. Later blocks have smaller maps.`
        : null;
    return { pooling, width, words: poolingWords[pooling], reason };
  });
}

/** Blocks before the cut, and whether their features fit beside those of the cut. */
export function joinOptions(anatomy: Anatomy, cut: FeatureCut): readonly { at: number; fits: boolean }[] {
  const line = lineOf(cut);
  const widthOf = (at: number) => blockWidth(blockOf(anatomy, at), cut.pooling);
  return Array.from({ length: line }, (_, at) => ({ at, fits: widthOf(at) + widthOf(line) <= mostFeatures }));
}

/** "averaged over the picture", "88 + 120, averaged over the picture" */
export function widthWords(anatomy: Anatomy, { blocks, pooling }: FeatureCut): string {
  const widths = blocks.map((at) => grouped(blockWidth(blockOf(anatomy, at), pooling)));
  return `${widths.length > 1 ? `${widths.join(' + ')}, ` : ''}${pooledWords[pooling]}`;
}

const pooledWords = {
  average: t`averaged over the picture`,
  max: t`the maximum of each map`,
  flatten: t`every position of each map`,
} as const satisfies Record<Pooling, string>;

/**
 * The share of the parameters that no training changes, e.g. "99.8 %".
 *
 * @param frozen parameters of the base up to the cut.
 * @param trainable parameters of the head, 1 or more.
 */
export function frozenFigure(frozen: number, trainable: number): string {
  const share = frozen / (frozen + trainable);
  // Rounded, it would deny that anything is learned.
  const most = percent(0.999);
  return share > 0.9995 ? t`More than ${most}` : percent(share);
}

/** What is known of how deep a block lies. Zeiler and Fergus 2014, "Visualizing and Understanding Convolutional Networks". */
export function depthWords(at: number, blocks: number): string {
  const depth = blocks === 1 ? 1 : at / (blocks - 1);
  if (depth < 0.3) return t`An early block: its channels answer to edges and colours, wherever they are.`;
  if (depth < 0.7) return t`A middle block: its channels answer to textures, corners and patterns.`;
  return t`A late block: its channels answer to parts of things, and to things.`;
}

/** Where a map is strongest, for people who do not see it: "upper left", "middle". @param values [side * side] */
export function placeWords(values: Uint8Array, side: number): string {
  // A loop: there can be more values than a call takes arguments.
  let at = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[at] ?? 0)) at = i;
  const third = (position: number) => Math.min(2, Math.floor((3 * (position + 0.5)) / side));
  return places[third(Math.floor(at / side))]?.[third(at % side)] ?? '';
}

/** Rows and columns of ninths. */
const places = [
  [t`upper left`, t`upper middle`, t`upper right`],
  [t`middle left`, t`centre`, t`middle right`],
  [t`lower left`, t`lower middle`, t`lower right`],
] as const;
