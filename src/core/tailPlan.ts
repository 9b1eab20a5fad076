import type { Pooling } from './base';

/** What of the base is unfrozen once the head has converged, and how it is trained on. */
export interface TailPlan {
  /** 0-based block of the anatomy whose maps [side, side, channels] the training is given; it stays frozen. */
  readonly from: number;
  /** 0-based block where the base is cut: the blocks after `from` up to this one are unfrozen. */
  readonly to: number;
  /** How the maps of `to` become the head's features. */
  readonly pooling: Pooling;
  /** Epochs of the head alone before anything is unfrozen. */
  readonly frozenEpochs: number;
  /** Learning rate from then on, of the unfrozen blocks, their head, and the control's head alike. */
  readonly tuningRate: number;
}

/**
 * SHA-256 (hex) of every weight of the base that stays frozen: as it was loaded, and as it is now.
 */
export interface FrozenDigests {
  readonly before: string;
  readonly after: string;
}
