import type { Side } from './collection';

/** Where the folders say that a picture belongs. */
export interface Placement {
  /** Null: the folders do not say. */
  readonly className: string | null;
  readonly side: Side | null;
}

/**
 * Reads classes and sides from the folders of all paths together: `photos/train/cats/1.jpg` is a training picture of
 * the class `cats`. A wrapper around the class folders is not a class.
 *
 * @param paths relative, with `/`, one per picture; the result has the same order.
 */
export function placeAll(paths: readonly string[]): readonly Placement[] {
  const folders = paths.map((path) => path.split('/').slice(0, -1));
  const children = childFolders(folders);
  const sided = folders.map((levels) => takeSide(levels, children));
  const trees = withoutGenericLevel(sided.map((s) => s.levels));
  const wrapper = commonWrapper(trees);
  return sided.map(({ side }, i) => {
    const levels = trees[i] ?? [];
    return { className: levels.length > wrapper ? (levels.at(-1) ?? null) : null, side };
  });
}

const sides: Readonly<Record<string, Side>> = {
  train: 'training',
  training: 'training',
  validation: 'validation',
  valid: 'validation',
  val: 'validation',
  // What is not learned from is watched here; there is no third part.
  test: 'validation',
};

const sideOf = (folder: string): Side | null =>
  Object.hasOwn(sides, folder.toLowerCase()) ? (sides[folder.toLowerCase()] ?? null) : null;

/** Whether a folder of this name can be taken for a side of the split. */
export const namesSide = (folder: string): boolean => sideOf(folder) !== null;

const key = (levels: readonly string[]) => levels.join('/');

/** The names of the folders in each folder. */
function childFolders(folders: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const children = new Map<string, Set<string>>();
  for (const levels of folders) {
    for (const [depth, name] of levels.entries()) {
      const parent = key(levels.slice(0, depth));
      const names = children.get(parent) ?? new Set();
      children.set(parent, names.add(name));
    }
  }
  return children;
}

/** Takes the side levels out of a path. The innermost one counts. */
function takeSide(levels: readonly string[], children: ReadonlyMap<string, ReadonlySet<string>>) {
  let side: Side | null = null;
  const rest: string[] = [];
  for (const [depth, name] of levels.entries()) {
    const found = sideOf(name);
    if (found && areSides(children.get(key(levels.slice(0, depth))) ?? new Set())) side = found;
    else rest.push(name);
  }
  return { side, levels: rest };
}

/** `train` beside `car` and `bus` is a vehicle: side levels stand alone, or both sides are there. */
function areSides(siblings: ReadonlySet<string>): boolean {
  const found = new Set([...siblings].map(sideOf));
  return !found.has(null) || (found.has('training') && found.has('validation'));
}

/** In `train/cats/images/1.jpg` the last level is the same for all and names no class. */
function withoutGenericLevel(trees: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return trees.every(isGeneric) ? trees.map((levels) => levels.slice(0, -1)) : trees;
}

const isGeneric = (levels: readonly string[]) =>
  levels.length > 1 && /^(images?|imgs?|pictures?|photos?)$/i.test(levels.at(-1) ?? '');

/** How many outer levels all paths share, where there are deeper folders that can be the classes. */
function commonWrapper(trees: readonly (readonly string[])[]): number {
  const [first = []] = trees;
  let shared = 0;
  while (shared < first.length && trees.every((levels) => levels[shared] === first[shared])) shared++;
  return trees.some((levels) => levels.length > shared) ? shared : Math.max(0, shared - 1);
}
