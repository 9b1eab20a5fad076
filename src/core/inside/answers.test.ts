import { describe, expect, it } from 'vitest';
import { answersOf } from './answers';
import { confusionOf } from './confusion';
import { headOf } from './head.fixture';

describe('confusion', () => {
  it('has a row per true class and a column per answer', () => {
    expect(confusionOf([0, 0, 1, 2, 2], [0, 1, 1, 0, 0], 3)).toEqual([
      [1, 1, 0],
      [0, 1, 0],
      [2, 0, 0],
    ]);
  });

  it('keeps an empty row for a class that is not there', () => {
    expect(confusionOf([1], [0], 2)).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });
});

describe('answers', () => {
  it('tell class, confidence, accuracy and confusion of one and the same pass', () => {
    // Two features that are the logits themselves.
    const head = headOf([2, 0, 2], [1, 0, 0, 1], [0, 0]);
    const x = Float32Array.of(Math.log(3), 0, 0, Math.log(9), Math.log(4), 0);
    const answers = answersOf(head, x, Int32Array.of(0, 1, 1));
    expect(answers.predicted).toEqual([0, 1, 0]);
    [0.75, 0.9, 0.8].forEach((p, i) => expect(answers.confidence[i]).toBeCloseTo(p, 6));
    expect(answers.accuracy).toBeCloseTo(2 / 3, 12);
    expect(answers.confusion).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });
});
