import type { Estimate } from '../core/statistics';
import type { SweepPoint } from '../core/sweep';
import type { Evidence } from '../core/verdict';
import type { CutsResult } from '../core/why/cuts';
import type { SizesResult } from '../core/why/sizes';
import type { TuningResult } from '../core/why/tuning';
import type { WayId, WaysResult } from '../core/why/ways';

/**
 * What figures are called. Accuracies and their differences are shares, losses nats, all after the last epoch.
 * - A side of the comparison, and `change`, with dropout minus without, paired by seed. `seen`: training accuracy as
 *   `fit` logs it; `ahead`: validation minus that; `restored`: training accuracy with all units minus it; `rise`: of the validation loss since its lowest epoch; `half`:
 *   validation accuracy with half of the hidden neurons removed; `alike`: mean |cosine| of two hidden neurons'
 *   incoming weights.
 * - A way of learning, and how much better the pretrained base is; the same with so many pictures of each class.
 * - A block that the base is cut after, counted from 0.
 * - A side before and after fine-tuning; a rate of the sweep, and its gain over rate 0.
 */
export type FigureName =
  | `${'training' | 'validation' | 'gap' | 'loss' | 'seen' | 'ahead' | 'restored' | 'rise' | 'half' | 'alike'}/${Side | 'change'}`
  | `way/${WayId}`
  | `advantage/${Exclude<WayId, 'pretrained'>}`
  | `size/${WayId}/${number}`
  | `cut/${number | 'pixels'}`
  | `${'frozen' | 'tuned' | 'tuning'}/${Side}`
  | `${'rate' | 'gain'}/${number}`;

type Side = 'without' | 'with';

/** Figures by name; a run has those that belong to what was done. */
export type Figures = Readonly<Partial<Record<FigureName, Estimate>>>;

/** What came out of a set-up's run: figures by name, and what they were made of for what no figure says. */
export type Found = { readonly figures: Figures; readonly seeds: number } & (
  | { readonly kind: 'training'; readonly evidence: Evidence }
  | { readonly kind: 'ways'; readonly result: WaysResult }
  | { readonly kind: 'sizes'; readonly result: SizesResult }
  | { readonly kind: 'cuts'; readonly result: CutsResult }
  | { readonly kind: 'tuning'; readonly result: TuningResult }
  | { readonly kind: 'sweep'; readonly points: readonly SweepPoint[] }
);

/** Which way a difference points; zero inside its interval, or one seed alone: it cannot be told. Null: it is not there. */
export function directionOf(difference: Estimate | undefined): 'up' | 'down' | 'cannot tell' | null {
  if (!difference) return null;
  if (difference.kind === 'single') return 'cannot tell';
  return difference.low > 0 ? 'up' : difference.high < 0 ? 'down' : 'cannot tell';
}
