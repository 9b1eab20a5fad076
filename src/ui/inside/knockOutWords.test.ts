import { expect, it } from 'vitest';
import type { KnockOutView } from '../../core/inside/inside';
import type { Estimate } from '../../core/statistics';
import { interval } from '../../core/statistics.fixture';
import { knockOutPlaces, knockOutSummary, knockOutWords } from './knockOutWords';
import { trained } from './trained.fixture';

const view = (atHalf: Estimate): KnockOutView => ({
  epoch: 30,
  removed: [0, 16, 32],
  shares: [0, 0.5, 1],
  hidden: 32,
  arms: [
    [interval(0.9, 0.02), interval(0.6, 0.05), interval(0.33, 0)],
    [interval(0.91, 0.02), interval(0.7, 0.05), interval(0.33, 0)],
  ],
  difference: [interval(0.01, 0.02), atHalf, interval(0, 0)],
  draws: 20,
  seeds: 5,
  allSeeds: 5,
  isIdentical: false,
  isOneSplit: false,
  validationGroups: null,
  chance: 1 / 3,
});

it('concludes what the interval says', () => {
  expect(knockOutWords(view(interval(0.1, 0.05))).conclusion).toBe(
    'With 16 of its 32 hidden neurons gone, the network trained with dropout answers better than the one trained without.',
  );
  expect(knockOutWords(view(interval(-0.1, 0.05))).conclusion).toContain('with dropout answers worse');
  expect(knockOutWords(view(interval(0.1, 0.15))).conclusion).toBe('Cannot tell: within the spread over seeds.');
  expect(knockOutWords(view(interval(0, 0))).conclusion).toContain('exactly as many pictures right');
  expect(knockOutWords(view({ kind: 'single', mean: 0.1, n: 1 })).conclusion).toContain('One seed: no interval');
});

it('gives the numbers at half, and the head start', () => {
  const [atHalf, atNone] = knockOutWords(view(interval(0.1, 0.05))).more;
  expect(atHalf).toContain(
    'With 16 of 32 hidden neurons removed, validation accuracy is 60.0\u00a0% without dropout and 70.0\u00a0% with',
  );
  expect(atHalf).toContain('+10.0 points (95\u00a0% interval +5.0 to +15.0)');
  expect(atNone).toContain('+1.0 points (95\u00a0% interval −1.0 to +3.0)');
});

it('puts the chart into words', () =>
  expect(knockOutSummary(view(interval(0.1, 0.05)))).toContain('at 100\u00a0% removed'));

const wanted = () => true;

it('names what was really removed, the nearest to half', async () => {
  const view = await trained({ hidden: 3 }).knockOut(1, wanted);
  if (!view) throw new Error('It was wanted.');
  expect(knockOutPlaces(view).map(({ removed }) => removed)).toEqual([0, 1, 2, 3]);
  expect(knockOutWords(view).more[0]).toContain('With 1 of 3 hidden neurons removed');
  expect(knockOutSummary(view)).toContain('at 33.3\u00a0% removed');
});

it('has nothing between none and all of one neuron', async () => {
  const view = await trained({ hidden: 1 }).knockOut(1, wanted);
  expect(view && knockOutWords(view).conclusion).toContain('nothing to remove');
});

it('tells that both sides are one network, and compares them no further', async () => {
  const same = await trained({}, true).knockOut(1, wanted);
  const start = await trained().knockOut(0, wanted);
  if (!same || !start) throw new Error('They were wanted.');
  expect(knockOutWords(same).conclusion).toBe('Both sides are the same network: here dropout changed nothing.');
  expect(knockOutWords(start).conclusion).toBe('Nothing is trained yet: both sides are the same network.');
  for (const { more } of [knockOutWords(same), knockOutWords(start)])
    expect(more.join(' ')).not.toMatch(/Difference|comparison/);
});

it('is about one split where seeds share it, and tells what the intervals allow for', async () => {
  // All seeds of the fixture check with the same pictures.
  const real = await trained().knockOut(1, wanted);
  expect(real && knockOutWords(real).more.join(' ')).toContain('which all seeds share');
  const split = { ...view(interval(0.1, 0.05)), isOneSplit: true };
  expect(knockOutWords(split).conclusion).toMatch(/^On this one split: with 16 of its 32/);
  expect(knockOutWords({ ...split, ...view(interval(0.1, 0.15)), isOneSplit: true }).conclusion).toBe(
    'Cannot tell: within the spread over seeds and validation pictures.',
  );
  expect(knockOutWords(view(interval(0.1, 0.05))).more.join(' ')).not.toContain('all seeds share');
});

it('tells how many seeds were measured where it is not all', () => {
  const said = (allSeeds: number) => knockOutWords({ ...view(interval(0.1, 0.05)), allSeeds }).more.join(' ');
  expect(said(50)).toContain('Measured on 5 of 50 seeds.');
  expect(said(5)).not.toContain('Measured on');
});

it('says how pictures that come in groups count', () => {
  const validationGroups = { pictures: 40, groups: 4, independent: 4, common: 1 };
  const of = (more: Partial<KnockOutView>) => knockOutWords({ ...view(interval(0.1)), isOneSplit: true, ...more }).more;
  expect(of({ validationGroups }).join(' ')).toContain('they count as 4.');
  expect(of({}).join(' ')).not.toContain('recording');
});
