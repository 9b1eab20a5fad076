import { t } from '@lingui/core/macro';
import * as v from 'valibot';

/** Any number, as `projectJson` writes it: JSON itself has no infinities. */
export const number = v.union([
  v.number(),
  v.pipe(
    v.picklist(['NaN', 'Infinity', '-Infinity']),
    v.transform((text) => Number(text)),
  ),
]);

/** A whole number, 0 or more. */
export const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Milliseconds since 1970, as far as a `Date` goes. */
export const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));

/** A text that is put on the page: longer than this, it is a mistake. */
export const text = v.pipe(v.string(), v.maxLength(20_000));

/** What a class, a picture or a project is called. */
export const title = v.pipe(v.string(), v.maxLength(1000));

/** Ids are looked up and put into file names: short, and of plain letters. */
export const id = v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/, t`letters, digits, “-”, “_” and “.”`));

/** "pictures[3].hash should be text, and is 12". Of the first thing that is wrong. */
export function faultOf(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]], within = ''): string {
  const [issue] = issues;
  const path = (issue.path ?? []).reduce(
    (so, { key }) => (typeof key === 'number' ? `${so}[${key}]` : so === '' ? String(key) : `${so}.${String(key)}`),
    within,
  );
  // A rule about several fields says itself what it misses.
  if (issue.type === 'check') return path === '' ? issue.message : `“${path}” ${issue.message}`;
  const [name, there, should] = [path === '' ? t`it` : path, shortened(issue.received), wanted(issue)];
  return issue.received === 'undefined'
    ? t`“${name}” is missing, and should be ${should}`
    : t`“${name}” is ${there}, and should be ${should}`;
}

const wanted = (issue: v.BaseIssue<unknown>): string => {
  if (issue.type === 'regex') return issue.message;
  if (issue.expected === null) return t`something else`;
  const known: Readonly<Record<string, string>> = {
    string: t`text`,
    Array: t`a list`,
    Object: t`a group of fields`,
    boolean: t`true or false`,
    number: t`a number`,
  };
  return known[issue.expected] ?? shortened(issue.expected);
};

const shortened = (words: string) => (words.length > 80 ? `${words.slice(0, 80)}…` : words);

/** Text that reads back as the very same numbers, infinities included. */
export const projectJson = (value: unknown): string =>
  `${JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' && !Number.isFinite(part) ? String(part) : part), 1)}\n`;
