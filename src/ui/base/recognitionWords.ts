import { plural, t } from '@lingui/core/macro';
import type { Recognition } from '../../core/insight';
import type { BaseCard } from '../../core/catalogue';
import { fixed, grouped, percent } from '../../core/figures';

/** What task A and task B have to do with each other. */
export function tasksWords({ taskA }: Pick<BaseCard, 'taskA'>): string {
  if (taskA === null)
    return t`Task A, which this base was trained on, and task B (your classes) are different tasks with the same kind of input: that is why what was learned on A can serve B.`;
  const { words } = taskA;
  return t`Task A (${words}) and task B (your classes) are different tasks with the same kind of input: that is why what was learned on A can serve B.`;
}

/** The answer in one sentence, above its details. */
export function recognitionWords(recognition: Recognition, { taskA }: Pick<BaseCard, 'taskA'>): string {
  if (recognition.kind === 'kinds')
    return plural(recognition.kinds.length, {
      one: 'The # kind of its own that it finds most probable:',
      other: 'The # kinds of its own that it finds most probable:',
    });
  const { length } = recognition.things;
  if (length > 0)
    return plural(length, {
      one: 'It recognises # thing, surest first:',
      other: 'It recognises # things, surest first:',
    });
  if (taskA === null)
    return t`It recognises none of its own kinds of things here. Its features may tell your classes apart all the same.`;
  const kinds = grouped(taskA.kinds);
  return t`It recognises none of its ${kinds} kinds of things here. Its features may tell your classes apart all the same.`;
}

/** Small ones are not rounded to none. */
export function probabilityWords(probability: number): string {
  const least = percent(0.001);
  return probability > 0 && probability < 0.0005 ? t`under ${least}` : percent(probability);
}

/** A detector's score, which is no probability and so gets no percent sign. */
export const scoreWords = (score: number): string => fixed(score, 2);

/** Where a box's number stands: at its upper left corner, but inside the picture. @returns shares of its side */
export function labelPlace(
  [left, top]: readonly [number, number, number, number],
  size: number,
): readonly [number, number] {
  return [Math.min(left, 1 - size), Math.min(top, 1 - size)];
}
