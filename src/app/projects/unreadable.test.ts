import { expect, it } from 'vitest';
import type { Picture } from '../../core/collection';
import type { Project } from '../../core/project';
import { whole } from '../../core/project/project.fixture';
import { withReadable } from './unreadable';

const picture = (id: string, classId = 'cats', hash = id): Picture => ({
  id,
  hash,
  name: id,
  classId,
  group: hash,
  pin: null,
});
const classes = ['cats', 'dogs'].map((id, style) => ({ id, name: id, style }));
const projectOf = (pictures: readonly Picture[], unreadable?: readonly Picture[]): Project => ({
  ...whole.project,
  collection: { classes, pictures },
  ...(unreadable ? { unreadable } : {}),
});
const none = new Set<string>();
const [a, b, c] = [picture('a'), picture('b'), picture('c')];

it('a project whose pictures can all be read is the very same', () => {
  const project = projectOf([a, b]);
  expect(withReadable(project, none)).toBe(project);
});

it('what cannot be read waits, in all its classes, and comes back when it can be', () => {
  const twin = picture('b-2', 'dogs', 'b');
  const without = withReadable(projectOf([a, b, c, twin]), new Set(['b']));
  expect(without).toEqual(projectOf([a, c], [b, twin]));
  expect(withReadable(without, new Set(['b']))).toEqual(without);
  expect(withReadable(without, none)).toEqual(projectOf([a, c, b, twin]));
});

it('added once more meanwhile, it is kept once; without its class it goes on waiting', () => {
  expect(withReadable(projectOf([a, b], [b, picture('x', 'cats', 'a')]), none)).toEqual(projectOf([a, b]));
  const birds = picture('d', 'birds');
  expect(withReadable(projectOf([a], [birds]), none)).toEqual(projectOf([a], [birds]));
});
