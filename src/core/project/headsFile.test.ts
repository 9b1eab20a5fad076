import { expect, it } from 'vitest';
import { headsFromFile, headsToFile } from './headsFile';
import { heads } from './project.fixture';

const { header, bytes } = headsToFile(heads);

const bits = (numbers: Float32Array) => [...new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length)];

function readWith(change: (header: Record<string, unknown>) => void, content = bytes) {
  const parsed: unknown = JSON.parse(header);
  if (typeof parsed !== 'object' || parsed === null) throw new TypeError('It is an object.');
  const fields = Object.fromEntries(Object.entries(parsed));
  change(fields);
  return headsFromFile(JSON.stringify(fields), content);
}

it('heads read back to the last bit', () => {
  const read = headsFromFile(header, bytes);
  if (!read.ok) throw new Error(read.fault);
  expect(read.heads).toEqual(heads);
  expect(bits(read.heads.parameters)).toEqual(bits(heads.parameters));
});

it('numbers lie as the header says, little endian', () => {
  const { arrays } = JSON.parse(header) as { arrays: { name: string; at: number; length: number }[] }; // our own header
  const place = arrays.find(({ name }) => name === 'trials[1].shift');
  if (!place) throw new Error('no place');
  expect(new DataView(bytes.buffer).getFloat32(place.at, true)).toBe(heads.trials[1]?.standardiser.shift[0]);
});

it('what is damaged is told, and never reaches a computation', () => {
  const fault = (read: ReturnType<typeof readWith>) => (read.ok ? 'it was read' : read.fault);
  expect(fault(headsFromFile('nonsense', bytes))).toContain('should be');
  expect(fault(readWith((h) => (h['epoch'] = 'seven')))).toContain('“epoch” is "seven", and should be a number');
  expect(fault(readWith(() => undefined, bytes.slice(0, -4)))).toBe('“parameters” is cut off');
  expect(fault(readWith((h) => (h['arms'] = [{ name: 'one', dropoutRate: 0 }])))).toContain('“arms[1]” is missing');
  expect(fault(readWith((h) => (h['arrays'] = [])))).toBe('“trials[0].training” is missing');
  const wild = bytes.slice();
  new DataView(wild.buffer).setInt32(16, 4000, true);
  expect(fault(readWith(() => undefined, wild))).toBe('“trials[0].training” points to what is not there');
});
