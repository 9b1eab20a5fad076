import { limitsOf } from '../curves';
import type { EpochMetrics } from '../metrics';
import { samplingOf } from '../sharedPictures';
import { estimate, mean, pairedDifference, roundingSd, widened, within, type Estimate } from '../statistics';
import type { Origin } from './study';

/**
 * Where a head gets its numbers from: the base that knows task A; the same base with random weights; a small
 * convolutional network that starts from nothing; or the bare pixels.
 */
export const wayIds = ['pretrained', 'random', 'scratch', 'pixels'] as const;
export type WayId = (typeof wayIds)[number];

/** One way, as far as it was trained. One arm, one run per seed. */
export interface WayLine {
  readonly way: WayId;
  /** Weights that training changes. */
  readonly trainable: number;
  /** Weights that are used and stay as they are. */
  readonly frozen: number;
  /** Seconds that it took to turn the pictures into numbers; little for what was kept from before. */
  readonly preparing: number;
  /** Seconds of training, all seeds, evaluation included. */
  readonly training: number;
  readonly history: readonly EpochMetrics[];
}

export interface WaysResult {
  readonly origin: Origin;
  readonly lines: readonly WayLine[];
}

/** Validation accuracies by seed, after the last epoch there is. */
export const accuraciesOf = ({ runs }: Pick<EpochMetrics, 'runs'>): readonly number[] =>
  runs.map((run) => run.validation.accuracy);

/** What one picture of a trial's validation side makes. */
const stepOf = ({ trials }: Pick<Origin, 'trials'>): number => 1 / Math.max(1, trials[0]?.validation.length ?? 1);

/** Mean over the seeds with its interval, cut to [0, 1]. */
export const accuracyEstimate = (accuracies: readonly number[], origin: Pick<Origin, 'trials'>): Estimate =>
  within(estimate(accuracies, roundingSd(stepOf(origin))), limitsOf('validation', 'accuracy'));

/**
 * Second minus first, seed by seed; where the seeds share validation pictures, the interval allows for their choice too.
 */
export function accuracyDifference(
  first: readonly number[],
  second: readonly number[],
  origin: Pick<Origin, 'trials'>,
): Estimate {
  const difference = pairedDifference(first, second, roundingSd(stepOf(origin)));
  return within(widened(difference, samplingOf(origin.trials, mean(first), mean(second))), [-1, 1]);
}

/** A way's last accuracies; null before its first epoch. */
export function lastAccuracies(line: WayLine | undefined): readonly number[] | null {
  const last = line?.history.at(-1);
  return last ? accuraciesOf(last) : null;
}

/** How much better the pretrained base is than another way; null where one of them is not through. */
export function advantage(result: WaysResult, over: WayId): Estimate | null {
  const of = (way: WayId) => {
    const line = result.lines.find((one) => one.way === way);
    return line && line.history.length === result.origin.settings.epochs ? lastAccuracies(line) : null;
  };
  const [best, other] = [of('pretrained'), of(over)];
  return best && other ? accuracyDifference(other, best, result.origin) : null;
}
