import { copyName } from '../../core/projectName';
import { freshId } from '../freshId';
import type { LabStore } from '../store';
import type { HeadsShelf } from './headsShelf';
import type { Saver } from './saving';
import type { Shower } from './showing';
import type { Tabs } from './tabs';
import { trainingEnded } from './trainingEnded';
import { isRunningIn } from './trained';
import type { TrainingShelf } from './trainingShelf';

/** What becomes of the project that is open where another tab of this page has it, too. */
export interface Sharing {
  /** What is here goes on under an id of its own; what it was made of stays as it was saved. */
  readonly becomeCopy: (tab: 'only' | 'copied') => void;
  /** Another tab has had it all along. */
  readonly onHad: () => void;
  /** Another tab takes it over. */
  readonly onTaken: () => Promise<void>;
  /** Shows the project as another tab saved it last. */
  readonly takeUp: (id: string) => Promise<void>;
}

interface SharingGiven {
  readonly store: LabStore;
  readonly shelf: Pick<HeadsShelf, 'copy'>;
  readonly trainings: Pick<TrainingShelf, 'copy'>;
  readonly saver: Pick<Saver, 'flush' | 'isChanged'>;
  readonly tabs: Pick<Tabs, 'hold'>;
  readonly shower: Pick<Shower, 'find' | 'show' | 'endInterrupted'>;
  /** Ends what is trained and what is looked at, and puts it away, the heads too. */
  readonly clear: () => void;
  readonly stopTraining: () => void;
}

export function createSharing(given: SharingGiven): Sharing {
  const { store, shelf, trainings, saver, tabs, shower } = given;

  function becomeCopy(tab: 'only' | 'copied'): void {
    const { project, projects } = store.getState();
    const id = freshId();
    const names = [project, ...projects].map(({ name }) => name);
    void shelf.copy(project.id, id);
    void trainings.copy(project.id, id);
    const holding = tabs.hold(id);
    store.setState({ project: { ...project, id, name: copyName(project.name, names) }, tab });
    void saver.flush();
    void holding.then(() => shower.endInterrupted(id));
  }

  return {
    becomeCopy,
    onHad: () => {
      if (saver.isChanged()) becomeCopy('copied');
      else
        store.setState(({ training, log }) => ({
          tab: 'second',
          // It goes on there: it was not stopped.
          ...(training.phase !== 'none' && training.session.isRestored && isRunningIn(log, training.session.runId)
            ? { training: { phase: 'none' } }
            : {}),
        }));
    },
    onTaken: async () => {
      const { id } = store.getState().project;
      given.stopTraining();
      await trainingEnded(store);
      await saver.flush();
      // What changed meanwhile, or could not be kept, goes on as a copy; it may have become one already.
      if (store.getState().project.id === id) store.setState({ tab: 'left' });
    },
    takeUp: async (id) => {
      const found = await shower.find(id);
      if (store.getState().project.id !== id || found === 'unreadable') return;
      if (found !== 'gone') return shower.show(found);
      given.clear();
      store.setState({ tab: 'only' });
      await tabs.hold(id);
    },
  };
}
