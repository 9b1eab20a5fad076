import { t } from '@lingui/core/macro';
import type { Pooling } from '../base';
import type { Estimate } from '../statistics';
import type { Origin } from './study';
import { accuracyDifference, accuracyEstimate } from './ways';

/** The head on one block's features. */
export interface CutPoint {
  /** 0-based. */
  readonly block: number;
  /** D */
  readonly features: number;
  /** Validation accuracy by seed, after the last epoch. */
  readonly accuracies: readonly number[];
}

export interface CutsResult {
  readonly origin: Origin;
  /** Blocks of the base. */
  readonly blocks: number;
  /** 0-based: where the person, or the base's default, cuts. */
  readonly chosen: number;
  /** Early to late, as far as they are trained. */
  readonly points: readonly CutPoint[];
  /** By seed; null before it is trained. */
  readonly pixels: readonly number[] | null;
}

/** Why the blocks cannot be compared; null: they can. */
export const cutsProblem = (pooling: Pooling): string | null =>
  pooling === 'flatten'
    ? t`Flattened maps are only taken from the block of the cut. Choose average or maximum pooling at station 2.`
    : null;

/** A block counts as early in the first third of the base. */
const isEarly = (block: number, blocks: number): boolean => block < Math.ceil(blocks / 3);

export interface CutFindings {
  /** The block with the highest mean; chosen after looking, so it flatters itself. */
  readonly best: CutPoint;
  readonly bestAccuracy: Estimate;
  /** Last block against the first. */
  readonly rise: Estimate;
  /** Accuracy at the last block. */
  readonly last: Estimate;
  /** The middle block of the early third, named before looking, against raw pixels; null without these. */
  readonly early: { readonly point: CutPoint; readonly overPixels: Estimate } | null;
}

/** @returns null while blocks are missing. */
export function cutFindings({ origin, blocks, points, pixels }: CutsResult): CutFindings | null {
  const [first] = points;
  const last = points.at(-1);
  if (points.length < blocks || !first || !last) return null;
  const meanOf = ({ accuracies }: CutPoint) => accuracyEstimate(accuracies, origin).mean;
  const best = points.reduce((so, point) => (meanOf(point) > meanOf(so) ? point : so), first);
  const early = points.filter(({ block }) => isEarly(block, blocks));
  const middle = early[Math.floor((early.length - 1) / 2)];
  return {
    best,
    bestAccuracy: accuracyEstimate(best.accuracies, origin),
    rise: accuracyDifference(first.accuracies, last.accuracies, origin),
    last: accuracyEstimate(last.accuracies, origin),
    early:
      middle && pixels ? { point: middle, overPixels: accuracyDifference(pixels, middle.accuracies, origin) } : null,
  };
}
