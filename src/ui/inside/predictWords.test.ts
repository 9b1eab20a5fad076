import { describe, expect, it } from 'vitest';
import { dataset } from '../../core/inside/head.fixture';
import { predict } from './network.fixture';
import { trained } from './trained.fixture';
import { closeWords, evenWords, inputWords, oneNetworkWords, scaleWords } from './predictWords';

const names = ['cat', 'dog'];
const arm = predict.arms[1];
if (!arm) throw new Error('The fixture has two arms.');
const { input } = arm;

it('writes the scale', () => {
  expect(scaleWords(0.5)).toBe('1/(1\u00a0−\u00a00.5)\u00a0=\u00a02');
  expect(scaleWords(0.3)).toBe('1/(1\u00a0−\u00a00.3)\u00a0=\u00a01.43');
});

describe('the sum that is followed', () => {
  const ofRun = (changes: Parameters<typeof trained>[0]) => trained(changes).predict(1, 13).arms[1];
  it('is named as the core followed it', () => {
    const words = [{ dropoutAt: 'both' }, { dropoutAt: 'input' }, { dropoutAt: 'input', hidden: 0 }] as const;
    expect(words.map((changes) => inputWords(ofRun(changes)?.input ?? input))).toEqual([
      'The input of one output unit, for this picture, from the hidden units:',
      'The input of one hidden unit, for this picture, from the features:',
      'The input of one output unit, for this picture, from the features:',
    ]);
  });
  it('says as much of evenness as the numbers allow', () => {
    expect(evenWords(input, 24)).toBe('Comes out even: 1.25 against 1.24; without the scale it would be 0.62.');
    expect(evenWords({ ...input, averaged: 1.4 }, 24)).toContain('nearly even');
    expect(evenWords({ ...input, averaged: 2.4 }, 24)).toBe(
      'Even only on average: over these 24 masks 2.40 against 1.24; without the scale it would be 0.62.',
    );
  });
});

describe('one network', () => {
  it('is not said to be trained before it is', () => {
    const words = oneNetworkWords(arm, 0, 0);
    expect(words).toContain('Nothing is trained yet');
    expect(words).not.toContain('while it trained');
  });
  it('has nothing dropped at rate 0', () =>
    expect(oneNetworkWords(arm, 0, 5)).toBe(
      'Nothing was dropped while it trained: there is one network, and nothing to make up for. The input of one output unit is 1.24 in training and here.',
    ));
  it('is all there is where dropout has nothing to act on', () => {
    const own = trained({ dropoutAt: 'hidden', hidden: 0 }).predict(1, 13).arms[1];
    expect(own?.subnetworks).toBe(0);
    expect(oneNetworkWords(own ?? arm, 0.5, 1)).toContain('Dropout has nothing to act on here');
  });
});

describe('whole and averaged', () => {
  it('differ most where it says', () => {
    expect(closeWords(arm, names)).toContain('Close, not equal: at most 3.0 points apart, at “cat”.');
    expect(closeWords({ ...arm, averaged: [0.5, 0.5] }, names)).toMatch(/^Not equal/);
  });
  it('are called equal where the figures are', () => {
    expect(closeWords({ ...arm, averaged: [0.7996, 0.2004] }, names)).toBe('Equal to a tenth of a point.');
    expect(closeWords({ ...arm, averaged: [0.7994, 0.2006] }, names)).toContain('0.1 points apart');
  });
  it('have the ReLU between them only behind dropped features', () => {
    const bent = (dropoutAt: 'both' | 'input' | 'hidden', hidden = 10) => {
      const own = trained({ dropoutAt, hidden }).predict(1, 13).arms[1];
      return own ? closeWords({ ...own, averaged: own.whole.map(() => 0) }, dataset.classNames) : '';
    };
    expect([bent('both'), bent('input'), bent('hidden'), bent('input', 0)].map((s) => s.includes('ReLU'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
