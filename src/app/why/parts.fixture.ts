import { noCopies } from '../../core/augmentation';
import type { FeatureCut } from '../../core/base';
import { bundledAnatomy } from '../../core/bundledAnatomy';
import { bundled } from '../../core/catalogue';
import type { Collection, Picture } from '../../core/collection';
import type { Dataset, Experiment, Trial } from '../../core/experiment';
import { run, score } from '../../core/history.fixture';
import { parseLink } from '../../core/link';
import type { EpochMetrics } from '../../core/metrics';
import type { HeadClient } from '../../worker/headClient';
import type { FeatureKeeper } from '../extracting';
import { createStore } from '../store';
import type { StudyParts } from './parts';

const numberOf = (hash: string) => Number(hash.slice(1));

/** Pictures of two classes, so many of each, that do not come in the order of their ids. */
export const collectionOf = (a = 20, b = 20): Collection => ({
  classes: ['a', 'b'].map((id, style) => ({ id, name: id, style })),
  pictures: Array.from({ length: a + b }, (_, i): Picture => {
    const number = (i * 17) % 97;
    const id = `p${String(number).padStart(2, '0')}`;
    return { id, hash: `h${number}`, name: id, classId: i < a ? 'a' : 'b', group: id, pin: null };
  }),
});

/** One training that a client was asked for. */
interface Training {
  readonly client: 'head' | 'scratch';
  readonly experiment: Experiment;
  readonly dataset: Dataset;
  /** What was handed over. */
  readonly history: EpochMetrics[];
}

interface Options {
  readonly collection?: Collection;
  /** Settings as in a link. */
  readonly link?: string;
  /** Told of every epoch before it is handed over, of every training from 1 on. */
  readonly onEpoch?: (training: number, epoch: number) => void;
  /** Blocks whose features are not there. */
  readonly missing?: readonly number[];
}

/**
 * What the studies work with, in no time. Features tell where they come from: [picture, block] at a cut, [picture, seed of
 * the network] of a random one, and pixels all as bright as the picture's number.
 */
export function fakeParts({ collection = collectionOf(), link = '', onEpoch, missing = [] }: Options = {}) {
  const store = createStore(parseLink(`#v=1&${link}`));
  store.setState({ collection });
  const trainings: Training[] = [];
  /** What was asked for, in order. */
  const asked: string[] = [];

  const clientOf = (client: Training['client']): HeadClient => ({
    train: async function* train(experiment, dataset, signal, onEngine) {
      const history: EpochMetrics[] = [];
      trainings.push({ client, experiment, dataset, history });
      asked.push('train');
      const nth = trainings.length;
      onEngine({ engine: 'cpu', measured: [], fingerprints: [], switched: null });
      for (let epoch = 1; epoch <= experiment.epochs; epoch++) {
        onEpoch?.(nth, epoch);
        if (signal.aborted) return;
        const runs = experiment.trials.map((_, k) => run(score(1, 0), score((nth + epoch / 10 + k / 100) / 100, 1)));
        history.push({ epoch, runs });
        yield { epoch, runs };
      }
    },
    tensors: () => Promise.resolve(0),
  });

  const source: FeatureKeeper['source'] = (cut: FeatureCut = { blocks: [15], pooling: 'average' }) => {
    const block = cut.blocks.at(-1) ?? 0;
    asked.push(`block ${block}`);
    if (missing.includes(block)) return null;
    return {
      card: bundled,
      anatomy: bundledAnatomy,
      cut,
      revision: 'r',
      report: { engine: 'wasm', renderer: null, reason: '', measured: [], bits: 32, batch: 4 },
      augmentation: noCopies,
      features: new Map(collection.pictures.map(({ hash }) => [hash, Float32Array.of(numberOf(hash), block)])),
    };
  };

  const statistics = { shift: new Float32Array(2), scale: new Float32Array(2).fill(1) };
  const parts: Omit<StudyParts, 'makeTuning' | 'makeTrial' | 'starter' | 'pictures' | 'features'> & {
    readonly features: Pick<FeatureKeeper, 'extract' | 'source'>;
    readonly pictures: Pick<StudyParts['pictures'], 'pixels'>;
  } = {
    store,
    features: { extract: () => Promise.resolve(), source },
    pictures: { pixels: (hash) => Promise.resolve(new Uint8Array(32 * 32 * 3).fill(numberOf(hash))) },
    networks: {
      statistics: () => Promise.resolve(statistics),
      random: (_, hashes, seed) =>
        Promise.resolve({
          features: new Map(hashes.map((hash) => [hash, Float32Array.of(numberOf(hash), seed)])),
          statistics,
        }),
    },
    head: clientOf('head'),
    scratch: clientOf('scratch'),
  };
  // What is left out belongs to fine-tuning, or is never asked for here.
  return { parts: parts as unknown as StudyParts, store, trainings, asked };
}

/** Ids of the pictures on a side; of stacked datasets without the number of the network. */
const idsOf = ({ pictureIds }: Dataset, rows: Int32Array): readonly string[] =>
  Array.from(rows, (row) => pictureIds[row]?.split(' ')[0] ?? '');

/** What a trial learns from and checks with, whichever rows it stands on. */
export const picturesOf = (dataset: Dataset, { seed, training, validation, givenLabels }: Trial) => ({
  seed,
  training: idsOf(dataset, training),
  validation: idsOf(dataset, validation),
  labels: Array.from([...training, ...validation], (row) => [dataset.labels[row], givenLabels[row]]),
});
