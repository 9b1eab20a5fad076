import { t } from '@lingui/core/macro';
import { engineNames } from '../engine';
import { count, percent } from '../figures';
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
  const each = classes.map(({ name, pictures }) => `${name} (${pictures.toLocaleString('en')})`).join(', ');
  return test === 0 ? each : t`${each}, and ${test.toLocaleString('en')} set aside for the test`;
}

/** A setting's value as a person reads it; a base of one's own by its title. */
export const entrySetting = (key: keyof Settings, { settings, base }: Pick<LogEntry, 'settings' | 'base'>): string =>
  key === 'base' ? base.title : settingValue(key, settings);

/** How it ended, or how far it is. @param isPaused it is the present training, and that is paused. */
export function phaseWords({ phase, reason, epochsDone, settings }: LogEntry, isPaused = false): string {
  const at = t`epoch ${epochsDone} of ${settings.epochs}`;
  switch (phase) {
    case 'running':
      return `${isPaused ? 'Paused' : 'Running'}: ${at}`;
    case 'finished':
      return t`Finished: ${count(epochsDone, 'epoch')}`;
    case 'stopped':
      return t`Stopped at ${at}`;
    case 'failed':
      return t`Failed ${epochsDone === 0 ? t`before the first epoch` : t`after ${at}`}: ${reason ?? t`no reason is known.`}`;
    case 'interrupted':
      return epochsDone === 0
        ? t`Interrupted before an epoch was written down here`
        : t`Interrupted: written down here up to ${at}`;
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
  if (whole < 60) return whole < 1 ? t`under 1 s` : `${whole} s`;
  return t`${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** What computed it, in one sentence. */
export function engineWords({ engine, base }: Pick<LogEntry, 'engine' | 'base'>): string {
  const head = engine.head === null ? '' : `; the heads on ${headsEngineWords(engine)}`;
  return t`${base.title}, ${count(base.features, 'feature')}, computed on ${baseEngineWords(engine)}${head}`;
}

/** "WebGL with 16 bits (ANGLE (…))" */
export function baseEngineWords({ base, bits, renderer }: LogEntry['engine']): string {
  const card = renderer !== null && base !== 'wasm' && base !== 'cpu' ? ` (${renderer})` : '';
  return `${engineNames[base]}${bits === 16 ? t` with 16 bits` : ''}${card}`;
}

/** "WASM", or "WebGL, from epoch 12 on WASM" where it failed in the middle. */
export function headsEngineWords({ head, switched }: LogEntry['engine']): string {
  if (head === null) return t`not chosen yet`;
  if (!switched) return engineNames[head];
  const next =
    switched.from === head
      ? t`started anew at epoch ${switched.epoch}`
      : t`from epoch ${switched.epoch} on ${engineNames[head]}`;
  return `${engineNames[switched.from]}, ${next}`;
}

/** What the small curves of one arm show, for people who do not see them. */
export function curvesWords({ arm, training, validation }: LogCurves): string {
  const [last, seen] = [training.length, `${arm.charAt(0).toUpperCase()}${arm.slice(1)}`];
  if (last === 0) return t`${seen}: no epoch yet.`;
  const course = (name: string, values: readonly number[]) =>
    t`${name} accuracy ${percent(values[0] ?? 0)} after epoch 1, ${percent(values.at(-1) ?? 0)} after epoch ${last}`;
  return `${seen}: ${course('training', training)}; ${course('validation', validation)}.`;
}
