import { t } from '@lingui/core/macro';
import type { Dataset, Experiment } from '../experiment';
import { headShape, initialParameters, type HeadShape } from '../headShape';
import { commonFeatures, rowsLearned, standardisedRows, trialData, type TrialData } from './epochReplay';
import type { Head } from './forward';
import { Snapshots, trialsKept, type Snapshot } from './snapshots';

/** The heads of one training that are kept, and the pictures that they answer on. */
export class KeptHeads {
  readonly shape: HeadShape;
  /** How many trials are kept, the first ones. */
  readonly trials: number;
  readonly #snapshots: Snapshots;
  /** [N + K, D] */
  readonly #common: Float32Array;
  readonly #data = new Map<number, TrialData>();

  /** @param most trials that there are weights of. @throws RangeError for a head too large to be kept. */
  constructor(
    readonly experiment: Experiment,
    readonly dataset: Dataset,
    most = Infinity,
  ) {
    const { arms, trials, hidden } = experiment;
    this.shape = headShape(dataset.dimension, hidden, dataset.classNames.length);
    this.trials = trialsKept(arms.length, Math.min(trials.length, most), this.shape.size);
    this.#snapshots = new Snapshots(arms.length, this.trials, this.shape.size);
    this.#common = commonFeatures(dataset);
  }

  /** Those that can be looked at, ascending. */
  get epochs(): readonly number[] {
    return this.#snapshots.epochs;
  }

  get bytes(): number {
    return this.#snapshots.bytes;
  }

  /** Weights before the first epoch. */
  get start(): Snapshot {
    const { size } = this.shape;
    const arms = this.experiment.arms.length;
    const parameters = new Float32Array(arms * this.trials * size);
    for (let a = 0; a < arms; a++)
      for (let k = 0; k < this.trials; k++) parameters.set(this.initialOf(k), (a * this.trials + k) * size);
    return { epoch: 0, parameters, moments: null };
  }

  add(snapshot: Snapshot): void {
    this.#snapshots.add(snapshot);
  }

  /** @throws RangeError for an epoch that is not kept. */
  at(epoch: number): Snapshot {
    const snapshot = this.#snapshots.at(epoch);
    if (!snapshot) throw new RangeError(t`Epoch ${epoch} is not kept.`);
    return snapshot;
  }

  head({ parameters }: Snapshot, arm: number, trial: number): Head {
    const { size } = this.shape;
    const at = (arm * this.trials + trial) * size;
    return { shape: this.shape, parameters: parameters.subarray(at, at + size) };
  }

  /** [P] */
  initialOf(trial: number): Float32Array {
    return initialParameters(this.shape, this.seedOf(trial));
  }

  seedOf(trial: number): number {
    return this.experiment.trials[trial]?.seed ?? 0;
  }

  dataOf(trial: number): TrialData {
    // Those of the first trial are asked for again and again; of the others one at a time is enough.
    const known = this.#data.get(trial);
    if (known) return known;
    const data = trialData(this.dataset, rowsLearned(this.experiment, trial), this.#common);
    for (const other of this.#data.keys()) if (other !== 0) this.#data.delete(other);
    this.#data.set(trial, data);
    return data;
  }

  /** A trial's validation side: dataset rows, [V, D] standardised features, [V] true labels. */
  validation(trial: number): {
    readonly rows: Int32Array;
    readonly x: Float32Array;
    readonly labels: Int32Array;
  } {
    const rows = this.experiment.trials[trial]?.validation ?? new Int32Array();
    return {
      rows,
      x: standardisedRows(this.dataOf(trial), rows),
      labels: rows.map((row) => this.dataset.labels[row] ?? 0),
    };
  }
}
