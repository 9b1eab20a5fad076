import { shownAs } from '../../core/prepared';
import type { PartId } from '../../core/preparedParts';
import type { StationId } from '../stations';
import type { LabState } from '../store';

const parts: Readonly<Partial<Record<StationId, PartId>>> = {
  base: 'station-base',
  head: 'station-head',
  inside: 'station-inside',
  why: 'station-why',
  try: 'station-try',
  mistakes: 'station-mistakes',
  work: 'station-work',
};

/** Is a station left out of the page? That of the base is not while the base waits for an answer. */
export function isLeftOut(state: Pick<LabState, 'prepared' | 'base'>, station: StationId): boolean {
  const part = parts[station];
  if (part === undefined || shownAs(state.prepared, part) !== 'hidden') return false;
  return station !== 'base' || !needsAnswer(state);
}

/** Without the person the base does not go on: it has to be fetched, was cancelled, or did not run. */
const needsAnswer = ({ base }: Pick<LabState, 'base'>) =>
  base.phase === 'asking' || base.phase === 'cancelled' || base.phase === 'failed';

/** Does anything show what is inside the heads? A lesson may ask about it, whatever is left out. */
export const isInsideSeen = ({ prepared, page }: Pick<LabState, 'prepared' | 'page'>): boolean =>
  shownAs(prepared, 'station-inside') === 'shown' || page !== 'lab';
