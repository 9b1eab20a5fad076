import { describe, expect, it } from 'vitest';
import { batchesAfter, rowsLearned, trialData } from './epochReplay';
import { dataset, experiment, headOf } from './head.fixture';
import { predictView, recentMasks, stripOf } from './subnetworks';

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const ones = Float32Array.of(1, 1);

describe('all units together against the sub-networks', () => {
  // Hidden units of 1 and 2, summed into class 0: logits 3 and 0. With a bias behind, which is no input.
  const head = headOf([1, 2, 2], [1, 2], [0, 0], [1, 0, 1, 0], [0.5, 0]);
  const x = Float32Array.of(1);
  const halves = [
    { features: Float32Array.of(1), hidden: Float32Array.of(2, 0) },
    { features: Float32Array.of(1), hidden: Float32Array.of(0, 2) },
  ];

  it('come out even in the input of the output unit, and not without the scale: by hand', () => {
    const { input, subnetworks } = predictView(head, x, halves, 0.5, { dropoutAt: 'hidden' });
    // Of two complementary masks even exactly: (2 + 4) / 2.
    expect(input).toMatchObject({ whole: 3, averaged: 3, unscaled: 1.5, masked: 'hidden', into: 'output' });
    expect(subnetworks).toBe(2);
  });

  it('are close in the answers, but not equal: the mean of the answers is not the answer to the mean', () => {
    const { whole, averaged } = predictView(head, x, halves, 0.5, { dropoutAt: 'hidden' });
    expect(whole[0]).toBeCloseTo(sigmoid(3.5), 6);
    expect(averaged[0]).toBeCloseTo((sigmoid(2.5) + sigmoid(4.5)) / 2, 6);
    expect((averaged[0] ?? 0) + (averaged[1] ?? 0)).toBeCloseTo(1, 6);
  });

  it('follow the output unit of the answer, even where a bias made it', () => {
    // Sums 2 and 4; a bias of 10 makes class 0 the answer.
    const biased = headOf([1, 2, 2], [1, 1], [0, 0], [1, 2, 1, 2], [10, 0]);
    expect(predictView(biased, x, halves, 0.5, { dropoutAt: 'hidden' }).input.whole).toBe(2);
  });

  it('follow the hidden unit with the largest sum where only features are dropped', () => {
    // Sums into the two hidden units: 3 and 2 + 8.
    const wide = headOf([2, 2, 2], [1, 2, 1, 4], [0, 0], [1, 0, 0, 1], [0, 0]);
    const masks = [
      { features: Float32Array.of(2, 0), hidden: ones },
      { features: Float32Array.of(2, 2), hidden: ones },
    ];
    const { input, averaged } = predictView(wide, Float32Array.of(1, 2), masks, 0.5, { dropoutAt: 'input' });
    expect(input).toMatchObject({ whole: 10, averaged: (4 + 20) / 2, unscaled: 6, masked: 'features', into: 'hidden' });
    // Logits (2, 4) and (6, 20).
    expect(averaged[1]).toBeCloseTo((sigmoid(2) + sigmoid(14)) / 2, 6);
  });

  it('are the same where nothing was dropped', () => {
    const still = [
      [0, halves, 'both', head],
      [0.5, [], 'both', head],
      [0.5, halves, 'hidden', headOf([1, 0, 2], [3, 0], [0, 0])],
    ] as const;
    for (const [rate, masks, dropoutAt, of] of still) {
      const { whole, averaged, subnetworks, input } = predictView(of, x, masks, rate, { dropoutAt });
      expect(averaged).toEqual(whole);
      expect(subnetworks).toBe(0);
      expect(input).toMatchObject({ whole: 3, averaged: 3, unscaled: 3 });
    }
  });
});

describe('the masks of the last epoch', () => {
  const wide = { ...experiment, hidden: 200 };
  const data = trialData(dataset, rowsLearned(wide, 0));
  const masksOf = (epoch: number, of = wide, known = new Map()) =>
    recentMasks({ experiment: of, dataset, data, known }, epoch);

  it('are one per picture learned from, 0 or 1 / (1 - rate), as many zeros as the rate says', () => {
    const [without, withDropout] = masksOf(3);
    expect(without).toHaveLength(12);
    expect(withDropout).toHaveLength(12);
    expect(without?.every(({ features, hidden }) => [...features, ...hidden].every((m) => m === 1))).toBe(true);
    const hidden = withDropout?.flatMap((mask) => [...mask.hidden]) ?? [];
    expect(new Set(hidden)).toEqual(new Set([0, 2]));
    const dropped = hidden.filter((m) => m === 0).length / hidden.length;
    // Four standard errors of a share of 2400.
    expect(Math.abs(dropped - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 2400));
  });

  it('are fresh in every epoch, and there are none before the first', () => {
    expect(masksOf(0)).toEqual([[], []]);
    expect(masksOf(1)[1]).not.toEqual(masksOf(2)[1]);
    expect(masksOf(2)).toEqual(masksOf(2));
  });

  it('of a higher rate drop all that a lower one drops: both go by the same numbers', () => {
    const arms = [0.2, 0.6].map((dropoutRate) => ({ name: `${dropoutRate}`, dropoutRate }));
    const [low, high] = masksOf(1, { ...wide, arms });
    const numbers = (own: typeof low) => own?.flatMap(({ hidden }) => [...hidden]) ?? [];
    const lower = numbers(low);
    const behind = numbers(high).filter((_, i) => lower[i] === 0);
    expect(behind.length).toBeGreaterThan(0);
    expect(new Set(behind)).toEqual(new Set([0]));
  });

  it('are the same whether the epochs before were drawn now or are known from before', () => {
    const known = new Map();
    const all = [5, 2, 4, 7].map((epoch) => masksOf(epoch, wide, known));
    expect(all).toEqual([5, 2, 4, 7].map((epoch) => masksOf(epoch)));
    expect([...known.keys()]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('are the latest two hundred, over more steps than those of the last', () => {
    const many = { ...dataset, labels: new Int32Array(230), features: new Float32Array(230 * 4).map((_, i) => i % 7) };
    const [trial] = wide.trials;
    if (!trial) throw new Error('There are trials.');
    const trials = [{ ...trial, training: Int32Array.from({ length: 220 }, (_, i) => i), givenLabels: many.labels }];
    const of = { ...wide, trials, batch: 16 };
    const manyData = trialData(many, rowsLearned(of, 0));
    const latest = recentMasks({ experiment: of, dataset: many, data: manyData, known: new Map() }, 1)[1] ?? [];
    expect(latest).toHaveLength(200);
    const batches = batchesAfter({ experiment: of, dataset: many, data: manyData }, 0, new Map());
    const steps = Array.from({ length: batches.stepsPerEpoch }, (_, step) => batches.next(step));
    // The last step has 220 - 13 * 16 = 12 pictures.
    const H = wide.hidden;
    expect(latest.at(-1)?.hidden).toEqual(steps.at(-1)?.hiddenMask.slice((16 + 11) * H, (16 + 12) * H));
  });

  it('are counted whole, and shown of the layer that is asked for', () => {
    const masks = Array.from({ length: 30 }, (_, i) => ({
      features: Float32Array.of(i < 29 ? 2 : 0, 2),
      hidden: Float32Array.of(2, 2, i < 29 ? 0 : 2),
    }));
    const sample = { features: [0, 1], hidden: [0, 2], outputs: [0] };
    const strip = stripOf(masks, 'hidden', sample);
    expect(strip).toMatchObject({ recent: 30, distinct: 2 });
    expect(strip.masks).toHaveLength(24);
    expect(strip.masks.slice(-2)).toEqual([
      [false, true],
      [false, false],
    ]);
    expect(stripOf(masks, 'features', sample).masks.at(-1)).toEqual([true, false]);
    // The drawn units are alike; the masks are not.
    const other = masks.map(({ features }, i) => ({ features, hidden: Float32Array.of(2, i, 0) }));
    expect(stripOf(other.slice(0, 2), 'hidden', sample)).toMatchObject({ distinct: 2, recent: 2 });
  });
});
