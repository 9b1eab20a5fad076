import type { LabState } from '../store';

/** What would be lost, or begin anew, if the page were loaded again now; null: nothing. */
export type Busy = 'training' | 'experiment' | 'files' | null;

export function busyWith(
  state: Pick<LabState, 'training' | 'planning' | 'sweep' | 'why' | 'importing' | 'fileWork'>,
): Busy {
  const { training, planning, sweep, why, importing, fileWork } = state;
  if (planning || training.phase === 'running') return 'training';
  if (sweep.phase === 'running' || Object.values(why).some(({ phase }) => phase === 'running')) return 'experiment';
  return importing !== null || fileWork.phase === 'working' ? 'files' : null;
}

/** Whether the network and the processors have nothing to do for the person at the moment. */
export function isCalm(state: Parameters<typeof busyWith>[0] & Pick<LabState, 'base'>): boolean {
  const { phase } = state.base;
  const isBasing = phase === 'downloading' || phase === 'warming' || phase === 'measuring' || phase === 'extracting';
  return busyWith(state) === null && !isBasing;
}
