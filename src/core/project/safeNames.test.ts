import { expect, it } from 'vitest';
import { placeAll } from '../placement';
import { safeName, safeNames } from './safeNames';

it('keeps letters and emoji, and leaves out what Windows, macOS or Linux forbid', () => {
  expect(safeNames(['Katzen 🐱', 'a/b', 'c\\d', 'what?', 'dots...', ' .hidden', 'tab\there', '猫'])).toEqual([
    'Katzen 🐱',
    'a_b',
    'c_d',
    'what_',
    'dots',
    'hidden',
    'tab_here',
    '猫',
  ]);
});

it('gives devices of Windows and empty names something in front', () => {
  expect(safeNames(['CON', 'aux.png', 'com1', 'common', '', '...'])).toEqual([
    '_CON',
    '_aux.png',
    '_com1',
    'common',
    'class',
    'class 2',
  ]);
});

it('tells names apart that only differ in case, or in how an accent is written', () => {
  expect(safeNames(['Cats', 'cats', 'CATS', 'é', 'e\u0301'])).toEqual(['Cats', 'cats 2', 'CATS 3', 'é', 'é 2']);
});

it('is never taken for a side of the split, or for the app’s own folder', () => {
  const names = ['train', 'Validation', 'test', 'transfer-lab', 'README.txt'];
  const folders = safeNames(names);
  expect(placeAll(folders.map((folder) => `${folder}/1.png`))).toEqual(
    folders.map((className) => ({ className, side: null })),
  );
  expect(folders).not.toContain('transfer-lab');
});

it('cuts long names at whole characters', () => {
  const long = safeName('👩‍👩‍👧'.repeat(50), 'x');
  expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(120);
  expect(long.endsWith('👩‍👩‍👧')).toBe(true);
  expect(safeName('half \ud83d', 'x')).toBe('half _');
});
