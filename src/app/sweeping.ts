import { gapIn } from '../core/experiment';
import type { EpochMetrics } from '../core/metrics';
import type { Sweep } from '../core/sweep';
import { sweepRates } from '../core/sweepRates';
import { runningStudy } from '../core/why/whyState';
import { wrongLabelsOf, wrongShare } from '../core/wrongLabels';
import type { HeadClient } from '../worker/headClient';
import type { FeatureKeeper } from './extracting';
import { messageOf } from './messages';
import type { LabStore } from './store';
import { planned } from './trialPlanning';

/** Trains all rates side by side. */
export interface Sweeper {
  readonly start: () => Promise<void>;
  readonly stop: () => void;
  /** Ends it and puts away what came of it. */
  readonly clear: () => void;
}

/** How often the page hears of new epochs, in ms. */
const reportEvery = 250;

export function createSweeper(store: LabStore, head: HeadClient, features: FeatureKeeper): Sweeper {
  let controller: AbortController | null = null;
  const tell = (sweep: Sweep) => store.setState({ sweep });

  async function start(): Promise<void> {
    const { training, planning, settings, why } = store.getState();
    // There is one worker that trains heads.
    if (planning || training.phase === 'running' || training.phase === 'paused' || runningStudy(why)) return;
    controller?.abort();
    const own = new AbortController();
    controller = own;
    const isCurrent = () => controller === own;
    const running = (epoch: number): Sweep => ({
      phase: 'running',
      epoch,
      epochs: settings.epochs,
      runs: sweepRates.length * settings.seeds,
    });
    tell(running(0));
    try {
      const end = await sweep(own.signal, (epoch) => isCurrent() && tell(running(epoch)));
      if (isCurrent()) tell(end);
    } catch (error) {
      if (isCurrent()) tell({ phase: 'failed', reason: messageOf(error) });
    }
  }

  async function sweep(signal: AbortSignal, report: (epoch: number) => void): Promise<Sweep> {
    // With its statistics it is no part of the first load.
    const [{ sweepExperiment, sweepPoints }, { isOneSplit, validationGroupsOf }] = await Promise.all([
      import('../core/sweep'),
      import('../core/sharedPictures'),
    ]);
    const plan = await planned(features, store);
    if (signal.aborted) return { phase: 'stopped' };
    if (!plan) return { phase: 'none' };
    const { collection, settings, dataset, trials } = plan;
    const hole = trials.map((trial) => gapIn(trial, dataset)).find((sentence) => sentence !== null);
    if (hole !== undefined) return { phase: 'failed', reason: hole };
    const experiment = sweepExperiment(settings, trials);
    let last: EpochMetrics | null = null;
    let toldAt = 0;
    for await (const metrics of head.train(experiment, dataset, signal, () => undefined)) {
      last = metrics;
      if (performance.now() - toldAt < reportEvery) continue;
      toldAt = performance.now();
      report(metrics.epoch);
    }
    if (!last || last.epoch < experiment.epochs) return { phase: 'stopped' };
    return {
      phase: 'done',
      settings,
      collection,
      points: sweepPoints(experiment, last),
      seeds: trials.length,
      isOneSplit: isOneSplit(trials),
      validationGroups: validationGroupsOf(trials),
      epochs: experiment.epochs,
      wrongShare: wrongShare(wrongLabelsOf(experiment, dataset.labels)),
    };
  }

  return {
    start,
    stop: () => controller?.abort(),
    clear: () => {
      controller?.abort();
      controller = null;
      tell({ phase: 'none' });
    },
  };
}
