import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const root = import.meta.dirname;

/** Which folders a folder may import from, itself aside; the picture of ARCHITECTURE.md as data. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  model: ['core'],
  images: ['core'],
  worker: ['core', 'model'],
  storage: ['core'],
  ui: ['core'],
  lessons: ['core', 'ui'],
  app: ['core', 'images', 'worker', 'storage', 'ui', 'lessons', 'locales'],
  'main.tsx': ['app', 'start'],
  'start.tsx': ['app', 'core', 'worker', 'images'],
};

/** Packages that are kept to some folders. Node's own modules and everything else are free outside core. */
const onlyIn: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^@tensorflow\//, ['model', 'worker']],
  [/^react(-dom)?(\/|$)/, ['ui', 'app', 'lessons', 'start.tsx']],
  [/^(@mantine|@tabler|recharts)/, ['ui', 'app', 'lessons', 'start.tsx']],
  [/^(zustand|zundo)/, ['app']],
  [/^idb-keyval/, ['storage']],
];

/** What core may use: small pure libraries. */
const pure = /^(d3-array|d3-dsv|ml-hclust|valibot|@stdlib\/|@lingui\/core(\/|$))/;

interface Import {
  readonly from: string;
  readonly to: string;
}

function importsOf(file: string): readonly Import[] {
  const { module } = parseSync(file, readFileSync(file, 'utf8'));
  const named = [
    ...module.staticImports.map((i) => i.moduleRequest.value),
    ...module.staticExports.flatMap((e) => e.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
  ];
  const source = readFileSync(file, 'utf8');
  const dynamic = module.dynamicImports.map((i) => source.slice(i.moduleRequest.start + 1, i.moduleRequest.end - 1));
  return [...named, ...dynamic].map((to) => ({ from: file, to }));
}

const folderOf = (path: string) => relative(root, path).split('/')[0] ?? '';
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => join(root, name));
const all = files.flatMap(importsOf);

describe('imports', () => {
  it('are read at all', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(all.length).toBeGreaterThan(files.length);
  });

  it('run one way between the folders', () => {
    const wrong = all
      .filter(({ to }) => to.startsWith('.'))
      .map(({ from, to }) => ({ from, to: join(dirname(from), to) }))
      .filter(({ from, to }) => folderOf(from) !== folderOf(to) && !mayImport[folderOf(from)]?.includes(folderOf(to)));
    expect(wrong.map(({ from, to }) => `${relative(root, from)} -> ${relative(root, to)}`)).toEqual([]);
  });

  it('keep packages where they belong, and core pure', () => {
    const wrong = all
      .filter(({ to }) => !to.startsWith('.'))
      .filter(({ from, to }) => {
        const folder = folderOf(from);
        const rule = onlyIn.find(([pattern]) => pattern.test(to));
        return rule ? !rule[1].includes(folder) : folder === 'core' && !pure.test(to);
      });
    expect(wrong.map(({ from, to }) => `${relative(root, from)} -> ${to}`)).toEqual([]);
  });
});
