import { describe, expect, it } from 'vitest';
import { confusionOf, mistakesIn } from './confusion';
import { answersOf } from './mistakes.fixture';
import { noAnswer } from './seedAnswers';

const truths = Int32Array.of(0, 0, 0, 1, 1, 2, -1);
const shape = { classes: 3, answerable: 3 };
const counts = (confusion: ReturnType<typeof confusionOf>) =>
  confusion.cells.map((line) => line.map(({ pictures }) => pictures.length));

describe('confusionOf', () => {
  const answers = answersOf(0, [0, 1, 2, 3, 4, 5, 6], [[0, 0, 1, 1, 1, 1, 0]], [[0.5, 0.9, 0.6, 0.7, 0.8, 0.99, 1]]);

  it('counts by truth and answer, and leaves out what has no truth', () => {
    const confusion = confusionOf([answers], 0, truths, shape);
    expect(counts(confusion)).toEqual([
      [2, 1, 0],
      [0, 2, 0],
      [0, 1, 0],
    ]);
    expect([confusion.right, confusion.total]).toEqual([4, 6]);
    expect(confusion.cells[0]?.[0]?.pictures.map(({ row }) => row)).toEqual([1, 0]);
    expect(confusion.cells[0]?.[1]?.share).toBeCloseTo(1 / 3);
  });

  it('gives precision and recall, and none where nothing was answered so', () => {
    const { scores } = confusionOf([answers], 0, truths, shape);
    expect(scores[0]).toEqual({ precision: 1, recall: 2 / 3 });
    expect(scores[1]).toEqual({ precision: 0.5, recall: 1 });
    expect(scores[2]).toEqual({ precision: null, recall: 0 });
    expect(confusionOf([answers], 0, Int32Array.of(0, 0, 0, 1, 1, -1, -1), shape).scores[2]?.recall).toBeNull();
  });

  it('counts a picture once for every seed', () => {
    const second = answersOf(1, [0, 5], [[0, 2]]);
    const confusion = confusionOf([answers, second], 0, truths, shape);
    expect(confusion.total).toBe(8);
    expect(confusion.cells[0]?.[0]?.pictures.map(({ row, trial }) => [row, trial])).toEqual([
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
    expect(confusion.scores[2]).toEqual({ precision: 1, recall: 0.5 });
  });

  it('has a row, and no column, for a class that cannot be answered', () => {
    const confusion = confusionOf([answersOf(0, [0, 3], [[0, 1]])], 0, Int32Array.of(2, 0, 0, 1), {
      classes: 3,
      answerable: 2,
    });
    expect(counts(confusion)).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
    ]);
    expect(confusion.scores[2]).toEqual({ precision: null, recall: 0 });
    expect(confusion.right).toBe(1);
  });

  it('leaves out pictures without an answer', () => {
    expect(confusionOf([answersOf(0, [0, 1], [[0, noAnswer]])], 0, truths, shape).total).toBe(1);
  });

  it('lists mistakes, surest first', () => {
    expect(mistakesIn(confusionOf([answers], 0, truths, shape)).map(({ row }) => row)).toEqual([5, 2]);
  });
});
