import { expect, it } from 'vitest';
import type { LogEntry } from './logEntry';
import { logEntry } from './logEntry.fixture';
import { reportConfusion } from './reportConfusion';

const named = (...names: readonly string[]) => names.map((name) => ({ name, pictures: 100, test: 0, digest: name }));

const textOf = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The words of each element of this kind. */
const textsIn = (markup: string, tag: string): readonly string[] =>
  [...markup.matchAll(new RegExp(`<${tag}\\b[^]*?</${tag}>`, 'g'))].map(([own]) => textOf(own));

const rowsOf = (entry: LogEntry) =>
  [...reportConfusion(entry).markup.matchAll(/<tr>[^]*?<\/tr>/g)].map(([row]) => textsIn(row, '(?:th|td)'));

it('has a table for each side, with the true classes down, the answers across, and what they come to', () => {
  const entry = logEntry();
  const { markup } = reportConfusion(entry);
  expect(textsIn(markup, 'p')).toEqual([
    'Validation pictures after epoch 2, 2 seeds together: a picture counts once for each seed that checks with it.',
  ]);
  expect(textsIn(markup, 'caption')).toEqual([
    'Without: 142 of 200 answers right',
    'With 0.5: 158 of 200 answers right',
  ]);
  expect(rowsOf(entry)).toEqual([
    ['True class', 'Answer', 'Recall', 'Precision'],
    ['Cats', 'Dogs'],
    ['Cats', '80', '20', '80.0 %', '67.8 %'],
    ['Dogs', '38', '62', '62.0 %', '75.6 %'],
    ['True class', 'Answer', 'Recall', 'Precision'],
    ['Cats', 'Dogs'],
    ['Cats', '90', '10', '90.0 %', '73.8 %'],
    ['Dogs', '32', '68', '68.0 %', '87.2 %'],
  ]);
  expect(markup.match(/<th scope="row">/g)).toHaveLength(4);
  expect(markup.match(/<th scope="col"/g)).toHaveLength(10);
  expect(markup.match(/class="answer right"/g)).toHaveLength(4);
});

it('has no precision where nothing was answered so, and no recall where there was nothing to answer', () => {
  const table = [
    [3, 0, 0],
    [2, 0, 0],
    [0, 0, 0],
  ];
  expect(rowsOf(logEntry({ classes: named('a', 'b', 'c'), confusion: [table, table] })).slice(2, 5)).toEqual([
    ['a', '3', '0', '0', '100 %', '60.0 %'],
    ['b', '2', '0', '0', '0 %', '–'],
    ['c', '0', '0', '0', '–', '–'],
  ]);
});

it('says nothing of seeds where there is one, and escapes names', () => {
  const { markup } = reportConfusion(logEntry({ scores: [[0.7, 0.8]], classes: named('<b>', 'Dogs') }));
  expect(textsIn(markup, 'p')).toEqual(['Validation pictures after epoch 2.']);
  expect(markup).not.toContain('<b>');
});

it('says of an entry from before that it is not known', () => {
  const { confusion: _, ...old } = logEntry();
  const { markup } = reportConfusion(old);
  expect(textOf(markup)).toContain('is not known: this experiment was written down before the log kept it.');
  expect(markup).not.toContain('<table');
});
