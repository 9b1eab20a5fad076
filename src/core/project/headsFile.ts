import * as v from 'valibot';
import type { TrainedHeads, TrialOfHeads } from '../heads/trainedHeads';
import { headShape } from '../headShape';
import { parsedJson } from '../parsedJson';
import { featureRecord, settings } from './logShape';
import { ListFault, packedLists, PackedLists, placeShape } from './numberLists';
import { faultOf, id, number, projectJson, title, whole } from './shape';

const headsSchema = 'transfer-lab/heads@1';

/** The heads of one run as they lie in a project file. */
export interface HeadsFile {
  /** JSON: what the numbers are, and where each list of them begins. */
  readonly header: string;
  /** Int32 and Float32, little endian, one list after the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function headsToFile(heads: TrainedHeads): HeadsFile {
  const { trials, labels, parameters, ...rest } = heads;
  const { arrays, bytes } = packedLists([
    ['labels', labels],
    ...trials.flatMap(({ training, validation, givenLabels, standardiser }, k) => [
      [`trials[${k}].training`, training] as const,
      [`trials[${k}].validation`, validation] as const,
      [`trials[${k}].givenLabels`, givenLabels] as const,
      [`trials[${k}].shift`, standardiser.shift] as const,
      [`trials[${k}].scale`, standardiser.scale] as const,
    ]),
    ['parameters', parameters],
  ]);
  const header = projectJson({ schema: headsSchema, ...rest, seeds: trials.map(({ seed }) => seed), arrays });
  return { header, bytes };
}

export type ReadHeads =
  | { readonly ok: true; readonly heads: TrainedHeads }
  /** What is wrong, to go behind the file's name. */
  | { readonly ok: false; readonly fault: string };

/** Every length and every row is checked, so that a damaged file cannot reach what computes with the heads. */
export function headsFromFile(header: string, bytes: Uint8Array): ReadHeads {
  const read = v.safeParse(headerShape, parsedJson(header));
  if (!read.success) return { ok: false, fault: faultOf(read.issues) };
  const { schema: _, seeds, arrays, ...rest } = read.output;
  const lists = new PackedLists(arrays, bytes);
  const pictures = rest.pictureIds.length;
  try {
    const classes = rest.classes.length;
    const width = rest.base.features;
    const trials = seeds.map((seed, k): TrialOfHeads => {
      const own = `trials[${k}]`;
      return {
        seed,
        training: lists.int32(`${own}.training`, null, pictures),
        validation: lists.int32(`${own}.validation`, null, pictures),
        givenLabels: lists.int32(`${own}.givenLabels`, pictures, classes),
        standardiser: {
          shift: lists.float32(`${own}.shift`, width),
          scale: lists.float32(`${own}.scale`, width),
        },
      };
    });
    const { size } = headShape(width, rest.settings.hidden, classes);
    const parameters = lists.float32('parameters', rest.arms.length * trials.length * size);
    return { ok: true, heads: { ...rest, trials, labels: lists.int32('labels', pictures, classes), parameters } };
  } catch (error) {
    if (error instanceof ListFault) return { ok: false, fault: error.message };
    throw error;
  }
}

const arm = v.object({ name: title, dropoutRate: number });

const headerShape = v.object({
  schema: v.literal(headsSchema),
  runId: id,
  epoch: whole,
  settings,
  classes: v.pipe(v.array(v.object({ id, name: title, style: whole })), v.minLength(2)),
  base: featureRecord,
  arms: v.tuple([arm, arm]),
  seeds: v.pipe(v.array(whole), v.minLength(1)),
  pictureIds: v.array(id),
  arrays: v.array(placeShape),
});
