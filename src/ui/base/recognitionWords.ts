import { t } from '@lingui/core/macro';
import type { Recognition } from '../../core/insight';
import type { BaseCard } from '../../core/catalogue';
import { count, percent } from '../../core/figures';

/** What task A and task B have to do with each other. */
export function tasksWords({ taskA }: Pick<BaseCard, 'taskA'>): string {
  const a = taskA === null ? t`Task A, which this base was trained on,` : t`Task A (${taskA.words})`;
  return t`${a} and task B (your classes) are different tasks with the same kind of input: that is why what was learned on A can serve B.`;
}

/** The answer in one sentence, above its details. */
export function recognitionWords(recognition: Recognition, { taskA }: Pick<BaseCard, 'taskA'>): string {
  if (recognition.kind === 'kinds')
    return t`The ${count(recognition.kinds.length, 'kind')} of its own that it finds most probable:`;
  const { length } = recognition.things;
  const kinds = taskA === null ? t`its own kinds` : t`its ${taskA.kinds.toLocaleString('en')} kinds`;
  if (length === 0)
    return t`It recognises none of ${kinds} of things here. Its features may tell your classes apart all the same.`;
  return t`It recognises ${count(length, 'thing')}, surest first:`;
}

/** Small ones are not rounded to none. */
export const probabilityWords = (probability: number): string =>
  probability > 0 && probability < 0.0005 ? 'under 0.1\u00a0%' : percent(probability);

/** A detector's score, which is no probability and so gets no percent sign. */
export const scoreWords = (score: number): string => score.toFixed(2);

/** Where a box's number stands: at its upper left corner, but inside the picture. @returns shares of its side */
export function labelPlace(
  [left, top]: readonly [number, number, number, number],
  size: number,
): readonly [number, number] {
  return [Math.min(left, 1 - size), Math.min(top, 1 - size)];
}
