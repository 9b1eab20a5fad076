import { describe, expect, it } from 'vitest';
import { predict, step, view } from './network.fixture';
import {
  answerWords,
  changeWords,
  closeWords,
  differWords,
  drawnWords,
  droppedWords,
  evenWords,
  keptWords,
  scaleWords,
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

it('tells the answer, and the label where it is another', () => {
  expect(answerWords(without, 0, 0, ['cat', 'dog'])).toBe('says “cat” with 80.0\u00a0%');
  expect(answerWords(without, 1, 1, ['cat', 'dog'])).toBe('says “cat” with 60.0\u00a0%; the label is “dog”');
});

it('writes small numbers with what matters of them', () => {
  expect(scaleWords(0.5)).toBe('1/(1\u00a0−\u00a00.5)\u00a0=\u00a02');
  expect(scaleWords(0.3)).toBe('1/(1\u00a0−\u00a00.3)\u00a0=\u00a01.43');
  expect(changeWords(0.001234)).toBe('0.0012');
  expect(changeWords(Number.NaN)).toBe('not a number');
});

describe('predicting', () => {
  const input = { whole: 1.24, averaged: 1.25, unscaled: 0.62 };
  it('says as much of evenness as the numbers allow', () => {
    expect(evenWords(input)).toBe('Comes out even: 1.25 against 1.24; without the scale it would be 0.62.');
    expect(evenWords({ ...input, averaged: 1.4 })).toContain('nearly even');
    expect(evenWords({ ...input, averaged: 2.4 })).toContain('Even only on average');
  });
  it('says where whole and averaged differ most', () => {
    const arm = predict.arms[1];
    if (!arm) throw new Error('The fixture has two arms.');
    expect(closeWords(arm, ['cat', 'dog'])).toContain('Close, not equal: at most 3.0 points apart, at “cat”.');
    expect(closeWords({ ...arm, averaged: [0.5, 0.5] }, ['cat', 'dog'])).toMatch(/^Not equal/);
  });
});

it('counts how many masks differ', () => {
  expect(differWords([[true], [false]])).toBe('The latest 2 are all different.');
  expect(differWords([[true], [false], [true]])).toBe('2 different ones among the latest 3.');
  expect(differWords([[true]])).toBe('');
});
