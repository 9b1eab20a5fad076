import { getCatalogs } from '@lingui/cli/api';
import { makeConfig } from '@lingui/conf';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import config from '../lingui.config.ts';

/** What reads the same in Spanish. */
const sameInSpanish: ReadonlySet<string> = new Set([
  // Words of both languages.
  'Base',
  '2 Base',
  'No',
  'Base <0>{title}</0>',
  'base',
  'no',
  'pizza',
  // Terms of the field that Spanish takes over.
  'Adam',
  'Dropout',
  'Logit',
  'ReLU',
  'Softmax',
  'dropout {rate}',
  'PCA',
  'Pooling',
  'UMAP',
  // Short for “validation”, and for “validación”.
  'valid.',
  // Titles of the two references, which are in English.
  'Transfer learning and fine-tuning (TensorFlow)',
  'Understanding Dropout (Andrew Ng)',
  // Units, keys and files.
  'Esc',
  '{minutes} min',
  '{min} min {s} s',
  'index.html, classify.js: Transfer Lab, Apache-2.0.',
]);

/** One catalog a room, with what the code says now and what the catalogs have. */
const rooms = await Promise.all(
  (await getCatalogs(makeConfig({ ...config, rootDir: join(import.meta.dirname, '..') }))).map(async (catalog) => ({
    room: basename(catalog.path.replace('/{locale}', '')),
    code: new Map(Object.entries((await catalog.collect()) ?? {})),
    en: new Map(Object.entries(await catalog.read('en'))),
    es: new Map(Object.entries(await catalog.read('es'))),
  })),
);

/** Every message as an author wrote it and as a translator did, with its place. */
const pairs = rooms.flatMap(({ room, es }) =>
  [...es.values()].map(({ message = '', translation }) => ({ room, message, translation })),
);

type Token = string | readonly [name: string, type?: string, options?: Readonly<Record<string, unknown>>];

/** What is put into a message, and the elements around parts of it, each once: "{name}", "{n, plural}", "<0>". */
function partsOf(message: string): readonly string[] {
  const found = new Set(message.match(/<\/?\d+\/?>/g));
  const walk = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens as readonly Token[]) {
      // as message-utils compiles it
      if (typeof token === 'string') continue;
      const [name, type, options] = token;
      found.add(type === undefined ? `{${name}}` : `{${name}, ${type}}`);
      if (typeof options === 'object') Object.values(options).forEach(walk);
    }
  };
  walk(compileMessage(message));
  return [...found].toSorted();
}

describe('catalogs', () => {
  it('are read at all', () => {
    expect(rooms.map(({ room }) => room).toSorted()).toEqual(['app', 'core', 'lessons', 'ui']);
    expect(pairs.length).toBeGreaterThan(2000);
  });

  it.each(rooms)('have every message of $room, and none that nobody says any more', ({ code, en, es }) => {
    for (const catalog of [en, es]) {
      const missing = [...code].filter(([id]) => !catalog.has(id)).map(([, { message }]) => message);
      const idle = [...catalog].filter(([id]) => !code.has(id)).map(([, { message }]) => message);
      expect({ missing, idle }, 'npm run words').toEqual({ missing: [], idle: [] });
    }
  });

  it('have Spanish for each', () => {
    const left = pairs.filter(({ translation }) => translation.trim() === '');
    expect(left.map(({ room, message }) => `${room}: ${message}`)).toEqual([]);
  });

  it('put the same things into a sentence in both languages', () => {
    const wrong = pairs
      .filter(({ translation }) => translation !== '')
      .map((pair) => ({ ...pair, english: partsOf(pair.message), spanish: partsOf(pair.translation) }))
      .filter(({ english, spanish }) => english.join(' ') !== spanish.join(' '));
    expect(
      wrong.map(
        ({ room, message, english, spanish }) => `${room}: ${message}: ${english.join(' ')} but ${spanish.join(' ')}`,
      ),
    ).toEqual([]);
  });

  it('leave nothing in English but what is the same in Spanish', () => {
    const left = pairs.filter(
      ({ message, translation }) => translation === message && hasWords(message) && !sameInSpanish.has(message),
    );
    expect(left.map(({ room, message }) => `${room}: ${message}`)).toEqual([]);
  });

  it('keep no exception that is not needed any more', () => {
    const idle = [...sameInSpanish].filter(
      (known) => !pairs.some(({ message, translation }) => message === known && translation === known),
    );
    expect(idle).toEqual([]);
  });
});

/** Beside what is put in. */
const hasWords = (message: string): boolean => /\p{L}{2,}/u.test(message.replaceAll(/\{[^{}]*\}|<[^>]*>/g, ''));
