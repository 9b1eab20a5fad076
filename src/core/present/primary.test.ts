import { describe, expect, it } from 'vitest';
import { emptySession } from '../session.fixture';
import { atZero, primaryOf, primaryWords, readyingOf, type Situation } from './primary';

const ready: Situation = {
  pictures: 54,
  maySample: true,
  importing: null,
  base: {
    phase: 'ready',
    pictures: 54,
    copies: 0,
    report: emptySession.base,
    perSecond: null,
    reused: 0,
  },
  isPlanning: false,
  training: { phase: 'none' },
  cannot: null,
};
const session = emptySession;
const extracting = { phase: 'extracting', done: 1200, total: 3000, perSecond: null, secondsLeft: null } as const;

describe('the one control', () => {
  it('loads, trains, pauses, goes on', () => {
    expect(primaryOf({ ...ready, pictures: 0, cannot: 'No pictures.' })).toBe('load');
    expect(primaryOf({ ...ready, pictures: 0, maySample: false })).toBe('leave');
    expect(readyingOf({ ...ready, pictures: 0, maySample: false })).toMatchObject({ kind: 'stuck' });
    expect(primaryOf(ready)).toBe('train');
    expect(primaryOf({ ...ready, training: { phase: 'running', session } })).toBe('pause');
    expect(primaryOf({ ...ready, training: { phase: 'paused', session } })).toBe('resume');
    expect(primaryOf({ ...ready, training: { phase: 'finished', session } })).toBe('train again');
    expect(primaryOf({ ...ready, training: { phase: 'failed', session, reason: 'No memory.' } })).toBe('train again');
  });

  it('waits while something is on its way, and mends what stopped', () => {
    const waiting = { ...ready, cannot: 'Not yet.' };
    expect(primaryOf({ ...ready, isPlanning: true })).toBe('none');
    expect(primaryOf({ ...waiting, importing: { done: 1, total: 2 } })).toBe('none');
    expect(primaryOf({ ...waiting, base: extracting })).toBe('none');
    expect(primaryOf({ ...waiting, base: { phase: 'failed', reason: 'x' } })).toBe('fetch again');
    expect(primaryOf({ ...waiting, base: { phase: 'cancelled', done: 1, total: 2 } })).toBe('fetch again');
    expect(primaryOf({ ...waiting, base: { phase: 'asking' } })).toBe('use bundled');
    expect(primaryOf(waiting)).toBe('leave');
  });

  it('has other words for everything that it does', () => {
    const all = [
      'load',
      'train',
      'train again',
      'pause',
      'resume',
      'leave',
      'none',
      'use bundled',
      'fetch again',
    ] as const;
    expect(new Set(all.map(primaryWords)).size).toBe(all.length);
  });
});

describe('before anything can be trained', () => {
  it('offers pictures, counts, and says what is stuck', () => {
    expect(readyingOf(ready)).toBeNull();
    expect(readyingOf({ ...ready, pictures: 0, cannot: 'x' })).toEqual({ kind: 'offer' });
    expect(readyingOf({ ...ready, cannot: 'x', base: extracting })).toMatchObject({
      kind: 'working',
      count: '1,200 of 3,000',
    });
    expect(readyingOf({ ...ready, cannot: 'x', base: { phase: 'downloading', loaded: 1, total: 3 } })).toMatchObject({
      count: '33\u00a0%',
    });
    expect(readyingOf({ ...ready, cannot: 'x', base: { phase: 'failed', reason: 'no memory' } })).toMatchObject({
      kind: 'stuck',
      reason: expect.stringContaining('no memory') as string,
    });
    expect(readyingOf({ ...ready, cannot: 'One class is empty.' })).toEqual({
      kind: 'stuck',
      reason: 'One class is empty.',
    });
  });
});

describe('the end of a countdown', () => {
  it('reveals before anything else, starts or goes on, or does nothing', () => {
    expect(atZero(true, 'pause', true)).toBe('reveal');
    expect(atZero(true, 'train', true)).toBe('reveal');
    expect(atZero(false, 'train again', true)).toBe('train');
    expect(atZero(false, 'resume', true)).toBe('resume');
    expect(atZero(false, 'pause', true)).toBe('nothing');
    expect(atZero(false, 'load', true)).toBe('nothing');
    expect(atZero(true, 'pause', false)).toBe('nothing');
  });
});
