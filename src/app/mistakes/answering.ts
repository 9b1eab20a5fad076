import { t } from '@lingui/core/macro';
import { grouped } from '../../core/figures';
import type { Side } from '../../core/collection';
import { shapeOf, type TrainedHeads } from '../../core/heads/trainedHeads';
import { macrotask } from '../../core/macrotask';
import { askedPictures, type AskedPictures } from '../../core/mistakes/askedPictures';
import { listed } from '../../core/listed';
import { fields } from '../../core/settingFields';
import { answersOfSeed, noAnswer, type SeedAnswers } from '../../core/mistakes/seedAnswers';
import type { Lab } from '../lab';
import type { KnownFeatures } from '../seeing';
import type { LabState } from '../store';
import { messageOf } from '../messages';
import { noAnswers, type Answering, type MistakesState, type MistakesStore } from './mistakesState';

/** Asks the heads at hand about the pictures, seed by seed, as far as it is wanted and does not take long. */
export interface Answerer {
  /** Something changed: other heads, other pictures, another side or seed to show, features that have come. */
  readonly follow: () => void;
  /** Everything is wanted, however long it takes. */
  readonly goOn: () => void;
  /** What is shown is still answered, and nothing beyond it. */
  readonly stop: () => void;
}

/** A few seconds, in turns. */
const freely = 3e9;

/** How often the page hears of progress, in ms. */
const tellEvery = 300;

interface Job {
  readonly side: Side;
  readonly trial: number;
}

/** @param free multiplications that nobody has to be asked about. */
export function createAnswerer(lab: Pick<Lab, 'store' | 'seeing'>, mistakes: MistakesStore, free = freely): Answerer {
  /** What the person said about the seeds that are not shown; null: nothing. */
  let said: 'go on' | 'stop' | null = null;
  /** What is there; the page hears of it less often than of every seed. */
  let answers: MistakesState['answers'] = noAnswers;
  let toldAt = -Infinity;
  /** The features that are asked about now; null: nothing is. */
  let taken:
    | (Pick<LabState, 'base' | 'collection'> & {
        readonly record: TrainedHeads['base'];
        readonly features: KnownFeatures | null;
      })
    | null = null;
  let isRunning = false;
  let isAsked = false;

  const usable = (): TrainedHeads | null => {
    const { heads, training } = lab.store.getState();
    // New ones every second: the curves need the page's thread.
    return training.phase === 'running' ? null : heads;
  };

  /** The next seed to ask, what is shown before the rest. @param asked with the pictures' features, or any without. */
  function nextJob(heads: TrainedHeads, lacks: (job: Job) => boolean): Job | 'held' | null {
    const { side, shown } = mistakes.getState();
    const all = heads.trials.map((_, trial) => trial);
    // The lists below the matrices are about one seed's validation pictures.
    const wanted: readonly Job[] =
      shown === 'all'
        ? [{ side: 'validation', trial: 0 }, ...all.map((trial) => ({ side, trial }))]
        : [
            { side, trial: shown },
            { side: 'validation', trial: shown },
          ];
    const first = wanted.find(lacks);
    if (first && (shown !== 'all' || said !== 'stop')) return first;
    const rest = all.map((trial): Job => ({ side: 'validation', trial })).filter(lacks);
    const [next] = rest;
    if (!next) return first ? 'held' : null;
    const cost = rest.reduce((sum, job) => sum + costOf(heads, job), 0);
    return said === 'go on' || (said === null && cost <= free) ? next : 'held';
  }

  const rest = (answering: Answering) => {
    taken = null;
    mistakes.setState({ answering, answers });
  };

  /** Taken once for many seeds: they are many numbers. */
  const featuresOf = ({ base: record }: TrainedHeads) => {
    const { base, collection } = lab.store.getState();
    if (taken?.record !== record || taken.base !== base || taken.collection !== collection)
      taken = { record, base, collection, features: lab.seeing.known(record) };
    return taken.features;
  };

  async function run(): Promise<void> {
    for (;;) {
      const heads = usable();
      if (heads !== mistakes.getState().heads) {
        said = null;
        toldAt = -Infinity;
        const none = heads?.trials.map(() => null) ?? [];
        answers = { training: none, validation: none };
        mistakes.setState({ heads, shown: 0, answers, near: new Map() });
      }
      if (!heads) return rest({ phase: 'idle' });
      const asked = askedPictures(heads, lab.store.getState().collection);
      const isMissing = (job: Job) => lacksAnswers(answers[job.side][job.trial], asked, null);
      const missing = nextJob(heads, isMissing);
      if (missing === null || missing === 'held') return rest({ phase: missing === null ? 'idle' : 'held' });
      const features = featuresOf(heads);
      if (!features) return rest(withoutFeatures(heads));
      const job = nextJob(heads, ({ side, trial }) => lacksAnswers(answers[side][trial], asked, features));
      if (job === null || job === 'held') return rest({ phase: job === null ? 'idle' : 'held' });
      await answer(heads, job, asked, features);
    }
  }

  async function answer(
    heads: TrainedHeads,
    { side, trial }: Job,
    asked: AskedPictures,
    features: KnownFeatures,
  ): Promise<void> {
    const rows = heads.trials[trial]?.[side] ?? new Int32Array();
    const pending = heads.trials.filter((_, k) => !answers[side][k]).length;
    const before = (heads.trials.length - pending) * rows.length;
    const total = heads.trials.length * rows.length;
    let done = 0;
    const tell = () => {
      if (performance.now() - toldAt < tellEvery) return;
      toldAt = performance.now();
      mistakes.setState({ answers, answering: { phase: 'working', done: before + done, total } });
    };
    const { collection } = lab.store.getState();
    const turn = said;
    const found = await answersOfSeed(heads, trial, rows, {
      featuresOf: (row) => features.get(asked.pictures[row]?.hash ?? ''),
      isWanted: () => usable() === heads && lab.store.getState().collection === collection && said === turn,
      onDone: (more) => {
        done += more;
        tell();
      },
    });
    if (!found || usable() !== heads) return;
    // The first is what is looked at: it is not kept waiting.
    if (!answers[side].some(Boolean)) toldAt = -Infinity;
    answers = { ...answers, [side]: answers[side].map((old, k) => (k === trial ? found : old)) };
    tell();
  }

  function withoutFeatures({ base }: TrainedHeads) {
    const { phase } = lab.store.getState().base;
    if (phase === 'cancelled' || phase === 'failed' || phase === 'asking')
      return { phase: 'impossible', reason: noFeatures(base.title) } as const;
    if (phase !== 'ready') return { phase: 'waiting' } as const;
    return { phase: 'impossible', reason: otherFeatures(base) } as const;
  }

  const follow = () => {
    isAsked = true;
    if (isRunning) return;
    isRunning = true;
    void (async () => {
      while (isAsked) {
        // What told of the change, the end of a training above all, has work enough of its own in this task.
        await macrotask();
        isAsked = false;
        await run().catch((error: unknown) => rest({ phase: 'impossible', reason: messageOf(error) }));
      }
      isRunning = false;
    })();
  };

  return {
    follow,
    goOn: () => {
      said = 'go on';
      follow();
    },
    stop: () => {
      said = 'stop';
      follow();
    },
  };
}

/** @param features null: whatever has a picture counts as missing while it has no answer. */
function lacksAnswers(
  own: SeedAnswers | null | undefined,
  asked: AskedPictures,
  features: KnownFeatures | null,
): boolean {
  if (!own) return own === null;
  return own.rows.some((row, i) => {
    const picture = asked.pictures[row];
    if (!picture || own.predicted[0]?.[i] !== noAnswer) return false;
    return features === null || features.has(picture.hash);
  });
}

const noFeatures = (title: string): string => t`The heads’ features are not there: see station 2, “${title}”.`;

function otherFeatures({ title, blocks, pooling }: TrainedHeads['base']): string {
  const numbers = listed(blocks.map(({ number }) => grouped(number)));
  const poolingName = fields.pooling.options.find(({ value }) => value === pooling)?.label.toLowerCase() ?? pooling;
  return t`The heads were trained on other features than the present ones: base “${title}”, block ${numbers}, pooling “${poolingName}”. Choose these again at stations 2 and 3, or train again.`;
}

const costOf = (heads: TrainedHeads, { side, trial }: Job): number =>
  (heads.trials[trial]?.[side].length ?? 0) * heads.arms.length * shapeOf(heads).size;
