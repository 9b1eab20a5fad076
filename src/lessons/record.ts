import * as v from 'valibot';
import { lessonIds, type LessonId } from '../core/page';

/** One press on a set-up's run button. All are kept. */
export interface Try {
  /** Its own id, so that what two tabs keep can be put together. */
  readonly id: string;
  readonly lesson: LessonId;
  readonly setUp: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** On pictures of one's own. */
  readonly onOwn: boolean;
  /** The option that was predicted; null: the question was skipped, or there is none. */
  readonly said: string | null;
  /** What the log knows the run by; null: it is no training, or has not begun. */
  readonly runId: string | null;
  /** The option that came out; null: it has not come to its end, or does not say. */
  readonly outcome: string | null;
  /** What came out, with the figures of this very run, as the page said it; null: it has not come to its end. */
  readonly words: string | null;
}

/** One answer to a check question. All are kept. */
export interface Answer {
  readonly id: string;
  readonly lesson: LessonId;
  readonly check: string;
  readonly at: number;
  readonly chose: string;
  readonly isRight: boolean;
}

/** What a learner did in the lessons, oldest first. */
export interface LessonRecord {
  readonly tries: readonly Try[];
  readonly answers: readonly Answer[];
}

export const emptyRecord: LessonRecord = { tries: [], answers: [] };

export const withTry = (record: LessonRecord, added: Try): LessonRecord => ({
  ...record,
  tries: [...record.tries, added],
});

/** What becomes of a try; nothing where it is not there. */
export const withEnd = (
  record: LessonRecord,
  id: string,
  end: Partial<Pick<Try, 'runId' | 'outcome' | 'words'>>,
): LessonRecord => ({ ...record, tries: record.tries.map((one) => (one.id === id ? { ...one, ...end } : one)) });

export const withAnswer = (record: LessonRecord, added: Answer): LessonRecord => ({
  ...record,
  answers: [...record.answers, added],
});

export const triesOf = ({ tries }: LessonRecord, setUp: string): readonly Try[] =>
  tries.filter((one) => one.setUp === setUp);

/** Oldest first. */
export const answersTo = ({ answers }: LessonRecord, check: string): readonly Answer[] =>
  answers.filter((one) => one.check === check);

/** Has it come to its end at least once? */
export const isTried = (record: LessonRecord, setUp: string): boolean =>
  triesOf(record, setUp).some(({ words }) => words !== null);

/** Was it answered rightly at least once? */
export const isAnswered = (record: LessonRecord, check: string): boolean =>
  answersTo(record, check).some(({ isRight }) => isRight);

/** Two records of one learner, such as of two tabs, as one: all of both, oldest first; of one try what is known more of. */
export function merged(one: LessonRecord, other: LessonRecord): LessonRecord {
  const tries = new Map(one.tries.map((each) => [each.id, each]));
  for (const each of other.tries) {
    const known = tries.get(each.id);
    tries.set(each.id, known && known.words !== null ? known : each);
  }
  const answers = new Map([...one.answers, ...other.answers].map((each) => [each.id, each]));
  const byTime = (a: { readonly at: number }, b: { readonly at: number }) => a.at - b.at;
  return { tries: [...tries.values()].toSorted(byTime), answers: [...answers.values()].toSorted(byTime) };
}

const lesson = v.picklist(lessonIds);
const text = v.string();
const perhaps = v.nullable(v.string());
const shape = v.object({
  tries: v.array(
    v.object({
      id: text,
      lesson,
      setUp: text,
      at: v.number(),
      onOwn: v.boolean(),
      said: perhaps,
      runId: perhaps,
      outcome: perhaps,
      words: perhaps,
    }),
  ),
  answers: v.array(v.object({ id: text, lesson, check: text, at: v.number(), chose: text, isRight: v.boolean() })),
});

/** What was kept in the browser; what is not as it should be counts as nothing. */
export function parseRecord(kept: unknown): LessonRecord {
  const parsed = v.safeParse(shape, kept);
  return parsed.success ? parsed.output : emptyRecord;
}
