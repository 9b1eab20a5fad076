import type { Pooling } from './base';
import { bundled } from './catalogue';
import type { EngineChoice } from './engine';

/** What dropout drops: features that enter the head, hidden units, or both. */
export type DropoutAt = 'input' | 'hidden' | 'both';

export const dropsFeatures = (at: DropoutAt): boolean => at !== 'hidden';
export const dropsHidden = (at: DropoutAt): boolean => at !== 'input';

/** Everything an experiment depends on but the pictures. Ranges: `settingFields`. */
export interface Settings {
  /** First seed; run k of an arm uses seed + k. */
  readonly seed: number;
  readonly seeds: number;
  readonly epochs: number;
  /** P(a unit is dropped) in the second arm. */
  readonly dropout: number;
  readonly dropoutAt: DropoutAt;
  /** Hidden units; 0: no hidden layer. */
  readonly hidden: number;
  readonly lr: number;
  readonly batch: number;
  /** Most training pictures per class; 0: all. */
  readonly perClass: number;
  /** Share of the training labels made wrong on purpose. */
  readonly noise: number;
  /** Share of each class that is learned from. */
  readonly split: number;
  readonly l2: number;
  readonly engine: EngineChoice;
  /** Id of the frozen base: one of the catalogue, or of one that the learner brought along. */
  readonly base: string;
  /** Number of the block that the base is cut after; 0: the base's own default. */
  readonly cut: number;
  /** Number of a second block whose features are joined; 0: none. */
  readonly join: number;
  readonly pooling: Pooling;
  /** Altered copies of each training picture that are learned from as well. */
  readonly copies: number;
  /** Most that a copy is turned to either side, in degrees. */
  readonly rotation: number;
  /** Last blocks of the base that fine-tuning unfreezes. */
  readonly unfreeze: number;
  /** Epochs of fine-tuning, after those of the head alone. */
  readonly tuneEpochs: number;
  /** Learning rate of fine-tuning, as a multiple of the head's. */
  readonly tuneRate: number;
}

/** What only fine-tuning reads. */
export const tuningKeys = ['unfreeze', 'tuneEpochs', 'tuneRate'] as const satisfies readonly (keyof Settings)[];

/** Would the comparison of the two sides come out the same? */
export function trainsTheSame(a: Settings, b: Settings): boolean {
  if (a === b) return true;
  const left = new Set<string>(tuningKeys);
  const read = (of: Settings) => JSON.stringify(Object.entries(of).filter(([key]) => !left.has(key)));
  return read(a) === read(b);
}

/** For a learner's own pictures; a sample set brings its own noise and split. */
export const defaultSettings: Settings = {
  seed: 1,
  seeds: 5,
  epochs: 60,
  dropout: 0.5,
  dropoutAt: 'both',
  hidden: 32,
  lr: 0.003,
  batch: 16,
  perClass: 0,
  noise: 0,
  split: 0.7,
  l2: 0,
  engine: 'auto',
  base: bundled.id,
  cut: 0,
  join: 0,
  pooling: 'average',
  copies: 0,
  rotation: 15,
  unfreeze: 1,
  tuneEpochs: 10,
  tuneRate: 0.1,
};
