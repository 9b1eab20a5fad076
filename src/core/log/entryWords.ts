import { engineNames } from '../engine';
import { count, percent } from '../figures';
import { sampleOf } from '../samples';
import type { LogCurves, LogEntry } from './logEntry';

export const entryTitle = ({ number }: Pick<LogEntry, 'number'>): string => `Experiment ${number}`;

/** "Animals, food and vehicles", or "Cats (120), Dogs (98)". */
export function picturesWords({ sample, classes }: Pick<LogEntry, 'sample' | 'classes'>): string {
  if (sample !== null) return sampleOf(sample)?.title ?? sample;
  return classes.map(({ name, pictures }) => `${name} (${pictures.toLocaleString('en')})`).join(', ');
}

/** How it ended, or how far it is. @param isPaused it is the present training, and that is paused. */
export function phaseWords({ phase, reason, epochsDone, settings }: LogEntry, isPaused = false): string {
  const at = `epoch ${epochsDone} of ${settings.epochs}`;
  switch (phase) {
    case 'running':
      return `${isPaused ? 'Paused' : 'Running'}: ${at}`;
    case 'finished':
      return `Finished: ${count(epochsDone, 'epoch')}`;
    case 'stopped':
      return `Stopped at ${at}`;
    case 'failed':
      return `Failed ${epochsDone === 0 ? 'before the first epoch' : `after ${at}`}: ${reason ?? 'no reason is known.'}`;
    case 'interrupted':
      return epochsDone === 0
        ? 'Interrupted: the page was closed before the first epoch was written down'
        : `Interrupted: the page was closed in the middle, what came up to ${at} is here`;
    default:
      return phase satisfies never;
  }
}

/** "8 s", "3 min 5 s" */
export function durationWords(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return whole < 1 ? 'under 1 s' : `${whole} s`;
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** "27 November 2025, 09:52", in the reader's time zone. */
export const dateWords = (at: number): string =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' }).replace(' at ', ', ');

/** What computed it, in one sentence. */
export function engineWords({ engine, base }: Pick<LogEntry, 'engine' | 'base'>): string {
  const bits = engine.bits === 16 ? ' with 16 bits' : '';
  const head = engine.head === null ? '' : `; the heads on ${engineNames[engine.head]}`;
  const card =
    engine.renderer !== null && engine.base !== 'wasm' && engine.base !== 'cpu' ? ` (${engine.renderer})` : '';
  return `${base.title}, ${count(base.features, 'feature')}, computed on ${engineNames[engine.base]}${bits}${card}${head}`;
}

/** What the small curves of one arm show, for people who do not see them. */
export function curvesWords({ arm, training, validation }: LogCurves): string {
  const [last, seen] = [training.length, `${arm.charAt(0).toUpperCase()}${arm.slice(1)}`];
  if (last === 0) return `${seen}: no epoch yet.`;
  const course = (name: string, values: readonly number[]) =>
    `${name} accuracy ${percent(values[0] ?? 0)} after epoch 1, ${percent(values.at(-1) ?? 0)} after epoch ${last}`;
  return `${seen}: ${course('training', training)}; ${course('validation', validation)}.`;
}
