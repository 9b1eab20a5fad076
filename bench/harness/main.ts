import { benchFeatures } from '../features';
import type { BenchRow } from '../row';
import { benchTraining } from '../training';
import { headCurves, retrained } from './head';
import { goldenErrors, goldenErrorsAfterLoss } from './golden';

/** The benchmark's parts, run one after the other in this order. */
const benches: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  features: () => benchFeatures(),
  training: benchTraining,
};

const lab = { benches, headCurves, retrained, goldenErrors, goldenErrorsAfterLoss };

declare global {
  interface Window {
    /** What the harness page offers to Playwright. */
    lab: typeof lab;
  }
}

window.lab = lab;
