import { describe, expect, it } from 'vitest';
import { step, view } from './network.fixture';
import {
  answerWords,
  changeWords,
  distinctWords,
  drawnWords,
  droppedWords,
  gridWords,
  keptWords,
  stepWords,
  wrongLabelWords,
} from './networkWords';

const [without, withDropout] = step.arms;
if (!without || !withDropout) throw new Error('The fixture has two arms.');
const { sizes, sample } = view;

describe('what is drawn', () => {
  it('is told of both layers', () =>
    expect(drawnWords(view)).toBe('3 of 32 hidden units and 4 of 120 features are drawn, always the same ones.'));
  it('is all of a small layer', () =>
    expect(drawnWords({ sample, sizes: { ...sizes, hidden: 3 } })).toContain('All 3 hidden units and 4 of 120'));
  it('leaves out a layer that is not there, and tells of missing classes', () =>
    expect(drawnWords({ sample: { ...sample, hidden: [] }, sizes: { ...sizes, hidden: 0, outputs: 9 } })).toBe(
      '4 of 120 features and 2 of 9 classes are drawn, always the same ones.',
    ));
});

describe('what is dropped', () => {
  it('is counted for each picture', () => {
    expect(droppedWords(withDropout, sizes, 0)).toBe(
      '17 of 32 hidden units and 61 of 120 features dropped for this picture.',
    );
    expect(droppedWords(withDropout, sizes, 1)).toContain('15 of 32 hidden units and 58 of 120 features');
    expect(keptWords(withDropout, sizes, 0)).toBe('15 of 32 hidden units and 59 of 120 features');
  });
  it('leaves out a layer on which dropout does not act', () => {
    const counts = withDropout.counts.map(({ hidden }) => ({ hidden, features: 0 }));
    expect(droppedWords({ ...withDropout, counts }, sizes, 0)).toBe('17 of 32 hidden units dropped for this picture.');
  });
  it('is nothing without dropout', () => {
    expect(droppedWords(without, sizes, 0)).toBe('Nothing is dropped.');
    expect(keptWords(without, sizes, 0)).toBe('the whole network');
  });
});

const names = ['cat', 'dog'];

it('tells the answer, and the label where it is another', () => {
  expect(answerWords(without, 0, step, names)).toBe('says “cat” with 80.0\u00a0%');
  expect(answerWords(without, 1, step, names)).toBe('says “cat” with 60.0\u00a0%; the label is “dog”');
});

it('writes small numbers with what matters of them', () => {
  expect(changeWords(0.001234)).toBe('0.0012');
  expect(changeWords(Number.NaN)).toBe('not a number');
});

describe('a label made wrong on purpose', () => {
  const given = { labels: [0, 1], trueLabels: [0, 0] };
  it('is told with the true one, and a right one is not', () => {
    expect(wrongLabelWords(given, 1, names)).toBe('given label “dog”, made wrong on purpose (it is “cat”)');
    expect(wrongLabelWords(given, 0, names)).toBeNull();
  });
  it('is told beside the answer, even to an answer that agrees with it', () => {
    const wrong = 'given label “dog”, made wrong on purpose (it is “cat”)';
    expect(answerWords(without, 1, given, names)).toBe(`says “cat” with 60.0\u00a0%; ${wrong}`);
    const agreeing = { ...without, probabilities: [[], [0.3, 0.7]] };
    expect(answerWords(agreeing, 1, given, names)).toBe(`says “dog” with 70.0\u00a0%; ${wrong}`);
  });
});

it('says of a step that it is to come', () => {
  expect(stepWords(step)).toBe('Step 1 of 8 of epoch 6');
  expect(stepWords({ ...step, isTaken: false })).toBe('Step 1 of 8 of epoch 6, the next to come');
});

it('counts how many sub-networks differ', () => {
  expect(distinctWords({ recent: 200, distinct: 200 })).toBe('The latest 200 are all different.');
  expect(distinctWords({ recent: 200, distinct: 198 })).toBe('198 different ones among the latest 200.');
  expect(distinctWords({ recent: 1, distinct: 1 })).toBe('');
});

it('names the units of the grids', () => {
  expect(gridWords(24, 14, 'hidden', true)).toBe(
    'Each grid shows the 14 hidden units of the drawing, hollow where dropped.',
  );
  expect(gridWords(1, 9, 'features', false)).toBe('The grid shows the 9 features of the drawing.');
});
