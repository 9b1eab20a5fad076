import { t } from '@lingui/core/macro';
import { withClassesTaken } from '../core/classIds';
import { reduceCollection, type CollectionAction } from '../core/collection';
import type { Link } from '../core/link';
import { held, isFree, isPrepared } from '../core/prepared';
import type { Settings } from '../core/settings';
import type { PreparerPool } from '../images/pool';
import { addFiles } from './addFiles';
import { createAddress, type Address } from './address';
import { createBaseChoice } from './baseChoice';
import { createBaseStarter } from './baseStarting';
import { createFeatureKeeper, type FeatureKeeper } from './extracting';
import { createImporter, type Importer } from './importing';
import { createFollower } from './following';
import { createHeadsKeeper } from './headsKeeping';
import { createInside } from './inside';
import type { Inside } from './insideContract';
import { createLogbook, type Logbook } from './logbook';
import { createLooker, type Looker } from './looking';
import { createModelImporter, type ModelImporter } from './modelImporting';
import { messageOf } from './messages';
import { missingCodeWords } from './missingCode';
import { PicturePixels } from './picturePixels';
import { presetBarred } from './prepared/presetBarred';
import { createProjectFiles, type ProjectFiles } from './projectFile';
import type { Projects } from './projects/contract';
import { createPictureSets, type PictureSets } from './projects/pictureSets';
import { createProjects } from './projects/projects';
import { createSeeing, type Seeing } from './seeing';
import type { Services } from './services';
import { createShelf, type Shelf } from './shelf';
import { createStore, type LabStore } from './store';
import { createSweeper, type Sweeper } from './sweeping';
import { createStorageKeeper, type StorageKeeper } from './storing';
import { createTrainer, type Trainer } from './training';
import type { Why } from './why/why';

/** The page's state and everything that can be done to it. */
export interface Lab extends Omit<PictureSets, 'cancelFetch' | 'refill'>, Omit<Address, 'rewrite'> {
  readonly store: LabStore;
  readonly importer: Pick<Importer, 'add' | 'cancel'>;
  readonly features: Pick<FeatureKeeper, 'cancel' | 'resume' | 'engine'>;
  readonly shelf: Pick<Shelf, 'card' | 'known' | 'source'>;
  readonly looker: Looker;
  readonly models: ModelImporter;
  readonly storage: Pick<StorageKeeper, 'refresh' | 'clearFeatures'>;
  /** The person agrees that the chosen base is fetched. @param address of a folder on this origin; null: the hub. */
  readonly fetchBase: (address: string | null) => Promise<void>;
  /** Lets go of a learner's own base, or of the kept files of one from the hub. */
  readonly forgetBase: (id: string) => Promise<void>;
  /** Compares the engines once more. */
  readonly measureAgain: () => Promise<void>;
  readonly trainer: Trainer;
  readonly inside: Omit<Inside, 'begin' | 'add'>;
  readonly sweeper: Sweeper;
  /** Asks the experiments on transfer for something; their code is fetched when it is first wanted. */
  readonly askWhy: (question: (why: Why) => unknown) => void;
  /** What has been trained in this project. */
  readonly logbook: Logbook;
  /** Shows new pictures to the base of heads that were trained here. */
  readonly seeing: Seeing;
  /** RGB bytes [224, 224, 3] of a picture of the collection, by content hash. */
  readonly pixelsOf: (hash: string) => Promise<Uint8Array>;
  /** Reads and prepares a file as every picture is; a sentence where that cannot be. */
  readonly prepare: PreparerPool['prepare'];
  /** The same for a frame of a camera. */
  readonly prepareFrame: PreparerPool['prepareFrame'];
  readonly projects: Projects;
  readonly projectFiles: Omit<ProjectFiles, 'take' | 'openLinked'>;
  readonly thumbnailUrl: (hash: string) => string;
  readonly change: (action: CollectionAction, undoable?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly set: (settings: Partial<Settings>) => void;
  /**
   * Carries out what a link asks for, without the address: a set-up that a lesson opens. What the instructor hid or
   * locked stays so.
   */
  readonly follow: (link: Link) => Promise<void>;
  /** Trains as soon as every picture has its features; does nothing where the pictures cannot be trained on. */
  readonly trainWhenReady: () => Promise<void>;
  /** Call once: work of an earlier visit, and what the address asks for. */
  readonly begin: (link: Link) => Promise<void>;
}

export function createLab(services: Services, link: Link): Lab {
  const { pool, base, makeTrial, head, inspect } = services;
  const store = createStore(link);
  const pictures = new PicturePixels(pool);
  const shelf = createShelf(store);
  const starter = createBaseStarter(base, shelf);
  const features = createFeatureKeeper({ store, base, starter, pictures, shelf });
  const looker = createLooker(store, base, starter, pictures, shelf);
  const storage = createStorageKeeper(store, features.cleared);
  const onPictures = () => void features.extract();
  const importer = createImporter(store, pool, pictures, onPictures);
  const inside = createInside(store, inspect);
  // What opens a training that was brought back is fetched when there is one.
  const stopWaiting = store.subscribe(({ training }) => {
    if (training.phase === 'none' || !training.session.isRestored) return;
    stopWaiting();
    void import('./insideRestoring').then(
      ({ restoreInside }) => restoreInside({ store, features, inspect, inside }),
      () => store.setState((s) => ({ inside: { ...s.inside, trouble: missingCodeWords(t`The look inside`) } })),
    );
  });
  const sweeper = createSweeper(store, head, features);
  let loadedWhy: Why | null = null;
  const why = async () => {
    const { createWhy } = await import('./why/why');
    loadedWhy ??= createWhy({ ...services, store, starter, features, pictures });
    return loadedWhy;
  };
  /** Where its code does not come, the person hears of it. */
  const askWhy: Lab['askWhy'] = (question) =>
    void why()
      .then(question)
      .catch((error: unknown) =>
        store.setState({ trouble: t`This did not work (${messageOf(error)}). Try it again.` }),
      );
  /** There is one worker that trains heads, and a training takes it from everything else. */
  const stopStudies = () => loadedWhy?.studies.stop();
  const stopOthers = () => {
    sweeper.stop();
    stopStudies();
  };
  const clearWhy = () => loadedWhy?.clear();
  const heads = createHeadsKeeper(store, inspect);
  const logbook = createLogbook(store);
  const seeing = createSeeing({ store, base, starter, shelf, features });
  const trainer = createTrainer(store, head, features, inside, heads, () => {
    stopOthers();
    // Whatever becomes of the browser in the training: what went in is kept. Storage that hangs holds nothing up.
    return Promise.race([projects.flush(), new Promise((goOn) => setTimeout(goOn, longestSave))]);
  });
  /** Ends what is trained and what is looked at, and puts it away. */
  const clear = () => {
    trainer.stop();
    inside.end();
    sweeper.clear();
    clearWhy();
    store.setState({ training: { phase: 'none' } });
    heads.clear();
  };
  const projects = createProjects({
    store,
    pictures,
    channel: services.channel,
    onPictures,
    settleImport: importer.settle,
    cancelFetch: () => sets.cancelFetch(),
    clear,
    stopTraining: trainer.stop,
    refill: (id) => sets.refill(id),
  });
  const projectFiles = createProjectFiles({ store, pool, pictures, projects, onPictures });
  /** Settled once the work of an earlier visit is back; what comes before must not be overwritten by it. */
  let begun: Promise<unknown> = Promise.resolve();
  const change: Lab['change'] = (action, undoable) => {
    const { collection, sample, prepared, heads: trained } = store.getState();
    // Which pictures are kept for the test at the end says nothing else about them.
    const isOfTest = action.type === 'test set aside' || action.type === 'test set released';
    if (!isOfTest && !isFree(prepared, 'pictures')) return;
    const next = reduceCollection(withClassesTaken(collection, trained?.classes ?? []), action);
    // Pinning, renaming, moving: all of it makes a built-in set one's own.
    store.setState({ collection: next, sample: next === collection ? sample : null, undoable: undoable ?? null });
    onPictures();
  };

  const travel = (direction: 'undo' | 'redo') => {
    const { importing, prepared } = store.getState();
    // In the middle of an import there is no state to go back to.
    if (importing || !isFree(prepared, 'pictures')) return;
    store.temporal.getState()[direction]();
    store.setState({ undoable: null });
    onPictures();
  };

  /** @param isForced the machine cannot do otherwise, so that locked and hidden settings change too. */
  const setAny = (changes: Partial<Settings>, isForced: boolean) =>
    store.setState((state) => {
      // Block numbers mean nothing on another base.
      const isOtherBase = changes.base !== undefined && changes.base !== state.settings.base;
      const settings = { ...state.settings, ...(isOtherBase ? { cut: 0, join: 0 } : {}), ...changes };
      // A new object would count as a change.
      if (JSON.stringify(settings) === JSON.stringify(state.settings)) return state;
      const { prepared } = state;
      const shownTrial = Math.min(state.shownTrial, settings.seeds - 1);
      return { settings, shownTrial, ...(isForced ? { prepared } : {}) };
    });
  const set: Lab['set'] = (changes) => setAny(changes, false);

  const sets = createPictureSets({
    store,
    importer,
    clear,
    stop: () => {
      trainer.stop();
      sweeper.stop();
    },
    setAside: projects.setAside,
    begun: () => begun,
    onPictures,
    set,
  });
  const choice = createBaseChoice({
    store,
    shelf,
    starter,
    looker,
    features,
    storage,
    // A base that is gone, or a cut that it does not have, cannot be held on to.
    set: (changes) => setAny(changes, true),
  });
  const follower = createFollower({
    store,
    features,
    trainer,
    sets,
    projects,
    projectFiles,
    choice,
    askWhy,
    stopStudies,
  });
  const models = createModelImporter(store, makeTrial, shelf, choice.takeUp);

  // The address that the page was opened with comes first, also where reading what is stored takes its time.
  const address = createAddress(store, (link) => void begun.then(() => follower.follow(link)));

  store.subscribe((now, before) => {
    if (now.settings.base !== before.settings.base) follower.forgetWishes();
    choice.follow(now, before);
    // What followed may have changed the settings again.
    address.rewrite(before);
  });

  return {
    store,
    importer: {
      add: async (files, classId, group) => {
        await begun;
        const { prepared } = store.getState();
        if (!isFree(prepared, 'pictures')) {
          const { rest } = isFree(prepared, 'files') ? await projectFiles.take(files) : { rest: files };
          if (rest.length > 0) store.setState({ trouble: setPictures });
          return;
        }
        // Without project files, one is a ZIP with pictures in it.
        if (!isFree(prepared, 'files')) return importer.add(files, classId, group);
        await addFiles({ store, importer, projectFiles }, files, classId, group);
      },
      cancel: async () => {
        sets.cancelFetch();
        await importer.cancel();
      },
    },
    features,
    trainer,
    inside,
    sweeper,
    askWhy,
    logbook,
    seeing,
    pixelsOf: (hash) => pictures.pixels(hash),
    prepare: (source) => pool.prepare(source),
    prepareFrame: (frame, isMirrored) => pool.prepareFrame(frame, isMirrored),
    projects,
    projectFiles,
    thumbnailUrl: (hash) => pictures.url(hash),
    change,
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    set,
    show: address.show,
    follow: (link) => {
      const { prepared, lang, settings } = store.getState();
      return follower.follow({ ...link, prepared, lang, settings: held(prepared, settings, link.settings) });
    },
    showWhole: address.showWhole,
    shelf,
    looker,
    models,
    storage,
    fetchBase: follower.fetchBase,
    forgetBase: choice.forget,
    measureAgain: choice.measureAgain,
    loadSample: async (id, settings) =>
      isFree(store.getState().prepared, 'samples') && (await sets.loadSample(id, settings)),
    startOver: () => {
      if (isFree(store.getState().prepared, 'samples')) sets.startOver();
    },
    applyPreset: async (preset) => {
      if (presetBarred(store.getState(), preset) === null) await sets.applyPreset(preset);
    },
    trainWhenReady: follower.trainWhenReady,
    begin: async (first) => {
      const isFresh = first.projectPath !== null || (first.sample === null && isPrepared(first.prepared));
      begun = shelf.begin().then(() => projects.begin(first.sample, isFresh));
      await begun;
      choice.adopt();
      void features.extract();
      // Whoever went to another page of the app meanwhile stays there.
      if (first.given) await follower.follow({ ...first, page: store.getState().page }, true);
    },
  };
}

const setPictures = t`Your instructor has set the pictures of this page, so no others were added.`;

/** How long a training waits until everything is saved, in ms. */
const longestSave = 3000;
