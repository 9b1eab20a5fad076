import type { Dataset, Experiment } from '../experiment';
import { macrotask } from '../macrotask';
import { stream, type RngState } from '../rng';
import { dropsFeatures, dropsHidden } from '../settings';
import { answersOf } from './answers';
import { EpochReplay, rowsLearned, standardisedRows } from './epochReplay';
import { accuracyOf, logitsOf, softmax } from './forward';
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
import { KeptHeads } from './keptHeads';
import { knockOutTest } from './knockOutTest';
import type { UsedMasks } from './masksUsed';
import { maskedAnswers } from './monteCarlo';
import { drawnWeights, sampleUnits } from './sample';
import type { SimilarityKind } from './similarity';
import { similarityCourse } from './similarityCourse';
import { SimilarityMeter } from './similarityMeter';
import type { Snapshot } from './snapshots';
import type { RunState } from './step';
import { stepView } from './stepView';
import { predictView, recentMasks, stripOf } from './subnetworks';

const passes = 200;

/**
 * Looks into the heads of one training: keeps snapshots of their weights within a budget and answers questions about any
 * epoch that is kept. Everything drawn is of the first trial; everything measured is over the trials kept.
 */
export class Inspector {
  readonly #heads: KeptHeads;
  readonly #meter: SimilarityMeter;
  /** Largest |weight| drawn so far. */
  #scale = 1e-6;
  /** Where the first trial's stream of masks stood at the starts of epochs. */
  readonly #streams = new Map<number, readonly RngState[]>();
  #recent: { readonly epoch: number; readonly masks: readonly (readonly UsedMasks[])[] } | null = null;
  #replay: { readonly epoch: number; readonly replay: EpochReplay } | null = null;

  /** @param most trials that there are weights of. @throws RangeError for a head too large to be kept. */
  constructor(
    private readonly experiment: Experiment,
    private readonly dataset: Dataset,
    most = Infinity,
  ) {
    this.#heads = new KeptHeads(experiment, dataset, most);
    this.#meter = new SimilarityMeter(this.#heads.shape);
    this.add(this.#heads.start);
  }

  /** How many trials are kept, the first ones. */
  get trials(): number {
    return this.#heads.trials;
  }

  get epochs(): readonly number[] {
    return this.#heads.epochs;
  }

  get bytes(): number {
    return this.#heads.bytes;
  }

  /** Takes in an epoch's weights. */
  add(snapshot: Snapshot): void {
    this.#heads.add(snapshot);
    for (const { first, last } of this.#drawn(snapshot))
      for (const layer of [first, last])
        for (const weight of layer) this.#scale = Math.max(this.#scale, Math.abs(weight));
  }

  network(epoch: number): NetworkView {
    const snapshot = this.#heads.at(epoch);
    const sample = this.#sample;
    const arms = this.#drawn(snapshot);
    const [first, last] = [this.#heads.shape.layers[0], this.#heads.shape.layers.at(-1)];
    return {
      epoch,
      sample,
      sizes: { features: first?.inputs ?? 0, hidden: this.experiment.hidden, outputs: last?.units ?? 0 },
      scale: this.#scale,
      arms: arms.map((weights, a) => ({ ...weights, rate: this.experiment.arms[a]?.dropoutRate ?? 0 })),
    };
  }

  /**
   * The next step after `epoch`, as the run took it. Null: the epoch is over, or the optimiser's moments after it are not
   * known, without which its steps would be others.
   *
   * @param afresh from the epoch's first step.
   */
  step(epoch: number, afresh: boolean): StepView | null {
    if (epoch >= this.experiment.epochs || (epoch > 0 && !this.#heads.at(epoch).moments)) return null;
    if (afresh || this.#replay?.epoch !== epoch) this.#replay = { epoch, replay: this.#replayOf(epoch) };
    const taken = this.#replay.replay.next();
    const isTaken = (this.epochs.at(-1) ?? 0) > epoch;
    return (
      taken && stepView(this.#heads.shape, this.#sample, this.dataset.labels, { epoch: epoch + 1, isTaken }, taken)
    );
  }

  answers(epoch: number): AnswersView {
    const snapshot = this.#heads.at(epoch);
    const { rows, x, labels } = this.#heads.validation(0);
    const arms = this.experiment.arms.map((_, a) => answersOf(this.#heads.head(snapshot, a, 0), x, labels));
    return { epoch, rows: [...rows], arms };
  }

  /** @param row of a picture */
  predict(epoch: number, row: number): PredictView {
    const snapshot = this.#heads.at(epoch);
    const x = standardisedRows(this.#heads.dataOf(0), [row]);
    const masks = this.#masks(epoch);
    const arms = this.experiment.arms.map(({ dropoutRate }, a) =>
      predictView(this.#heads.head(snapshot, a, 0), x, masks[a] ?? [], dropoutRate, this.experiment),
    );
    return { epoch, row, arms };
  }

  strip(epoch: number): SubnetworkStrip {
    const { dropoutAt, hidden } = this.experiment;
    const actsOnHidden = dropsHidden(dropoutAt) && hidden > 0;
    const layer = actsOnHidden ? 'hidden' : 'features';
    const learned = rowsLearned(this.experiment, 0).length;
    return {
      epoch,
      drawn: actsOnHidden || dropsFeatures(dropoutAt) ? learned * epoch : 0,
      layer,
      arms: this.#masks(epoch).map((own) => stripOf(own, layer, this.#sample)),
    };
  }

  async similarity(epoch: number, kind: SimilarityKind): Promise<SimilarityView> {
    const snapshot = this.#heads.at(epoch);
    const { x } = this.#heads.validation(0);
    const matrices = this.experiment.arms.map((_, a) =>
      this.#meter.ordered(this.#meter.matrix(kind, this.#heads.head(snapshot, a, 0), this.#heads.initialOf(0), x)),
    );
    await macrotask();
    return { epoch, kind, units: this.#meter.units, matrices };
  }

  /** See `similarityCourse`. */
  similarityCourse(epoch: number, kind: SimilarityKind, isWanted: () => boolean): Promise<SimilarityCourse | null> {
    return similarityCourse(this.#heads, this.#meter, { epoch, kind }, isWanted);
  }

  /** See `knockOutTest`. */
  knockOut(epoch: number, isWanted: () => boolean): Promise<KnockOutView | null> {
    return knockOutTest(this.#heads, epoch, isWanted);
  }

  monteCarlo(epoch: number, row: number): MonteCarloView {
    const snapshot = this.#heads.at(epoch);
    const x = standardisedRows(this.#heads.dataOf(0), [row]);
    const classes = this.dataset.classNames.length;
    const rate = this.experiment.arms.at(-1)?.dropoutRate ?? 0;
    const arms = this.experiment.arms.map(({ dropoutRate }, a) => {
      const head = this.#heads.head(snapshot, a, 0);
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
    const snapshot = this.#heads.at(epoch);
    return this.experiment.arms.flatMap((_, a) =>
      Array.from({ length: this.#heads.trials }, (_, k) => {
        const { x, labels } = this.#heads.validation(k);
        return accuracyOf(logitsOf(this.#heads.head(snapshot, a, k), x), this.dataset.classNames.length, labels);
      }),
    );
  }

  #drawn = (of: Snapshot) =>
    this.experiment.arms.map((_, a) =>
      drawnWeights(this.#heads.shape, this.#heads.head(of, a, 0).parameters, this.#sample),
    );

  get #sample() {
    return sampleUnits(this.#heads.shape, this.#heads.seedOf(0));
  }

  /** The epoch after so many, from its first step. */
  #replayOf(epoch: number): EpochReplay {
    const snapshot = this.#heads.at(epoch);
    const { moments } = snapshot;
    const size = this.#heads.shape.size;
    const states = this.experiment.arms.map((_, a): RunState => {
      const part = (values: Float32Array | undefined) =>
        values ? values.slice(a * size, (a + 1) * size) : new Float32Array(size);
      return {
        parameters: this.#heads.head(snapshot, a, 0).parameters.slice(),
        firstMoments: part(moments?.firstMoments),
        secondMoments: part(moments?.secondMoments),
        steps: moments?.steps[a] ?? 0,
      };
    });
    return new EpochReplay(
      this.experiment,
      this.dataset,
      0,
      epoch,
      this.#heads.shape,
      states,
      this.#heads.dataOf(0),
      this.#streams,
    );
  }

  /** By arm: the masks of the epoch before this moment. */
  #masks(epoch: number): readonly (readonly UsedMasks[])[] {
    if (this.#recent?.epoch !== epoch) {
      const { experiment, dataset } = this;
      const source = { experiment, dataset, data: this.#heads.dataOf(0), known: this.#streams };
      this.#recent = { epoch, masks: recentMasks(source, epoch) };
    }
    return this.#recent.masks;
  }
}
