import { createStore } from 'zustand';
import type { PositionMaps } from '../../core/try/activationMap';
import type { PreparedPicture } from '../../images/prepare';

/** A picture that the heads are shown. */
export interface Tried extends Pick<PreparedPicture, 'pixels' | 'hash'> {
  readonly id: string;
  readonly name: string;
  /** As a PNG; null: it is in the collection. */
  readonly blob: Blob | null;
  readonly url: string;
  readonly from: 'file' | 'camera' | 'collection';
}

/** What the base makes of the picture; of which base and cut it is, is in `base`. */
export interface Seen {
  /** See `baseKey`. */
  readonly base: string;
  /** [1, D] */
  readonly features: Float32Array;
  /** Of the cut's blocks; null: not yet. */
  readonly maps: readonly PositionMaps[] | null;
}

/** What the camera shows the heads, frame after frame. */
interface Live {
  /** The last frame that was answered. */
  readonly frame: PreparedPicture;
  readonly seen: Seen;
  /** Answered frames a second, over the last two seconds; null: too few yet. */
  readonly rate: number | null;
}

export interface TryState {
  readonly tried: Tried | null;
  readonly seen: Seen | null;
  readonly live: Live | null;
  readonly isBusy: boolean;
  /** A sentence. */
  readonly trouble: string | null;
  /** What became of what was dropped, pasted or chosen, where that is not plain. */
  readonly note: string | null;
  /** The last few, the last that came first; `tried` among them. */
  readonly history: readonly Tried[];
  /** Whose heads are shown, 0: the first seed's. */
  readonly trial: number;
}

export const createTryState = () =>
  createStore<TryState>()(() => ({
    tried: null,
    seen: null,
    live: null,
    isBusy: false,
    trouble: null,
    note: null,
    history: [],
    trial: 0,
  }));
