import * as v from 'valibot';

/** One press on a set-up's run button. All are kept. */
export interface Try {
  /** Its own id, so that what two tabs keep can be put together. */
  readonly id: string;
  /** The chapter; of a newer page also one that is not known here. */
  readonly lesson: string;
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
  readonly lesson: string;
  readonly check: string;
  readonly at: number;
  readonly chose: string;
  readonly isRight: boolean;
}

/** What a learner did in the lessons, oldest first. */
export interface LessonRecord {
  readonly tries: readonly Try[];
  readonly answers: readonly Answer[];
  /** Milliseconds since 1970: what is not younger was cleared, also where another tab still has it; null: never. */
  readonly clearedAt: number | null;
  /** Entries that a newer page has kept and this one cannot read: they are kept on as they are. */
  readonly unread: Unread;
}

interface Unread {
  readonly tries: readonly unknown[];
  readonly answers: readonly unknown[];
}

export const emptyRecord: LessonRecord = {
  tries: [],
  answers: [],
  clearedAt: null,
  unread: { tries: [], answers: [] },
};

/** Nothing, and nothing older comes back. @param now in ms since 1970. */
export const clearedRecord = (now: number): LessonRecord => ({ ...emptyRecord, clearedAt: now });

/** When an entry of now is made, in ms since 1970: later than the last clearing, also where the clock was set back. */
export const momentIn = ({ clearedAt }: LessonRecord, now: number): number =>
  clearedAt === null ? now : Math.max(now, clearedAt + 1);

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

/**
 * Two records of one learner, such as of two tabs, as one: all of both that was not cleared, oldest first; of one try what
 * is known more of.
 */
export function merged(one: LessonRecord, other: LessonRecord): LessonRecord {
  const cleared = [one.clearedAt, other.clearedAt].filter((at) => at !== null);
  const clearedAt = cleared.length > 0 ? Math.max(...cleared) : null;
  const isLeft = (entry: unknown) => clearedAt === null || momentOf(entry) > clearedAt;
  const tries = new Map(one.tries.map((each) => [each.id, each]));
  for (const each of other.tries) {
    const known = tries.get(each.id);
    tries.set(each.id, known && known.words !== null ? known : each);
  }
  const answers = new Map([...one.answers, ...other.answers].map((each) => [each.id, each]));
  const byTime = (a: { readonly at: number }, b: { readonly at: number }) => a.at - b.at;
  const unreadIn = (list: keyof Unread) => onceEach([...one.unread[list], ...other.unread[list]]).filter(isLeft);
  return {
    tries: [...tries.values()].filter(isLeft).toSorted(byTime),
    answers: [...answers.values()].filter(isLeft).toSorted(byTime),
    clearedAt,
    unread: { tries: unreadIn('tries'), answers: unreadIn('answers') },
  };
}

const dated = v.object({ at: v.number() });

/** What does not say when it was made is older than everything. */
const momentOf = (entry: unknown): number => (v.is(dated, entry) ? entry.at : Number.NEGATIVE_INFINITY);

/** What cannot be read has no id to go by; it is compared as a whole. */
const onceEach = (entries: readonly unknown[]): readonly unknown[] => [
  ...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values(),
];

const text = v.string();
const perhaps = v.nullable(v.string());
// What a newer page knows besides is kept.
const tryShape = v.looseObject({
  id: text,
  lesson: text,
  setUp: text,
  at: v.number(),
  onOwn: v.boolean(),
  said: perhaps,
  runId: perhaps,
  outcome: perhaps,
  words: perhaps,
});
const answerShape = v.looseObject({
  id: text,
  lesson: text,
  check: text,
  at: v.number(),
  chose: text,
  isRight: v.boolean(),
});
const list = v.fallback(v.array(v.unknown()), []);
const shape = v.object({
  tries: list,
  answers: list,
  clearedAt: v.fallback(v.nullable(v.number()), null),
});

/**
 * What was kept in the browser, entry by entry: what one entry has that is not known here costs none of the others. What is
 * no record at all counts as nothing.
 */
export function parseRecord(kept: unknown): LessonRecord {
  if (typeof kept !== 'object' || kept === null) return emptyRecord;
  const parsed = v.safeParse(shape, { tries: [], answers: [], clearedAt: null, ...kept });
  if (!parsed.success) return emptyRecord;
  const { tries, answers, clearedAt } = parsed.output;
  return {
    tries: tries.filter((entry) => v.is(tryShape, entry)),
    answers: answers.filter((entry) => v.is(answerShape, entry)),
    clearedAt,
    unread: {
      tries: tries.filter((entry) => !v.is(tryShape, entry)),
      answers: answers.filter((entry) => !v.is(answerShape, entry)),
    },
  };
}

/** What is put in the browser for it: what cannot be read here stands where a newer page looks for it. */
export const keptOf = ({ tries, answers, clearedAt, unread }: LessonRecord) => ({
  tries: [...tries, ...unread.tries],
  answers: [...answers, ...unread.answers],
  clearedAt,
});
