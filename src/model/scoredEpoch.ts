import { runsOf, type Dataset, type Experiment } from '../core/experiment';
import type { EpochMetrics, Score } from '../core/metrics';
import { emptyTally, score, tally } from './score';

/** What all runs answer after an epoch, dropout off. */
export type ScoredEpoch = Required<Omit<EpochMetrics, 'epoch'>>;

/**
 * Scores both sides of every run, and counts what each arm answers on validation.
 *
 * @param logits [R, N, C] of all pictures, copies left out. @param seen by run.
 */
export function scoredEpoch(
  logits: Float32Array,
  experiment: Experiment,
  { classNames, labels: truths }: Pick<Dataset, 'classNames' | 'labels'>,
  seen: readonly Score[],
): ScoredEpoch {
  const { arms, trials } = experiment;
  const classes = classNames.length;
  const confusion = arms.map(() => noAnswers(classes));
  const runs = runsOf(experiment).map(({ trial }, r) => {
    const side = (rows: Int32Array, labels: Int32Array, answers?: number[][]) => {
      const total = emptyTally();
      for (const row of rows) {
        const label = labels[row] ?? 0;
        const answer = tally(total, logits, (r * truths.length + row) * classes, classes, label);
        const line = answers?.[label];
        if (line) line[answer] = (line[answer] ?? 0) + 1;
      }
      return score(total);
    };
    return {
      train: side(trial.training, trial.givenLabels),
      validation: side(trial.validation, truths, confusion[Math.floor(r / trials.length)]),
      seen: seen[r] ?? score(emptyTally()),
    };
  });
  return { runs, confusion };
}

/** [C][C] */
const noAnswers = (classes: number): number[][] =>
  Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
