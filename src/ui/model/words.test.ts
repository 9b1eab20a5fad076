import { expect, test } from 'vitest';
import { megabytes, secondsWords, speedWords } from './words';

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
