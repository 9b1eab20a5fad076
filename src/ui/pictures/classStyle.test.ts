import { expect, test } from 'vitest';
import { limits } from '../../core/collection';
import { classStyle } from './classStyle';

test('every class that the limits allow has a pair of colour and shape of its own', () => {
  const words = Array.from({ length: limits.classes }, (_, i) => classStyle(i).words);
  expect(new Set(words).size).toBe(limits.classes);
});

test('neighbours differ in colour and in shape', () => {
  for (let i = 1; i < limits.classes; i++) {
    expect(classStyle(i).color).not.toBe(classStyle(i - 1).color);
    expect(classStyle(i).shape).not.toBe(classStyle(i - 1).shape);
  }
});
