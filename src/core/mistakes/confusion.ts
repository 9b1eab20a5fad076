import type { ConfusionCounts } from '../metrics';
import { noAnswer, type SeedAnswers } from './seedAnswers';

/** A picture that one seed's head was asked about. */
export interface Answered {
  readonly row: number;
  readonly trial: number;
  /** Probability of the answer. */
  readonly confidence: number;
}

/** One cell of a confusion matrix. */
export interface Cell {
  readonly truth: number;
  readonly answer: number;
  /** One per picture and seed, surest first. */
  readonly pictures: readonly Answered[];
  /** Of all of the true class, in [0, 1]; 0 where there are none. */
  readonly share: number;
}

/** How one class comes out; null where there is nothing to divide by. */
interface ClassScore {
  /** Of all answers of the class, how many were right. */
  readonly precision: number | null;
  /** Of the class's own pictures, how many were answered so. */
  readonly recall: number | null;
}

/** What a confusion matrix comes to. */
interface ConfusionScores {
  /** [T]; classes that cannot be answered have no precision. */
  readonly scores: readonly ClassScore[];
  readonly right: number;
  readonly total: number;
}

/** One arm's answers, sorted by truth and answer. */
export interface Confusion extends ConfusionScores {
  /** [T][C] true class, answer. */
  readonly cells: readonly (readonly Cell[])[];
}

/**
 * @param seeds of one seed, or of several: then every picture counts once per seed.
 * @param truths by row; below 0: left out.
 * @param shape T classes that are true of pictures, C that can be answered; C <= T.
 */
export function confusionOf(
  seeds: readonly SeedAnswers[],
  arm: number,
  truths: Int32Array,
  { classes, answerable }: { readonly classes: number; readonly answerable: number },
): Confusion {
  const behind = Array.from({ length: classes }, () => Array.from({ length: answerable }, (): Answered[] => []));
  for (const { trial, rows, predicted, confidence } of seeds)
    rows.forEach((row, i) => {
      const answer = predicted[arm]?.[i] ?? noAnswer;
      behind[truths[row] ?? -1]?.[answer]?.push({ row, trial, confidence: confidence[arm]?.[i] ?? 0 });
    });
  const counts = behind.map((line) => line.map((cell) => cell.length));
  return {
    cells: behind.map((line, truth) =>
      line.map((pictures, answer) => ({
        truth,
        answer,
        pictures: pictures.toSorted((a, b) => b.confidence - a.confidence),
        share: share(pictures.length, sum(counts[truth] ?? [])) ?? 0,
      })),
    ),
    ...confusionScores(counts),
  };
}

/** @param counts [T][C] */
export function confusionScores(counts: ConfusionCounts): ConfusionScores {
  const ofTruth = counts.map((line) => sum(line));
  const rightOf = (c: number) => counts[c]?.[c] ?? 0;
  return {
    scores: counts.map((_, c) => ({
      precision: share(rightOf(c), sum(counts.map((line) => line[c] ?? 0))),
      recall: share(rightOf(c), ofTruth[c] ?? 0),
    })),
    right: sum(counts.map((_, c) => rightOf(c))),
    total: sum(ofTruth),
  };
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** The wrong answers of a matrix, surest first. */
export const mistakesIn = ({ cells }: Confusion): readonly Answered[] =>
  cells
    .flatMap((line) => line.filter(({ truth, answer }) => truth !== answer).flatMap(({ pictures }) => pictures))
    .toSorted((a, b) => b.confidence - a.confidence);
