import { runningStudy } from '../core/why/whyState';
import { inLanguage, type LanguageId } from './language';
import type { Lab } from './lab';
import type { LabState } from './store';

/** A language that was chosen, and waits. */
export interface NextLanguage {
  readonly id: LanguageId;
  /** Whether the project that is open will be there again when the page is loaded anew. */
  readonly isKept: boolean;
}

/** What loading the page anew would break off; null: nothing. */
export function underWay({
  training,
  planning,
  sweep,
  why,
  importing,
  fileWork,
}: Pick<LabState, 'training' | 'planning' | 'sweep' | 'why' | 'importing' | 'fileWork'>): UnderWay | null {
  if (planning || training.phase === 'running' || training.phase === 'paused') return 'training';
  if (sweep.phase === 'running' || runningStudy(why) !== null) return 'study';
  return importing !== null || fileWork.phase !== 'none' ? 'pictures' : null;
}

export type UnderWay = 'training' | 'study' | 'pictures';

/** Whether there are results that are kept nowhere: those of all rates, and of the experiments on transfer. */
export const hasPassingResults = ({ sweep, why }: Pick<LabState, 'sweep' | 'why'>): boolean =>
  sweep.phase === 'done' || Object.values(why).some((study) => 'result' in study && study.result !== null);

/**
 * Puts the page into another language, which loads it anew: sentences are made as modules load. Where something would be
 * lost by that, nothing is done yet; the choice waits in the state until that is over, or the person has decided.
 */
export async function chooseLanguage(lab: Lab, id: LanguageId, load: typeof inLanguage = inLanguage): Promise<void> {
  const isKept = await lab.projects.keep();
  const state = lab.store.getState();
  if (isKept && underWay(state) === null && !hasPassingResults(state)) return load(id);
  lab.store.setState({ nextLanguage: { id, isKept } });
}

/** The same whatever is lost. What is under way is ended, so that what has come of it is kept. */
export async function changeLanguageNow(lab: Lab, id: LanguageId, load: typeof inLanguage = inLanguage): Promise<void> {
  lab.trainer.stop();
  lab.sweeper.stop();
  await lab.importer.cancel();
  lab.projectFiles.cancel();
  const { training } = lab.store.getState();
  // Its last epoch is still to come.
  if (training.phase === 'running' || training.phase === 'paused')
    await new Promise<void>((resolve) => {
      const stop = lab.store.subscribe((now) => {
        if (now.training.phase === 'running' || now.training.phase === 'paused') return;
        stop();
        resolve();
      });
    });
  await lab.projects.keep();
  load(id);
}
