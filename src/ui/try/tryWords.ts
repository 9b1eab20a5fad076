import { plural, t } from '@lingui/core/macro';
import { decimalSign, percent } from '../../core/figures';
import { listed } from '../../core/listed';
import type { Part } from '../../core/try/part';

/**
 * "4 of 5 seeds say cats, 1 dogs." Null for one seed: there is nothing to count.
 *
 * @param counts [C] @param seeds of all of them; those with weights that are no numbers are not in `counts`.
 */
export function agreementWords(counts: readonly number[], classNames: readonly string[], seeds: number): string | null {
  if (seeds < 2) return null;
  const silent = seeds - counts.reduce((sum, n) => sum + n, 0);
  return [saidWords(counts, classNames, seeds), silentWords(silent, seeds)].filter(Boolean).join(' ');
}

function saidWords(counts: readonly number[], classNames: readonly string[], seeds: number): string {
  const [first, ...others] = counts
    .map((n, c) => ({ n, name: classNames[c] ?? '' }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n);
  if (!first) return '';
  const { n, name } = first;
  if (n === seeds) return t`All ${seeds} seeds say ${name}.`;
  const said = [name, ...others.map((other) => `${other.n} ${other.name}`)].join(', ');
  return plural(n, { one: `# of ${seeds} seeds says ${said}.`, other: `# of ${seeds} seeds say ${said}.` });
}

const silentWords = (silent: number, seeds: number): string =>
  silent === 0
    ? ''
    : plural(silent, {
        one: `# of ${seeds} answers nothing: its weights are no numbers.`,
        other: `# of ${seeds} answer nothing: their weights are no numbers.`,
      });

/**
 * Whether more than half of the seeds answer another class than the one that is shown, and how that is said before
 * `agreementWords`; null: no. @param counts [C] @param answer the shown seed's.
 */
export function outvotedWords(counts: readonly number[], answer: number, seeds: number): string | null {
  const isOutvoted = counts.some((n, c) => c !== answer && n > seeds / 2);
  if (!isOutvoted) return null;
  return (counts[answer] ?? 0) > 1 ? t`Most seeds say otherwise:` : t`This seed stands alone:`;
}

/** Of a head that training has driven out of all bounds. */
export const noAnswerWords = t`This head’s weights are no numbers: it answers nothing.`;

/** How unusual a picture is, by its distance to the nearest training picture. */
export interface Unusual {
  readonly distance: number;
  /** Of the validation pictures: how many are nearer, of how many, and their median distance. */
  readonly nearer: number;
  readonly of: number;
  readonly median: number;
}

/** A picture of the validation pictures' kind is called far at most so often. */
const falseAlarms = 1 / 20;

/** So many validation pictures have to be there: of fewer, chance alone makes a new one the farthest more often. */
const fewestUsual = 1 / falseAlarms - 1;

/**
 * Whether so few validation pictures are as far that one of their kind would hardly be: by its rank among them and itself,
 * which is any rank as likely as another (Vovk, Gammerman and Shafer, Algorithmic Learning in a Random World, 2005).
 */
export const isFar = ({ nearer, of }: Unusual): boolean => (of - nearer + 1) / (of + 1) <= falseAlarms;

/** Rather far, in plain words, from this share of nearer validation pictures on. */
const ratherFar = 3 / 4;

/** Whether the picture is near or far, in one sentence. */
export function distanceWords(unusual: Unusual): string {
  const { nearer, of } = unusual;
  if (isFar(unusual))
    return nearer === of
      ? t`Unusual: farther from what was learned than all ${of} of your validation pictures. It may be another kind of thing.`
      : t`Unusual: farther from what was learned than ${nearer} of ${of} of your validation pictures. It may be another kind of thing.`;
  if (of < fewestUsual)
    return plural(of, {
      one: `Whether it is unusual cannot be told: that takes at least ${fewestUsual} validation pictures, and there is #.`,
      other: `Whether it is unusual cannot be told: that takes at least ${fewestUsual} validation pictures, and there are #.`,
    });
  if (nearer / of > ratherFar) return t`Farther than most of your pictures, but not unusual.`;
  return t`As near as your usual pictures.`;
}

/** The figures behind it. @param distances to the nearest training pictures, ascending. @param seed "the first seed" */
export function distanceFigures(distances: readonly number[], unusual: Unusual | null, seed: string): string {
  const figures = distances.map(distanceFigure).join(decimalSign === ',' ? '; ' : ', ');
  const own = t`Distances to the nearest pictures that ${seed} learned from: ${figures}.`;
  return unusual ? `${own} ${usualFigures(unusual)}` : own;
}

function usualFigures({ nearer, of, median }: Unusual): string {
  const pictures = plural(of, { one: '# validation picture', other: '# validation pictures' });
  const middle = distanceFigure(median);
  const compared =
    nearer === 0
      ? t`Of ${pictures}, none is nearer to such a picture, and the middle distance is ${middle}.`
      : plural(nearer, {
          one: `Of ${pictures}, # is nearer to such a picture, and the middle distance is ${middle}.`,
          other: `Of ${pictures}, # are nearer to such a picture, and the middle distance is ${middle}.`,
        });
  return `${compared} ${t`Near does not make it one of these things.`}`;
}

/** Three digits: 14.2, 8.00. */
const distanceFigure = (distance: number): string => distance.toPrecision(3).replace('.', decimalSign);

/** What has to be known about every answer on this place. */
export const unknownWords = (classes: number): string =>
  plural(classes, {
    one: 'The heads know # class only: whatever you show them, they name it.',
    other: 'The heads know # classes only: whatever you show them, they name one of these.',
  });

/** What the numbers are. @param seeds how many. */
export function numbersWords(classes: number, seeds: number): string {
  const all = percent(1);
  return [
    plural(classes, {
      one: `The percentages are shares among # class and make ${all} together.`,
      other: `The percentages are shares among the # classes and make ${all} together.`,
    }),
    seeds > 1
      ? t`Each of the ${seeds} seeds trained heads of its own; the count of the seeds tells how many of these agree.`
      : '',
    t`One picture says nothing about which side is better; station 4 does.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** @param experiment its number in the log; null: it has no entry. */
export const headsWords = (experiment: number | null): string =>
  experiment === null ? t`Heads trained here` : t`Heads of experiment ${experiment}`;

/** @param gone so many of a seed's training pictures, at least one. */
export const goneWords = (gone: number): string =>
  plural(gone, {
    one: '# of its training pictures is no longer here, and is left out.',
    other: '# of its training pictures are no longer here, and are left out.',
  });

/** Which class the trained heads know by another name than the collection, or not at all, or that they do not know. */
export function changedClasses(
  heads: readonly { readonly id: string; readonly name: string }[],
  now: readonly { readonly id: string; readonly name: string }[],
): string | null {
  const named = new Map(now.map((c) => [c.id, c.name]));
  const known = new Set(heads.map((c) => c.id));
  const said = heads.flatMap(({ id, name }) => {
    const today = named.get(id);
    if (today === undefined) return [t`“${name}” is deleted`];
    return today === name ? [] : [t`“${name}” is now called “${today}”`];
  });
  const added = now.filter((c) => !known.has(c.id)).map(({ name }) => t`“${name}” has come`);
  const all = [...said, ...added];
  if (all.length === 0) return null;
  const changes = all.join(', ');
  return t`The classes have changed since these heads were trained: ${changes}. They answer with the classes of then; train again to have it otherwise.`;
}

/** Of a picture that is in several classes. @param classNames where it is, at least two. */
export function contradictionWords(classNames: readonly string[]): string {
  const classes = listed(classNames.map((name) => `“${name}”`));
  return t`This picture is in ${classes}: two labels of one picture, so that no answer is called right or wrong here.`;
}

export function partWords(part: Part, seed: string): string {
  switch (part) {
    case 'training':
      return t`The heads of ${seed} learned from this very picture: that they know it proves nothing.`;
    case 'validation':
      return t`A validation picture of ${seed}: its heads have not learned from it.`;
    case 'test':
      return t`A picture of the test set: no head has learned from it.`;
    case 'none':
      return t`It is in your pictures, but took no part in this training.`;
    default:
      return part satisfies never;
  }
}
