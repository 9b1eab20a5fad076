import { readFileSync } from 'node:fs';
import { group } from 'd3-array';
import { expect, test } from 'vitest';
import { dotPictures, dotsSvg } from './dots.mjs';

const planOf = (id) => JSON.parse(readFileSync(`scripts/samples/${id}.json`, 'utf8'));
const plans = ['counting-dots', 'odd-or-even'].map(planOf);

const sum = (values) => values.reduce((a, b) => a + b, 0);
const inkOf = ({ dots }) => sum(dots.map(({ r }) => Math.PI * r ** 2));
const ofClass = (pictures, { name }) => pictures.filter(({ className }) => className === name);

test.each(plans)('$title: every picture has the number of dots that its class and its name say', (plan) => {
  const pictures = dotPictures(plan);
  for (const { name, counts } of plan.classes) {
    const own = ofClass(pictures, { name });
    expect(own.every(({ dots, number }) => dots.length === number)).toBe(true);
    expect(own.every(({ path, number }) => path.endsWith(`-${number}-dots.png`))).toBe(true);
    for (const [number, wanted] of Object.entries(counts))
      expect(own.filter((p) => p.number === Number(number))).toHaveLength(wanted);
  }
  expect(dotsSvg(pictures[0]).match(/<circle/g)).toHaveLength(pictures[0].number);
});

test.each(plans)('$title: no two dots touch, none is tiny, and all lie inside', (plan) => {
  for (const { dots } of dotPictures(plan)) {
    for (const [i, { x, y, r }] of dots.entries()) {
      expect(Math.min(x - r, y - r, 224 - x - r, 224 - y - r)).toBeGreaterThan(5);
      expect(r).toBeGreaterThan(5);
      expect(Math.min(x, y) + r).toBeLessThanOrEqual(158); // the corner that thumbnails write in
      for (const other of dots.slice(i + 1))
        expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(r + other.r + 5);
    }
  }
});

test.each(plans)('$title: ink and colours say nothing about the class', (plan) => {
  const pictures = dotPictures(plan);
  for (const round of group(pictures, (p) => p.group).values()) {
    expect(round).toHaveLength(plan.classes.length);
    expect(new Set(round.map(({ colour, ground }) => colour + ground)).size).toBe(1);
    expect(Math.max(...round.map(inkOf)) / Math.min(...round.map(inkOf))).toBeLessThan(1.02);
  }
  const inks = plan.classes.map((c) => sum(ofClass(pictures, c).map(inkOf)));
  expect(Math.max(...inks) / Math.min(...inks)).toBeLessThan(1.02);
});

test('odd and even numbers are as large and as spread', () => {
  const [, { classes }] = plans;
  const [odd, even] = classes.map(({ counts }) =>
    Object.entries(counts).flatMap(([number, pictures]) => Array(pictures).fill(Number(number))),
  );
  expect(odd).toHaveLength(even.length);
  expect(sum(odd)).toBe(sum(even));
  const squares = [odd, even].map((numbers) => sum(numbers.map((n) => n ** 2)) / numbers.length);
  expect(Math.abs(squares[0] - squares[1])).toBeLessThan(0.2);
});

test('the same plan gives the same pictures', () => {
  for (const plan of plans) expect(dotPictures(plan)).toEqual(dotPictures(plan));
  expect(dotPictures({ ...plans[0], seed: 99 })).not.toEqual(dotPictures(plans[0]));
});
