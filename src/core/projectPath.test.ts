import { expect, it } from 'vitest';
import { projectPath } from './projectPath';

it.each(['cats.zip', 'projects/cats.zip', './projects/a b.zip', 'projects/Gatos%20y%20perros.zip', 'a/../b.zip'])(
  'takes a path below the page: %s',
  (path) => expect(projectPath(` ${path} `)).toEqual({ ok: true, path }),
);

it.each([
  'https://page.example/folder/cats.zip',
  'https://elsewhere.example/cats.zip',
  '//elsewhere.example/cats.zip',
  '/cats.zip',
  '/folder/cats.zip',
  '../cats.zip',
  '%2e%2e/cats.zip',
  'a/../../cats.zip',
  'a/%2E%2e/..%2f/../../cats.zip',
  'a%2f..%2f..%2fcats.zip',
  '..\\cats.zip',
  '\\\\elsewhere.example\\cats.zip',
  'data:application/zip;base64,AAAA',
  'blob:https://page.example/1',
  'javascript:alert(1)',
  'cats.zip?x=1',
  'cats.zip#x',
  '.',
  './',
])('refuses anything else with a sentence that names it: %s', (path) => {
  const told = projectPath(path);
  expect(told.ok).toBe(false);
  expect(!told.ok && told.reason).toContain(`“${path}”`);
});

it('says what to type where nothing is', () => {
  expect(projectPath('  ')).toMatchObject({ ok: false, reason: expect.stringMatching(/^Type where/) as string });
  expect(projectPath('x'.repeat(400)).ok).toBe(false);
});
