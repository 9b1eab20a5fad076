import { describe, expect, it } from 'vitest';
import { historyOf, run, score } from '../../core/history.fixture';
import { defaultSettings } from '../../core/settings';
import { originWith } from '../../core/why/origin.fixture';
import { around, oneSplit, scattered } from '../../core/why/outcomes.fixture';
import type { Origin } from '../../core/why/study';
import { tuningExperiment, type TuningResult } from '../../core/why/tuning';
import { tuningWords } from './tuningWords';

const settings = { ...defaultSettings, epochs: 2, tuneEpochs: 2 };
const own = originWith(4, { settings });

interface Told {
  /** After the last epoch, without and with dropout alike. */
  readonly frozen: readonly number[];
  readonly tuned: readonly number[];
  /** At the unfreezing. */
  readonly before?: readonly number[];
  readonly origin?: Origin;
  readonly epochs?: number;
  readonly digests?: TuningResult['digests'];
}

function resultOf({ frozen, tuned, before = frozen, origin = own, epochs = 4, digests = null }: Told): TuningResult {
  const runs = (...arms: readonly (readonly number[])[]) => arms.flat().map((a) => run(score(1, 0), score(a, 1)));
  const [at, after] = [runs(before, before, before, before), runs(frozen, frozen, tuned, tuned)];
  return {
    origin,
    experiment: tuningExperiment(settings, origin.trials),
    frozenEpochs: 2,
    unfrozen: [15],
    trainable: 1,
    frozen: 1,
    history: historyOf(...[at, at, after, after].slice(0, epochs)),
    digests,
    seconds: 1,
  };
}

function sentences(told: Told) {
  const { main, more } = tuningWords(resultOf(told));
  return { main, more: more.join('\n'), all: [main, ...more].join('\n') };
}

/** Words that only an interval beside zero allows. */
const claims = /(?<!whether )fine-tuning (helps|hurts)|wrecked/i;

describe('fine-tuning in words', () => {
  it.each([
    ['above', own, around(0.6), around(0.8), 'Fine-tuning helps without dropout: +20.0 points', 'helps with dropout'],
    ['below', own, around(0.65), around(0.6), 'Fine-tuning hurts without dropout: −5.0 points', 'hurts with dropout'],
    [
      'above on one split',
      oneSplit(4, { settings }),
      around(0.5),
      around(0.8),
      'On this one split: fine-tuning helps without',
      'helps with dropout',
    ],
  ] as const)('each side by its own control: %s', (_, origin, frozen, tuned, main, more) => {
    const words = sentences({ origin, frozen, tuned });
    expect(words.main).toContain(main);
    expect(words.more).toContain(more);
    expect(words.all).not.toContain('wrecked');
  });

  it.each([
    ['the seeds differ', own, around(0.6), scattered(0.7), /Cannot tell: within the spread over seeds\./],
    ['nothing differs', own, around(0.6), around(0.6), /Cannot tell/],
    ['other pictures could turn it', oneSplit(4, { settings }), around(0.6), around(0.65), /validation pictures/],
    ['there is one seed', originWith(1, { settings }), [0.9], [0.2], /in this one run/],
    ['a run failed', own, around(0.6), [0.9, 0.9, 0.9, Number.NaN], /no figure without dropout: a run failed/],
  ] as const)('nothing is claimed where %s', (_, origin, frozen, tuned, main) => {
    const words = sentences({ origin, frozen, tuned });
    expect(words.main).toMatch(main);
    expect(words.all).not.toMatch(claims);
  });

  it('one seed is said to be one', () =>
    expect(sentences({ origin: originWith(1, { settings }), frozen: [0.5], tuned: [0.6] }).more).toContain(
      'nothing can be told apart',
    ));

  it.each([
    ['far below both', around(0.8), around(0.3), around(0.8), true],
    ['a little below both', around(0.8), around(0.75), around(0.8), false],
    ['below the start, but so is the control', around(0.3), around(0.3), around(0.8), false],
    ['below the control, but not the start', around(0.8), around(0.5), around(0.5), false],
    ['perhaps below', around(0.8), scattered(0.6), around(0.8), false],
    ['below the control, and perhaps below the start', around(0.8), around(0.6), scattered(0.75), false],
  ] as const)('the base is wrecked only where it is so: %s', (_, frozen, tuned, before, isWrecked) => {
    const { more } = sentences({ frozen, tuned, before });
    expect(/Without dropout, .* wrecked/.test(more)).toBe(isWrecked);
    expect(/With dropout, .* wrecked/.test(more)).toBe(isWrecked);
  });

  it('before the unfreezing and in the middle it says how far it is', () => {
    const shown = (epochs: number) => sentences({ frozen: around(0.6), tuned: around(0.8), epochs });
    expect(shown(1)).toMatchObject({ main: expect.stringContaining('The head alone: epoch 1 of 2.'), more: '' });
    expect(shown(2)).toMatchObject({ main: expect.stringContaining('being unfrozen'), more: '' });
    expect(shown(3).main).toMatch(/^After 1 of 2 epochs of fine-tuning: Fine-tuning helps/);
    expect(shown(4).main).toMatch(/^Fine-tuning helps/);
  });

  it.each([
    [null, /^(?!.*bit for bit)(?!.*have changed)/s],
    [{ before: 'a1', after: 'a1' }, /bit for bit what they were/],
    [{ before: 'a1', after: 'b2' }, /^(?!.*bit for bit).*have changed\. That must not be/s],
  ] as const)('of the frozen weights it says what the digests %j say', (digests, words) => {
    const { more } = sentences({ frozen: around(0.6), tuned: around(0.6), digests });
    expect(more).toMatch(words);
  });
});
