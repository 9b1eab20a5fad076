import { describe, expect, it } from 'vitest';
import { changesWords, noMistakesWords, oneSidedWords, rightWords, staleWords, steadinessWords } from './mistakesWords';

describe('the words on mistakes', () => {
  it('tell what was changed since the training', () => {
    expect(changesWords({ moved: 0, removed: 0, setAside: 0, added: 0, returned: 0 })).toBeNull();
    expect(changesWords({ moved: 2, removed: 1, setAside: 0, added: 0, returned: 0 })).toBe(
      'You changed 3 pictures since this training (2 moved to another class, 1 deleted): train again to see what it does. The answers below are still those of before, counted with the labels of now; what is gone is left out. Labels mended, and pictures deleted, because a head got them wrong make its accuracy look better than it is: they were chosen by looking at mistakes.',
    );
    expect(changesWords({ moved: 1, removed: 0, setAside: 0, added: 0, returned: 0 })).toMatch(
      /^You changed 1 picture .* of now\. .* look better than it is/,
    );
    expect(changesWords({ moved: 0, removed: 0, setAside: 2, added: 1, returned: 0 })).not.toMatch(/look better/);
  });

  it('tell what came back from the test set from what was added', () => {
    expect(changesWords({ moved: 0, removed: 0, setAside: 0, added: 0, returned: 9 })).toMatch(
      /^You changed 9 pictures since this training \(9 came back from the test set\): /,
    );
  });

  it('mark a number that was moved without a training', () => {
    const none = { moved: 0, removed: 0, setAside: 3, added: 1, returned: 0 };
    expect(staleWords(none, 0.5)).toBeNull();
    expect(staleWords({ ...none, moved: 1 }, 48 / 54)).toBe('labels changed since, not retrained (was 88.9\u00a0%)');
    expect(staleWords({ ...none, moved: 1, removed: 1 }, null)).toBe(
      'labels changed and pictures deleted since, not retrained',
    );
  });

  it('count answers where several seeds are counted', () => {
    expect(rightWords(51, 54, 'validation', 1)).toBe('94.4\u00a0%: 51 of 54 validation pictures right.');
    expect(rightWords(100, 108, 'validation', 2)).toBe('92.6\u00a0%: 100 of 108 answers right, over 2 seeds.');
    expect(rightWords(0, 0, 'training', 1)).toBe('No training pictures are left.');
  });

  it('say how little no mistakes prove', () => {
    // 1 - 0.05^(1/20) = 0.1391
    expect(noMistakesWords(20)).toMatch(/up to 13\.9\u00a0% of such pictures wrong/);
  });

  it('never say more than the interval', () => {
    const found = {
      seeds: 5,
      onlyWith: 2.4,
      onlyWithout: 1,
      difference: { kind: 'interval', mean: 1.4, low: -0.5, high: 3.3, n: 5 },
      outcome: 'cannot tell',
      splitFixed: false,
    } as const;
    expect(oneSidedWords(found)).toBe(
      'A seed has, on average over 5 seeds, 2.4 pictures right only with dropout and 1 picture only without (difference +1.4, 95\u00a0% interval −0.5 to +3.3 pictures): too few to tell.',
    );
    expect(oneSidedWords({ ...found, outcome: 'more with', splitFixed: true })).toMatch(
      /over 5 seeds on this one split, .*: more are gained with dropout than lost\.$/,
    );
    expect(
      oneSidedWords({ ...found, outcome: 'one run', seeds: 1, difference: { kind: 'single', mean: 1, n: 1 } }),
    ).toBe(
      'One seed: 2.4 pictures right only with dropout and 1 picture only without. One run proves nothing: train more seeds.',
    );
    expect(oneSidedWords({ ...found, outcome: 'none' })).toMatch(/In none of the 5 seeds/);
  });

  it('tell how steady a picture’s answers are', () => {
    expect(steadinessWords({ seeds: 4, without: 2, with: 3 })).toBe(
      'Over the 4 seeds that checked with it: right in 2 without dropout, in 3 with.',
    );
  });
});
