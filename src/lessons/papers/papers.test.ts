import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { parseLink } from '../../core/link';
import { presetOf, presets } from '../../core/presets';
import { classLinks, classSeeds } from './classLinks';
import { expectedOf, halfWidthWith } from './expected';
import { plan45 } from './plan45';
import { plan90 } from './plan90';
import { questions, tableRuns } from './questions';
import { storedThings } from './stored';

const src = join(import.meta.dirname, '../..');

describe('links of the papers', () => {
  it.each(Object.entries(classLinks))('%s can be followed, and typed', (_, { href, typed }) => {
    const link = parseLink(href);
    expect(link.problems).toEqual([]);
    // What is printed is short, and asks for the same.
    expect(parseLink(typed)).toEqual(link);
    expect(typed.length).toBeLessThan(110);
  });

  it('set up what was measured, with fewer seeds, and wait for everybody’s prediction', () => {
    const ids = ['rightLabels', 'wrongLabels', 'tooMuch', 'fewPictures'] as const;
    const links = ids.map((id) => parseLink(classLinks[id].href));
    expect(links.map(({ settings }) => presetOf(settings)?.id)).toEqual(tableRuns.map(({ id }) => id));
    // The digit that the plan names opens the same experiment in the presenter's view.
    expect(ids.map((id) => presets[(classLinks[id].digit ?? 0) - 1]?.id)).toEqual(tableRuns.map(({ id }) => id));
    expect(links.map(({ settings, run }) => [settings.seeds, run])).toEqual(ids.map(() => [classSeeds, false]));
  });
});

describe('plans', () => {
  it.each([
    ['45', plan45(), 45],
    ['90', plan90(), 90],
  ] as const)('of %s minutes fill them without a gap', (_, steps, minutes) => {
    expect(steps[0]?.from).toBe(0);
    expect(steps.slice(1).map(({ from }) => from)).toEqual(steps.slice(0, -1).map(({ to }) => to));
    expect(steps.at(-1)?.to).toBe(minutes);
    for (const { from, to } of steps) expect(to).toBeGreaterThan(from);
  });
});

describe('figures', () => {
  it('are written from what was measured', () => {
    const e = expectedOf({
      training: [1, 0.825],
      validation: [0.639, 0.727],
      loss: [1.351, 0.718],
      difference: [0.088, 0.017],
    });
    expect(e.validation).toEqual(['63.9\u00a0%', '72.7\u00a0%']);
    expect(e.gap).toEqual(['36.1', '9.8']);
    expect(e.difference).toBe('+8.8 points (95\u00a0% interval +7.1 to +10.5)');
    expect(e.halfWith(40)).toBe('±1.7');
  });

  it('of fewer seeds have wider intervals, by the t quantile and the root of their number', () => {
    // t(0.975, 4) = 2.776, t(0.975, 39) = 2.023
    expect(halfWidthWith(0.01, 5)).toBeCloseTo((0.01 * 2.776 * Math.sqrt(40)) / (2.023 * Math.sqrt(5)), 4);
  });

  it('bear out what the plans say of them', () => {
    const of = (id: string) => presets.find((one) => one.id === id)?.measured.difference ?? [Number.NaN, Number.NaN];
    const [right, wrong, tooMuch, few] = ['no-need', 'wrong-labels', 'too-much', 'few-pictures'].map(of);
    // Run A cannot be told from chance; runs B and C can, with a class's seeds too; run D with all seeds only.
    const tells = ([mean, half]: readonly [number, number] | undefined = [0, 0], seeds: number) =>
      Math.abs(mean) > halfWidthWith(half, seeds);
    expect([tells(right, 40), tells(wrong, classSeeds), tells(tooMuch, classSeeds)]).toEqual([false, true, true]);
    expect([tells(few, 40), tells(few, classSeeds)]).toEqual([true, false]);
  });
});

it.each([
  [45, plan45()],
  [90, plan90()],
] as const)('the plan of %s minutes asks the questions that the worksheet marks so', (minutes, steps) => {
  const text = renderToStaticMarkup(
    createElement(
      'div',
      null,
      ...steps.flatMap(({ does, predicts }) => [createElement('p', null, does), createElement('p', null, predicts)]),
    ),
  );
  const asked = new Set([...text.matchAll(/question (\d)(?! is for at home)/gi)].map(([, number]) => Number(number)));
  const marked = questions().flatMap(({ plan }, i) => (plan !== 'home' && plan <= minutes ? [i + 1] : []));
  expect([...asked].toSorted((a, b) => a - b)).toEqual(marked);
});

it('the worksheet asks each question once', () => {
  const ids = questions().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('the page for parents names every database of the page', () => {
  const opened = readdirSync(join(src, 'storage'))
    .filter((name) => !name.includes('.test.'))
    .flatMap((name) => [...readFileSync(join(src, 'storage', name), 'utf8').matchAll(/openStore\('([a-z-]+)'/g)])
    .map(([, name = '']) => name);
  expect(opened.length).toBeGreaterThan(3);
  const told = new Set(storedThings.map(({ place, name }) => `${place}/${name}`));
  expect(opened.filter((name) => !told.has(`IndexedDB/${name}`))).toEqual([]);
});
