import { group } from 'd3-array';
import type { Picture, PictureClass } from '../collection';
import { fileName } from '../fileName';
import type { Project, WholeProject } from '../project';
import { safeName, safeNames } from './safeNames';
import { projectJson } from './shape';

export const projectSchema = 'transfer-lab/project@1';

/** The list beside the pictures. */
export const manifestName = 'transfer-lab.json';

/** A picture, and where it lies in the ZIP. */
export interface FiledPicture extends Picture {
  /** From the manifest's own folder on: "cats/0001-tom.png". */
  readonly path: string;
}

export interface FiledClass extends PictureClass {
  /** Folder of its pictures, beside the manifest. */
  readonly folder: string;
}

/**
 * Everything of a project but pixels and weights. `transfer-lab.json` is this with the ids of the log's experiments, which
 * lie beside it; `docs/project-schema.md` tells its fields.
 */
export interface ProjectManifest extends Omit<Project, 'collection' | 'unreadable'> {
  readonly schema: typeof projectSchema;
  readonly classes: readonly FiledClass[];
  /** See `Collection`. */
  readonly lastClass?: number;
  readonly pictures: readonly FiledPicture[];
  readonly log: WholeProject['log'];
  /** Ids of the runs whose heads lie in `transfer-lab/heads/`. */
  readonly heads: readonly string[];
  /** Id of the run whose curves lie in `transfer-lab/training/`; left out: there are none. */
  readonly training?: string;
}

export const headsPath = (runId: string, ending: 'json' | 'bin') => `transfer-lab/heads/${runId}.${ending}`;

/** Where everything of a project goes in its file. */
export function manifestOf({ project, log, heads, training }: Omit<WholeProject, 'pngs'>): ProjectManifest {
  const { collection, unreadable: _, ...rest } = project;
  const folders = safeNames(collection.classes.map(({ name }) => name));
  const classes = collection.classes.map((one, i) => ({ ...one, folder: folders[i] ?? one.id }));
  const folderOf = new Map(classes.map(({ id, folder }) => [id, folder]));
  const number = new Map<string, number>();
  for (const own of group(collection.pictures, (p) => p.classId).values())
    for (const [i, { id }] of own.entries()) number.set(id, i + 1);
  const pictures = collection.pictures.map((picture) => {
    const stem = safeName(fileName(picture.name).replace(/\.[^.]*$/, ''), 'picture');
    const place = String(number.get(picture.id) ?? 0).padStart(4, '0');
    return { path: `${folderOf.get(picture.classId) ?? picture.classId}/${place}-${stem}.png`, ...picture };
  });
  const { lastClass } = collection;
  const deleted = lastClass === undefined ? {} : { lastClass };
  const curves = training ? { training: training.runId } : {};
  return { schema: projectSchema, ...rest, classes, ...deleted, pictures, log, heads: [...heads.keys()], ...curves };
}

/** "Anna’s cats" -> "Anna’s cats.transfer-lab.zip" */
export const projectFileName = (name: string): string => `${safeName(name, 'Project')}.transfer-lab.zip`;

/** `transfer-lab.json` */
export const manifestJson = (manifest: ProjectManifest): string =>
  projectJson({ ...manifest, log: manifest.log.map(({ id }) => id) });
