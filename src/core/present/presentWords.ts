import { plural, t } from '@lingui/core/macro';
import type { Frame, Measure } from '../curves';
import { nats, percent, setPercent } from '../figures';
import type { EpochMetrics } from '../metrics';
import { presets, type Preset } from '../presets';
import type { Settings } from '../settings';
import { runsOfArm } from '../curves';
import { mean } from '../statistics';
import type { CurveName } from './presentState';

/** A figure of one curve after one epoch, mean over the seeds, as it is written: "72.7 %". */
export function figureOf(frame: Frame, metrics: EpochMetrics, { arm, curve }: CurveName, measure: Measure): string {
  const side = curve === 'training' ? 'train' : 'validation';
  const value = mean(runsOfArm(frame, metrics, arm).map((run) => run[side][measure]));
  return measure === 'accuracy' ? percent(value) : nats(value);
}

const curveNames: Readonly<Record<`${Measure} ${CurveName['curve']} ${CurveName['arm']}`, string>> = {
  'accuracy training 0': t`Training accuracy without dropout`,
  'accuracy training 1': t`Training accuracy with dropout`,
  'accuracy validation 0': t`Validation accuracy without dropout`,
  'accuracy validation 1': t`Validation accuracy with dropout`,
  'loss training 0': t`Training loss without dropout`,
  'loss training 1': t`Training loss with dropout`,
  'loss validation 0': t`Validation loss without dropout`,
  'loss validation 1': t`Validation loss with dropout`,
};

export const curveName = ({ arm, curve }: CurveName, measure: Measure): string =>
  curveNames[`${measure} ${curve} ${arm}`];

/**
 * "Set-up 1, Wrong labels: dropout 50 %, 10 seeds"
 * @param preset whose set-up the settings are; undefined: none, or not on these pictures.
 */
export function setUpWords(settings: Settings, preset: Preset | undefined): string {
  const rate = setPercent(settings.dropout);
  const seeds = plural(settings.seeds, { one: '# seed', other: '# seeds' });
  if (!preset) return t`Own set-up: dropout ${rate}, ${seeds}`;
  const [number, title] = [presets.indexOf(preset) + 1, preset.title];
  return t`Set-up ${number}, ${title}: dropout ${rate}, ${seeds}`;
}

/** What is said of a countdown, politely: its start, ten and five seconds before its end, and the last three. */
export function spokenSeconds(left: number, total: number): string {
  if (left <= 0) return '';
  return left === total || left === 10 || left === 5 || left <= 3
    ? plural(left, { one: '# second left', other: '# seconds left' })
    : '';
}
