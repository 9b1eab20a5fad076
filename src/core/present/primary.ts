import { t } from '@lingui/core/macro';
import type { BaseState } from '../baseState';
import { grouped, setPercent } from '../figures';
import type { Training } from '../session';

/** What the one control does now. `none`: nothing; it is there, and says why. */
export type Primary =
  'load' | 'fetch again' | 'use bundled' | 'leave' | 'train' | 'train again' | 'pause' | 'resume' | 'none';

/** What the presenter's view stands on. */
export interface Situation {
  readonly pictures: number;
  /** Whether the built-in set may be loaded: an instructor may have set the pictures. */
  readonly maySample: boolean;
  readonly importing: { readonly done: number; readonly total: number } | null;
  readonly base: BaseState;
  readonly isPlanning: boolean;
  readonly training: Training;
  /** Why there can be no training now; null: there can. */
  readonly cannot: string | null;
}

export function primaryOf({ pictures, maySample, importing, base, isPlanning, training, cannot }: Situation): Primary {
  if (training.phase === 'running') return 'pause';
  if (training.phase === 'paused') return 'resume';
  if (isPlanning) return 'none';
  if (importing !== null) return 'none';
  if (pictures === 0) return maySample ? 'load' : 'leave';
  if (cannot === null) return training.phase === 'none' ? 'train' : 'train again';
  switch (base.phase) {
    case 'failed':
    case 'cancelled':
      return 'fetch again';
    case 'asking':
      return 'use bundled';
    case 'ready':
      // Pictures or settings forbid it: that is mended at the stations.
      return 'leave';
    case 'idle':
    case 'downloading':
    case 'warming':
    case 'measuring':
    case 'extracting':
      return 'none';
    default:
      return base satisfies never;
  }
}

const labels: Readonly<Record<Primary, string>> = {
  load: t`Load the built-in set`,
  'fetch again': t`Go on with the features`,
  'use bundled': t`Use the built-in base`,
  leave: t`Back to the page`,
  train: t`Train`,
  'train again': t`Train again`,
  pause: t`Pause`,
  resume: t`Go on`,
  none: t`Wait …`,
};

export const primaryWords = (primary: Primary): string => labels[primary];

/** Where the pictures are on their way to a training. */
export type Readying =
  | { readonly kind: 'offer' }
  | {
      readonly kind: 'working';
      readonly words: string;
      readonly count: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'stuck'; readonly reason: string };

/** What is to be said before anything can be trained; null: something can, or is. */
export function readyingOf({ pictures, maySample, importing, base, isPlanning, cannot }: Situation): Readying | null {
  if (importing !== null) return working(t`The pictures are coming in.`, importing.done, importing.total);
  if (pictures === 0) return maySample ? { kind: 'offer' } : { kind: 'stuck', reason: ownPictures };
  if (isPlanning) return working(t`The splits of all seeds are being drawn.`, 0, 0);
  if (cannot === null) return null;
  switch (base.phase) {
    case 'downloading': {
      const share = base.total > 0 ? setPercent(Math.round((100 * base.loaded) / base.total) / 100) : '';
      return {
        kind: 'working',
        words: t`The frozen base is being fetched.`,
        count: share,
        done: base.loaded,
        total: base.total,
      };
    }
    case 'idle':
    case 'warming':
      return working(t`The frozen base is being set up.`, 0, 0);
    case 'measuring':
      return working(t`The fastest engine for the frozen base is being looked for.`, 0, 0);
    case 'extracting':
      return working(t`The frozen base turns the pictures into features.`, base.done, base.total);
    case 'failed': {
      const { reason } = base;
      return {
        kind: 'stuck',
        reason: t`The frozen base did not run (${reason}). Try once more, or open the page again.`,
      };
    }
    case 'cancelled':
    case 'asking':
    case 'ready':
      return { kind: 'stuck', reason: cannot };
    default:
      return base satisfies never;
  }
}

const ownPictures = t`There are no pictures yet, and your instructor has set which there are: add them at station 1.`;

function working(words: string, done: number, total: number): Readying {
  const [of, all] = [grouped(done), grouped(total)];
  return { kind: 'working', words, count: total > 0 ? t`${of} of ${all}` : '', done, total };
}

/** What the end of a countdown does: shows what was held back, presses the one control, or nothing. */
export type AtZero = 'reveal' | 'train' | 'resume' | 'nothing';

export function atZero(isFrozen: boolean, primary: Primary, acts: boolean): AtZero {
  if (!acts) return 'nothing';
  if (isFrozen) return 'reveal';
  if (primary === 'train' || primary === 'train again') return 'train';
  return primary === 'resume' ? 'resume' : 'nothing';
}

export function atZeroWords(what: AtZero): string {
  switch (what) {
    case 'reveal':
      return t`then the curves are revealed`;
    case 'train':
      return t`then the training starts`;
    case 'resume':
      return t`then the training goes on`;
    case 'nothing':
      return t`then nothing happens`;
    default:
      return what satisfies never;
  }
}
