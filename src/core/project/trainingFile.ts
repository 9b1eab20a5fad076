import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import type { Trial } from '../experiment';
import { epochsIn, type KeptTraining } from '../keptTraining';
import { parsedJson } from '../parsedJson';
import { learnable } from '../testSet';
import { featureRecord, settings } from './logShape';
import { pictureShape } from './manifestParsing';
import { ListFault, packedLists, PackedLists, placeShape } from './numberLists';
import { faultOf, id, number, projectJson, text, time, title, whole } from './shape';

const trainingSchema = 'transfer-lab/training@1';

/** Where the training that a project had last lies in its file. */
export const trainingPath = (runId: string, ending: 'json' | 'bin') => `transfer-lab/training/${runId}.${ending}`;

/** A training as it lies in a project file. */
interface TrainingFile {
  /** JSON: everything but the numbers, and where each list of them begins. */
  readonly header: string;
  /** Int32 and Float64, little endian, one list after the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function trainingToFile({ history, confusion, labels, experiment, ...rest }: KeptTraining): TrainingFile {
  const { trials, ...plan } = experiment;
  const { arrays, bytes } = packedLists([
    ['history', history],
    ...(confusion ? [['confusion', confusion] as const] : []),
    ['labels', labels],
    ...trials.flatMap(({ training, validation, validationGroups, copies, givenLabels }, k) => [
      [`trials[${k}].training`, training] as const,
      [`trials[${k}].validation`, validation] as const,
      ...(validationGroups ? [[`trials[${k}].validationGroups`, validationGroups] as const] : []),
      [`trials[${k}].copies`, copies] as const,
      [`trials[${k}].givenLabels`, givenLabels] as const,
    ]),
  ]);
  const seeds = trials.map(({ seed }) => seed);
  return { header: projectJson({ schema: trainingSchema, ...rest, experiment: { ...plan, seeds }, arrays }), bytes };
}

type ReadTraining =
  | { readonly ok: true; readonly training: KeptTraining }
  /** What is wrong, to go behind the file's name. */
  | { readonly ok: false; readonly fault: string };

/** Every length, row and figure is checked, so that a damaged file cannot reach what draws and judges. */
export function trainingFromFile(header: string, bytes: Uint8Array): ReadTraining {
  const read = v.safeParse(headerShape, parsedJson(header));
  if (!read.success) return { ok: false, fault: faultOf(read.issues) };
  const { schema: _, arrays, experiment: plan, ...rest } = read.output;
  const { seeds, ...others } = plan;
  const lists = new PackedLists(arrays, bytes);
  const classes = rest.classNames.length;
  try {
    const labels = lists.int32('labels', null, classes);
    const rows = labels.length;
    if (rows !== learnable(rest.collection.pictures).length)
      throw new ListFault(t`“labels” are not those of the pictures`);
    const trials = seeds.map((seed, k): Trial => {
      const own = `trials[${k}]`;
      const validation = lists.int32(`${own}.validation`, null, rows);
      const groups = `${own}.validationGroups`;
      return {
        seed,
        training: lists.int32(`${own}.training`, null, rows),
        validation,
        ...(lists.has(groups) && { validationGroups: lists.int32(groups, validation.length, rows) }),
        copies: lists.int32(`${own}.copies`, null, rows + mostCopies, rows),
        givenLabels: lists.int32(`${own}.givenLabels`, rows, classes),
      };
    });
    const experiment = { ...others, trials };
    const history = lists.float64('history', null);
    const epochs = epochsIn(history, experiment);
    if (!Number.isInteger(epochs) || epochs < 1 || epochs > experiment.epochs)
      throw new ListFault(t`“history” has not one figure for every run and epoch`);
    if (!history.every(isFigure)) throw new ListFault(t`“history” has a figure that is no loss and no accuracy`);
    const counts = epochs * experiment.arms.length * classes ** 2;
    const confusion = lists.has('confusion') && { confusion: lists.int32('confusion', counts, 2 ** 31) };
    return { ok: true, training: { ...rest, experiment, labels, history, ...confusion } };
  } catch (error) {
    if (error instanceof ListFault) return { ok: false, fault: error.message };
    throw error;
  }
}

/** Loss and accuracy take turns; both may be missing where there was nothing to score. */
const isFigure = (figure: number, i: number) => Number.isNaN(figure) || (figure >= 0 && (i % 2 === 0 || figure <= 1));

/** Altered copies of all pictures that can be, with room to spare. */
const mostCopies = 1e6;

const arm = v.object({ name: title, dropoutRate: number });

const engine = v.picklist(['webgl', 'webgpu', 'wasm', 'cpu']);

const fingerprint = v.object({
  initialWeights: title,
  batchOrder: title,
  trainingPictures: title,
  validationPictures: title,
  givenLabels: title,
});

const headerShape = v.object({
  schema: v.literal(trainingSchema),
  runId: id,
  startedAt: time,
  reason: v.nullable(text),
  sample: v.nullable(title),
  settings,
  collection: v.object({
    classes: v.array(v.object({ id, name: title, style: whole })),
    pictures: v.array(pictureShape),
    lastClass: v.exactOptional(whole),
  }),
  experiment: v.object({
    arms: v.tuple([arm, arm]),
    seeds: v.pipe(v.array(whole), v.minLength(1)),
    hidden: whole,
    dropoutAt: v.picklist(['input', 'hidden', 'both']),
    epochs: whole,
    batch: whole,
    lr: number,
    l2: number,
    isStandardised: v.boolean(),
  }),
  classNames: v.pipe(v.array(title), v.minLength(2)),
  splitFixed: v.boolean(),
  base: v.object({
    engine,
    renderer: v.nullable(title),
    reason: text,
    measured: v.array(v.object({ engine, picturesPerSecond: number })),
    bits: v.picklist([16, 32]),
    batch: whole,
  }),
  features: featureRecord,
  head: v.nullable(
    v.object({
      engine,
      measured: v.array(v.object({ engine, runStepsPerSecond: number })),
      fingerprints: v.array(fingerprint),
      switched: v.nullable(v.object({ epoch: whole, from: engine, reason: text })),
    }),
  ),
  runStepsPerSecond: v.nullable(number),
  arrays: v.array(placeShape),
});
