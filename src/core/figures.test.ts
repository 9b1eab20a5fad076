import { expect, it } from 'vitest';
import { grouped, nats, percent, points, setPercent, signed } from './figures';

it('writes figures alike everywhere', () => {
  expect(percent(0.7049)).toBe('70.5\u00a0%');
  expect([percent(0), percent(1), percent(0.9999)]).toEqual(['0\u00a0%', '100\u00a0%', '100.0\u00a0%']);
  expect([setPercent(0.2), setPercent(0.125), setPercent(1 - 0.3)]).toEqual(['20\u00a0%', '12.5\u00a0%', '70\u00a0%']);
  expect([points(0.066), points(-0.189), points(-0.0001)]).toEqual(['6.6', '−18.9', '0.0']);
  expect([nats(1.1349), nats(Number.NaN)]).toEqual(['1.13', 'not a number']);
  expect([signed('6.6'), signed('−6.6'), signed('0.0')]).toEqual(['+6.6', '−6.6', '0.0']);
  expect([grouped(7), grouped(1200)]).toEqual(['7', '1,200']);
});
