import { expect, test } from 'vitest';
import { checkClassName } from './className';

const classes = [
  { id: 'class-1', name: 'Cats', style: 0 },
  { id: 'class-2', name: 'Dogs', style: 1 },
];

test('a name is trimmed and its spaces are folded', () => {
  expect(checkClassName(classes, 'class-1', '  Big   cats ')).toEqual({ ok: true, name: 'Big cats' });
});

test('a class may keep its own name, in another case too', () => {
  expect(checkClassName(classes, 'class-1', 'CATS')).toEqual({ ok: true, name: 'CATS' });
});

test.each([
  ['   ', /name/],
  ['dogs', /“Dogs”/],
  ['x'.repeat(41), /40 characters/],
])('%j is refused with a sentence', (text, reason) => {
  const check = checkClassName(classes, 'class-1', text);
  expect(check.ok).toBe(false);
  expect(!check.ok && check.reason).toMatch(reason);
});

test('emoji count as one character', () => {
  expect(checkClassName(classes, 'class-1', '👩‍🚀'.repeat(40)).ok).toBe(true);
});
