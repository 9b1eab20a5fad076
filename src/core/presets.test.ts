import { describe, expect, it } from 'vitest';
import { nats, percent, points, signed } from './figures';
import { formatLink, parseLink } from './link';
import { presetFigures, presetOf, presets, presetSample, withPreset } from './presets';
import { defaultsFor } from './samples';
import { defaultSettings, type Settings } from './settings';

const defaults = defaultsFor(presetSample);
/** Far from every preset, and everything that none of them touches is unusual too. */
const odd: Settings = {
  ...defaultSettings,
  seed: 77,
  seeds: 3,
  epochs: 9,
  dropout: 0.15,
  hidden: 5,
  lr: 0.05,
  batch: 3,
  perClass: 4,
  noise: 0.45,
  l2: 0.01,
  split: 0.4,
  engine: 'cpu',
  base: 'mobilenet-v1-0.25',
  cut: 3,
  join: 7,
  pooling: 'max',
  copies: 2,
  rotation: 30,
};

describe('a preset', () => {
  it.each(presets)('is known by its set-up, however many seeds and whatever the split: $id', (preset) => {
    const settings = withPreset(odd, preset);
    expect(presetOf(settings)).toBe(preset);
    expect(presetOf({ ...settings, seeds: 1, seed: 123, split: 0.9 })).toBe(preset);
    expect(presetOf({ ...settings, epochs: settings.epochs + 1 })).toBeUndefined();
    expect(presetOf({ ...settings, hidden: settings.hidden + 1 })).toBeUndefined();
  });

  it.each(presets)('leaves pictures, base and engine as they are, and takes the rest from the set: $id', (preset) => {
    const { split, engine, base, cut, join, pooling, copies, rotation, seed } = odd;
    expect(withPreset(odd, preset)).toEqual({
      ...defaults,
      ...preset.changes,
      split,
      engine,
      base,
      cut,
      join,
      pooling,
      copies,
      rotation,
      seed,
    });
  });

  it.each(presets)('is within what the fields take, so that a link can carry it: $id', (preset) => {
    const settings = withPreset(defaults, preset);
    expect(parseLink(formatLink({ sample: presetSample, settings }))).toMatchObject({ settings, problems: [] });
  });

  it.each(presets)('says what is set and what to watch for, a sentence each: $id', ({ watch }) => {
    expect(watch).toHaveLength(2);
    for (const sentence of watch) expect(sentence).toMatch(/^[A-Z][^.!?]*\.$/);
    expect(watch[1]).toMatch(/^Watch /);
  });
});

describe('the presets', () => {
  it('are told apart', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    expect(new Set(presets.map(({ title }) => title)).size).toBe(presets.length);
    expect(new Set(presets.map(({ watch }) => watch.join(' '))).size).toBe(presets.length);
  });

  it('are none of them the set-up that the built-in set comes with', () => {
    expect(presetOf(defaults)).toBeUndefined();
    expect(presetOf(odd)).toBeUndefined();
  });
});

describe('what a preset showed', () => {
  it.each(presets)('is told in figures that agree with each other: $id', (preset) => {
    const { training, validation, loss, difference } = preset.measured;
    const [mean, half] = difference;
    const said = presetFigures(preset);
    expect(said).toContain(`validation accuracy ${percent(validation[0])} without and ${percent(validation[1])} with`);
    expect(said).toContain(`(${signed(points(mean))} points, 95\u00a0% interval`);
    expect(said).toContain(`${signed(points(mean - half))} to ${signed(points(mean + half))}`);
    expect(said).toContain(`training accuracy ${percent(training[0])} and ${percent(training[1])}`);
    expect(said).toContain(`validation loss ${nats(loss[0])} and ${nats(loss[1])}.`);
    // Of the same runs, each rounded to a tenth of a point.
    expect(Math.abs(validation[1] - validation[0] - mean)).toBeLessThan(0.0016);
    expect(half).toBeGreaterThan(0);
  });

  it('cannot be told exactly where the interval takes in zero', () => {
    const [first] = presets;
    if (!first) throw new Error('There are presets.');
    const said = (difference: readonly [number, number]) =>
      presetFigures({ ...first, measured: { ...first.measured, difference } });
    expect(said([0.011, 0.01])).not.toContain('cannot tell');
    expect(said([-0.011, 0.01])).not.toContain('cannot tell');
    expect(said([0.009, 0.01])).toContain('interval −0.1 to +1.9: cannot tell)');
    expect(said([-0.009, 0.01])).toContain('interval −1.9 to +0.1: cannot tell)');
    const open = presets.filter((preset) => presetFigures(preset).includes('cannot tell'));
    expect(open.map(({ id }) => id)).toEqual(
      presets.filter(({ measured: { difference } }) => Math.abs(difference[0]) < difference[1]).map(({ id }) => id),
    );
    // The one whose sentence says so.
    expect(open.map(({ id }) => id)).toEqual(['no-need']);
  });

  it('reads as a sentence', () => {
    const wrong = presets.find(({ id }) => id === 'wrong-labels');
    expect(wrong && presetFigures(wrong).replaceAll('\u00a0', ' ')).toBe(
      'Measured with 40 seeds on the built-in set and its default base: validation accuracy 63.9 % without and 72.7 % ' +
        'with dropout (+8.8 points, 95 % interval +7.1 to +10.5); training accuracy 100 % and 82.5 %; validation loss ' +
        '1.35 and 0.72.',
    );
  });
});
