import { gapIn, runsOf } from '../core/experiment';
import type { EpochMetrics } from '../core/metrics';
import { sweepExperiment, sweepPoints, type Sweep } from '../core/sweep';
import { wrongLabelsOf, wrongShare } from '../core/wrongLabels';
import type { HeadClient } from '../worker/headClient';
import type { FeatureKeeper } from './extracting';
import { messageOf } from './messages';
import type { LabStore } from './store';
import { datasetOf, planTrials } from './trialPlanning';

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
    controller?.abort();
    const own = new AbortController();
    controller = own;
    const isCurrent = () => controller === own;
    await features.extract();
    const source = features.source();
    if (!isCurrent() || !source) return;
    const { collection, settings } = store.getState();
    const dataset = datasetOf(collection, source);
    if (!dataset) return;
    const trials = await planTrials(settings, collection, dataset);
    if (!isCurrent()) return;
    const hole = trials.map((trial) => gapIn(trial, dataset)).find((sentence) => sentence !== null);
    if (hole !== undefined) return tell({ phase: 'failed', reason: hole });
    const experiment = sweepExperiment(settings, trials);
    const { epochs } = experiment;
    const runs = runsOf(experiment).length;
    tell({ phase: 'running', epoch: 0, epochs, runs });
    let last: EpochMetrics | null = null;
    let toldAt = 0;
    try {
      for await (const metrics of head.train(experiment, dataset, own.signal, () => undefined)) {
        if (!isCurrent()) return;
        last = metrics;
        if (performance.now() - toldAt < reportEvery) continue;
        toldAt = performance.now();
        tell({ phase: 'running', epoch: metrics.epoch, epochs, runs });
      }
      if (!isCurrent()) return;
      if (!last || last.epoch < epochs) return tell({ phase: 'stopped' });
      tell({
        phase: 'done',
        settings,
        collection,
        points: sweepPoints(experiment, last),
        seeds: trials.length,
        epochs,
        wrongShare: wrongShare(wrongLabelsOf(experiment, dataset.labels)),
      });
    } catch (error) {
      if (isCurrent()) tell({ phase: 'failed', reason: messageOf(error) });
    }
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
