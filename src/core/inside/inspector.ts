import type { Checkpoint } from '../checkpoint';
import type { Dataset, Experiment } from '../experiment';
import { headShape, initialParameters, type HeadShape } from '../headShape';
import { macrotask } from '../macrotask';
import { stream } from '../rng';
import { estimate, pairedDifference, roundingSd, within } from '../statistics';
import { EpochReplay, rowsLearned, standardisedRows, trialData, type TrialData } from './epochReplay';
import { accuracyOf, logitsOf, softmax, type Head } from './forward';
import { answersOf } from './answers';
import type {
  AnswersView,
  KnockOutView,
  MonteCarloView,
  NetworkView,
  PredictView,
  SimilarityCourse,
  SimilarityView,
  StepView,
  SubnetworkStrip,
} from './inside';
import { knockOut, removalOrders, removedShares } from './knockOut';
import { maskedAnswers } from './monteCarlo';
import { drawnWeights, sampleUnits } from './sample';
import type { SimilarityKind } from './similarity';
import { SimilarityMeter } from './similarityMeter';
import { Snapshots, trialsKept, type Snapshot } from './snapshots';
import type { RunState } from './step';
import { stepView } from './stepView';
import { predictView, recentMasks, stripOf } from './subnetworks';

const knockOutDraws = 20;
const passes = 200;

/**
 * Looks into the heads of one training: keeps snapshots of their weights within a budget and answers questions about any
 * epoch that is kept. Everything drawn is of the first trial; everything measured is over the trials kept.
 */
export class Inspector {
  readonly #shape: HeadShape;
  readonly #snapshots: Snapshots;
  /** How many trials are kept. */
  readonly trials: number;
  readonly #meter: SimilarityMeter;
  /** Largest |weight| drawn so far. */
  #scale = 1e-6;
  readonly #data = new Map<number, TrialData>();
  #replay: { readonly epoch: number; readonly replay: EpochReplay } | null = null;

  constructor(
    private readonly experiment: Experiment,
    private readonly dataset: Dataset,
  ) {
    const { arms, trials, hidden } = experiment;
    this.#shape = headShape(dataset.dimension, hidden, dataset.classNames.length);
    this.trials = trialsKept(arms.length, trials.length, this.#shape.size);
    this.#snapshots = new Snapshots(arms.length, this.trials, this.#shape.size);
    this.#meter = new SimilarityMeter(this.#shape);
    this.#take({ epoch: 0, parameters: this.#initial(), moments: null });
  }

  get epochs(): readonly number[] {
    return this.#snapshots.epochs;
  }

  get bytes(): number {
    return this.#snapshots.bytes;
  }

  /** Takes in an epoch's weights. */
  add({ epoch, parameters, firstMoments, secondMoments, steps }: Checkpoint): void {
    const size = this.#shape.size;
    const all = this.experiment.trials.length;
    const arms = this.experiment.arms.map((_, a) => a);
    const of = (values: Float32Array, trials: number) => {
      const out = new Float32Array(arms.length * trials * size);
      for (const a of arms) out.set(values.subarray(a * all * size, (a * all + trials) * size), a * trials * size);
      return out;
    };
    this.#take({
      epoch,
      parameters: of(parameters, this.trials),
      moments: {
        firstMoments: of(firstMoments, 1),
        secondMoments: of(secondMoments, 1),
        steps: Uint32Array.from(arms, (a) => steps[a * all] ?? 0),
      },
    });
  }

  network(epoch: number): NetworkView {
    const snapshot = this.#at(epoch);
    const sample = this.#sample;
    const arms = this.#drawn(snapshot);
    const [first, last] = [this.#shape.layers[0], this.#shape.layers.at(-1)];
    return {
      epoch,
      sample,
      sizes: { features: first?.inputs ?? 0, hidden: this.experiment.hidden, outputs: last?.units ?? 0 },
      scale: this.#scale,
      arms: arms.map((weights, a) => ({ ...weights, rate: this.experiment.arms[a]?.dropoutRate ?? 0 })),
    };
  }

  /** The next step after `epoch`, as the run took it. @param afresh from the epoch's first step. Null: the epoch is over. */
  step(epoch: number, afresh: boolean): StepView | null {
    if (epoch >= this.experiment.epochs) return null;
    if (afresh || this.#replay?.epoch !== epoch) this.#replay = { epoch, replay: this.#replayOf(epoch) };
    const taken = this.#replay.replay.next();
    return taken && stepView(this.experiment, this.#shape, this.#dataOf(0), this.#sample, epoch + 1, taken);
  }

  answers(epoch: number): AnswersView {
    const snapshot = this.#at(epoch);
    const rows = this.experiment.trials[0]?.validation ?? new Int32Array();
    const x = standardisedRows(this.#dataOf(0), rows);
    const labels = rows.map((row) => this.dataset.labels[row] ?? 0);
    const arms = this.experiment.arms.map((_, a) => answersOf(this.#head(snapshot, a, 0), x, labels));
    return { epoch, rows: [...rows], arms };
  }

  /** @param row of a picture */
  predict(epoch: number, row: number): PredictView {
    const snapshot = this.#at(epoch);
    const x = standardisedRows(this.#dataOf(0), [row]);
    const masks = this.#masks(epoch);
    const arms = this.experiment.arms.map(({ dropoutRate }, a) =>
      predictView(this.#head(snapshot, a, 0), x, masks[a] ?? [], dropoutRate, this.experiment),
    );
    return { epoch, row, arms };
  }

  strip(epoch: number): SubnetworkStrip {
    const learned = rowsLearned(this.experiment, 0).length;
    return { epoch, drawn: learned * epoch, arms: this.#masks(epoch).map((own) => stripOf(own, this.#sample)) };
  }

  async similarity(epoch: number, kind: SimilarityKind): Promise<SimilarityView> {
    const snapshot = this.#at(epoch);
    const x = this.#validation(0);
    const matrices = this.experiment.arms.map((_, a) =>
      this.#meter.matrix(kind, this.#head(snapshot, a, 0), this.#initialOf(0), x),
    );
    const drawn = matrices.map((matrix) => this.#meter.ordered(matrix));
    await macrotask();
    return {
      epoch,
      kind,
      units: this.#meter.units,
      matrices: drawn.map(({ matrix }) => matrix),
      orders: drawn.map(({ order }) => order),
    };
  }

  /** @param isWanted asked between runs; once false, what is there so far is thrown away. Null then. */
  async similarityCourse(
    epoch: number,
    kind: SimilarityKind,
    isWanted: () => boolean,
  ): Promise<SimilarityCourse | null> {
    this.#at(epoch);
    const kept = this.#snapshots.epochs;
    const step = Math.max(1, (kept.length - 1) / 11);
    const spread = Array.from({ length: 12 }, (_, i) => kept[Math.round(i * step)]);
    const epochs = [...new Set([0, ...spread, epoch].filter((e) => e !== undefined))].toSorted((a, b) => a - b);
    const arms = this.experiment.arms.map((_, a) => a);
    const trials = Array.from({ length: this.trials }, (_, k) => k);
    const measured = new Map<number, readonly (readonly { mean: number; nearest: number; norm: number }[])[]>();
    // Taken now: some may be let go of while this goes on.
    const snapshots = epochs.map((e) => this.#at(e));
    for (const snapshot of snapshots) {
      const e = snapshot.epoch;
      const byArm = arms.map(() => [] as { mean: number; nearest: number; norm: number }[]);
      for (const k of trials) {
        const x = this.#validation(k);
        for (const a of arms)
          byArm[a]?.push(
            this.#meter.measure(`${e} ${a} ${k}`, kind, this.#head(snapshot, a, k), this.#initialOf(k), x),
          );
        await macrotask();
        if (!isWanted()) return null;
      }
      measured.set(e, byArm);
    }
    const of = (e: number, a: number, pick: 'mean' | 'nearest' | 'norm') =>
      (measured.get(e)?.[a] ?? []).map((one) => one[pick]);
    return {
      kind,
      at: epoch,
      points: epochs.map((e) => ({
        epoch: e,
        mean: arms.map((a) => within(estimate(of(e, a, 'mean')), [0, 1])),
        nearest: arms.map((a) => within(estimate(of(e, a, 'nearest')), [0, 1])),
        norm: arms.map((a) => within(estimate(of(e, a, 'norm')), [0, Infinity])),
      })),
      difference: pairedDifference(of(epoch, 0, 'mean'), of(epoch, 1, 'mean')),
      since: arms.map((a) => pairedDifference(of(0, a, 'mean'), of(epoch, a, 'mean'))),
      normDifference: pairedDifference(of(epoch, 0, 'norm'), of(epoch, 1, 'norm')),
    };
  }

  /** @param isWanted as above */
  async knockOut(epoch: number, isWanted: () => boolean): Promise<KnockOutView | null> {
    if (this.experiment.hidden === 0) throw new RangeError('There is no hidden layer to remove units from.');
    const snapshot = this.#at(epoch);
    const scores: (readonly number[])[][] = this.experiment.arms.map(() => []);
    for (let k = 0; k < this.trials; k++) {
      const rows = this.experiment.trials[k]?.validation ?? new Int32Array();
      const labels = rows.map((row) => this.dataset.labels[row] ?? 0);
      const x = this.#validation(k);
      const orders = removalOrders(
        this.experiment.hidden,
        knockOutDraws,
        stream(this.experiment.trials[k]?.seed ?? 0, 'removal'),
      );
      for (const [a, own] of scores.entries()) {
        own.push(knockOut(this.#head(snapshot, a, k), x, labels, orders));
        await macrotask();
        if (!isWanted()) return null;
      }
    }
    // Seeds that agree to the picture by luck must not look certain.
    const floor = roundingSd(1 / Math.max(1, this.experiment.trials[0]?.validation.length ?? 1));
    const at = (a: number, s: number) => (scores[a] ?? []).map((run) => run[s] ?? Number.NaN);
    return {
      epoch,
      shares: removedShares,
      arms: scores.map((_, a) => removedShares.map((_, s) => within(estimate(at(a, s), floor), [0, 1]))),
      difference: removedShares.map((_, s) => pairedDifference(at(0, s), at(1, s), floor)),
      draws: knockOutDraws,
      seeds: this.trials,
      chance: 1 / this.dataset.classNames.length,
    };
  }

  monteCarlo(epoch: number, row: number): MonteCarloView {
    const snapshot = this.#at(epoch);
    const x = standardisedRows(this.#dataOf(0), [row]);
    const classes = this.dataset.classNames.length;
    const rate = this.experiment.arms.at(-1)?.dropoutRate ?? 0;
    const arms = this.experiment.arms.map(({ dropoutRate }, a) => {
      const head = this.#head(snapshot, a, 0);
      const rng = stream(this.experiment.trials[0]?.seed ?? 0, 'passes');
      const drawn = maskedAnswers(head, x, { rate: dropoutRate, at: this.experiment.dropoutAt, passes }, rng);
      return {
        whole: [...softmax(logitsOf(head, x), classes)],
        passes: Array.from({ length: classes }, (_, c) =>
          Float32Array.from({ length: passes }, (_, i) => drawn[i * classes + c] ?? 0).toSorted(),
        ),
      };
    });
    return { epoch, row, passes, rate, arms };
  }

  /** Validation accuracy of each run kept, in run order, from the weights alone; for the check against the metrics. */
  accuracies(epoch: number): readonly number[] {
    const snapshot = this.#at(epoch);
    return this.experiment.arms.flatMap((_, a) =>
      Array.from({ length: this.trials }, (_, k) => {
        const rows = this.experiment.trials[k]?.validation ?? new Int32Array();
        const logits = logitsOf(this.#head(snapshot, a, k), this.#validation(k));
        return accuracyOf(
          logits,
          this.dataset.classNames.length,
          rows.map((row) => this.dataset.labels[row] ?? 0),
        );
      }),
    );
  }

  #take(snapshot: Snapshot): void {
    this.#snapshots.add(snapshot);
    for (const { first, last } of this.#drawn(snapshot))
      for (const layer of [first, last])
        for (const weight of layer) this.#scale = Math.max(this.#scale, Math.abs(weight));
  }

  #drawn = (of: Snapshot) =>
    this.experiment.arms.map((_, a) => drawnWeights(this.#shape, this.#of(of, a, 0), this.#sample));

  get #sample() {
    return sampleUnits(this.#shape, this.experiment.trials[0]?.seed ?? 0);
  }

  #at(epoch: number): Snapshot {
    const snapshot = this.#snapshots.at(epoch);
    if (!snapshot) throw new RangeError(`Epoch ${epoch} is not kept.`);
    return snapshot;
  }

  /** [P] of one run. */
  #of({ parameters }: Snapshot, arm: number, trial: number): Float32Array {
    const at = (arm * this.trials + trial) * this.#shape.size;
    return parameters.subarray(at, at + this.#shape.size);
  }

  #head = (snapshot: Snapshot, arm: number, trial: number): Head => ({
    shape: this.#shape,
    parameters: this.#of(snapshot, arm, trial),
  });

  #initialOf = (trial: number) => initialParameters(this.#shape, this.experiment.trials[trial]?.seed ?? 0);

  #initial(): Float32Array {
    const { arms } = this.experiment;
    const out = new Float32Array(arms.length * this.trials * this.#shape.size);
    arms.forEach((_, a) => {
      for (let k = 0; k < this.trials; k++) out.set(this.#initialOf(k), (a * this.trials + k) * this.#shape.size);
    });
    return out;
  }

  #dataOf(trial: number): TrialData {
    // Those of the first trial are asked for again and again; of the others one at a time is enough.
    const known = this.#data.get(trial);
    if (known) return known;
    const data = trialData(this.dataset, rowsLearned(this.experiment, trial));
    for (const other of this.#data.keys()) if (other !== 0) this.#data.delete(other);
    this.#data.set(trial, data);
    return data;
  }

  /** [V, D] */
  #validation = (trial: number) =>
    standardisedRows(this.#dataOf(trial), this.experiment.trials[trial]?.validation ?? new Int32Array());

  /** The epoch after so many, from its first step. */
  #replayOf(epoch: number): EpochReplay {
    const snapshot = this.#at(epoch);
    const { moments } = snapshot;
    const size = this.#shape.size;
    const states = this.experiment.arms.map((_, a): RunState => {
      const part = (values: Float32Array | undefined) =>
        values ? values.slice(a * size, (a + 1) * size) : new Float32Array(size);
      return {
        parameters: this.#of(snapshot, a, 0).slice(),
        firstMoments: part(moments?.firstMoments),
        secondMoments: part(moments?.secondMoments),
        steps: moments?.steps[a] ?? 0,
      };
    });
    return new EpochReplay(this.experiment, this.dataset, 0, epoch, this.#shape, states, this.#dataOf(0));
  }

  /** By arm: the masks of the epoch before this moment. */
  #masks = (epoch: number) => recentMasks(this.experiment, this.dataset, this.#dataOf(0), epoch);
}
