import { expect, it } from 'vitest';
import { bundled } from '../../core/catalogue';
import { labelPlace, probabilityWords, recognitionWords, scoreWords, tasksWords } from './recognitionWords';

const dog = { name: 'dog', score: 0.873, box: [0.1, 0.2, 0.5, 0.6] } as const;

it('counts what is recognised, and says so where it is nothing', () => {
  expect(recognitionWords({ kind: 'things', things: [dog] }, bundled)).toBe('It recognises 1 thing, surest first:');
  expect(recognitionWords({ kind: 'things', things: [] }, bundled)).toContain(
    'recognises none of its 80 kinds of things here',
  );
  expect(recognitionWords({ kind: 'things', things: [] }, { taskA: null })).toContain('none of its own kinds');
  expect(recognitionWords({ kind: 'kinds', kinds: [{ name: 'pug', probability: 0.4 }] }, bundled)).toContain(
    '1 kind of',
  );
});

it('does not pass a score for a probability', () => {
  expect(scoreWords(0.873)).toBe('0.87');
  expect(probabilityWords(0.613)).toBe('61.3\u00a0%');
  expect(probabilityWords(0.0001)).toBe('under 0.1\u00a0%');
});

it('tells task A from task B', () => {
  expect(tasksWords(bundled)).toMatch(/^Task A \(118,000 COCO photos.*different tasks with the same kind of input/);
  expect(tasksWords({ taskA: null })).toMatch(/^Task A, which/);
});

it('keeps a number inside the picture', () => {
  expect(labelPlace([0.1, 0.2, 0.5, 0.5], 0.1)).toEqual([0.1, 0.2]);
  expect(labelPlace([0.97, 0, 0.03, 0.2], 0.1)).toEqual([0.9, 0]);
});
