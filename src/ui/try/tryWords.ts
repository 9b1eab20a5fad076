import { count, percent } from '../../core/figures';

/** "4 of 5 seeds say cats, 1 dogs." Null for one seed: there is nothing to count. @param counts [C] */
export function agreementWords(counts: readonly number[], classNames: readonly string[]): string | null {
  const seeds = counts.reduce((sum, n) => sum + n, 0);
  if (seeds < 2) return null;
  const said = counts
    .map((n, c) => ({ n, name: classNames[c] ?? '' }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n);
  const [first, ...rest] = said;
  if (!first) return null;
  if (rest.length === 0) return `All ${seeds} seeds say ${first.name}.`;
  return `${first.n} of ${seeds} seeds say ${first.name}, ${rest.map(({ n, name }) => `${n} ${name}`).join(', ')}.`;
}

/** How unusual a picture is, by its distance to the nearest training picture. */
export interface Unusual {
  readonly distance: number;
  /** Of the validation pictures: how many are nearer, of how many, and their median distance. */
  readonly nearer: number;
  readonly of: number;
  readonly median: number;
}

/** From here on a picture counts as far from what was learned. */
const farShare = 0.95;

export const isFar = ({ nearer, of }: Unusual): boolean => nearer / of >= farShare;

export function distanceWords(unusual: Unusual, seed: string): string {
  const { distance, nearer, of, median } = unusual;
  const than = `${seed} learned from than ${nearer === of ? `all ${of}` : `${percent(nearer / of)} of ${of}`} validation pictures`;
  const numbers = `distance ${distanceFigure(distance)}, where ${distanceFigure(median)} is the middle one`;
  if (isFar(unusual))
    return `This picture is farther from everything ${than} (${numbers}). It may be none of these things at all: the shares say nothing about that.`;
  const nearby = nearer === 0 ? 'no validation picture is' : `${percent(nearer / of)} of ${of} validation pictures are`;
  return `Not far by this measure: ${nearby} nearer to what ${seed} learned from (${numbers}). That does not make it one of these things.`;
}

export const distanceFigure = (distance: number): string => distance.toPrecision(3);

/** What every share on this place is. */
export const sharesWords = (classes: number): string =>
  `A share is among the ${count(classes, 'class', 'classes')} that the heads know; together they make 100\u00a0%, whatever the picture shows. A thing that is none of them gets a class, too.`;

/** Which class the trained heads know by another name than the collection, or not at all, or that they do not know. */
export function changedClasses(
  heads: readonly { readonly id: string; readonly name: string }[],
  now: readonly { readonly id: string; readonly name: string }[],
): string | null {
  const named = new Map(now.map((c) => [c.id, c.name]));
  const known = new Set(heads.map((c) => c.id));
  const said = heads.flatMap(({ id, name }) => {
    const today = named.get(id);
    if (today === undefined) return [`“${name}” is deleted`];
    return today === name ? [] : [`“${name}” is now called “${today}”`];
  });
  const added = now.filter((c) => !known.has(c.id)).map(({ name }) => `“${name}” has come`);
  const all = [...said, ...added];
  return all.length === 0
    ? null
    : `The classes have changed since these heads were trained: ${all.join(', ')}. They answer with the classes of then; train again to have it otherwise.`;
}

/** What the heads of a seed had to do with a picture before. */
export type Part = 'training' | 'validation' | 'test' | 'none';

export function partWords(part: Part, seed: string): string {
  switch (part) {
    case 'training':
      return `The heads of ${seed} learned from this very picture: that they know it proves nothing.`;
    case 'validation':
      return `A validation picture of ${seed}: its heads have not learned from it.`;
    case 'test':
      return 'A picture of the test set: no head has learned from it.';
    case 'none':
      return 'It is in your pictures, but took no part in this training.';
    default:
      return part satisfies never;
  }
}
