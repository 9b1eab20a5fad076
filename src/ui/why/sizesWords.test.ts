import { describe, expect, it } from 'vitest';
import { originWith } from '../../core/why/origin.fixture';
import { around, oneSplit, scattered } from '../../core/why/outcomes.fixture';
import type { SizesResult } from '../../core/why/sizes';
import type { Origin } from '../../core/why/study';
import { wayIds } from '../../core/why/ways';
import { sizesWords } from './sizesWords';

const sizes = [1, 5, 20] as const;

/** Transfer with 5 a class is right for 80 %; the others have these means with 1, 5 and 20. */
function resultOf(
  others: readonly [number, number, number],
  origin: Origin = originWith(4),
  seeds: (mean: number) => readonly number[] = around,
): SizesResult {
  const means = (way: string) => (way === 'pretrained' ? [0.7, 0.8, 0.9] : others);
  return {
    origin,
    sizes,
    points: wayIds.flatMap((way) =>
      sizes.map((perClass, i) => ({ way, perClass, accuracies: seeds(means(way)[i] ?? 0) })),
    ),
  };
}

function sentences(result: SizesResult) {
  const { main, more } = sizesWords(result);
  return { main, more, all: [main, ...more].join('\n') };
}

/** The rule itself speaks of "below". */
const without = (words: string, rule = /“Below” is said only .*$/m) => words.replace(rule, '');
/** Words that only an interval below zero allows. */
const claims = /is beyond this set|stays below|it is clearly below/;

describe('few and many pictures in words', () => {
  it('what is below to the end is beyond this set', () => {
    const { main } = sentences(resultOf([0.5, 0.5, 0.6]));
    expect(main).toMatch(/^Transfer with 5 pictures per class .* beyond this set .* even with 20, .* stays below/);
    expect(main).toContain('+20.0 points');
  });

  it('what comes up to it does so as far as can be told, and was below with fewer', () => {
    const { main, all } = sentences(resultOf([0.5, 0.6, 0.81]));
    expect(main).toMatch(/comes up to with 20, as far as can be told: with 5 it is clearly below/);
    expect(all).not.toMatch(/beyond this set|stays below/);
  });

  it.each([
    ['the others do as well', [0.7, 0.8, 0.8], originWith(4), around, /is not clearly above/],
    [
      'the others do better',
      [0.9, 0.9, 0.9],
      originWith(4),
      around,
      /^Transfer .* is clearly below learning from scratch/,
    ],
    ['the seeds differ', [0.5, 0.7, 0.7], originWith(4), scattered, /is not clearly above/],
    ['other pictures could turn it', [0.65, 0.75, 0.75], oneSplit(4), around, /is not clearly above/],
  ] as const)('nothing of the others is called below where %s', (_, others, origin, seeds, words) => {
    // Each seed of the others keeps its own scatter: that of transfer is small.
    const result = resultOf(others, origin, seeds);
    const points = result.points.map((point) =>
      point.way === 'pretrained' ? { ...point, accuracies: around(point.perClass === 1 ? 0.7 : 0.8) } : point,
    );
    const { main, all } = sentences({ ...result, points });
    expect(main).toMatch(words);
    expect(without(all)).not.toMatch(claims);
  });

  it('one split is named, and widens', () => {
    const [own, shared] = [originWith(4), oneSplit(4)].map((origin) => sentences(resultOf([0.65, 0.75, 0.75], origin)));
    expect(own?.main).toMatch(/beyond this set/);
    expect(own?.all).not.toContain('same pictures');
    expect(shared?.main).toMatch(/^On this one split: transfer with 5/);
    expect(shared?.all).toContain('all seeds check with the same pictures');
  });

  it('one seed says nothing, unfinished ones wait', () => {
    const one = sentences(resultOf([0.2, 0.2, 0.2], originWith(1), (mean) => [mean]));
    expect(one).toMatchObject({ main: expect.stringContaining('nothing can be told apart'), more: [] });
    const result = resultOf([0.2, 0.2, 0.2]);
    const early = sentences({ ...result, points: result.points.slice(0, 11) });
    expect(early).toMatchObject({ main: expect.stringMatching(/^11 of 12 points/), more: [] });
  });

  it('few are five where there are more, else the fewest', () => {
    const result = resultOf([0.5, 0.5, 0.5]);
    const fewer = { ...result, sizes: [1, 5], points: result.points.filter(({ perClass }) => perClass < 20) };
    expect(sentences(fewer).main).toContain('Transfer with 1 picture per class');
    expect(sentences(result).more[0]).toContain('Transfer with 1 picture per class');
  });

  it('reads every one of the other ways', () => {
    const { all } = sentences(resultOf([0.5, 0.5, 0.5]));
    for (const name of ['scratch', 'random base', 'bare pixels']) expect(all).toContain(name);
  });
});
