import { expect, test } from 'vitest';
import { aboutWords, bytesWords, megabytes, readyWords, secondsWords, speedWords } from './words';

test.each([
  [0.2, '1 s'],
  [8.4, '8 s'],
  [60, '1 min'],
  [80, '1 min 20 s'],
  [119.7, '2 min'],
])('%d seconds are %j', (seconds, words) => expect(secondsWords(seconds)).toBe(words));

test.each([
  [0.53, '0.5 pictures a second'],
  [74.6, '75 pictures a second'],
  [1234.5, '1,235 pictures a second'],
])('%d a second is %j', (speed, words) => expect(speedWords(speed)).toBe(words));

test('bytes are shown in megabytes', () => expect(megabytes(4_012_345)).toBe('4.0'));

test.each([
  [0, '0'],
  [4131, '4,131'],
  [470_000, '470,000'],
  [538_608, '539,000'],
  [999_800, '1 million'],
  [2_014_924, '2.01 million'],
  [248_656_136, '249 million'],
  [3_900_000_000, '3.9 billion'],
])('%d is about %j', (n, words) => expect(aboutWords(n)).toBe(words));

test.each([
  [0, '0 KB'],
  [1200, '2 KB'],
  [4_030_290, '4.0 MB'],
  [999_960_000, '1.0 GB'],
])('%d bytes are %j', (bytes, words) => expect(bytesWords(bytes)).toBe(words));

test('what is ready says where it came from', () => {
  const fresh = { pictures: 324, copies: 0, perSecond: 74.6, reused: 0 };
  expect(readyWords(fresh)).toBe('Computed at 75 pictures a second, and kept. Training does not touch the base again.');
  expect(readyWords({ ...fresh, reused: 300, copies: 1 })).toContain(
    '300 of them were known from before. 1 altered copy has features as well.',
  );
  expect(readyWords({ ...fresh, perSecond: null, reused: 324 })).toContain('nothing had to be computed');
});
