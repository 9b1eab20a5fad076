import { expect, it } from 'vitest';
import { interval } from '../../core/statistics.fixture';
import { accuracyAxis, zeroAxis } from './estimateAxis';

it('never makes little look large', () => {
  expect(accuracyAxis([interval(0.93, 0.01)], '').domain).toEqual([0.5, 1]);
  expect(accuracyAxis([interval(0.4, 0.05)], '').domain).toEqual([0.3, 1]);
  expect(zeroAxis([interval(0.29, 0.02)], '').domain).toEqual([0, 0.4]);
});

it('stands without values', () => expect(zeroAxis([], '').domain).toEqual([0, 1]));
