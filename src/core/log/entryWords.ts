import { plural, t } from '@lingui/core/macro';
import { armWords } from '../armWords';
import { engineNames } from '../engine';
import { grouped, percent } from '../figures';
import { sampleOf } from '../samples';
import { settingValue } from '../settingValue';
import type { Settings } from '../settings';
import type { LogCurves, LogEntry } from './logEntry';

/** "from “Ben”", where it did not begin here. */
export const fromWords = ({ from }: Pick<LogEntry, 'from'>): string | null =>
  from === null ? null : t`from “${from}”`;

export const entryTitle = ({ number }: Pick<LogEntry, 'number'>): string => t`Experiment ${number}`;

/** "Animals, food and vehicles", or "Cats (120), Dogs (98), and 20 set aside for the test". */
export function picturesWords({ sample, classes }: Pick<LogEntry, 'sample' | 'classes'>): string {
  if (sample !== null) return sampleOf(sample)?.title ?? sample;
  const test = classes.reduce((sum, own) => sum + own.test, 0);
  const each = classes.map(({ name, pictures }) => `${name} (${grouped(pictures)})`).join(', ');
  return test === 0
    ? each
    : plural(test, { one: `${each}, and # set aside for the test`, other: `${each}, and # set aside for the test` });
}

/** A setting's value as a person reads it; a base of one's own by its title. */
export const entrySetting = (key: keyof Settings, { settings, base }: Pick<LogEntry, 'settings' | 'base'>): string =>
  key === 'base' ? base.title : settingValue(key, settings);

/** How it ended, or how far it is. @param isPaused it is the present training, and that is paused. */
export function phaseWords({ phase, reason, epochsDone, settings }: LogEntry, isPaused = false): string {
  const [epoch, epochs] = [epochsDone, settings.epochs];
  switch (phase) {
    case 'running':
      return isPaused ? t`Paused: epoch ${epoch} of ${epochs}` : t`Running: epoch ${epoch} of ${epochs}`;
    case 'finished':
      return plural(epoch, { one: 'Finished: # epoch', other: 'Finished: # epochs' });
    case 'stopped':
      return t`Stopped at epoch ${epoch} of ${epochs}`;
    case 'failed': {
      const why = reason ?? t`no reason is known.`;
      return epoch === 0
        ? t`Failed before the first epoch: ${why}`
        : t`Failed after epoch ${epoch} of ${epochs}: ${why}`;
    }
    case 'interrupted':
      return epoch === 0
        ? t`Interrupted before an epoch was written down here`
        : t`Interrupted: written down here up to epoch ${epoch} of ${epochs}`;
    default:
      return phase satisfies never;
  }
}

/** A share as a percentage; "–" where there is none. */
export const shareWords = (value: number | null | undefined): string =>
  typeof value === 'number' && Number.isFinite(value) ? percent(value) : '–';

/** "8 s", "3 min 5 s" */
export function durationWords(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 1) return t`under 1 s`;
  const [min, s] = [Math.floor(whole / 60), whole % 60];
  return min === 0 ? t`${s} s` : t`${min} min ${s} s`;
}

/** What computed it, in one sentence. */
export function engineWords({ engine, base }: Pick<LogEntry, 'engine' | 'base'>): string {
  const { title, features } = base;
  const [on, heads] = [baseEngineWords(engine), headsEngineWords(engine)];
  return engine.head === null
    ? t`${title}, ${plural(features, { one: '# feature', other: '# features' })}, computed on ${on}`
    : t`${title}, ${plural(features, { one: '# feature', other: '# features' })}, computed on ${on}; the heads on ${heads}`;
}

/** "WebGL with 16 bits (ANGLE (…))" */
export function baseEngineWords({ base, bits, renderer }: LogEntry['engine']): string {
  const card = renderer !== null && base !== 'wasm' && base !== 'cpu' ? ` (${renderer})` : '';
  const engine = engineNames[base];
  return `${bits === 16 ? t`${engine} with 16 bits` : engine}${card}`;
}

/** "WASM", or "WebGL, from epoch 12 on WASM" where it failed in the middle. */
export function headsEngineWords({ head, switched }: LogEntry['engine']): string {
  if (head === null) return t`not chosen yet`;
  if (!switched) return engineNames[head];
  const [first, then, { epoch }] = [engineNames[switched.from], engineNames[head], switched];
  return switched.from === head
    ? t`${first}, started anew at epoch ${epoch}`
    : t`${first}, from epoch ${epoch} on ${then}`;
}

/** What the small curves of one arm show, for people who do not see them. */
export function curvesWords({ arm, training, validation }: LogCurves): string {
  const name = armWords({ name: arm });
  const side = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const last = training.length;
  if (last === 0) return t`${side}: no epoch yet.`;
  const [trainingFirst, trainingLast] = [percent(training[0] ?? 0), percent(training.at(-1) ?? 0)];
  const [validationFirst, validationLast] = [percent(validation[0] ?? 0), percent(validation.at(-1) ?? 0)];
  return t`${side}: training accuracy ${trainingFirst} after epoch 1, ${trainingLast} after epoch ${last}; validation accuracy ${validationFirst} after epoch 1, ${validationLast} after epoch ${last}.`;
}
