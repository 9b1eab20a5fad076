import { expect, it } from 'vitest';
import { partOf } from './part';
import { headsOf } from './tried.fixture';

const heads = headsOf({ features: 2, hidden: 0 });

it('is what the seed did with it', () => {
  expect(partOf([{ id: 'p1' }], heads, 0)).toBe('training');
  expect(partOf([{ id: 'p5' }], heads, 0)).toBe('validation');
  expect(partOf([{ id: 'later' }], heads, 0)).toBe('none');
  expect(partOf([{ id: 'later', test: true }], heads, 0)).toBe('test');
});

it('one that was learned from and set aside for the test later is still one that was learned from', () => {
  expect(partOf([{ id: 'p1', test: true }], heads, 0)).toBe('training');
  expect(partOf([{ id: 'p5', test: true }], heads, 0)).toBe('validation');
});

it('content in two classes was learned from where one of its pictures was', () => {
  expect(partOf([{ id: 'later' }, { id: 'p2' }], heads, 0)).toBe('training');
});

it('one that another seed drew is not told to be unknown to all', () => {
  const [own] = heads.trials;
  if (!own) throw new RangeError('There are two trials.');
  const few = { ...heads, trials: [{ ...own, training: Int32Array.of(0) }] };
  expect(partOf([{ id: 'p1', test: true }], few, 0)).toBe('none');
});
