/** What the base itself, the network of task A, makes of one picture. */
export interface Insight {
  /** Null where the base has no answers of its own: it was saved without them. */
  readonly recognition: Recognition | null;
  /** One entry for each block, early to late. */
  readonly responses: readonly BlockResponse[];
}

export type Recognition =
  /** A detector's: kinds of things and where they are, surest first; empty where it recognises nothing. */
  | { readonly kind: 'things'; readonly things: readonly Thing[] }
  /** A classifier's: the five most probable of all its kinds. */
  | { readonly kind: 'kinds'; readonly kinds: readonly { readonly name: string; readonly probability: number }[] };

export interface Thing {
  readonly name: string;
  /** The detector's own score, in [0, 1]; not a probability. */
  readonly score: number;
  /** Left, top, width and height as shares of the picture's side, inside [0, 1]. */
  readonly box: readonly [left: number, top: number, width: number, height: number];
}

export interface BlockResponse {
  /** Width and height of each map. */
  readonly side: number;
  /** The channels whose response varies most over the picture (standard deviation), strongest first. */
  readonly maps: readonly ResponseMap[];
}

export interface ResponseMap {
  /** 0-based */
  readonly channel: number;
  /** [side * side], row by row; 0 is the weakest response of this map on this picture, 255 the strongest. */
  readonly values: Uint8Array;
}
