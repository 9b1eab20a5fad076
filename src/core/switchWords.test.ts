import { expect, it } from 'vitest';
import { switchWords } from './switchWords';

const lost = { epoch: 5, from: 'webgl', reason: 'the graphics card was lost' } as const;

it('says what failed, when, and what went on', () => {
  expect(switchWords(lost, 'wasm')).toBe(
    'WebGL trained the epochs before 5, and then failed (the graphics card was lost). WASM went on from there; no epoch is missing.',
  );
  expect(switchWords({ ...lost, from: 'wasm', reason: 'It stopped.' }, 'wasm')).toMatch(
    /\(It stopped\)\. A fresh worker/,
  );
});
