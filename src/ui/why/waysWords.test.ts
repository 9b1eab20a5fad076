import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../core/settings';
import { originWith } from '../../core/why/origin.fixture';
import { around, endingWith, oneSplit, scattered } from '../../core/why/outcomes.fixture';
import type { Origin } from '../../core/why/study';
import { wayIds, type WayId, type WaysResult } from '../../core/why/ways';
import { waysWords } from './waysWords';

type Accuracies = Readonly<Record<WayId, readonly number[]>>;

const settings = { ...defaultSettings, epochs: 2 };
const own = originWith(4, { settings });
const shared = oneSplit(4, { settings });
const single = originWith(1, { settings });

/** The three others alike. */
const against = (pretrained: readonly number[], others: readonly number[]): Accuracies => ({
  pretrained,
  random: others,
  scratch: others,
  pixels: others,
});

const resultOf = (accuracies: Accuracies, origin: Origin, epochsOf: (way: WayId) => number = () => 2): WaysResult => ({
  origin,
  lines: wayIds.flatMap((way) =>
    epochsOf(way) === 0
      ? []
      : [
          {
            way,
            trainable: 1,
            frozen: 1,
            preparing: 0,
            training: 0,
            history: endingWith(accuracies[way], epochsOf(way)),
          },
        ],
  ),
});

function sentences(result: WaysResult) {
  const { main, more } = waysWords(result);
  return { main, more: more.join('\n'), all: [main, ...more].join('\n') };
}

/** Words that only an interval beside zero allows. */
const claims =
  /(transfer|weights) is (better|worse)|is better here|is worse, by|the knowledge, not the size|does not help/i;

describe('the four ways in words', () => {
  it.each([
    ['more', own, around(0.8), around(0.6), 'Transfer is better than', 'It is the knowledge, not the size'],
    ['less', own, around(0.6), around(0.8), 'Transfer is worse than', 'What the base knows does not help'],
    ['more on one split', shared, around(0.9), around(0.6), 'On this one split: transfer is better', 'knowledge, not'],
    ['less on one split', shared, around(0.6), around(0.9), 'On this one split: transfer is worse', 'does not help'],
  ] as const)('say what the whole interval says: %s', (_, origin, pretrained, others, main, random) => {
    const words = sentences(resultOf(against(pretrained, others), origin));
    expect(words.main).toContain(main);
    expect(words.more).toContain(random);
    expect(words.all).not.toMatch(/cannot (be told|tell)/i);
  });

  it.each([
    ['the seeds differ', own, scattered(0.7), around(0.6), /Cannot tell: within the spread over seeds\./],
    ['the seeds differ the other way', own, around(0.6), scattered(0.7), /Cannot tell: within the spread over seeds\./],
    ['nothing differs', own, around(0.6), around(0.6), /Cannot tell/],
    ['other pictures could turn it', shared, around(0.65), around(0.6), /seeds and validation pictures/],
    ['there is one seed', single, [0.9], [0.2], /with one seed\./],
    ['a run failed', own, [0.9, 0.9, 0.9, Number.NaN], around(0.2), /there is no figure: a run failed/],
  ] as const)('claim nothing where %s', (_, origin, pretrained, others, main) => {
    const words = sentences(resultOf(against(pretrained, others), origin));
    expect(words.main).toMatch(main);
    expect(words.all).not.toMatch(claims);
  });

  it('tell with fresh splits what one split leaves open', () => {
    const accuracies = against(around(0.65), around(0.6));
    expect(sentences(resultOf(accuracies, own)).main).toContain('Transfer is better');
    expect(sentences(resultOf(accuracies, own)).all).not.toContain('one split');
  });

  it('judge each of the others by itself', () => {
    const words = sentences(
      resultOf({ pretrained: around(0.8), scratch: around(0.6), random: scattered(0.7), pixels: around(0.9) }, own),
    );
    expect(words.main).toContain('Transfer is better than a network that learned from scratch');
    expect(words.more).toContain('Whether what the base knows helps at all: transfer minus');
    expect(words.more).toContain('Transfer is worse than the same head on bare pixels');
    expect(words.more).not.toContain('the knowledge, not the size');
  });

  it.each([
    [0, () => 0],
    [3, (way: WayId) => (way === 'scratch' ? 1 : 2)],
    [3, (way: WayId) => (way === 'pretrained' ? 0 : 2)],
  ])('wait for all four: %i are through', (through, epochsOf) => {
    const words = sentences(resultOf(against(around(0.9), around(0.2)), own, epochsOf));
    expect(words.main).toContain(`${through} of 4 ways are through`);
    expect(words.more).toBe('');
  });

  it('name the ways that are not clearly better than guessing, and no others', () => {
    const accuracies: Accuracies = {
      pretrained: around(0.8),
      random: around(0.5),
      scratch: scattered(0.6),
      pixels: around(0.55),
    };
    const line = sentences(resultOf(accuracies, own))
      .more.split('\n')
      .find((text) => text.includes('than guessing'));
    expect(line).toMatch(/^Not clearly better than guessing, as far as .*random base.*scratch/);
    expect(line).not.toMatch(/pretrained|pixels/);
    expect(sentences(resultOf(against(around(0.8), around(0.6)), own)).all).not.toContain('than guessing');
    // With ten classes, guessing is right for a tenth.
    expect(sentences(resultOf(accuracies, { ...own, classes: 10 })).all).not.toContain('than guessing');
  });

  it('of one seed say that nothing can be told apart', () =>
    expect(sentences(resultOf(against([0.9], [0.2]), single)).more).toContain('nothing can be told apart'));
});

it('says how pictures that come in groups count', () => {
  const accuracies = against(around(0.8), around(0.6));
  const trials = shared.trials.map((trial) => ({ ...trial, validationGroups: trial.validation.map((row) => row % 4) }));
  expect(sentences(resultOf(accuracies, { ...shared, trials })).more).toContain('they count as 4.');
  expect(sentences(resultOf(accuracies, shared)).more).not.toContain('recording');
});
