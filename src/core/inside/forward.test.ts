import { describe, expect, it } from 'vitest';
import { accuracyOf, hiddenActivations, logitsOf, predictedClasses, softmax } from './forward';
import { headOf } from './head.fixture';

describe('the forward pass', () => {
  // Unit 0 sums the features, unit 1 takes the negative sum: below zero it is silent.
  const head = headOf([2, 2, 2], [1, -1, 1, -1], [0.5, 1], [1, 0, 5, -2], [0, 1]);

  it('is relu(x W1 + b1) W2 + b2, picture by picture', () => {
    const x = Float32Array.of(1, 2, -1, -2);
    expect([...hiddenActivations(head, x)]).toEqual([3.5, 0, 0, 4]);
    expect([...logitsOf(head, x)]).toEqual([3.5, 1, 20, -7]);
  });

  it('hands on the features where there is no hidden layer, negative ones too', () => {
    const plain = headOf([2, 0, 2], [1, 0, 0, 2], [0, 0.5]);
    expect([...logitsOf(plain, Float32Array.of(-3, 1))]).toEqual([-3, 2.5]);
  });
});

describe('softmax', () => {
  it('makes each row add up to 1, in the ratio of the exponentials', () => {
    const [a, b, c, d] = softmax(Float32Array.of(0, Math.log(3), 5, 5), 2);
    expect(a).toBeCloseTo(0.25, 6);
    expect(b).toBeCloseTo(0.75, 6);
    expect([c, d]).toEqual([0.5, 0.5]);
  });

  it('bears logits whose exponentials are beyond all numbers', () => {
    expect([...softmax(Float32Array.of(2000, 2000, -2000), 3)]).toEqual([0.5, 0.5, 0]);
    expect([...softmax(Float32Array.of(-2000, -2000), 2)]).toEqual([0.5, 0.5]);
  });
});

describe('answers', () => {
  it('are the class of the highest logit, the first of equals', () => {
    const logits = Float32Array.of(-3, -1, -2, 4, 4, 0, 0, 0, 1);
    expect([...predictedClasses(logits, 3)]).toEqual([1, 0, 2]);
    expect(accuracyOf(logits, 3, [1, 1, 2])).toBeCloseTo(2 / 3, 12);
  });
});
