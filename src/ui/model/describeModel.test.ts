import { expect, it } from 'vitest';
import { dropoutWhere } from './describeModel';

it('knows what there is to drop', () => {
  expect(dropoutWhere({ hidden: 0, dropoutAt: 'hidden' })).toBeNull();
  expect(dropoutWhere({ hidden: 0, dropoutAt: 'both' })).toBe('the features');
  expect(dropoutWhere({ hidden: 32, dropoutAt: 'hidden' })).toBe('the hidden units');
  expect(dropoutWhere({ hidden: 32, dropoutAt: 'both' })).toBe('the features and the hidden units');
});
