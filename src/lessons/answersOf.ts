import { t } from '@lingui/core/macro';
import type { Lesson, SetUp } from './lesson';
import { answersTo, isAnswered, isTried, triesOf, type LessonRecord } from './record';

/** A learner's answers in one chapter, in words: for paper. */
export interface LessonAnswers {
  readonly title: string;
  /** Every try, oldest first, chapter's order of set-ups. */
  readonly predictions: readonly {
    readonly setUp: string;
    readonly question: string;
    /** Milliseconds since 1970. */
    readonly at: number;
    readonly onOwn: boolean;
    readonly said: string;
    /** Which option came out; null: it has not come to its end, or does not say. */
    readonly cameOut: string | null;
    /** The figures of the run, in words. */
    readonly words: string | null;
    /** Null where nothing was predicted or nothing came out. */
    readonly wasRight: boolean | null;
  }[];
  /** Both questions, where they were answered: the first answer and the last. */
  readonly checks: readonly {
    readonly question: string;
    readonly first: string;
    readonly last: string;
    readonly isRight: boolean;
    readonly times: number;
  }[];
}

/** The chapters in which something was answered, with all of it in words. */
export const answersOf = (lessons: readonly Lesson[], record: LessonRecord): readonly LessonAnswers[] =>
  lessons
    .map((lesson) => ({
      title: lesson.title,
      predictions: setUpsOf(lesson).flatMap((setUp) => predictionsOf(setUp, record)),
      checks: lesson.checks.flatMap(({ id, question, options }) => {
        const all = answersTo(record, id);
        const [first, last] = [all.at(0), all.at(-1)];
        if (!first || !last) return [];
        const words = (chose: string) => options.find((one) => one.id === chose)?.text ?? chose;
        return [
          { question, first: words(first.chose), last: words(last.chose), isRight: last.isRight, times: all.length },
        ];
      }),
    }))
    .filter(({ predictions, checks }) => predictions.length + checks.length > 0);

function predictionsOf(setUp: SetUp, record: LessonRecord): LessonAnswers['predictions'] {
  const { prediction } = setUp;
  if (!prediction) return [];
  const words = (id: string) => prediction.options.find((one) => one.id === id)?.text ?? id;
  return triesOf(record, setUp.id).map((one) => ({
    setUp: setUp.title,
    question: prediction.question,
    at: one.at,
    onOwn: one.onOwn,
    said: one.said === null ? t`no prediction` : words(one.said),
    cameOut: one.outcome === null ? null : words(one.outcome),
    words: one.words,
    wasRight: one.said === null || one.outcome === null ? null : one.said === one.outcome,
  }));
}

/** What a chapter has to be run, in its order. */
export const setUpsOf = ({ parts }: Lesson): readonly SetUp[] =>
  parts.flatMap((part) => (part.kind === 'set-up' ? [part.setUp] : []));

/** How far a learner is in a chapter: set-ups run to their end, and questions answered rightly. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

export function progressIn(lesson: Lesson, record: LessonRecord): Progress {
  const toRun = setUpsOf(lesson).filter(({ does }) => does.does !== 'open');
  const done =
    toRun.filter(({ id }) => isTried(record, id)).length +
    lesson.checks.filter(({ id }) => isAnswered(record, id)).length;
  return { done, of: toRun.length + lesson.checks.length };
}
