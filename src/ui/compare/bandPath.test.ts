import { expect, it } from 'vitest';
import { bandPath } from './bandPath';

it('goes along the upper edge and back along the lower one, over what is not there', () => {
  const gaps = [
    { x: 1, low: undefined, high: 2 },
    { x: undefined, low: 1, high: 2 },
    { x: 2, low: Number.NaN, high: 2 },
  ];
  expect(bandPath([{ x: 0, low: 9, high: 4 }, ...gaps, { x: 10, low: 8.04, high: 5 }])).toBe(
    'M0.0,4.0L10.0,5.0L10.0,8.0L0.0,9.0Z',
  );
  expect(bandPath(gaps)).toBe('');
});
