import { t } from '@lingui/core/macro';
import { nats, percent, points, signed } from '../../core/figures';
import { halfWidth } from '../../core/statistics';
import { measuredSeeds, presets, type Measured } from '../../core/presets';

/** Figures of a measured set-up as papers write them; all are means over `measuredSeeds` seeds. */
export interface Expected {
  /** Without and with dropout. */
  readonly training: readonly [string, string];
  readonly validation: readonly [string, string];
  /** Training minus validation accuracy, in points. */
  readonly gap: readonly [string, string];
  readonly loss: readonly [string, string];
  /** "+8.8 points (95 % interval +7.1 to +10.5)": validation accuracy with minus without. */
  readonly difference: string;
  /** Whether its interval has zero inside. */
  readonly cannotTell: boolean;
  /** About how wide the same interval is with fewer seeds: "±6.6". */
  readonly halfWith: (seeds: number) => string;
}

/** @throws where there is no such set-up: a fault of these papers, which a test finds. */
export function expected(id: string): Expected {
  const preset = presets.find((one) => one.id === id);
  if (!preset) throw new Error(`no set-up ${id}`);
  return expectedOf(preset.measured);
}

export function expectedOf({ training, validation, loss, difference }: Measured): Expected {
  const [mean, half] = difference;
  const [low, high] = [signed(points(mean - half)), signed(points(mean + half))];
  const change = signed(points(mean));
  return {
    training: [percent(training[0]), percent(training[1])],
    validation: [percent(validation[0]), percent(validation[1])],
    gap: [points(training[0] - validation[0]), points(training[1] - validation[1])],
    loss: [nats(loss[0]), nats(loss[1])],
    difference: t`${change} points (95\u00a0% interval ${low} to ${high})`,
    cannotTell: mean - half <= 0 && mean + half >= 0,
    halfWith: (seeds) => `±${points(halfWidthWith(half, seeds))}`,
  };
}

/**
 * The half width that an interval of a mean would have with another number of seeds, the spread between seeds being the
 * same: it goes with the t quantile over the root of the number.
 * @param half with `measuredSeeds` seeds.
 */
export const halfWidthWith = (half: number, seeds: number): number =>
  (half * halfWidth(1, seeds)) / halfWidth(1, measuredSeeds);
