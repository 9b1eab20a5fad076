import { plural, t } from '@lingui/core/macro';
import * as v from 'valibot';
import { limits, type Collection } from '../collection';
import { grouped } from '../figures';
import { macrotask } from '../macrotask';
import { parsedJson } from '../parsedJson';
import { defaultName, longestName } from '../projectName';
import { sampleOf } from '../samples';
import {
  manifestName,
  projectSchema,
  type FiledClass,
  type FiledPicture,
  type ProjectManifest,
} from './projectManifest';
import { parseSettings } from './settingsParsing';
import { faultOf, id, time, title, whole } from './shape';

export type ParsedManifest =
  | {
      readonly ok: true;
      /** Its log is still to be read. */
      readonly manifest: ProjectManifest;
      /** Ids of the experiments whose entries lie beside it, each once. */
      readonly runs: readonly string[];
      /** What was left out or replaced, a sentence each. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads `transfer-lab.json`. Without its name, classes and list of pictures there is no project; a single picture that is
 * damaged is left out and told. Long lists are read in turns of the event loop.
 */
export async function parseManifest(json: string): Promise<ParsedManifest> {
  const value = parsedJson(json);
  if (typeof value !== 'object' || value === null) return refused(t`${manifestName} in it is damaged: it is no JSON.`);
  const schema = 'schema' in value ? value.schema : undefined;
  if (schema !== projectSchema) return refused(schemaFault(schema));
  const read = v.safeParse(outline, value);
  if (!read.success) return refused(inManifest(faultOf(read.issues)));
  const { classes } = read.output;
  const fault = classesFault(classes);
  if (fault) return refused(inManifest(fault));
  const notes: string[] = [];
  const { settings, notes: settingNotes } = parseSettings(read.output.settings);
  notes.push(...settingNotes);
  const pictures = await readPictures(read.output.pictures, classes, notes);
  const isWhole = pictures.length === read.output.pictures.length;
  // With a picture less it is no longer what its link says.
  const sample = isWhole ? (sampleOf(read.output.sample)?.id ?? null) : null;
  const { log, name, ...rest } = read.output;
  const manifest: ProjectManifest = {
    ...rest,
    schema: projectSchema,
    name: fittingName(name, defaultName({ classes, pictures }, sample), notes),
    settings,
    pictures,
    log: [],
    sample,
  };
  return { ok: true, manifest, runs: [...new Set(log)], notes };
}

const outline = v.object({
  id,
  name: title,
  savedAt: time,
  sample: v.nullable(title),
  testOpenedAt: v.nullable(time),
  testOpenings: v.exactOptional(v.array(v.object({ runId: id, openedAt: time, pictureIds: v.array(id) }))),
  settings: v.unknown(),
  classes: v.array(v.object({ id, name: title, style: whole, folder: title })),
  lastClass: v.exactOptional(whole),
  pictures: v.array(v.unknown()),
  lastNumber: v.exactOptional(whole),
  log: v.array(id),
  heads: v.array(id),
  training: v.exactOptional(id),
});

export const pictureShape = v.object({
  id,
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, t`64 hexadecimal digits`)),
  name: title,
  classId: id,
  group: title,
  pin: v.nullable(v.object({ side: v.picklist(['training', 'validation']), by: v.picklist(['folder', 'person']) })),
  test: v.exactOptional(v.literal(true)),
});

const filedPicture: v.GenericSchema<unknown, FiledPicture> = v.object({ path: title, ...pictureShape.entries });

function classesFault(classes: readonly FiledClass[]): string | null {
  const [there, most] = [classes.length, limits.classes];
  if (there > most) return t`there are ${there} classes, and at most ${most} can be`;
  const twice = classes.find(({ id: own }, i) => classes.findIndex((c) => c.id === own) !== i);
  return twice ? sameIds(twice.id) : null;
}

const inManifest = (fault: string): string => t`In ${manifestName}, ${fault}.`;

const sameIds = (own: string): string => t`two “classes” have the id “${own}”`;

/** As long as a name can be here. @param usual what it is called where its own says nothing. */
function fittingName(name: string, usual: string, notes: string[]): string {
  const own = name.trim();
  if (own.length > longestName)
    notes.push(t`Its name is longer than ${longestName} characters; the rest of it was left out.`);
  return own.slice(0, longestName).trim() || usual;
}

/** So many pictures are checked in one turn of the event loop. */
const perTurn = 200;

async function readPictures(
  given: readonly unknown[],
  classes: readonly FiledClass[],
  notes: string[],
): Promise<readonly FiledPicture[]> {
  const pictures: FiledPicture[] = [];
  const classIds = new Set(classes.map((c) => c.id));
  const ids = new Set<string>();
  const labels = new Set<string>();
  let full = 0;
  for (const [i, one] of given.entries()) {
    if (i % perTurn === perTurn - 1) await macrotask();
    const within = `pictures[${i}]`;
    const read = v.safeParse(filedPicture, one);
    const fault = read.success
      ? pictureFault(read.output, classIds, ids, labels, within)
      : faultOf(read.issues, within);
    if (fault) {
      notes.push(t`In ${manifestName}, ${fault}; that picture was left out.`);
    } else if (read.success && pictures.length === limits.pictures) {
      full++;
    } else if (read.success) {
      pictures.push(read.output);
      ids.add(read.output.id);
      labels.add(`${read.output.classId} ${read.output.hash}`);
    }
  }
  if (full > 0) notes.push(tooMany(grouped(limits.pictures), full));
  return oneSideForGroups(pictures, notes);
}

const tooMany = (most: string, full: number): string =>
  plural(full, {
    one: `It has more than ${most} pictures; the last # were left out.`,
    other: `It has more than ${most} pictures; the last # were left out.`,
  });

function pictureFault(
  picture: FiledPicture,
  classIds: ReadonlySet<string>,
  ids: ReadonlySet<string>,
  labels: ReadonlySet<string>,
  within: string,
): string | null {
  const { id: own, classId, hash, path } = picture;
  if (!classIds.has(classId)) return t`“${within}.classId” is “${classId}”, and there is no such class`;
  if (ids.has(own)) return t`“${within}.id” is “${own}”, as that of another picture`;
  if (labels.has(`${classId} ${hash}`)) return t`“${within}.hash” is that of another picture of its class`;
  if (leadsOut(path)) return t`“${within}.path” leads out of the ZIP`;
  return null;
}

const leadsOut = (path: string) => /^([/\\]|[a-z]:)/i.test(path) || path.split(/[/\\]/).includes('..');

/** A group with one picture in the test set would give the test away by its others. */
function oneSideForGroups(pictures: readonly FiledPicture[], notes: string[]): readonly FiledPicture[] {
  const tested = new Set(pictures.filter((p) => p.test).map((p) => p.group));
  const torn = pictures.filter((p) => !p.test && tested.has(p.group));
  if (torn.length === 0) return pictures;
  notes.push(
    plural(torn.length, {
      one: '# picture of groups that are in the test set was not; now all of a group is set aside.',
      other: '# pictures of groups that are in the test set were not; now all of a group are set aside.',
    }),
  );
  return pictures.map((p) => (tested.has(p.group) ? { ...p, test: true } : p));
}

/** The pictures without the places in the file. */
export const collectionOf = ({
  classes,
  pictures,
  lastClass,
}: Pick<ProjectManifest, 'classes' | 'pictures' | 'lastClass'>): Collection => ({
  ...(lastClass === undefined ? {} : { lastClass }),
  classes: classes.map(({ id: own, name, style }) => ({ id: own, name, style })),
  pictures: pictures.map(({ id: own, hash, name, classId, group, pin, test }) => ({
    id: own,
    hash,
    name,
    classId,
    group,
    pin,
    ...(test ? { test } : {}),
  })),
});

function schemaFault(schema: unknown): string {
  if (typeof schema === 'string' && /^transfer-lab\/project@\d+$/.test(schema))
    return t`It was saved as “${schema}” by a newer version of Transfer Lab; this one reads “${projectSchema}”. Use a newer version, or unpack the ZIP and add its folders.`;
  return t`${manifestName} in it is no list of a project: its “schema” should be “${projectSchema}”.`;
}

const refused = (reason: string): ParsedManifest => ({ ok: false, reason });
