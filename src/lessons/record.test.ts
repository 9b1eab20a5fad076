import { describe, expect, it, test } from 'vitest';
import { answersOf, progressIn, setUpsOf } from './answersOf';
import { byHeart } from './chapters/byHeart';
import {
  clearedRecord,
  emptyRecord,
  isAnswered,
  isTried,
  keptOf,
  merged,
  momentIn,
  parseRecord,
  triesOf,
  withAnswer,
  withEnd,
  withTry,
  type Answer,
  type Try,
} from './record';

const attempt = (id: string, changes: Partial<Try> = {}): Try => ({
  id,
  lesson: 'by-heart',
  setUp: 'by-heart-wrong',
  at: 1,
  onOwn: false,
  said: 'half',
  runId: null,
  outcome: null,
  words: null,
  ...changes,
});
const answer = (id: string, changes: Partial<Answer> = {}): Answer => ({
  id,
  lesson: 'by-heart',
  check: 'by-heart-loss',
  at: 2,
  chose: 'bug',
  isRight: false,
  ...changes,
});

describe('a try', () => {
  const begun = withTry(withTry(emptyRecord, attempt('a')), attempt('b'));

  it('counts only when it has come to its end', () => {
    expect(isTried(begun, 'by-heart-wrong')).toBe(false);
    const ended = withEnd(begun, 'b', { runId: 'r', outcome: 'all', words: 'All of them.' });
    expect(isTried(ended, 'by-heart-wrong')).toBe(true);
    expect(isTried(ended, 'by-heart-right')).toBe(false);
    expect(triesOf(ended, 'by-heart-wrong').map(({ outcome }) => outcome)).toEqual([null, 'all']);
  });

  it('keeps what was predicted', () =>
    expect(withEnd(begun, 'a', { outcome: 'all', words: 'w' }).tries[0]?.said).toBe('half'));

  it('that is not there has no end', () => expect(withEnd(begun, 'c', { words: 'w' })).toEqual(begun));
});

test('a question counts as answered once one answer was right, whatever came before or after', () => {
  const wrong = withAnswer(emptyRecord, answer('1'));
  expect(isAnswered(wrong, 'by-heart-loss')).toBe(false);
  const right = withAnswer(wrong, answer('2', { chose: 'surer', isRight: true }));
  expect(isAnswered(withAnswer(right, answer('3')), 'by-heart-loss')).toBe(true);
});

describe('two records of one learner', () => {
  const here = withEnd(withTry(emptyRecord, attempt('a')), 'a', { words: 'ended' });
  const there = withAnswer(withTry(withTry(emptyRecord, attempt('a')), attempt('b', { at: 0 })), answer('1'));

  it.each([
    ['one way', merged(here, there)],
    ['and the other', merged(there, here)],
  ])('make one, oldest first, with what is known more of a try, %s', (_, one) => {
    expect(one.tries.map(({ id, words }) => [id, words])).toEqual([
      ['b', null],
      ['a', 'ended'],
    ]);
    expect(one.answers.map(({ id }) => id)).toEqual(['1']);
  });
});

describe('clearing', () => {
  const before = withAnswer(withTry(emptyRecord, attempt('a', { at: 5 })), answer('1', { at: 6 }));
  const after = withAnswer(clearedRecord(6), answer('2', { at: 7 }));

  it.each([
    ['kept', merged(after, before)],
    ['in another tab', merged(before, after)],
  ])('holds against what is older and still %s', (_, one) => {
    expect([one.tries, one.answers.map(({ id }) => id), one.clearedAt]).toEqual([[], ['2'], 6]);
  });

  it('counts the last time', () => {
    expect(merged(clearedRecord(4), clearedRecord(9)).clearedAt).toBe(9);
    expect(merged(emptyRecord, clearedRecord(4)).clearedAt).toBe(4);
  });

  it('takes nothing away that is answered later on a clock that was set back', () => {
    expect(momentIn(emptyRecord, 3)).toBe(3);
    expect(momentIn(clearedRecord(6), 3)).toBe(7);
    expect(momentIn(clearedRecord(6), 10)).toBe(10);
  });
});

describe('what was kept', () => {
  const record = withAnswer(withTry(emptyRecord, attempt('a')), answer('1'));

  it('comes back as it was', () => {
    expect(parseRecord(structuredClone(keptOf(record)))).toEqual(record);
    const cleared = { ...record, clearedAt: 0 };
    expect(parseRecord(keptOf(cleared))).toEqual(cleared);
  });

  it.each([undefined, null, 'text', { tries: [] }, { tries: 'none', answers: 3, clearedAt: 'now' }])(
    'counts as nothing where it is not a record: %j',
    (kept) => expect(parseRecord(kept)).toEqual(emptyRecord),
  );

  it('of a page before clearing was known is read', () =>
    expect(parseRecord({ tries: record.tries, answers: record.answers })).toEqual(record));

  it('of a newer page loses nothing here, whatever is not known of it', () => {
    const chapter = { ...attempt('b'), lesson: 'cooking', mood: 'good' };
    const unlike = { id: 'c', at: 3, said: ['one', 'two'] };
    const kept = { tries: [attempt('a'), chapter, unlike], answers: [{ ...answer('1'), isRight: 'partly' }] };
    const read = parseRecord(kept);
    expect(read.tries).toEqual([attempt('a'), chapter]);
    expect(read.answers).toEqual([]);
    const written = keptOf(merged(read, withAnswer(read, answer('2'))));
    expect(written.tries).toEqual(kept.tries);
    expect(written.answers).toEqual([answer('2'), ...kept.answers]);
    // Clearing is of these as well.
    expect(keptOf(merged(read, clearedRecord(9)))).toEqual({ tries: [], answers: [], clearedAt: 9 });
  });
});

describe('answers for paper', () => {
  const record = withAnswer(
    withAnswer(
      withEnd(withTry(withTry(emptyRecord, attempt('a')), attempt('b', { said: null })), 'a', {
        outcome: 'all',
        words: 'Training 100 %.',
      }),
      answer('1'),
    ),
    answer('2', { chose: 'surer', isRight: true }),
  );

  it('say what was predicted, what came out and what was answered, in words', () => {
    const [chapter] = answersOf([byHeart], record);
    expect(chapter?.predictions).toMatchObject([
      {
        said: 'Fewer than six in ten',
        cameOut: 'Nearly all (more than nineteen in twenty), the wrong ones too',
        words: 'Training 100 %.',
        wasRight: false,
      },
      { said: 'no prediction', cameOut: null, wasRight: null },
    ]);
    expect(chapter?.checks).toMatchObject([
      {
        first: 'One of the two is computed wrongly',
        last: 'The mistakes are not more, but surer',
        isRight: true,
        times: 2,
      },
    ]);
  });

  it('leave chapters out in which nothing was answered', () => expect(answersOf([byHeart], emptyRecord)).toEqual([]));

  it('count what is done in a chapter', () => {
    const all = setUpsOf(byHeart).length + 2;
    expect(progressIn(byHeart, emptyRecord)).toEqual({ done: 0, of: all });
    expect(progressIn(byHeart, record)).toEqual({ done: 2, of: all });
  });
});
