import { describe, expect, it } from 'vitest';
import { experiment } from '../../core/inside/head.fixture';
import type { SimilarityCourse } from '../../core/inside/inside';
import { interval } from '../../core/statistics.fixture';
import { nothingToCompare, seedsWords, shownWords, similarityWords } from './similarityWords';
import { trained } from './trained.fixture';

const up = interval(0.1, 0.02);
const none = interval(0.01, 0.02);
const down = interval(-0.04, 0.01);

const said = (course: Partial<SimilarityCourse>) =>
  similarityWords({
    kind: 'weights',
    points: [],
    at: 9,
    seeds: 5,
    allSeeds: 5,
    units: 32,
    hidden: 32,
    difference: up,
    since: [up, up],
    normDifference: down,
    ...course,
  });

describe('the answer to the claim', () => {
  it('says plainly where it does not hold', () =>
    expect(said({ difference: interval(0.04, 0.01) }).answer).toBe(
      'Here dropout made neurons more alike, not less: +0.04 (95\u00a0% interval +0.03 to +0.05). The claim does not hold on this run.',
    ));

  it('holds only with both halves', () => {
    expect(said({ difference: down, since: [up, down] }).answer).toMatch(/The claim holds on this run\.$/);
    expect(said({ difference: down, since: [up, interval(0, 0)] }).answer).toMatch(/The claim holds on this run\.$/);
    expect(said({ difference: down, since: [up, up] }).answer).toContain('holds in part');
    expect(said({ difference: down, since: [none, none] }).answer).toContain('first half does not show');
  });

  it('does not hold where growing alike with dropout cannot be told', () => {
    const { answer } = said({ difference: down, since: [up, none] });
    expect(answer).toContain('Dropout held the growing alike back; whether neurons grew alike with it at all cannot');
    expect(answer).not.toContain('holds');
  });

  it('stays open within the spread', () => {
    expect(said({ difference: none }).answer).toContain('Cannot tell: within the spread over seeds.');
    expect(said({ difference: { kind: 'single', mean: -0.3, n: 1 } }).answer).toContain('One seed: no interval');
    expect(said({ difference: interval(0, 0) }).answer).toContain('exactly as alike');
  });
});

it('tells for each side what training did, and of the weights', () => {
  const { more } = said({ since: [up, none] });
  expect(more[0]).toContain('Without dropout, training made neurons more alike');
  expect(more[1]).toContain('With dropout, it cannot be told');
  expect(more[2]).toContain('smaller with dropout');
});

it('compares no change with a start that has none', () => {
  const points = [{ epoch: 9, mean: [up, down], norm: [] }];
  const { more } = said({ kind: 'change', points });
  expect(more[0]).toBe('Without dropout, the changes of two neurons have a mean |similarity| of 0.10.');
});

it('says what is shown', () => {
  expect(nothingToCompare(0)).toContain('no hidden layer');
  expect(nothingToCompare(1)).toContain('only one neuron');
  expect(nothingToCompare(2)).toBeNull();
  expect(shownWords(64, 256)).toBe('64 neurons of 256 shown, evenly spread over the layer.');
  expect(shownWords(64, undefined)).toBe('64 neurons shown.');
});

const wanted = () => true;

describe('what was measured', () => {
  it('is nothing trained at the start', async () => {
    const course = await trained().similarityCourse(0, 'weights', wanted);
    if (!course) throw new Error('It was wanted.');
    const { answer, more } = similarityWords(course);
    expect(answer).toBe('Nothing is trained yet: both sides start as the same network.');
    expect(more.join(' ')).not.toMatch(/training made|exactly/);
  });

  it('names the seeds, and intervals only of several', async () => {
    const words = async (seeds: number) => {
      const trials = experiment.trials.slice(0, seeds);
      const course = await trained({ trials }).similarityCourse(1, 'weights', wanted);
      return course ? similarityWords(course).more.join(' ') : '';
    };
    expect(await words(3)).toContain('Means and 95\u00a0% intervals are over 3 seeds.');
    expect(await words(1)).toContain('It was measured on 1 seed.');
    expect(await words(1)).not.toContain('95');
    expect(said({ allSeeds: 50 }).more.join(' ')).toContain('intervals are over 5 of 50 seeds.');
    expect(seedsWords({ seeds: 1, allSeeds: 50 })).toBe('1 of 50 seeds');
  });

  it('tells that it is not every neuron', async () => {
    const course = await trained({ hidden: 512 }).similarityCourse(1, 'weights', wanted);
    expect(course && similarityWords(course).more).toContain(
      'Similarity is measured on 96 of 512 neurons, evenly spread over the layer.',
    );
    expect(said({}).more.join(' ')).not.toContain('measured on');
  });
});
