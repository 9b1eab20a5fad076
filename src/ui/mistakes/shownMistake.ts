import type { Picture, PictureClass } from '../../core/collection';

/** What one head says to a picture. */
export interface ShownAnswer {
  /** Of the arm: "without dropout". */
  readonly arm: string;
  readonly answer: PictureClass;
  /** Probability of the answer. */
  readonly confidence: number;
  readonly isRight: boolean;
}

/** A training picture near another one. */
interface ShownNeighbour {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly cls: PictureClass;
  /** In standardised features. */
  readonly distance: number;
}

/** A picture with what both heads of one seed say to it. */
export interface ShownMistake {
  readonly picture: Picture;
  readonly url: string;
  /** Its class as it is labelled now. */
  readonly cls: PictureClass;
  readonly answers: readonly ShownAnswer[];
  /** The nearest first; null: being looked for. */
  readonly neighbours: readonly ShownNeighbour[] | null;
  /** The class that both heads and the three nearest say, against the label. */
  readonly hint: PictureClass | null;
  /** What else there is to say: how steady the answers are, or a label that was wrong on purpose. */
  readonly notes: readonly string[];
}
