import { describe, expect, it } from 'vitest';
import { answersOf } from './answers';
import { headOf } from './head.fixture';

describe('answers', () => {
  it('tell class, confidence and accuracy of one and the same pass', () => {
    // Two features that are the logits themselves.
    const head = headOf([2, 0, 2], [1, 0, 0, 1], [0, 0]);
    const x = Float32Array.of(Math.log(3), 0, 0, Math.log(9), Math.log(4), 0);
    const answers = answersOf(head, x, Int32Array.of(0, 1, 1));
    expect(answers.predicted).toEqual([0, 1, 0]);
    [0.75, 0.9, 0.8].forEach((p, i) => expect(answers.confidence[i]).toBeCloseTo(p, 6));
    expect(answers.accuracy).toBeCloseTo(2 / 3, 12);
  });
});
