import { describe, expect, it, test } from 'vitest';
import temml from 'temml';
import { lessonIds } from '../core/page';
import { defaultsFor } from '../core/samples';
import { fields } from '../core/settingFields';
import { partsOf } from '../ui/words/Worded';
import { setUpsOf } from './answersOf';
import { lessons } from './lessons';
import type { Lesson } from './lesson';
import { measured } from './measured';

const claimsOf = ({ parts }: Lesson) => parts.flatMap((part) => (part.kind === 'claim' ? [part.claim] : []));
const checks = lessons.flatMap((lesson) => lesson.checks);
const setUps = lessons.flatMap(setUpsOf);

/** Numbers in a text that are no measured ones, and why they may stand there. */
const reasoned: readonly (readonly [RegExp, string])[] = [
  [/station \d/gi, 'what the page calls its stations'],
  [/95\s?%/g, 'the level of every interval on this page'],
  [/rate 0\.2/g, 'the dropout rate of the TensorFlow tutorial'],
];

/** Everything a person reads in a chapter but its claims and formulas. */
const textsOf = ({ title, lead, parts, checks: questions }: Lesson): readonly string[] => [
  title,
  lead,
  ...parts.flatMap((part) => {
    if (part.kind === 'formula') return [part.words];
    if (part.kind === 'reference') return [part.reference.title, part.reference.differs];
    if (part.kind === 'claim') return [];
    if (part.kind !== 'set-up') return [part.text];
    const { title: name, about, watch, prediction } = part.setUp;
    const asked = prediction?.options.flatMap(({ text, because }) => [text, because]) ?? [];
    return [name, about, ...watch, prediction?.question ?? '', ...asked];
  }),
  ...questions.flatMap(({ question, options }) => [question, ...options.flatMap(({ text, why }) => [text, why])]),
];

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('the chapter %s', (_, lesson) => {
  it('has something to run, and asks before each run what will come out', () => {
    const run = setUpsOf(lesson).filter(({ does }) => does.does !== 'open');
    expect(run.length).toBeGreaterThan(0);
    const faulty = run.filter(({ prediction, watch }) => {
      const options = prediction?.options ?? [];
      const isAsked = options.length > 1 && new Set(options.map(({ id }) => id)).size === options.length;
      return !isAsked || !options.every(({ because }) => because.length > 20) || watch.length === 0;
    });
    expect(faulty.map(({ id }) => id)).toEqual([]);
  });

  it('ends with two questions of which one answer is right, and every other one is explained', () => {
    const faulty = lesson.checks.filter(
      ({ options }) =>
        options.filter(({ isRight }) => isRight).length !== 1 ||
        options.length < 3 ||
        new Set(options.map(({ why }) => why)).size !== options.length ||
        !options.every(({ why }) => why.length > 30),
    );
    expect(faulty.map(({ id }) => id)).toEqual([]);
  });

  it('says no number that was not measured, but those that are no measurements', () => {
    const left = textsOf(lesson).map((text) => reasoned.reduce((rest, [known]) => rest.replaceAll(known, ''), text));
    // The tags of terms are numbered.
    expect(left.map((text) => text.replaceAll(/<\/?\d>/g, '')).filter((text) => /\d/.test(text))).toEqual([]);
  });

  it('claims only what a set-up of its own has been measured to give', () => {
    const own = setUpsOf(lesson).map(({ id }) => id);
    for (const { setUp, figures, text } of claimsOf(lesson)) {
      expect(own).toContain(setUp);
      expect(figures.filter((name) => measured[setUp]?.[name] === undefined)).toEqual([]);
      expect(text).toMatch(/\d/);
      expect(text).not.toMatch(/not a number|undefined/);
    }
  });

  it('sets every formula', () => {
    const formulas = lesson.parts.filter((part) => part.kind === 'formula');
    for (const { tex } of formulas) expect(temml.renderToString(tex, { throwOnError: true })).toContain('<math');
  });

  it('gives each marked word its term', () => {
    for (const part of lesson.parts.flatMap((each) => ('terms' in each || 'text' in each ? [each] : []))) {
      const marked = partsOf(part.text).filter(({ term }) => term !== null);
      expect(marked.map(({ term }) => term)).toEqual((part.terms ?? []).map((_term, i) => i));
      expect(partsOf(part.text).every(({ words }) => !/<\/?\d>/.test(words))).toBe(true);
    }
  });

  it('is short enough to stay beside the app', () => {
    const prose = lesson.parts.flatMap((part) =>
      part.kind === 'text' ? [part.text] : part.kind === 'claim' ? [part.claim.text] : [],
    );
    expect(prose.join(' ').split(/\s+/).length).toBeLessThan(420);
  });
});

test('the chapters stand in the order of their addresses', () =>
  expect(lessons.map(({ id }) => id)).toEqual(lessonIds.filter((id) => lessons.some((lesson) => lesson.id === id))));

test('no two set-ups and no two questions have the same id', () => {
  expect(new Set(setUps.map(({ id }) => id)).size).toBe(setUps.length);
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
});

test('every set-up has settings that the page can have', () => {
  for (const { id, sample, changes } of setUps) {
    const settings = { ...defaultsFor(sample), ...changes };
    for (const [key, field] of Object.entries(fields)) {
      if (field.kind !== 'number') continue;
      const value = Number(settings[key as keyof typeof settings]); // Object.entries forgets the key type.
      expect(value, `${id} ${key}`).toBeGreaterThanOrEqual(field.min);
      expect(value, `${id} ${key}`).toBeLessThanOrEqual(field.max);
    }
  }
});
