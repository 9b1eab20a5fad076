import { expect, it } from 'vitest';
import { bundled, catalogue } from '../../core/catalogue';
import { commonFacts, factsOf, keptWords, without } from './facts';
import { cardLeavesPage, leavesPage, sizeInBrackets } from './hubWords';

const hub = catalogue.filter((card) => card.origin.kind === 'hub');

it('tells every figure, and which are not known', () => {
  expect(factsOf(bundled).map((f) => f.words)).toEqual([
    '118,000 COCO photos, 80 kinds of everyday things',
    '2.01 million',
    '4.0 MB',
    '249 million a picture',
    'MIT',
    'Comes with this page; from the npm package @vladmandic/human by Vladimir Mandic.',
  ]);
  const own = { ...bundled, origin: { kind: 'own' }, taskA: null, parameters: null } as const;
  expect(factsOf(own)[0]?.words).toBe('not known: its files do not say');
  expect(factsOf(own)[1]).toEqual({ term: 'Parameters', words: 'not known' });
});

it('says once what the hub’s bases have in common', () => {
  const common = commonFacts(hub);
  expect(common.map((f) => f.term)).toEqual(['Trained on', 'Licence', 'From']);
  const [card = bundled] = hub;
  expect(without(factsOf(card), common).map((f) => f.term)).toEqual(['Parameters', 'Download size', 'Multiply-adds']);
  expect(commonFacts([bundled])).toEqual([]);
});

it('says before the click what leaves the page', () => {
  expect(leavesPage).toContain('tfhub.dev, which hands on to www.kaggle.com and storage.googleapis.com');
  expect(leavesPage).toContain('Your pictures never go along.');
  expect(sizeInBrackets({ bytes: 13_880_000 })).toBe(' (13.9 MB)');
  expect(cardLeavesPage({ bytes: null })).toBe('Leaves this page: fetched from tfhub.dev');
  const [card = bundled] = hub;
  expect(keptWords(card, false)).toBe('no');
});
