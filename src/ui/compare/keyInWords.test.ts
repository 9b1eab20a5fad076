import { expect, it } from 'vitest';
import { keyInWords } from './keyInWords';

const choices = { measure: 'accuracy', layout: 'sides', seen: false, runs: false } as const;

it('explains what a picture of the charts shows, and nothing else', () => {
  const one = keyInWords({ seeds: 1, choices, reference: null, stops: false, lookedAt: null });
  expect(one).toContain('Light band between the two: the gap.');
  expect(one).not.toMatch(/interval|across|seen|Thin|upright/);
  const both = keyInWords({
    seeds: 5,
    choices: { ...choices, layout: 'overlay', seen: true, runs: true },
    reference: 0.8,
    stops: true,
    lookedAt: 7,
  });
  expect(both).not.toContain('Light band');
  expect(both).toMatch(
    /triangles.*95\u00a0% intervals of the mean over 5 seeds.*Thin lines.*across, at 80\u00a0%.*flag: the epoch of lowest mean validation loss\. Solid upright line: epoch 7\./,
  );
  expect(keyInWords({ seeds: 1, choices, reference: null, stops: true, lookedAt: null })).toContain(
    'the epoch of lowest validation loss.',
  );
});
