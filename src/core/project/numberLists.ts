import { plural, t } from '@lingui/core/macro';
import * as v from 'valibot';
import { title, whole } from './shape';

type Numbers = Int32Array | Float32Array | Float64Array;

/** Where one list of numbers lies among the bytes of a file. */
type Place = v.InferOutput<typeof placeShape>;

export const placeShape = v.object({
  name: title,
  type: v.picklist(['int32', 'float32', 'float64']),
  at: whole,
  length: whole,
});

/** Lists of numbers as they lie in a file: little endian, one after the other. */
export function packedLists(lists: readonly (readonly [name: string, Numbers])[]): {
  readonly arrays: readonly Place[];
  readonly bytes: Uint8Array<ArrayBuffer>;
} {
  const bytes = new Uint8Array(lists.reduce((sum, [, list]) => sum + list.byteLength, 0));
  let at = 0;
  const arrays = lists.map(([name, list]) => {
    const own = new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
    bytes.set(littleEndian(own, list.BYTES_PER_ELEMENT), at);
    const place: Place = { name, type: typeOf(list), at, length: list.length };
    at += list.byteLength;
    return place;
  });
  return { arrays, bytes };
}

/** What is wrong with a list, to go behind the file's name. */
export class ListFault extends Error {}

/** Reads what `packedLists` wrote; every length and every index is checked. */
export class PackedLists {
  readonly #places: ReadonlyMap<string, Place>;

  constructor(
    arrays: readonly Place[],
    private readonly bytes: Uint8Array,
  ) {
    this.#places = new Map(arrays.map((array) => [array.name, array]));
  }

  has(name: string): boolean {
    return this.#places.has(name);
  }

  /** @param length null: as long as it is. @throws ListFault where it is missing, cut off, or not as long. */
  float32(name: string, length: number | null): Float32Array {
    return new Float32Array(this.#taken(name, 'float32', length));
  }

  /** The same. */
  float64(name: string, length: number | null): Float64Array {
    return new Float64Array(this.#taken(name, 'float64', length));
  }

  /** @throws ListFault also where one of them is not in [from, below). */
  int32(name: string, length: number | null, below: number, from = 0): Int32Array {
    const list = new Int32Array(this.#taken(name, 'int32', length));
    if (list.some((value) => value < from || value >= below))
      throw new ListFault(t`“${name}” points to what is not there`);
    return list;
  }

  #taken(name: string, type: Place['type'], length: number | null): ArrayBuffer {
    const place = this.#places.get(name);
    if (!place || place.type !== type) throw new ListFault(t`“${name}” is missing`);
    if (length !== null && place.length !== length) throw new ListFault(otherLength(name, place.length, length));
    const size = sizes[type];
    if (place.at + size * place.length > this.bytes.length) throw new ListFault(t`“${name}” is cut off`);
    return littleEndian(this.bytes.slice(place.at, place.at + size * place.length), size).buffer;
  }
}

const otherLength = (name: string, there: number, wanted: number): string =>
  t`“${name}” has ${plural(there, { one: '# number', other: '# numbers' })}, and should have ${wanted}`;

/** In bytes. */
const sizes = { int32: 4, float32: 4, float64: 8 } as const;

const typeOf = (list: Numbers): Place['type'] =>
  list instanceof Int32Array ? 'int32' : list instanceof Float32Array ? 'float32' : 'float64';

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** As the file has it, or back: so many bytes each, turned round only on the rare machine that writes them the other way. */
function littleEndian<T extends Uint8Array>(numbers: T, size: number): T | Uint8Array<ArrayBuffer> {
  if (isLittleEndian) return numbers;
  const turned = new Uint8Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) turned[i] = numbers[i - (i % size) + size - 1 - (i % size)] ?? 0;
  return turned;
}
