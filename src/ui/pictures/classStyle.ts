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
