import { describe, expect, it } from 'vitest';
import { addPicture, type Collection } from './collection';
import { isOneRecording, mostlyOneRecording, recordingGroup, recordingsOf } from './recordings';
import { readiness, splitCollection } from './split';

const classes = ['cats', 'dogs'].map((name, style) => ({ id: name, name, style }));

/** Cats as they come: each letter is a recording, and '.' a single picture. */
function cats(letters: string): Collection {
  return letters.split('').reduce<Collection>(
    (so, letter, i) =>
      addPicture(so, 'cats', {
        hash: `${i}`.padStart(20, '0'),
        name: `${i}`,
        ...(letter === '.' ? {} : { group: recordingGroup(letter) }),
      }).collection,
    { classes, pictures: [] },
  );
}

it('recordings are told apart by their groups, in the order they came', () => {
  const found = recordingsOf(cats('aa.abb'), 'cats');
  expect(found.map(({ pictures }) => pictures.map((p) => p.name))).toEqual([
    ['0', '1', '3'],
    ['4', '5'],
  ]);
  expect(recordingsOf(cats('aa'), 'dogs')).toEqual([]);
});

it('one recording alone is too few; with another one, or a picture, it is not', () => {
  expect(isOneRecording(cats('aaa'), 'cats')).toBe(true);
  expect(isOneRecording(cats('aab'), 'cats')).toBe(false);
  expect(isOneRecording(cats('aa.'), 'cats')).toBe(false);
  expect(isOneRecording(cats('.'), 'cats')).toBe(false);
  expect(isOneRecording(cats(''), 'cats')).toBe(false);
});

it('no seed puts frames of one recording on both sides', () => {
  const collection = cats('aaaabbbbbcccdd');
  for (let seed = 1; seed <= 30; seed++) {
    const split = splitCollection(collection, 0.7, seed);
    for (const { pictures } of recordingsOf(collection, 'cats'))
      expect(new Set(pictures.map((p) => split.get(p.id))).size).toBe(1);
    expect(new Set(split.values())).toEqual(new Set(['training', 'validation']));
  }
});

it('what is missing with one recording is said, with what to do', () => {
  const collection: Collection = { ...cats('aaa'), classes: classes.slice(0, 1) };
  const both = {
    classes,
    pictures: [...collection.pictures, ...collection.pictures.map((p) => ({ ...p, id: `d${p.id}`, classId: 'dogs' }))],
  };
  const answer = readiness(both, splitCollection(both, 0.7, 1));
  expect(answer).toMatchObject({ ok: false, reason: expect.stringContaining('record once more') });
});

describe('whether most of a side is one recording', () => {
  /** All of the letters in capitals are validation pictures. */
  const mostly = (letters: string) => {
    const { pictures } = cats(letters);
    const sides = new Map(
      pictures.map((p, i) => [p.id, /[A-Z]/.test(letters[i] ?? '') ? 'validation' : 'training'] as const),
    );
    return mostlyOneRecording(pictures, sides);
  };

  it('is by more than half', () => {
    expect(mostly('aabbBBB')).toEqual(['validation']);
    expect(mostly('aabbBBCC')).toEqual([]);
    expect(mostly('aabbBBBCC')).toEqual(['validation']);
    expect(mostly('aaabbBBCC')).toEqual(['training']);
    expect(mostly('aaaBBB')).toEqual(['training', 'validation']);
    expect(mostly('aa..BBCC')).toEqual([]);
  });

  it('is not said of one picture, of single pictures, nor of no side', () => {
    expect(mostly('aB')).toEqual([]);
    expect(mostly('....')).toEqual([]);
    expect(mostlyOneRecording(cats('aaa').pictures, new Map())).toEqual([]);
  });
});
