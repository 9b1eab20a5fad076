import { t } from '@lingui/core/macro';
import type { ArmCurves, Frame, Measure } from './curves';
import { count, nats, percent, points } from './figures';

/** What a chart of one arm shows, in one sentence. */
export function describeArm(frame: Frame, arms: readonly ArmCurves[], armIndex: 0 | 1, measure: Measure): string {
  const own = arms[armIndex];
  const last = own?.points.at(-1);
  if (!own || !last) return t`No epoch yet.`;
  const figure = measure === 'accuracy' ? percent : nats;
  const gap = measure === 'accuracy' ? t`${points(last.gap.mean)} points` : nats(last.gap.mean);
  return (
    t`${capital(own.arm.name)}, after epoch ${last.epoch}: training ${measure} ${figure(last.training.mean)}, ` +
    t`validation ${measure} ${figure(last.validation.mean)}, a gap of ${gap}${over(frame)}.`
  );
}

/** What the chart of the gaps shows, in one sentence. */
export function describeGaps(frame: Frame, arms: readonly ArmCurves[], measure: Measure): string {
  const gaps = arms.flatMap(({ arm, points: all }) => {
    const last = all.at(-1);
    if (!last) return [];
    const size = measure === 'accuracy' ? t`${points(last.gap.mean)} points` : nats(last.gap.mean);
    return [{ epoch: last.epoch, text: `${size} ${arm.name}` }];
  });
  const [first] = gaps;
  if (!first) return t`No epoch yet.`;
  return t`After epoch ${first.epoch} the gap is ${gaps.map((g) => g.text).join(' and ')}${over(frame)}.`;
}

const over = (frame: Frame) =>
  frame.trials.length > 1 ? t` (mean of ${count(frame.trials.length, 'seed')})` : t` (one run)`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
