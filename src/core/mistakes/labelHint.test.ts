import { describe, expect, it } from 'vitest';
import { labelHint } from './labelHint';

describe('labelHint', () => {
  it('points at a class only where both heads and the three nearest agree on it, against the label', () => {
    expect(labelHint(0, [2, 2], [2, 2, 2])).toBe(2);
    expect(labelHint(2, [2, 2], [2, 2, 2])).toBeNull();
    expect(labelHint(0, [2, 1], [2, 2, 2])).toBeNull();
    expect(labelHint(0, [2, 2], [2, 0, 2])).toBeNull();
    expect(labelHint(0, [2, 2], [2, 2])).toBeNull();
    expect(labelHint(0, [], [])).toBeNull();
  });
});
