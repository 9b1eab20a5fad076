import { plural, t } from '@lingui/core/macro';
import {
  addPicture,
  ensureClass,
  sameClassName,
  type Collection,
  type Picture,
  type PictureClass,
} from '../collection';
import { joinedGroups } from '../groups';
import { emptyReport, reported, type ImportReport } from '../importReport';
import { mergedGroups } from './mergeGroups';

/** Where the pictures of an incoming class go. */
export type Destination =
  { readonly kind: 'existing'; readonly classId: string } | { readonly kind: 'new' } | { readonly kind: 'left out' };

/** What comes in. */
export interface Incoming {
  /** Of the project it is from. */
  readonly title: string;
  readonly classes: readonly PictureClass[];
  readonly pictures: readonly Picture[];
}

export interface MergeChoice {
  /** By the id of the incoming class; what is not named is left out. */
  readonly destinations: ReadonlyMap<string, Destination>;
  /** Their test pictures stay set aside for the test. */
  readonly keepsTest: boolean;
}

export interface Merge {
  readonly collection: Collection;
  readonly report: ImportReport;
  /** Pictures that came in. */
  readonly added: readonly Picture[];
  /** Our class by the id of theirs; those that were left out have none. */
  readonly homes: ReadonlyMap<string, string>;
}

/** Classes of the same name go together, spaces and case aside; the others are new. */
export const matchedClasses = (ours: Collection, incoming: Pick<Incoming, 'classes'>) =>
  new Map<string, Destination>(
    incoming.classes.map(({ id, name }) => {
      const same = ours.classes.find((c) => sameClassName(c.name, name));
      return [id, same ? { kind: 'existing', classId: same.id } : { kind: 'new' }];
    }),
  );

/**
 * Another collection's pictures among ours. The same content in the same class is kept once, in two classes it is told.
 * Pictures that belong with one of ours go by ours: the same group, side and place in the test set.
 */
export function merged(ours: Collection, incoming: Incoming, { destinations, keepsTest }: MergeChoice): Merge {
  const { collection: roomy, homes, notes } = withClasses(ours, incoming, destinations);
  const wanted = incoming.pictures.filter((p) => homes.has(p.classId));
  const groups = mergedGroups(ours, wanted, incoming.title);
  let collection: Collection = { ...roomy, pictures: joinedGroups(ours.pictures, groups.joined) };
  let report: ImportReport = { ...emptyReport, notes };
  const className = (id: string) => collection.classes.find((c) => c.id === id)?.name ?? '';
  const first = new Map(collection.pictures.map((p) => [p.group, p]));
  const added: Picture[] = [];
  for (const picture of wanted) {
    const group = groups.incoming.get(picture.group) ?? picture.group;
    const home = homes.get(picture.classId);
    if (home === undefined) continue;
    const { hash, name } = picture;
    const result = addPicture(collection, home, { hash, name, group });
    const path = `${incoming.classes.find((c) => c.id === picture.classId)?.name ?? ''}/${name}`;
    report = reported(report, path, result.addition, className);
    if (result.addition.kind === 'duplicate' || result.addition.kind === 'refused') continue;
    const leader = groups.shared.has(group) ? first.get(group) : undefined;
    const { test: joinsTest, ...plain } = result.addition.picture;
    const isTest = leader ? joinsTest : joinsTest || (keepsTest && picture.test);
    const placed: Picture = {
      ...plain,
      group,
      pin: leader ? leader.pin : picture.pin,
      ...(isTest ? { test: true } : {}),
    };
    collection = { ...result.collection, pictures: [...result.collection.pictures.slice(0, -1), placed] };
    added.push(placed);
  }
  return { collection, added, homes, report: { ...report, notes: [...report.notes, ...testNotes(added, ours)] } };
}

/** Our collection with room for the incoming classes, and where each of them goes. */
function withClasses(ours: Collection, incoming: Incoming, destinations: MergeChoice['destinations']) {
  let collection = ours;
  const homes = new Map<string, string>();
  const notes: string[] = [];
  for (const { id, name } of incoming.classes) {
    const destination = destinations.get(id);
    if (!destination || destination.kind === 'left out') continue;
    if (destination.kind === 'existing') {
      if (ours.classes.some((c) => c.id === destination.classId)) homes.set(id, destination.classId);
      continue;
    }
    // Chosen as new beside a class of its name, it has to be told from it.
    const taken = collection.classes.some((c) => sameClassName(c.name, name));
    const made = ensureClass(collection, taken ? freeTitle(collection, `${name.trim()} (${incoming.title})`) : name);
    if (!made) {
      notes.push(noRoom(name, collection.classes.length));
      continue;
    }
    collection = made.collection;
    homes.set(id, made.classId);
  }
  return { collection, homes, notes };
}

const noRoom = (name: string, classes: number): string =>
  t`“${name}” was left out: there are already ${plural(classes, { one: '# class', other: '# classes' })}, the most there can be.`;

function freeTitle({ classes }: Collection, stem: string): string {
  let free = stem;
  for (let n = 2; classes.some((c) => sameClassName(c.name, free)); n++) free = `${stem} ${n}`;
  return free;
}

function testNotes(added: readonly Picture[], ours: Collection): readonly string[] {
  const aside = added.filter((p) => p.test).length;
  if (aside === 0) return [];
  const had = ours.pictures.some((p) => p.test);
  return [
    had
      ? plural(aside, {
          one: '# picture of them is set aside for the test, beside those that were.',
          other: '# pictures of them are set aside for the test, beside those that were.',
        })
      : plural(aside, {
          one: '# picture of them is set aside for the test.',
          other: '# pictures of them are set aside for the test.',
        }),
  ];
}
