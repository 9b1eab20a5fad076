import type { Collection } from './collection';

/**
 * A few altered copies of each picture that is learned from, made once and kept: the frozen base has to see each copy,
 * so that a fresh one at every step, as in training without a frozen base, would cost more than the training itself.
 */
export interface Augmentation {
  /** Copies of each picture. */
  readonly copies: number;
  /** Most that a copy is turned to either side, in degrees. */
  readonly rotation: number;
  /** Ids of the pictures that get copies: those that at least one seed learns from. */
  readonly of: ReadonlySet<string>;
}

export const noCopies: Augmentation = { copies: 0, rotation: 0, of: new Set() };

/** One altered copy of a picture's content. */
export interface AlteredCopy {
  /** What its features are kept under. */
  readonly id: string;
  /** The original's. */
  readonly hash: string;
  /** 1-based number of the copy. */
  readonly copy: number;
}

/** What the features of a copy are kept under: all that its pixels depend on. */
export const copyId = (hash: string, copy: number, rotation: number): string => `${hash}+${copy}@${rotation}`;

/** Copies 1, 2, ... of one content. */
export const copiesOf = (
  hash: string,
  { copies, rotation }: Pick<Augmentation, 'copies' | 'rotation'>,
): readonly AlteredCopy[] =>
  Array.from({ length: copies }, (_, i) => ({ id: copyId(hash, i + 1, rotation), hash, copy: i + 1 }));

/** All copies that a collection needs, each content's once, although it may stand in two classes. */
export function alteredCopies({ pictures }: Collection, augmentation: Augmentation): readonly AlteredCopy[] {
  const hashes = new Set(pictures.filter((p) => augmentation.of.has(p.id)).map((p) => p.hash));
  return [...hashes].flatMap((hash) => copiesOf(hash, augmentation));
}
