import type { FigureName, Found } from './found';
import { directionOf } from './found';
import type { Measured } from './lesson';

/** Which option a difference comes out as: by its whole interval, so that chance decides nothing. Null: it is not there. */
export const byDirection =
  <Up extends string, Down extends string>(name: FigureName, up: Up, down: Down) =>
  ({ figures }: Found): Up | Down | 'cannot-tell' | null => {
    const direction = directionOf(figures[name]);
    return direction === null ? null : ({ up, down, 'cannot tell': 'cannot-tell' } as const)[direction];
  };

/**
 * Which option a figure comes out as by its mean, where only its size is asked for.
 *
 * @param steps the mean lies below the first number: the first id; and so on.
 * @param above where it lies below none of them.
 */
export const bySize =
  (name: FigureName, steps: readonly (readonly [below: number, id: string])[], above: string) =>
  ({ figures: { [name]: e } }: Found): string | null =>
    e ? (steps.find(([below]) => e.mean < below)?.[1] ?? above) : null;

/** Which option a figure comes out as beside a fixed level, by its whole interval. Null: it is not there. */
export const byLevel =
  <Above extends string, Below extends string>(name: FigureName, level: number, above: Above, below: Below) =>
  ({ figures: { [name]: e } }: Found): Above | Below | 'cannot-tell' | null => {
    if (!e) return null;
    if (e.kind === 'single') return 'cannot-tell';
    return e.low > level ? above : e.high < level ? below : 'cannot-tell';
  };

/**
 * Which option a figure comes out as beside one that was measured with seeds of its own. The two are not paired, so the
 * half widths of their intervals add up as independent errors do. Null: it is not there.
 */
export const besideMeasured =
  <Above extends string, Below extends string>(
    name: FigureName,
    measured: Measured,
    { above, below }: { readonly above: Above; readonly below: Below },
  ) =>
  ({ figures: { [name]: e } }: Found): Above | Below | 'cannot-tell' | null => {
    if (!e) return null;
    if (e.kind === 'single') return 'cannot-tell';
    const difference = e.mean - measured.mean;
    const reach = Math.hypot((e.high - e.low) / 2, (measured.high - measured.low) / 2);
    return difference > reach ? above : difference < -reach ? below : 'cannot-tell';
  };
