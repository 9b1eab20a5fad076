import { expect, test } from 'vitest';
import { formatLink, parseLink } from './link';
import { defaultsFor, sampleOf, samples } from './samples';

test('go from near to far, the default first', () => {
  expect(samples[0].id).toBe('animals-food-vehicles');
  const order = ['near', 'middle', 'far'];
  const steps = samples.map(({ distance }) => order.indexOf(distance));
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(new Set(steps).size).toBe(3);
});

test.each(samples)('can be asked for by a link: $id', ({ id, setup }) => {
  const settings = defaultsFor(id);
  expect(settings).toMatchObject(setup);
  expect(parseLink(formatLink({ sample: id, settings }))).toMatchObject({ sample: id, settings, problems: [] });
});

test('a set that there is not has the defaults of one’s own pictures', () => {
  expect(sampleOf('flowers')).toBeUndefined();
  expect(defaultsFor('flowers')).toEqual(defaultsFor(null));
});
