import { describe, expect, it } from 'vitest';
import { kindWords, limitWords, mapWords, measureWords, sumWords } from './activationWords';
import { overlayPixels } from './overlayPixels';
import {
  agreementWords,
  changedClasses,
  distanceFigures,
  distanceWords,
  headsWords,
  isFar,
  outvotedWords,
} from './tryWords';

describe('how many seeds agree', () => {
  const names = ['cats', 'dogs'];
  it('counts them all, the most first', () => {
    expect(agreementWords([1, 4], names, 5)).toBe('4 of 5 seeds say dogs, 1 cats.');
    expect(agreementWords([5, 0], names, 5)).toBe('All 5 seeds say cats.');
  });
  it('says nothing of one seed', () => expect(agreementWords([1, 0], names, 1)).toBeNull());
  it('does not count one whose weights are no numbers', () => {
    expect(agreementWords([4, 0], names, 5)).toBe(
      '4 of 5 seeds say cats. 1 of 5 answers nothing: its weights are no numbers.',
    );
    expect(agreementWords([0, 0], names, 5)).toBe('5 of 5 answer nothing: their weights are no numbers.');
  });
});

describe('how far a picture is', () => {
  const unusual = { distance: 14.21, nearer: 20, of: 20, median: 8 };
  it('is far where at most 1 in 20 of the validation pictures’ kind would be', () => {
    expect(isFar(unusual)).toBe(true);
    // Ranks 20 and 21 of 21 make 2 in 21.
    expect(isFar({ ...unusual, nearer: 19 })).toBe(false);
    expect(isFar({ ...unusual, nearer: 38, of: 39 })).toBe(true);
    expect(distanceWords(unusual)).toContain(
      'Unusual: farther from what was learned than all 20 of your validation pictures.',
    );
    expect(distanceWords({ ...unusual, nearer: 97, of: 100 })).toContain('than 97 of 100 of your validation pictures');
  });
  it('of few validation pictures cannot be told', () => {
    expect(isFar({ ...unusual, nearer: 19, of: 19 })).toBe(true);
    expect(isFar({ ...unusual, nearer: 18, of: 18 })).toBe(false);
    expect(distanceWords({ ...unusual, nearer: 4, of: 4 })).toBe(
      'Whether it is unusual cannot be told: that takes at least 19 validation pictures, and there are 4.',
    );
  });
  it('is as near as usual only where it is not among the farther ones', () => {
    expect(distanceWords({ ...unusual, nearer: 15 })).toBe('As near as your usual pictures.');
    expect(distanceWords({ ...unusual, nearer: 16 })).toBe('Farther than most of your pictures, but not unusual.');
  });
  it('has its figures apart, and near is still not told to be one of the classes', () => {
    expect(distanceFigures([14.21, 15], { ...unusual, nearer: 5 }, 'seed 3')).toBe(
      'Distances to the nearest pictures that seed 3 learned from: 14.2, 15.0. Of 20 validation pictures, 5 are nearer to such a picture, and the middle distance is 8.00. Near does not make it one of these things.',
    );
    expect(distanceFigures([1], { ...unusual, nearer: 0 }, 'seed 3')).toContain('none is nearer');
  });
});

it('a seed against most of the others is told so', () => {
  expect(outvotedWords([1, 4], 0, 5)).toBe('This seed stands alone:');
  expect(outvotedWords([2, 3], 0, 5)).toBe('Most seeds say otherwise:');
  expect(outvotedWords([2, 3], 1, 5)).toBeNull();
  // Half is no majority.
  expect(outvotedWords([2, 2], 0, 4)).toBeNull();
  expect(outvotedWords([2, 2, 1], 2, 5)).toBeNull();
});

it('heads are named by their experiment', () => {
  expect(headsWords(4)).toBe('Heads of experiment 4');
  expect(headsWords(null)).toBe('Heads trained here');
});

it('classes that have changed since are named, by what they were', () => {
  const then = [
    { id: 'a', name: 'cats' },
    { id: 'b', name: 'dogs' },
  ];
  expect(changedClasses(then, then)).toBeNull();
  const words = changedClasses(then, [
    { id: 'a', name: 'kittens' },
    { id: 'c', name: 'owls' },
  ]);
  expect(words).toContain('“cats” is now called “kittens”, “dogs” is deleted, “owls” has come.');
});

describe('what a map says', () => {
  const summary = { forIt: 3.1, against: -1.24, place: [0, 0] as const, share: 0.41, middle: 0.2 };
  it('names the place', () => {
    expect(mapWords(summary, 'cats')).toBe('Strongest for cats at the upper left.');
    expect(mapWords({ ...summary, place: [1, 1] }, 'cats')).toBe('Strongest for cats in the middle.');
    expect(mapWords({ ...summary, place: [1, 2] }, 'cats')).toBe('Strongest for cats at the right.');
    expect(mapWords({ ...summary, place: null }, 'cats')).toBe('Nothing in the picture speaks for cats.');
  });
  it('adds up in words, and says what the middle has', () => {
    expect(sumWords(summary, 0.42, 2.28, 'lead')).toBe(
      '+3.10 for it, −1.24 against it, +0.42 tied to no place: together +2.28, its lead. The strongest ninth of the picture has 41.0\u00a0% of all that speaks for it, the middle ninth 20.0\u00a0%.',
    );
    expect(sumWords({ ...summary, place: [1, 1] }, 0, 1, 'lead')).not.toContain('the middle ninth');
    expect(sumWords({ ...summary, place: null }, 0, 1, 'lead')).not.toContain('ninth');
  });
  it('claims no more than it is', () => {
    expect(kindWords(0, 'average')).toContain('exact');
    expect(kindWords(8, 'average')).toContain('this picture’s piece alone');
    expect(kindWords(0, 'max')).toContain('only where it is highest');
    expect(limitWords([14, 7])).toContain('14 × 14 and 7 × 7 positions, the coarser spread over the finer');
    expect(measureWords('lead', 2)).toContain('minus the other class’s');
    expect(measureWords('lead', 3)).toContain('minus the mean of the others’');
  });
});

describe('the drawing', () => {
  const map = { side: 1, values: Float64Array.of(-2) };
  const alphas = (pixels: Uint8ClampedArray) => new Set(Array.from(pixels).filter((_, i) => i % 4 === 3));
  it('hatches what speaks against, and not what speaks for', () => {
    expect(alphas(overlayPixels(map, 24, 2, 'both')).size).toBe(2);
    expect(alphas(overlayPixels({ ...map, values: Float64Array.of(2) }, 24, 2, 'both'))).toEqual(new Set([255]));
  });
  it('leaves out what is not asked for, and keeps to the common scale', () => {
    expect(alphas(overlayPixels(map, 24, 2, 'for'))).toEqual(new Set([0]));
    expect(Math.max(...alphas(overlayPixels(map, 24, 4, 'against')))).toBe(128);
  });
  it('joins positions without a step', () => {
    const pixels = overlayPixels({ side: 2, values: Float64Array.of(0, 1, 0, 1) }, 8, 1, 'both');
    const row = Array.from({ length: 8 }, (_, x) => pixels[4 * x + 3]);
    expect(row).toEqual(row.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    expect(new Set(row).size).toBeGreaterThan(4);
  });
});
