import { expect, it } from 'vitest';
import { isMissingCode } from './missingCode';

it('code that did not come is told from a fault in it', () => {
  for (const message of [
    'Failed to fetch dynamically imported module: http://localhost/assets/CompareSection-DzOXTEcB.js',
    'error loading dynamically imported module: http://localhost/assets/CompareSection-DzOXTEcB.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/compare.css',
  ])
    expect(isMissingCode(new TypeError(message))).toBe(true);
  expect(isMissingCode(new TypeError("Cannot read properties of undefined (reading 'map')"))).toBe(false);
  expect(isMissingCode('nothing')).toBe(false);
});
