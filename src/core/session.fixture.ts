import { bundledAnatomy } from './bundledAnatomy';
import { bundled } from './catalogue';
import { featureRecord } from './featureRecord';
import type { Session } from './session';
import { defaultSettings } from './settings';

/** A training of nothing, not begun. */
export const emptySession: Session = {
  runId: 'run-1',
  startedAt: 0,
  sample: null,
  settings: defaultSettings,
  collection: { classes: [], pictures: [] },
  experiment: {
    arms: [],
    trials: [],
    hidden: 1,
    dropoutAt: 'both',
    epochs: 2,
    batch: 1,
    lr: 1,
    l2: 0,
    isStandardised: false,
  },
  classNames: [],
  labels: new Int32Array(),
  splitFixed: false,
  base: { engine: 'wasm', renderer: null, reason: '', measured: [], bits: 32, batch: 4 },
  features: featureRecord(bundled, bundledAnatomy, { blocks: [15], pooling: 'average' }, 'r'),
  head: null,
  history: [],
  runStepsPerSecond: null,
};
