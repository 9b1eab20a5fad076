import { expect, test } from 'vitest';
import { addPicture, emptyCollection, ensureClass, type Collection } from '../core/collection';
import { drawTrial } from '../core/trialDraw';
import { defaultSettings } from '../core/settings';
import { drawnTrial, readinessOf } from './draws';

const ask = { split: 0.5, noise: 0.5, perClass: 0 };

test('one draw serves all who ask for the same, and is the one of the experiment', () => {
  const collection = withPictures(12);
  const drawn = drawnTrial(ask, 3, collection);
  expect(drawn).toEqual(drawTrial(ask, 3, collection));
  expect(drawnTrial({ ...ask }, 3, collection)).toBe(drawn);
});

test('another seed, setting or collection is another draw', () => {
  const collection = withPictures(12);
  for (const [settings, seed] of [
    [ask, 4],
    [{ ...ask, split: 0.75 }, 3],
    [{ ...ask, noise: 0 }, 3],
    [{ ...ask, perClass: 2 }, 3],
  ] as const)
    expect(drawnTrial(settings, seed, collection)).toEqual(drawTrial(settings, seed, collection));
  const more = withPictures(14);
  expect(drawnTrial(ask, 3, more)).toEqual(drawTrial(ask, 3, more));
});

test('readiness follows the pictures', () => {
  const settings = defaultSettings;
  expect(readinessOf({ collection: emptyCollection, settings }).ok).toBe(false);
  const collection = withPictures(12);
  expect(readinessOf({ collection, settings })).toEqual({ ok: true });
  expect(readinessOf({ collection: { ...collection, pictures: [] }, settings }).ok).toBe(false);
});

/** @param count of pictures, in turn of two classes. */
function withPictures(count: number): Collection {
  let collection: Collection = emptyCollection;
  for (let i = 0; i < count; i++) {
    const home = ensureClass(collection, i % 2 === 0 ? 'cat' : 'dog');
    if (!home) throw new Error('There is room for two classes.');
    const hash = `${i}`.padStart(64, '0');
    collection = addPicture(home.collection, home.classId, { hash: `${i}${hash}`, name: `${i}.jpg` }).collection;
  }
  return collection;
}
