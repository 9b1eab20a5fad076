import { describe, expect, it } from 'vitest';
import { firstState, reducePresent, shownEpochs, type PresentAction, type PresentState } from './presentState';

const after = (...actions: readonly PresentAction[]): PresentState => actions.reduce(reducePresent, firstState);

const times = (n: number, type: 'spotlight' | 'shorter'): readonly PresentAction[] =>
  Array.from({ length: n }, () => ({ type }));

describe('going back and forth', () => {
  const come = 10;
  const scrub = (to: 'back' | 'forward' | 'first' | 'last'): PresentAction => ({ type: 'scrub', to, come });

  it('goes from the latest epoch back to the first, and no further', () => {
    expect(shownEpochs(firstState, come)).toBe(10);
    expect(shownEpochs(after(scrub('back')), come)).toBe(9);
    expect(shownEpochs(after(scrub('back'), scrub('back'), scrub('forward')), come)).toBe(9);
    expect(shownEpochs(after(scrub('first'), scrub('back')), come)).toBe(1);
  });

  it('follows the training again from the latest epoch on', () => {
    expect(after(scrub('back'), scrub('forward')).scrubbed).toBeNull();
    expect(after(scrub('first'), scrub('last')).scrubbed).toBeNull();
    expect(shownEpochs(after(scrub('back')), 12)).toBe(9);
    expect(shownEpochs(after(scrub('back'), scrub('last')), 12)).toBe(12);
  });
});

describe('holding back what happens next', () => {
  it('shows no more epochs while it is frozen', () => {
    const frozen = after({ type: 'freeze', at: 12 });
    expect(shownEpochs(frozen, 12)).toBe(12);
    expect(shownEpochs(frozen, 40)).toBe(12);
  });

  it('reveals bit by bit until the latest epoch, which may move meanwhile', () => {
    let state = after({ type: 'freeze', at: 12 }, { type: 'reveal', planned: 60, isStill: false });
    expect(shownEpochs(state, 40)).toBe(12);
    const seen = [12];
    for (let come = 40; state.cover.kind !== 'none' && come < 100; come++) {
      state = reducePresent(state, { type: 'reveal more', come });
      seen.push(shownEpochs(state, come));
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.slice(0, 3)).toEqual([12, 14, 16]);
    expect(state.cover).toEqual({ kind: 'none' });
  });

  it('reveals at once where motion is unwelcome', () => {
    const state = after({ type: 'freeze', at: 12 }, { type: 'reveal', planned: 60, isStill: true });
    expect(shownEpochs(state, 40)).toBe(40);
  });

  it('stays frozen over a training that starts, before its first epoch', () => {
    expect(after({ type: 'freeze', at: 12 }, { type: 'started' }).cover).toEqual({ kind: 'frozen', at: 0 });
    expect(after({ type: 'started' }).cover).toEqual({ kind: 'none' });
  });
});

describe('the spotlight', () => {
  it('goes through all four curves and then lights all', () => {
    const states = [1, 2, 3, 4, 5].map((n) => after(...times(n, 'spotlight')).spotlight);
    expect(states).toEqual([0, 1, 2, 3, null]);
  });
});

describe('the countdown', () => {
  it('counts whole seconds down, and is asked to render only when one is over', () => {
    const begun = after({ type: 'count down', now: 1000 });
    expect(begun.countdown).toMatchObject({ endsAt: 31_000, left: 30 });
    expect(reducePresent(begun, { type: 'tick', now: 1000 })).toBe(begun);
    expect(reducePresent(begun, { type: 'tick', now: 2500 }).countdown.left).toBe(29);
    expect(reducePresent(begun, { type: 'tick', now: 90_000 }).countdown.left).toBe(0);
    expect(reducePresent(begun, { type: 'end countdown' }).countdown.endsAt).toBeNull();
  });

  it('is made longer and shorter, for the next time or as it runs', () => {
    expect(after({ type: 'longer' }, { type: 'longer' }).countdown.seconds).toBe(40);
    expect(after(...times(20, 'shorter')).countdown.seconds).toBe(5);
    const running = after({ type: 'count down', now: 0 }, { type: 'longer' }).countdown;
    expect(running).toMatchObject({ endsAt: 35_000, left: 35, seconds: 30 });
  });

  it('ends when the training starts', () => {
    expect(after({ type: 'count down', now: 0 }, { type: 'started' }).countdown.endsAt).toBeNull();
  });
});

describe('a set-up that is opened', () => {
  const open = (isUnderWay: boolean): PresentAction => ({
    type: 'open set-up',
    id: 'big-head',
    isUnderWay,
    note: 'Set.',
  });

  it('takes the screen, and gives it back', () => {
    const state = after({ type: 'freeze', at: 3 }, open(false));
    expect(state).toMatchObject({ opened: { id: 'big-head', isNext: false }, cover: { kind: 'none' }, note: 'Set.' });
    expect(reducePresent(state, { type: 'close set-up' }).opened).toEqual({ id: 'big-head', isNext: true });
  });

  it('waits behind a training under way, until that is ended', () => {
    const state = after({ type: 'freeze', at: 3 }, open(true));
    expect(state).toMatchObject({ opened: { isNext: true }, cover: { kind: 'frozen', at: 3 } });
    expect(reducePresent(state, { type: 'stopped' }).opened?.isNext).toBe(false);
    expect(reducePresent(state, { type: 'started' }).opened).toBeNull();
  });
});

describe('the note', () => {
  it('is about the key that was pressed last, and outlasts the clock', () => {
    const noted = after({ type: 'note', note: 'Pause first.' });
    expect(reducePresent(noted, { type: 'tick', now: 5 }).note).toBe('Pause first.');
    expect(reducePresent(noted, { type: 'reveal more', come: 5 }).note).toBe('Pause first.');
    expect(reducePresent(noted, { type: 'measure' })).toMatchObject({ note: '', measure: 'loss' });
  });
});
