import { expect, it } from 'vitest';
import { confusionCells } from './confusionCells';

const labels = Int32Array.of(0, 9, 1, 0, 1);
const answers = { predicted: [0, 1, 0, 1], confidence: [0.6, 0.9, 0.8, 0.7] };

it('counts what it shows, by true class and answer', () => {
  const cells = confusionCells(answers, [0, 2, 3, 4], labels, 2);
  expect(cells.map((line) => line.map((c) => c.pictures.length))).toEqual([
    [2, 0],
    [0, 2],
  ]);
  expect(cells[0]?.[0]?.pictures.map((p) => p.row)).toEqual([3, 0]);
  expect(cells[1]?.map((c) => c.share)).toEqual([0, 1]);
});

it('stands with a class that has no pictures', () => {
  const cells = confusionCells(answers, [0, 2, 3, 4], labels, 3);
  expect(cells[2]?.map((c) => c.share)).toEqual([0, 0, 0]);
});
