import { plural, t } from '@lingui/core/macro';
import { armWords } from './armWords';
import type { ArmCurves, Frame, Measure } from './curves';
import { nats, percent, points } from './figures';
import { listed } from './listed';

/** What a chart of one arm shows, in one sentence. */
export function describeArm(frame: Frame, arms: readonly ArmCurves[], armIndex: 0 | 1, measure: Measure): string {
  const own = arms[armIndex];
  const last = own?.points.at(-1);
  if (!own || !last) return t`No epoch yet.`;
  const [name, epoch, of] = [capital(armWords(own.arm)), last.epoch, over(frame)];
  const figure = measure === 'accuracy' ? percent : nats;
  const [training, validation] = [figure(last.training.mean), figure(last.validation.mean)];
  const gap = gapWords(last.gap.mean, measure);
  return measure === 'accuracy'
    ? t`${name}, after epoch ${epoch}: training accuracy ${training}, validation accuracy ${validation}, a gap of ${gap} (${of}).`
    : t`${name}, after epoch ${epoch}: training loss ${training}, validation loss ${validation}, a gap of ${gap} (${of}).`;
}

/** What the chart of the gaps shows, in one sentence. */
export function describeGaps(frame: Frame, arms: readonly ArmCurves[], measure: Measure): string {
  const gaps = arms.flatMap(({ arm, points: all }) => {
    const last = all.at(-1);
    if (!last) return [];
    return [{ epoch: last.epoch, text: `${gapWords(last.gap.mean, measure)} ${armWords(arm)}` }];
  });
  const [first] = gaps;
  if (!first) return t`No epoch yet.`;
  const { epoch } = first;
  const [sizes, of] = [listed(gaps.map(({ text }) => text)), over(frame)];
  return t`After epoch ${epoch} the gap is ${sizes} (${of}).`;
}

function gapWords(gap: number, measure: Measure): string {
  if (measure === 'loss') return nats(gap);
  const size = points(gap);
  return t`${size} points`;
}

const over = ({ trials }: Frame) => plural(trials.length, { one: 'one run', other: 'mean of # seeds' });

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
