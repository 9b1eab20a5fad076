import { expect, it } from 'vitest';
import { megabytesOf } from './offline';

it('says how many megabytes have come', () => {
  expect(megabytesOf(1_234_567, 24_000_000)).toBe('1.2 of 24.0 MB');
  expect(megabytesOf(0, 1e6)).toBe('0.0 of 1.0 MB');
});
