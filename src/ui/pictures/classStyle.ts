/** How a class is told apart from the others: never by its colour alone. */
export interface ClassStyle {
  /** A CSS colour with 3:1 or more against paper and card, in both colour schemes. */
  readonly color: string;
  readonly shape: ClassShape;
  /** In words, e.g. "blue circle". */
  readonly words: string;
}

export type ClassShape = (typeof shapes)[number];

const shapes = ['circle', 'square', 'triangle', 'diamond', 'pentagon', 'cross'] as const;
const colours = ['blue', 'orange', 'green', 'pink', 'ochre', 'violet', 'brown'] as const;

/**
 * Seven colours and six shapes have no common factor, so counting through both at once gives 42 different pairs before
 * one returns, and neighbours differ in both.
 *
 * @param index the class's `style`, 0 or more.
 */
export function classStyle(index: number): ClassStyle {
  const shape = shapes[index % shapes.length] ?? 'circle';
  const colour = index % colours.length;
  return { color: `var(--class-${colour})`, shape, words: `${colours[colour] ?? 'blue'} ${shape}` };
}

/** The signs, in a square of 20 by 20. */
export const classPaths: Readonly<Record<ClassShape, string>> = {
  circle: 'M10 2a8 8 0 1 0 .01 0Z',
  square: 'M3 3h14v14H3Z',
  triangle: 'M10 2 18.5 17.5h-17Z',
  diamond: 'M10 1 19 10 10 19 1 10Z',
  pentagon: 'M10 1.5 18.6 7.8 15.3 18H4.7L1.4 7.8Z',
  cross: 'M7 2h6v5h5v6h-5v5H7v-5H2V7h5Z',
};
