import { expect, it } from 'vitest';
import { whole } from './project.fixture';
import { manifestOf } from './projectManifest';
import { readmeOf } from './readme';

it('the file says that test pictures lie in its folders, and how to take them out', () => {
  const text = readmeOf(manifestOf(whole));
  expect(text).toContain('1 picture of the locked test set is in these folders: take it out');
  expect(text).toContain('if p.get("test")');
  expect(text).toContain('Keras script');
  expect(text.split('\r\n').filter((line) => line.length > 125)).toEqual([]);
});

it('does not speak of a test set that there is none of', () => {
  const pictures = whole.project.collection.pictures.filter(({ test }) => !test);
  const text = readmeOf(
    manifestOf({ ...whole, project: { ...whole.project, collection: { ...whole.project.collection, pictures } } }),
  );
  expect(text).not.toContain('locked test set');
});
