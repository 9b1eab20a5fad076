import { experimentOf, gapIn, runsOf, stepsPerEpoch } from '../core/experiment';
import { featureRecord } from '../core/featureRecord';
import type { EpochMetrics } from '../core/metrics';
import { learnable } from '../core/testSet';
import { reduceTraining, type TrainingEvent } from '../core/session';
import type { HeadClient } from '../worker/headClient';
import type { FeatureKeeper } from './extracting';
import type { HeadsKeeper } from './headsKeeping';
import type { Inside } from './insideContract';
import { messageOf } from './messages';
import type { LabStore } from './store';
import { freshId } from './freshId';
import { planned } from './trialPlanning';

/** How often the page hears of new epochs, in ms: often enough to look live, seldom enough to stay fluid. */
const reportEvery = 250;

export interface Trainer {
  /** Starts a training of the present pictures and settings; one that is under way ends. */
  readonly start: (mode?: 'run' | 'one epoch') => Promise<void>;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Trains one epoch and pauses. */
  readonly step: () => void;
  readonly stop: () => void;
}

/**
 * @param onStart before anything is planned: there is one worker that trains heads, and this takes it. The training
 *   begins when what it returns has settled.
 */
export function createTrainer(
  store: LabStore,
  head: HeadClient,
  features: FeatureKeeper,
  inside: Inside,
  heads: HeadsKeeper,
  onStart: () => Promise<unknown>,
): Trainer {
  let controller: AbortController | null = null;
  /** Epochs that may still be taken before the training pauses by itself. */
  let allowance = Infinity;
  let wake: () => void = () => undefined;
  /** Tells that the training under way ends here, with the epochs that had come. */
  let endOld: () => void = () => undefined;

  const tell = (event: TrainingEvent) =>
    store.setState(({ training }) => ({ training: reduceTraining(training, event) }));

  const resumeWith = (epochs: number) => {
    allowance = epochs;
    tell({ type: 'resumed' });
    wake();
  };
  const pause = () => {
    allowance = 0;
    tell({ type: 'paused' });
  };

  async function start(mode: 'run' | 'one epoch' = 'run'): Promise<void> {
    controller?.abort();
    // Should the next one come to nothing, this one must not pass for running.
    endOld();
    const own = new AbortController();
    controller = own;
    const isCurrent = () => controller === own;
    allowance = mode === 'run' ? Infinity : 1;
    const ready = onStart();
    store.setState({ planning: true });
    const [plan] = await Promise.all([planned(features, store), ready]).finally(
      () => isCurrent() && store.setState({ planning: false }),
    );
    if (!plan || !isCurrent() || own.signal.aborted) return;
    const { source, collection, sample, settings, dataset, trials } = plan;
    const experiment = experimentOf(settings, trials);
    const base = featureRecord(source.card, source.anatomy, source.cut, source.revision);
    const runId = freshId();
    inside.end();
    tell({
      type: 'started',
      session: {
        runId,
        startedAt: Date.now(),
        sample,
        settings,
        collection,
        experiment,
        classNames: dataset.classNames,
        labels: dataset.labels,
        splitFixed: learnable(collection.pictures).every((p) => p.pin),
        base: source.report,
        features: base,
        head: null,
        history: [],
        runStepsPerSecond: null,
      },
    });
    const hole = trials.map((trial) => gapIn(trial, dataset)).find((sentence) => sentence !== null);
    if (hole !== undefined) return tell({ type: 'failed', reason: hole });
    const reporter = createReporter(runsOf(experiment).length, (epochs, runStepsPerSecond) =>
      tell({ type: 'epochs done', epochs, runStepsPerSecond }),
    );
    endOld = () => {
      reporter.flush();
      tell({ type: 'ended' });
    };
    const steps = stepsPerEpoch(experiment);
    void inside.begin(experiment, dataset);
    void heads.begin({ runId, settings, classes: collection.classes, base, experiment, dataset });
    try {
      const epochs = head.train(
        experiment,
        dataset,
        own.signal,
        (report) => {
          if (!isCurrent()) return;
          // Told again when another engine goes on: the speed of the two is not one.
          reporter.restart();
          tell({ type: 'engine chosen', head: report });
        },
        (checkpoint) => {
          if (!isCurrent()) return;
          void inside.add(checkpoint);
          heads.add(checkpoint);
        },
      );
      for await (const metrics of epochs) {
        if (!isCurrent()) return;
        reporter.add(metrics, steps);
        allowance--;
        if (allowance <= 0 && metrics.epoch < experiment.epochs) {
          reporter.flush();
          pause();
          await new Promise<void>((resolve) => {
            wake = resolve;
            own.signal.addEventListener('abort', () => resolve(), { once: true });
          });
          reporter.restart();
        }
      }
      if (!isCurrent()) return;
      reporter.flush();
      tell({ type: 'ended' });
    } catch (error) {
      if (!isCurrent()) return;
      reporter.flush();
      tell({ type: 'failed', reason: messageOf(error) });
    }
  }

  return {
    start,
    pause,
    resume: () => resumeWith(Infinity),
    step: () => resumeWith(1),
    stop: () => controller?.abort(),
  };
}

/** Gathers epochs and passes them on a few times a second; measures the speed over all but the first epoch. */
function createReporter(
  runs: number,
  report: (epochs: readonly EpochMetrics[], runStepsPerSecond: number | null) => void,
) {
  let waiting: EpochMetrics[] = [];
  let flushedAt = 0;
  let countedFrom: number | null = null;
  let counted = 0;
  let speed: number | null = null;
  const flush = () => {
    if (waiting.length > 0) report(waiting, speed);
    waiting = [];
    flushedAt = performance.now();
  };
  return {
    flush,
    /** After a pause: the time spent waiting is not training time. */
    restart: () => {
      countedFrom = null;
      counted = 0;
    },
    add: (metrics: EpochMetrics, steps: number) => {
      waiting.push(metrics);
      const now = performance.now();
      if (countedFrom === null) countedFrom = now;
      else {
        counted += steps * runs;
        speed = counted / ((now - countedFrom) / 1000);
      }
      if (now - flushedAt > reportEvery) flush();
    },
  };
}
