import type { SweepPoint } from '../core/sweep';
import type { CutsResult } from '../core/why/cuts';
import type { SizesResult } from '../core/why/sizes';
import { tuningFindings, type TuningResult } from '../core/why/tuning';
import { accuracyEstimate, advantage, lastAccuracies, type WaysResult } from '../core/why/ways';
import type { FigureName, Figures, Found } from './found';

type Filling = Partial<Record<FigureName, NonNullable<Figures[FigureName]>>>;

export function foundInWays(result: WaysResult): Found {
  const figures: Filling = {};
  for (const line of result.lines) {
    const accuracies = lastAccuracies(line);
    if (accuracies) figures[`way/${line.way}`] = accuracyEstimate(accuracies, result.origin);
    if (line.way === 'pretrained') continue;
    const gain = advantage(result, line.way);
    if (gain) figures[`advantage/${line.way}`] = gain;
  }
  return { kind: 'ways', result, figures, seeds: result.origin.trials.length };
}

export function foundInSizes(result: SizesResult): Found {
  const figures: Filling = {};
  for (const { way, perClass, accuracies } of result.points)
    figures[`size/${way}/${perClass}`] = accuracyEstimate(accuracies, result.origin);
  return { kind: 'sizes', result, figures, seeds: result.origin.trials.length };
}

export function foundInCuts(result: CutsResult): Found {
  const figures: Filling = {};
  for (const { block, accuracies } of result.points)
    figures[`cut/${block}`] = accuracyEstimate(accuracies, result.origin);
  if (result.pixels) figures['cut/pixels'] = accuracyEstimate(result.pixels, result.origin);
  return { kind: 'cuts', result, figures, seeds: result.origin.trials.length };
}

export function foundInTuning(result: TuningResult): Found {
  const figures: Filling = {};
  for (const [k, side] of (tuningFindings(result) ?? []).entries()) {
    const name = k === 0 ? 'without' : 'with';
    figures[`frozen/${name}`] = side.frozen;
    figures[`tuned/${name}`] = side.tuned;
    figures[`tuning/${name}`] = side.gain;
  }
  return { kind: 'tuning', result, figures, seeds: result.origin.trials.length };
}

export function foundInSweep(points: readonly SweepPoint[], seeds: number): Found {
  const figures: Filling = {};
  for (const { rate, validation, gain } of points) {
    figures[`rate/${rate}`] = validation;
    figures[`gain/${rate}`] = gain;
  }
  return { kind: 'sweep', points, figures, seeds };
}
