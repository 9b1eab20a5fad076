import type { Block } from '../../core/base';

/** How large a block is drawn, as shares of the room that it has, in (0, 1]. */
export interface BlockShape {
  /** The larger its maps, the taller. */
  readonly height: number;
  /** The more channels, the wider. */
  readonly width: number;
}

/** Thinner or lower than this could not be seen. */
const least = 0.15;

/**
 * One entry for each block. Roots, because the extremes lie too far apart: of 112 positions and 7, of 16 channels and
 * 480, the small ones would otherwise be hairs.
 */
export function blockShapes(blocks: readonly Block[]): readonly BlockShape[] {
  const side = Math.max(...blocks.map((b) => b.side));
  const channels = Math.max(...blocks.map((b) => b.channels));
  return blocks.map((b) => ({
    height: Math.max(least, Math.sqrt(b.side / side)),
    width: Math.max(least, Math.cbrt(b.channels / channels)),
  }));
}
