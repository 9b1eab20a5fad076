import { t } from '@lingui/core/macro';
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
import { standardisersOf } from '../core/heads/standardisers';
import { Inspector } from '../core/inside/inspector';
import type { Snapshot } from '../core/inside/snapshots';
import type { SimilarityKind } from '../core/inside/similarity';
import type { Standardiser } from '../core/standardise';

/** What can be looked at. */
export interface Kept {
  /** Epochs kept, ascending; 0 is the start. */
  readonly epochs: readonly number[];
  /** Bytes that they take. */
  readonly bytes: number;
  /** Seeds kept, the first ones. */
  readonly trials: number;
}

/** What to look at besides the network. */
interface LookWanted {
  /** The epoch whose first step is wanted; null: none. */
  readonly stepAfter: number | null;
  /** The dataset row of the picture to predict; null: none. */
  readonly row: number | null;
}

interface Look {
  readonly network: NetworkView;
  readonly answers: AnswersView;
  readonly strip: SubnetworkStrip;
  readonly step: StepView | null;
  readonly predict: PredictView | null;
}

/**
 * What the worker does that looks into heads. One training at a time; every question names the epoch that it is about,
 * and is answered with null when that is no longer kept. A long question is given up, and answered with null too, when
 * the same is asked again.
 */
export interface InspectService {
  /** What features go through before the heads of each trial; of any training, none need be open. */
  readonly standardisers: (experiment: Experiment, dataset: Dataset) => Promise<readonly Standardiser[]>;
  /** @param most trials that there will be weights of; left out: of all. */
  readonly open: (experiment: Experiment, dataset: Dataset, most?: number) => Promise<Kept>;
  readonly add: (snapshot: Snapshot) => Promise<Kept>;
  /** Lets go of everything. */
  readonly close: () => Promise<void>;
  /** Everything that is drawn of an epoch, at one moment. */
  readonly look: (epoch: number, wanted: LookWanted) => Promise<Look | null>;
  /** The step after the one shown before, or with `afresh` the first after `epoch`. Null: the epoch is over. */
  readonly step: (epoch: number, afresh: boolean) => Promise<StepView | null>;
  readonly similarity: (epoch: number, kind: SimilarityKind) => Promise<SimilarityView | null>;
  readonly similarityCourse: (epoch: number, kind: SimilarityKind) => Promise<SimilarityCourse | null>;
  readonly knockOut: (epoch: number) => Promise<KnockOutView | null>;
  readonly monteCarlo: (epoch: number, row: number) => Promise<MonteCarloView | null>;
}

export function createInspectService(): InspectService {
  let inspector: Inspector | null = null;
  let opened = 0;
  const asked = { similarityCourse: 0, knockOut: 0 };
  const current = () => {
    if (!inspector) throw new Error(t`Nothing was trained yet.`);
    return inspector;
  };
  const kept = (): Kept => {
    const { epochs, bytes, trials } = current();
    return { epochs, bytes, trials };
  };
  const of = <T>(epoch: number, answer: (heads: Inspector) => T): T | null =>
    current().epochs.includes(epoch) ? answer(current()) : null;
  /** Whether nobody has asked the same again, or begun another training. */
  const wanted = (what: keyof typeof asked) => {
    const [own, training] = [++asked[what], opened];
    return () => asked[what] === own && opened === training;
  };
  return {
    standardisers: async (experiment, dataset) => standardisersOf(experiment, dataset),
    async open(experiment, dataset, most) {
      opened++;
      inspector = null;
      inspector = new Inspector(experiment, dataset, most);
      return kept();
    },
    async add(snapshot) {
      current().add(snapshot);
      return kept();
    },
    async close() {
      opened++;
      inspector = null;
    },
    look: async (epoch, { stepAfter, row }) =>
      of(epoch, (heads) => ({
        network: heads.network(epoch),
        answers: heads.answers(epoch),
        strip: heads.strip(epoch),
        step: stepAfter !== null && heads.epochs.includes(stepAfter) ? heads.step(stepAfter, true) : null,
        predict: row === null ? null : heads.predict(epoch, row),
      })),
    step: async (epoch, afresh) => of(epoch, (heads) => heads.step(epoch, afresh)),
    similarity: async (epoch, kind) => of(epoch, (heads) => heads.similarity(epoch, kind)),
    similarityCourse: async (epoch, kind) =>
      of(epoch, (heads) => heads.similarityCourse(epoch, kind, wanted('similarityCourse'))),
    knockOut: async (epoch) => of(epoch, (heads) => heads.knockOut(epoch, wanted('knockOut'))),
    monteCarlo: async (epoch, row) => of(epoch, (heads) => heads.monteCarlo(epoch, row)),
  };
}
