import { describe, expect, it } from 'vitest';
import type { CutsResult } from '../../core/why/cuts';
import { originWith } from '../../core/why/origin.fixture';
import { around, oneSplit, scattered } from '../../core/why/outcomes.fixture';
import { cutsWords } from './cutsWords';

const four = originWith(4);

/** Three blocks; the first is the early one. */
const resultOf = (
  blocks: readonly [readonly number[], readonly number[], readonly number[]],
  changes: Partial<CutsResult> = {},
): CutsResult => ({
  origin: four,
  blocks: 3,
  chosen: 2,
  points: blocks.map((accuracies, block) => ({ block, features: 8, accuracies })),
  pixels: around(0.3),
  ...changes,
});

function sentences(result: CutsResult) {
  const { main, more } = cutsWords(result);
  return { main, more: more.join('\n'), all: [main, ...more].join('\n') };
}

/** Words that only an interval beside zero allows. */
const claims = /serve these pictures better|beats|is worse/;

describe('the blocks in words', () => {
  it.each([
    ['above', four, around(0.5), around(0.8), /^Later blocks serve these pictures better: .*\+30\.0 points/],
    ['below', four, around(0.8), around(0.5), /^Earlier blocks serve these pictures better: .*−30\.0 points/],
    ['above on one split', oneSplit(4), around(0.5), around(0.8), /^On this one split: later blocks serve/],
  ] as const)('first and last: %s', (_, origin, first, last, main) =>
    expect(sentences(resultOf([first, around(0.6), last], { origin })).main).toMatch(main),
  );

  it.each([
    [
      'the seeds differ',
      four,
      around(0.5),
      scattered(0.7),
      /From the first block to the last: .*Cannot tell: within the spread over seeds\./,
    ],
    ['nothing differs', four, around(0.5), around(0.5), /Cannot tell/],
    ['other pictures could turn it', oneSplit(4), around(0.5), around(0.55), /seeds and validation pictures/],
    ['a run failed', four, around(0.5), [0.5, 0.5, 0.5, Number.NaN], /A run failed/],
  ] as const)('nothing is claimed where %s', (_, origin, first, last, main) => {
    const words = sentences(resultOf([first, around(0.5), last], { origin, pixels: around(0.5) }));
    expect(words.main).toMatch(main);
    expect(words.all).not.toMatch(claims);
  });

  it.each([
    ['above', around(0.3), /Block 1, from the early third, already beats bare pixels: \+20\.0/],
    ['below', around(0.7), /Block 1, from the early third, is worse than bare pixels: −20\.0/],
    [
      'cannot tell',
      scattered(0.4),
      /^(?!.*(beats|is worse)).*Block 1, from the early third, against bare pixels: .*Cannot tell/s,
    ],
  ] as const)('early and bare pixels: %s', (_, pixels, early) => {
    const { more } = sentences(resultOf([around(0.5), around(0.6), around(0.7)], { pixels }));
    expect(more).toMatch(early);
  });

  it('bare pixels are not spoken of before they are trained', () =>
    expect(sentences(resultOf([around(0.5), around(0.6), around(0.7)], { pixels: null })).more).not.toMatch(/pixels/));

  it('the highest in between is not tested, because it was picked after looking', () => {
    const { more } = sentences(resultOf([around(0.5), around(0.9), around(0.7)]));
    expect(more).toMatch(/Highest: block 2, .* after looking, .* no test/);
    const last = sentences(resultOf([around(0.5), around(0.6), around(0.7)])).more;
    expect(last).toContain('The last block is the highest');
    expect(last).not.toContain('after looking');
  });

  it('one seed says nothing, missing blocks are waited for', () => {
    const one = cutsWords(resultOf([[0.2], [0.5], [0.9]], { origin: originWith(1), pixels: [0.1] }));
    expect(one).toMatchObject({ main: expect.stringContaining('nothing can be told apart'), more: [] });
    const { points } = resultOf([around(0.2), around(0.5), around(0.9)]);
    expect(cutsWords(resultOf([[], [], []], { points: points.slice(0, 2) }))).toEqual({
      main: '2 of 3 blocks are through.',
      more: [],
    });
  });
});
