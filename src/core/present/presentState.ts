import type { Curve, Measure } from '../curves';

/** One curve of one side. */
export interface CurveName {
  readonly arm: 0 | 1;
  readonly curve: Extract<Curve, 'training' | 'validation'>;
}

/** The order in which the spotlight goes: what is asked for most comes first. */
export const spotlights: readonly CurveName[] = [
  { arm: 0, curve: 'validation' },
  { arm: 1, curve: 'validation' },
  { arm: 0, curve: 'training' },
  { arm: 1, curve: 'training' },
];

/** What is held back from the room. Epochs are counts: 0 is before the first. */
type Cover =
  | { readonly kind: 'none' }
  /** Nothing after epoch `at` is shown. */
  | { readonly kind: 'frozen'; readonly at: number }
  /** Shown up to `upTo`, and `by` more at every tick, until all is shown. */
  | { readonly kind: 'revealing'; readonly upTo: number; readonly by: number };

interface Countdown {
  /** How long it takes, in seconds. */
  readonly seconds: number;
  /** When it ends, in ms since 1970; null: it does not run. */
  readonly endsAt: number | null;
  /** Whole seconds left, rounded up. */
  readonly left: number;
  /** Whether anything happens at its end. */
  readonly acts: boolean;
}

/** How the presenter's view is set; what is trained is not in it. */
export interface PresentState {
  readonly measure: Measure;
  readonly layout: 'sides' | 'overlay';
  /** Index into `spotlights`; null: none. */
  readonly spotlight: number | null;
  /** The epoch that is looked at; null: the latest. */
  readonly scrubbed: number | null;
  readonly cover: Cover;
  readonly countdown: Countdown;
  readonly isBlank: boolean;
  /**
   * The set-up that was opened and not trained yet. `isNext`: it waits while the curves before it are on the screen;
   * else its empty frame is.
   */
  readonly opened: { readonly id: string; readonly isNext: boolean } | null;
  readonly panel: 'keys' | 'set-ups' | null;
  /** One sentence about what was asked for last; empty: nothing to say. */
  readonly note: string;
}

export const firstState: PresentState = {
  measure: 'accuracy',
  layout: 'sides',
  spotlight: null,
  scrubbed: null,
  cover: { kind: 'none' },
  countdown: { seconds: 30, endsAt: null, left: 0, acts: true },
  isBlank: false,
  opened: null,
  panel: null,
  note: '',
};

export type PresentAction =
  | { readonly type: 'measure' | 'layout' | 'spotlight' | 'blank' | 'acts' }
  /** To an epoch of those that came. @param come how many came */
  | { readonly type: 'scrub'; readonly to: 'back' | 'forward' | 'first' | 'last'; readonly come: number }
  | { readonly type: 'freeze'; readonly at: number }
  /** @param planned epochs of the training. @param isStill motion is unwelcome: all at once. */
  | { readonly type: 'reveal'; readonly planned: number; readonly isStill: boolean }
  | { readonly type: 'reveal more'; readonly come: number }
  | { readonly type: 'count down'; readonly now: number }
  | { readonly type: 'tick'; readonly now: number }
  | { readonly type: 'end countdown' }
  | { readonly type: 'longer' | 'shorter' }
  /** @param isUnderWay a training runs or is paused: it stays on the screen. */
  | { readonly type: 'open set-up'; readonly id: string; readonly isUnderWay: boolean; readonly note: string }
  | { readonly type: 'close set-up' }
  /** The training was ended by the person. */
  | { readonly type: 'stopped' }
  | { readonly type: 'started' }
  | { readonly type: 'panel'; readonly panel: PresentState['panel'] }
  | { readonly type: 'note'; readonly note: string };

/** How the countdown is changed at a time, and what it can be, in seconds. */
const countdownStep = 5;
const shortest = 5;
const longest = 600;

/** In how many ticks a training is revealed, were it frozen from its start. */
const revealTicks = 24;

export function reducePresent(state: PresentState, action: PresentAction): PresentState {
  // A sentence is about the key that was pressed last. The clock is no key.
  const quiet = action.type === 'tick' || action.type === 'reveal more' || state.note === '';
  const before = quiet ? state : { ...state, note: '' };
  switch (action.type) {
    case 'measure':
      return { ...before, measure: before.measure === 'accuracy' ? 'loss' : 'accuracy' };
    case 'layout':
      return { ...before, layout: before.layout === 'sides' ? 'overlay' : 'sides' };
    case 'spotlight': {
      const next = (before.spotlight ?? -1) + 1;
      return { ...before, spotlight: next < spotlights.length ? next : null };
    }
    case 'blank':
      return { ...before, isBlank: !before.isBlank };
    case 'acts':
      return { ...before, countdown: { ...before.countdown, acts: !before.countdown.acts } };
    case 'scrub':
      return { ...before, scrubbed: scrubbedTo(action.to, before.scrubbed, action.come) };
    case 'freeze':
      return { ...before, cover: { kind: 'frozen', at: action.at }, scrubbed: null };
    case 'reveal':
      return { ...before, cover: revealed(before.cover, action.planned, action.isStill) };
    case 'reveal more': {
      if (before.cover.kind !== 'revealing') return before;
      const { upTo, by } = before.cover;
      return { ...before, cover: upTo + by < action.come ? { kind: 'revealing', upTo: upTo + by, by } : noCover };
    }
    case 'count down': {
      const { seconds } = before.countdown;
      return {
        ...before,
        countdown: { ...before.countdown, endsAt: action.now + seconds * 1000, left: seconds },
      };
    }
    case 'tick': {
      const { endsAt, left } = before.countdown;
      if (endsAt === null) return before;
      const now = Math.max(0, Math.ceil((endsAt - action.now) / 1000));
      return now === left ? before : { ...before, countdown: { ...before.countdown, left: now } };
    }
    case 'end countdown':
      return { ...before, countdown: { ...before.countdown, endsAt: null, left: 0 } };
    case 'longer':
      return { ...before, countdown: lengthened(before.countdown, countdownStep) };
    case 'shorter':
      return { ...before, countdown: lengthened(before.countdown, -countdownStep) };
    case 'open set-up':
      return {
        ...before,
        opened: { id: action.id, isNext: action.isUnderWay },
        // A frozen room goes on predicting the training that it looks at.
        ...(action.isUnderWay ? {} : { scrubbed: null, cover: noCover }),
        panel: null,
        note: action.note,
      };
    case 'close set-up':
    case 'stopped': {
      const isNext = action.type === 'close set-up';
      return { ...before, opened: before.opened && { ...before.opened, isNext }, scrubbed: null };
    }
    case 'started':
      return {
        ...before,
        opened: null,
        scrubbed: null,
        cover: before.cover.kind === 'frozen' ? { kind: 'frozen', at: 0 } : noCover,
        countdown: { ...before.countdown, endsAt: null, left: 0 },
      };
    case 'panel':
      return { ...before, panel: action.panel };
    case 'note':
      return { ...before, note: action.note };
    default:
      return action satisfies never;
  }
}

const noCover: Cover = { kind: 'none' };

/** How many epochs the room sees of those that came. */
export function shownEpochs({ cover, scrubbed }: Pick<PresentState, 'cover' | 'scrubbed'>, come: number): number {
  if (cover.kind === 'frozen') return Math.min(cover.at, come);
  if (cover.kind === 'revealing') return Math.min(cover.upTo, come);
  return Math.min(scrubbed ?? come, come);
}

function scrubbedTo(to: 'back' | 'forward' | 'first' | 'last', from: number | null, come: number): number | null {
  const at = Math.min(from ?? come, come);
  const next = { back: at - 1, forward: at + 1, first: 1, last: come }[to];
  return next >= come ? null : Math.max(1, next);
}

function revealed(cover: Cover, planned: number, isStill: boolean): Cover {
  if (cover.kind !== 'frozen' || isStill) return noCover;
  return { kind: 'revealing', upTo: cover.at, by: Math.max(1, Math.ceil((planned - cover.at) / revealTicks)) };
}

/** One that runs is itself changed; its length for the next time stays. */
function lengthened(countdown: Countdown, by: number): Countdown {
  const { seconds, endsAt, left } = countdown;
  const within = (s: number) => Math.min(longest, Math.max(shortest, s));
  if (endsAt === null) return { ...countdown, seconds: within(seconds + by) };
  const next = within(left + by);
  return { ...countdown, endsAt: endsAt + (next - left) * 1000, left: next };
}
