import { t } from '@lingui/core/macro';
import { emptyCollection } from '../../core/collection';
import { defaultName, longestName } from '../../core/projectName';
import { defaultSettings } from '../../core/settings';
import { messageOf } from '../messages';
import type { PicturePixels } from '../picturePixels';
import type { LabState, LabStore } from '../store';
import type { Projects } from './contract';
import { createHeadsShelf } from './headsShelf';
import { createKeeper } from './keeping';
import { createLeaver } from './leaving';
import { keepPersistently } from './persistence';
import { createQueue } from './queue';
import { createSaver } from './saving';
import { createSharing } from './sharing';
import { createShower, nothingShown } from './showing';
import { rememberedProject, rememberProject } from './tabProject';
import { createTabs, type TabChannel } from './tabs';
import { createTrained } from './trained';
import { createTrainingShelf } from './trainingShelf';
import type { createWholeProjects, WholeGiven } from './wholeProjects';

interface ProjectsGiven {
  readonly store: LabStore;
  readonly pictures: PicturePixels;
  readonly channel: TabChannel | null;
  readonly onPictures: () => void;
  /** What is still coming in must not land among what is brought back. */
  readonly settleImport: () => Promise<void>;
  /** No built-in set is waited for any more. */
  readonly cancelFetch: () => void;
  /** Ends what is trained and what is looked at, and puts it away, the heads too. */
  readonly clear: () => void;
  readonly stopTraining: () => void;
  /** Brings a built-in set in. */
  readonly refill: (sample: string) => Promise<boolean>;
}

export interface ProjectKeeping extends Projects {
  /**
   * Call once. Brings back the project of the last visit; where a link asks for a built-in set, not over one's own.
   * @param isFresh a link asks for a page without pictures, or with others: only a reload brings something back.
   */
  readonly begin: (linkedSample: string | null, isFresh?: boolean) => Promise<void>;
  /**
   * Before another collection takes the place of this one: what is the learner's own becomes a project apart.
   * @param isWanted is the other collection still to come? Cancelled meanwhile, nothing is put away.
   */
  readonly setAside: (isWanted: () => boolean) => Promise<void>;
  /** Resolves when everything of now is kept, or it is known that it cannot be. */
  readonly flush: () => Promise<void>;
}

/**
 * Projects: one is open, and saved as it changes. What happens to it when its pictures change:
 *
 * - A first visit begins with an empty project. It is kept from the first class, experiment or name on.
 * - A built-in set comes into the project that is open, and another one takes its place there, with the same log: as
 *   long as there is nothing of the learner's own, the experiments on all of them belong together. Of an unchanged set
 *   only its id is kept; opening the project fetches the set again. Starting over stays in the project too.
 * - Once a built-in set is changed (own pictures, labels, pins), it is the learner's own, in the same project, and its
 *   pictures are kept from then on. Undone, it is the built-in set again.
 * - A built-in set that is loaded over own pictures begins a project of its own; theirs is kept with its log.
 * - Deleting all pictures stays in the project; without a log or a name nothing is left of it to keep.
 * - A link to a built-in set is followed as if the set had been loaded: over own pictures it begins a project.
 *
 * All of it is in memory as well, so that a browser without storage loses nothing before the tab is closed.
 */
export function createProjects(given: ProjectsGiven): ProjectKeeping {
  const { store, pictures } = given;
  let toldTrouble: string | null = null;
  let isBegun = false;
  const tell = (sentence: string | null) => {
    // Another sentence is not ours to take away.
    if (sentence !== null || store.getState().trouble === toldTrouble) store.setState({ trouble: sentence });
    toldTrouble = sentence;
  };
  const keeper = createKeeper({
    png: (hash) => pictures.png(hash),
    onTrouble: (sentence) => {
      tell(sentence);
      if (sentence === null) void trained.retry();
    },
    onWritten: (project) => {
      if (project.sample === null && project.collection.pictures.length > 0) void keepPersistently();
    },
    // Before the latest is on the page, it would be offered as if it were put away.
    onList: (projects) => isBegun && store.setState({ projects }),
  });
  const shelf = createHeadsShelf(tell);
  const trainings = createTrainingShelf(tell);
  const trained = createTrained({ store, shelf, trainings });
  const tabs = createTabs({
    channel: given.channel,
    onHad: () => sharing.onHad(),
    onTaken: () => sharing.onTaken(),
    onFreed: () => void inTurn(() => sharing.takeUp(store.getState().project.id)),
  });
  const saver = createSaver({ store, keeper, trained, tabs, onConflict: () => sharing.becomeCopy('copied') });
  const shower = createShower({
    store,
    pictures,
    keeper,
    trained,
    saver,
    tabs,
    onPictures: given.onPictures,
    clear: given.clear,
    refill: given.refill,
  });
  const { read, find, show, beginAnew } = shower;
  const sharing = createSharing({ ...given, shelf, trainings, saver, tabs, shower });
  const { becomeCopy, takeUp } = sharing;
  const { leave, rest } = createLeaver({ ...given, saver });
  /** One after the other: a project is there in full before the next takes its place. */
  const inTurn = createQueue();

  const empty = (): Partial<LabState> => {
    const { base, engine } = store.getState().settings;
    return {
      collection: emptyCollection,
      sample: null,
      settings: { ...defaultSettings, base, engine },
      ...nothingShown,
    };
  };

  const parts = {
    store,
    pictures,
    keeper,
    shelf,
    trainings,
    saver,
    tabs,
    leave,
    read,
    show,
    beginAnew,
    becomeCopy,
    empty,
  };
  /** Its code is fetched when it is first wanted. */
  const wholeProjects = async () => (await import('./wholeProjects')).createWholeProjects(parts satisfies WholeGiven);
  /** Where that does not come, the person hears of it. */
  const withWhole = (use: (whole: ReturnType<typeof createWholeProjects>) => Promise<void>) =>
    inTurn(async () => {
      try {
        await use(await wholeProjects());
      } catch (error) {
        store.setState({ trouble: t`This did not work (${messageOf(error)}). Load the page again and try once more.` });
      }
    });

  return {
    async begin(linkedSample, isFresh = false) {
      const list = await keeper.list();
      const own = rememberedProject();
      const found = own === null ? list?.[0] : list?.find(({ id }) => id === own);
      const isWanted = found && !(linkedSample !== null && found.isOwn) && !(isFresh && own === null);
      const ready = isWanted ? await find(found.id) : 'gone';
      saver.watch();
      store.subscribe(({ project }, before) => {
        if (project.id !== before.project.id) rememberProject(project.id);
      });
      // Nor over what the person has begun meanwhile.
      if (typeof ready === 'object' && store.getState().collection === emptyCollection) await show(ready, linkedSample);
      else void tabs.hold(store.getState().project.id).then(saver.flush);
      // What could not be read is tried again the next time.
      if (list && ready !== 'unreadable') rememberProject(store.getState().project.id);
      isBegun = true;
      await keeper.list();
      void keeper.tidy();
    },
    setAside: (isWanted) =>
      inTurn(async () => {
        const { sample, collection, tab } = store.getState();
        const isOwn = sample === null && collection.classes.length > 0;
        // What another tab has is not ours to load other pictures into.
        if (!isWanted() || (!isOwn && tab !== 'second' && tab !== 'left')) return;
        await rest();
        if (isWanted()) beginAnew({ collection: emptyCollection, sample: null });
      }),
    flush: saver.flush,
    keep: async () => {
      await saver.flush();
      return saver.isKept() && !keeper.isInMemory(store.getState().project.id);
    },
    refresh: async () => {
      await keeper.list();
    },
    create: () =>
      inTurn(async () => {
        await leave();
        beginAnew(empty());
        given.onPictures();
      }),
    open: (id) =>
      inTurn(async () => {
        if (id === store.getState().project.id) return;
        const found = await find(id);
        if (found === 'unreadable') return;
        if (found !== 'gone') {
          await leave();
          return show(found);
        }
        store.setState({ trouble: t`That project is no longer kept in this browser.` });
        await keeper.list();
      }),
    rename: (name) =>
      store.setState(({ project, collection, sample }) => ({
        project: { ...project, name: name.trim().slice(0, longestName) || defaultName(collection, sample) },
      })),
    useHeads: trained.useHeads,
    keptHeads: trained.keptHeads,
    takeHeads: trained.takeHeads,
    goOnHere: () =>
      inTurn(async () => {
        const { id } = store.getState().project;
        await tabs.take(id);
        await takeUp(id);
      }),
    workOnCopy: () => inTurn(async () => becomeCopy('only')),
    whole: async () => (await wholeProjects()).whole(),
    adopt: (one) => inTurn(async () => (await wholeProjects()).adopt(one)),
    duplicate: () => withWhole((all) => all.duplicate()),
    remove: (id) => withWhole((all) => all.remove(id)),
  };
}
