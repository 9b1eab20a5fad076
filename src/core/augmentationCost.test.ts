import { expect, it } from 'vitest';
import { augmentationCostWords } from './augmentationCost';

const cost = { copies: 3, rotation: 15, made: null, pictures: 324, training: 216, batch: 16, perSecond: 60 };

it('says what the copies will cost', () => {
  expect(augmentationCostWords(cost)).toBe(
    'Up to 972 copies will go through the base as well, once, about 16 s. An epoch has 54 steps instead of 14. The ' +
      'copies stay on their picture’s side; validation gets none.',
  );
});

it('says what they have cost', () => {
  expect(augmentationCostWords({ ...cost, made: 648, perSecond: null })).toMatch(
    /^648 copies went through the base as well, once\. An epoch/,
  );
});

it('says that copies are alike where nothing is turned', () => {
  expect(augmentationCostWords({ ...cost, rotation: 0 })).toMatch(/only one copy that differs/);
  expect(augmentationCostWords({ ...cost, copies: 1, rotation: 0 })).not.toMatch(/differs/);
});
