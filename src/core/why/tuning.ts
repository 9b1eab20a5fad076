import { plural, t } from '@lingui/core/macro';
import { blockOf, blockWidth, type Anatomy, type FeatureCut } from '../base';
import { runsOfArm } from '../curves';
import type { Arm, Experiment, Trial } from '../experiment';
import { grouped } from '../figures';
import type { EpochMetrics } from '../metrics';
import type { FrozenDigests } from '../tailPlan';
import type { Settings } from '../settings';
import type { Estimate } from '../statistics';
import type { Origin } from './study';
import { accuraciesOf, accuracyDifference, accuracyEstimate } from './ways';

export interface TuningResult {
  readonly origin: Origin;
  readonly experiment: Experiment;
  /** Epochs of the head alone; the base is unfrozen after them. */
  readonly frozenEpochs: number;
  /** 0-based blocks that are unfrozen, early to late. */
  readonly unfrozen: readonly number[];
  /** Weights of these. */
  readonly trainable: number;
  /** Weights before them. */
  readonly frozen: number;
  readonly history: readonly EpochMetrics[];
  /** Of the frozen weights; null until the end. */
  readonly digests: FrozenDigests | null;
  /** Seconds so far. */
  readonly seconds: number;
}

/** Places of the arms: frozen and tuned, without and with dropout. */
export const tuningArms = { frozen: [0, 1], tuned: [2, 3] } as const;

/** The two sides, frozen to the end, and again with the last blocks unfrozen after `settings.epochs`. */
export function tuningExperiment(settings: Settings, trials: readonly Trial[]): Experiment {
  const { hidden, dropoutAt, epochs, batch, lr, l2, dropout } = settings;
  const arm = (base: string, dropoutRate: number): Arm => ({
    name: `${base}, ${dropoutRate === 0 ? 'without dropout' : 'with dropout'}`,
    dropoutRate,
  });
  return {
    arms: [arm('frozen', 0), arm('frozen', dropout), arm('tuned', 0), arm('tuned', dropout)],
    trials,
    hidden,
    dropoutAt,
    epochs: epochs + settings.tuneEpochs,
    batch,
    lr,
    l2,
    isStandardised: false,
  };
}

/** The last blocks up to the cut. @param to 0-based block of the cut. @returns 0-based, early to late; never the first. */
export function unfrozenBlocks(to: number, wanted: number): readonly number[] {
  const count = Math.min(wanted, to);
  return Array.from({ length: count }, (_, i) => to - count + 1 + i);
}

/** The maps of all pictures have to be in memory at once: here, on their way, and in the worker that trains. */
const mostMapBytes = 128 * 1024 * 1024;

/** Why this cannot be fine-tuned, in a sentence; null: it can. @param from 0-based block before the unfrozen ones. */
export function tuningProblem(anatomy: Anatomy, cut: FeatureCut, from: number, pictures: number): string | null {
  if (from < 0) return t`There is nothing before the first block that could stay frozen. Cut after a later block.`;
  if (cut.blocks.length > 1) return t`Two joined blocks cannot be fine-tuned. Choose a single block at station 2.`;
  const bytes = 4 * pictures * blockWidth(blockOf(anatomy, from), 'flatten');
  if (bytes <= mostMapBytes) return null;
  const [block, size, most] = [from + 1, grouped(Math.ceil(bytes / 1024 / 1024)), mostMapBytes / 1024 / 1024];
  return t`The maps of ${plural(pictures, { one: '# picture', other: '# pictures' })} at block ${block} take ${size} MB, more than the ${most} MB that are allowed. Unfreeze fewer blocks, or use fewer pictures.`;
}

/** What fine-tuning did to one side, after the last epoch. */
export interface TuningSide {
  readonly frozen: Estimate;
  readonly tuned: Estimate;
  /** Tuned minus frozen, seed by seed, in validation accuracy. */
  readonly gain: Estimate;
  /** Tuned minus what there was when the base was unfrozen. */
  readonly since: Estimate;
}

/** @returns without and with dropout; null before the first epoch after the unfreezing. */
export function tuningFindings(result: TuningResult): readonly [TuningSide, TuningSide] | null {
  const { experiment, frozenEpochs, history, origin } = result;
  const last = history.at(-1);
  const atUnfreezing = history[frozenEpochs - 1];
  if (!last || !atUnfreezing || last.epoch <= frozenEpochs) return null;
  const of = (metrics: EpochMetrics, arm: number) => accuraciesOf({ runs: runsOfArm(experiment, metrics, arm) });
  const side = (k: 0 | 1): TuningSide => {
    const [frozen, tuned] = [of(last, tuningArms.frozen[k]), of(last, tuningArms.tuned[k])];
    return {
      frozen: accuracyEstimate(frozen, origin),
      tuned: accuracyEstimate(tuned, origin),
      gain: accuracyDifference(frozen, tuned, origin),
      since: accuracyDifference(of(atUnfreezing, tuningArms.tuned[k]), tuned, origin),
    };
  };
  return [side(0), side(1)];
}
