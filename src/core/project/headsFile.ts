import * as v from 'valibot';
import type { TrainedHeads, TrialOfHeads } from '../heads/trainedHeads';
import { headShape } from '../headShape';
import { parsedJson } from '../parsedJson';
import { featureRecord, settings } from './logShape';
import { faultOf, id, number, projectJson, title, whole } from './shape';

const headsSchema = 'transfer-lab/heads@1';

/** The heads of one run as they lie in a project file. */
export interface HeadsFile {
  /** JSON: what the numbers are, and where each list of them begins. */
  readonly header: string;
  /** Int32 and Float32, little endian, one list after the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

type Numbers = Int32Array | Float32Array;

export function headsToFile(heads: TrainedHeads): HeadsFile {
  const { trials, labels, parameters, ...rest } = heads;
  const lists: readonly (readonly [name: string, Numbers])[] = [
    ['labels', labels],
    ...trials.flatMap(({ training, validation, givenLabels, standardiser }, k) => [
      [`trials[${k}].training`, training] as const,
      [`trials[${k}].validation`, validation] as const,
      [`trials[${k}].givenLabels`, givenLabels] as const,
      [`trials[${k}].shift`, standardiser.shift] as const,
      [`trials[${k}].scale`, standardiser.scale] as const,
    ]),
    ['parameters', parameters],
  ];
  const bytes = new Uint8Array(4 * lists.reduce((sum, [, list]) => sum + list.length, 0));
  let at = 0;
  const arrays = lists.map(([name, list]) => {
    bytes.set(littleEndian(new Uint8Array(list.buffer, list.byteOffset, list.byteLength)), at);
    const array = { name, type: list instanceof Int32Array ? 'int32' : 'float32', at, length: list.length };
    at += list.byteLength;
    return array;
  });
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
  const places = new Map(arrays.map((array) => [array.name, array]));
  const taken = (name: string, type: 'int32' | 'float32', length: number | null): ArrayBuffer => {
    const place = places.get(name);
    if (!place || place.type !== type) throw new Fault(`“${name}” is missing`);
    if (length !== null && place.length !== length)
      throw new Fault(`“${name}” has ${place.length} numbers, and should have ${length}`);
    if (place.at + 4 * place.length > bytes.length) throw new Fault(`“${name}” is cut off`);
    return littleEndian(bytes.slice(place.at, place.at + 4 * place.length)).buffer;
  };
  const pictures = rest.pictureIds.length;
  const indices = (name: string, length: number | null, below: number): Int32Array => {
    const list = new Int32Array(taken(name, 'int32', length));
    if (list.some((value) => value < 0 || value >= below)) throw new Fault(`“${name}” points to what is not there`);
    return list;
  };
  try {
    const classes = rest.classes.length;
    const width = rest.base.features;
    const trials = seeds.map((seed, k): TrialOfHeads => {
      const own = `trials[${k}]`;
      return {
        seed,
        training: indices(`${own}.training`, null, pictures),
        validation: indices(`${own}.validation`, null, pictures),
        givenLabels: indices(`${own}.givenLabels`, pictures, classes),
        standardiser: {
          shift: new Float32Array(taken(`${own}.shift`, 'float32', width)),
          scale: new Float32Array(taken(`${own}.scale`, 'float32', width)),
        },
      };
    });
    const { size } = headShape(width, rest.settings.hidden, classes);
    const parameters = new Float32Array(taken('parameters', 'float32', rest.arms.length * trials.length * size));
    return { ok: true, heads: { ...rest, trials, labels: indices('labels', pictures, classes), parameters } };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.message };
    throw error;
  }
}

class Fault extends Error {}

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
  arrays: v.array(v.object({ name: title, type: v.picklist(['int32', 'float32']), at: whole, length: whole })),
});

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** As the file has it, or back: four bytes each, turned round only on the rare machine that writes them the other way. */
function littleEndian<T extends Uint8Array>(numbers: T): T | Uint8Array<ArrayBuffer> {
  if (isLittleEndian) return numbers;
  const turned = new Uint8Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) turned[i] = numbers[(i & ~3) + 3 - (i & 3)] ?? 0;
  return turned;
}
