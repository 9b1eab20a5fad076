import type { Checkpoint } from '../core/checkpoint';
import type { Dataset, Experiment } from '../core/experiment';
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
} from '../core/inside/inside';
import { Inspector } from '../core/inside/inspector';
import type { SimilarityKind } from '../core/inside/similarity';

/** What can be looked at. */
export interface Kept {
  /** Epochs kept, ascending; 0 is the start. */
  readonly epochs: readonly number[];
  /** Bytes that they take. */
  readonly bytes: number;
  /** Seeds kept, the first ones. */
  readonly trials: number;
}

/**
 * What the worker does that looks into heads. One training at a time; every question names the epoch that it is about.
 * A long question is given up, and answered with null, when the same is asked again.
 */
export interface InspectService {
  readonly open: (experiment: Experiment, dataset: Dataset) => Promise<Kept>;
  readonly add: (checkpoint: Checkpoint) => Promise<Kept>;
  readonly network: (epoch: number) => Promise<NetworkView>;
  /** The step after the one shown before, or with `afresh` the first after `epoch`. Null: the epoch is over. */
  readonly step: (epoch: number, afresh: boolean) => Promise<StepView | null>;
  readonly answers: (epoch: number) => Promise<AnswersView>;
  readonly predict: (epoch: number, row: number) => Promise<PredictView>;
  readonly strip: (epoch: number) => Promise<SubnetworkStrip>;
  readonly similarity: (epoch: number, kind: SimilarityKind) => Promise<SimilarityView>;
  readonly similarityCourse: (epoch: number, kind: SimilarityKind) => Promise<SimilarityCourse | null>;
  readonly knockOut: (epoch: number) => Promise<KnockOutView | null>;
  readonly monteCarlo: (epoch: number, row: number) => Promise<MonteCarloView>;
}

export function createInspectService(): InspectService {
  let inspector: Inspector | null = null;
  let opened = 0;
  const asked = { similarityCourse: 0, knockOut: 0 };
  const current = () => {
    if (!inspector) throw new Error('Nothing was trained yet.');
    return inspector;
  };
  const kept = (): Kept => {
    const { epochs, bytes, trials } = current();
    return { epochs, bytes, trials };
  };
  /** Whether nobody has asked the same again, or begun another training. */
  const wanted = (what: keyof typeof asked) => {
    const [own, training] = [++asked[what], opened];
    return () => asked[what] === own && opened === training;
  };
  return {
    async open(experiment, dataset) {
      opened++;
      inspector = new Inspector(experiment, dataset);
      return kept();
    },
    async add(checkpoint) {
      current().add(checkpoint);
      return kept();
    },
    network: async (epoch) => current().network(epoch),
    step: async (epoch, afresh) => current().step(epoch, afresh),
    answers: async (epoch) => current().answers(epoch),
    predict: async (epoch, row) => current().predict(epoch, row),
    strip: async (epoch) => current().strip(epoch),
    similarity: (epoch, kind) => current().similarity(epoch, kind),
    similarityCourse: (epoch, kind) => current().similarityCourse(epoch, kind, wanted('similarityCourse')),
    knockOut: (epoch) => current().knockOut(epoch, wanted('knockOut')),
    monteCarlo: async (epoch, row) => current().monteCarlo(epoch, row),
  };
}
