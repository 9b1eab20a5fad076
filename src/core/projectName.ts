import { t } from '@lingui/core/macro';
import { sameClassName, type Collection } from './collection';
import type { Project } from './project';
import { sampleOf } from './samples';

/** Longest name, in characters. */
export const longestName = 60;

/** How many classes a name is made of. */
const mostClasses = 3;

/** What a project is called until the learner names it: its built-in set, or its first classes. */
export function defaultName({ classes, pictures }: Collection, sample: string | null): string {
  const builtIn = sampleOf(sample);
  if (builtIn) return builtIn.title;
  const names = classes.map(({ name }) => name.trim()).filter((name) => name !== '' && !isDefaultClass(name));
  if (names.length > 0) {
    const name = names.slice(0, mostClasses).join(', ');
    return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
  }
  return pictures.length > 0 ? t`My pictures` : t`New project`;
}

type Named = Pick<Project, 'name' | 'collection' | 'sample'>;

/** In English too: a project may have been begun in another language. */
const isDefaultClass = (name: string): boolean => {
  const n = /\d+$/.exec(name)?.[0] ?? '';
  return n !== '' && [`Class ${n}`, t`Class ${n}`].some((own) => sameClassName(own, name));
};

/** Did the learner name it? One that was named by itself in another language counts as named, and stays. */
export const isNamed = ({ name, collection, sample }: Named): boolean => name !== defaultName(collection, sample);

/** The name after a change of pictures: a default name follows them, the learner's own stays. */
export const followedName = (before: Named, now: Pick<Named, 'collection' | 'sample'>): string =>
  isNamed(before) ? before.name : defaultName(now.collection, now.sample);

/** "Cats (copy)", "Cats (copy 2)" … @param taken names that there are. */
export function copyName(name: string, taken: readonly string[]): string {
  const stem = withoutMark(name).slice(0, longestName - 12);
  for (let n = 1; ; n++) {
    const copy = `${stem} ${mark(n)}`;
    if (!taken.includes(copy)) return copy;
  }
}

const mark = (n: number): string => (n > 1 ? t`(copy ${n})` : t`(copy)`);

/** The name of what a copy was made of, so that a copy of a copy is only numbered. */
function withoutMark(name: string): string {
  const [end = '', n = '1'] = / \([^()]*?(\d+)?\)$/.exec(name) ?? [];
  return end === ` ${mark(Number(n))}` || /^ \(copy(?: \d+)?\)$/.test(end) ? name.slice(0, -end.length) : name;
}
