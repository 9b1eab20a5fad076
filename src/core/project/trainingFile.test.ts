import { expect, it } from 'vitest';
import { training } from './project.fixture';
import { trainingFromFile, trainingToFile } from './trainingFile';

const { header, bytes } = trainingToFile(training);

function readWith(change: (header: Record<string, unknown>) => void, content = bytes) {
  const parsed: unknown = JSON.parse(header);
  if (typeof parsed !== 'object' || parsed === null) throw new TypeError('It is an object.');
  const fields = Object.fromEntries(Object.entries(parsed));
  change(fields);
  const read = trainingFromFile(JSON.stringify(fields), content);
  return read.ok ? 'it was read' : read.fault;
}

it('a training reads back with every number as it was', () => {
  expect(trainingFromFile(header, bytes)).toEqual({ ok: true, training });
  const { confusion: _, ...uncounted } = training;
  const plain = trainingToFile(uncounted);
  expect(trainingFromFile(plain.header, plain.bytes)).toEqual({ ok: true, training: uncounted });
});

it('what is damaged is told, and never reaches a curve', () => {
  const nonsense = trainingFromFile('nonsense', bytes);
  expect(nonsense.ok ? '' : nonsense.fault).toContain('should be');
  expect(readWith((h) => (h['startedAt'] = 'today'))).toContain('“startedAt” is "today", and should be a number');
  expect(readWith(() => undefined, bytes.slice(0, -4))).toBe('“trials[1].givenLabels” is cut off');
  expect(readWith((h) => (h['arrays'] = []))).toBe('“labels” is missing');
  expect(readWith((h) => (h['experiment'] = { ...training.experiment, trials: undefined, seeds: [1] }))).toBe(
    '“history” has not one figure for every run and epoch',
  );
  expect(
    readWith((h) => (h['experiment'] = { ...training.experiment, trials: undefined, seeds: [1, 2], epochs: 1 })),
  ).toBe('“history” has not one figure for every run and epoch');
  const { arrays } = JSON.parse(header) as { arrays: { name: string; at: number }[] }; // our own header
  const wild = (name: string, value: number) => {
    const changed = bytes.slice();
    new DataView(changed.buffer).setInt32(arrays.find((one) => one.name === name)?.at ?? 0, value, true);
    return readWith(() => undefined, changed);
  };
  for (const name of ['labels', 'trials[0].validation', 'trials[0].validationGroups', 'trials[1].givenLabels'])
    expect(wild(name, 4)).toBe(`“${name}” points to what is not there`);
  const strange = bytes.slice();
  new DataView(strange.buffer).setFloat64((arrays.find(({ name }) => name === 'history')?.at ?? 0) + 8, 7, true);
  expect(readWith(() => undefined, strange)).toBe('“history” has a figure that is no loss and no accuracy');
  const { collection } = training;
  expect(readWith((h) => (h['collection'] = { ...collection, pictures: collection.pictures.slice(1) }))).toBe(
    '“labels” are not those of the pictures',
  );
  // A row of a picture is no copy.
  expect(wild('trials[0].copies', 3)).toBe('“trials[0].copies” points to what is not there');
});
