import { benchBases } from '../bases';
import { benchFeatures } from '../features';
import type { BenchRow } from '../row';
import { benchTraining } from '../training';
import { headCurves, headCurvesAfterLoss, resumedCurves, retrained } from './head';
import { goldenErrors, goldenErrorsOverLosses, goldenErrorsOn } from './golden';

/** The benchmark's parts, run one after the other in this order. */
const benches: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  features: () => benchFeatures(),
  training: benchTraining,
  bases: benchBases,
};

const lab = {
  benches,
  headCurves,
  headCurvesAfterLoss,
  resumedCurves,
  retrained,
  goldenErrors,
  goldenErrorsOverLosses,
  goldenErrorsOn,
};

declare global {
  interface Window {
    /** What the harness page offers to Playwright. */
    lab: typeof lab;
  }
}

window.lab = lab;
