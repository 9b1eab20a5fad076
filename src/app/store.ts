import { temporal } from 'zundo';
import { create } from 'zustand';
import { emptyCollection, type Collection } from '../core/collection';
import type { Anatomy } from '../core/base';
import type { BaseState, InsightState, ModelImport, Stored } from '../core/baseState';
import { bundledAnatomy } from '../core/bundledAnatomy';
import type { ImportReport } from '../core/importReport';
import { nothingInside, type InsideState } from '../core/inside/insideState';
import type { TrainedHeads } from '../core/heads/trainedHeads';
import type { Link } from '../core/link';
import type { LogEntry } from '../core/log/logEntry';
import type { PageId } from '../core/page';
import { held, type Prepared } from '../core/prepared';
import type { Project, ProjectSummary } from '../core/project';
import type { FileWork } from '../core/project/fileWork';
import { defaultName } from '../core/projectName';
import type { Training } from '../core/session';
import type { Settings } from '../core/settings';
import type { Sweep } from '../core/sweep';
import { noFeatureMap, type FeatureMapState } from '../core/why/featureMap';
import { notAsked, type Asked } from '../core/why/practical';
import { nothingAsked, type WhyState } from '../core/why/whyState';
import type { KeptBase } from '../storage/bases';
import type { NextLanguage } from './languageChange';
import { freshId } from './freshId';

/** Everything on the page that changes. Pixels, features and workers are not in it: see `lab.ts`. */
export interface LabState {
  /** What is shown of it all. */
  readonly page: PageId;
  /** What an instructor hid or locked on it. */
  readonly prepared: Prepared;
  /** The language that the address names; null: it names none. */
  readonly lang: string | null;
  /** A project file that the address names, and the id of the project that came of it; null: it did not come yet. */
  readonly linkedProject: { readonly path: string; readonly id: string | null } | null;
  readonly collection: Collection;
  /** The built-in set that the collection is, unchanged; null for a learner's own pictures. */
  readonly sample: string | null;
  readonly settings: Settings;
  /** The preset that was applied last, by id. It shows as chosen while the settings are its own. */
  readonly preset: string | null;
  /** Which seed's split and wrong labels the thumbnails show: 0 is the first. */
  readonly shownTrial: number;
  readonly importing: { readonly done: number; readonly total: number } | null;
  readonly report: ImportReport | null;
  /** What can be undone, in words: "3 pictures deleted". */
  readonly undoable: string | null;
  readonly base: BaseState;
  /** Of the base that is chosen; null until one that was never here has been loaded. */
  readonly anatomy: Anatomy | null;
  /** Bases whose files are in this browser. */
  readonly shelf: readonly KeptBase[];
  readonly modelImport: ModelImport;
  /** The picture that is looked at through the base, by id; null: the first one. */
  readonly lookedAt: string | null;
  /** What the base makes of it. */
  readonly insight: InsightState;
  /** What the browser keeps; null until asked, or where it does not tell. */
  readonly stored: Stored | null;
  /** A training is being planned: its splits and labels are drawn. */
  readonly planning: boolean;
  readonly training: Training;
  /** The heads that can be used now: of the training under way or done, or of an earlier run; null: there are none. */
  readonly heads: TrainedHeads | null;
  /** The experiments of this project, in the order of their start. */
  readonly log: readonly LogEntry[];
  /** When the present test set was opened, in ms since 1970; null: it is locked, or there is none. */
  readonly testOpenedAt: number | null;
  /** What is looked at inside its heads. */
  readonly inside: InsideState;
  readonly sweep: Sweep;
  /** The experiments on transfer. */
  readonly why: WhyState;
  /** What the base itself makes of some of the pictures. */
  readonly asked: Asked;
  /** The pictures as the base sees them. */
  readonly featureMap: FeatureMapState;
  readonly linkProblems: readonly string[];
  /** The language that was chosen, while it waits for what would be lost; null: none waits. */
  readonly nextLanguage: NextLanguage | null;
  /** One sentence about something that went wrong and is no bad picture: storage, the sample, a crash. */
  readonly trouble: string | null;
  /** What is being done with a project file. */
  readonly fileWork: FileWork;
  /** The project that is open. */
  readonly project: Pick<Project, 'id' | 'name' | 'lastNumber' | 'testOpenings' | 'unreadable'>;
  /** What is kept in this browser, the newest first; the one that is open is among them once it is kept. */
  readonly projects: readonly ProjectSummary[];
  /**
   * Which tab the project is in: only this one; it was open in another one already, which saves it (`second`); it went
   * on in another one (`left`); or in another one, and what was changed here went on as a copy (`copied`).
   */
  readonly tab: 'only' | 'second' | 'left' | 'copied';
}

/**
 * Undo goes over pictures and classes; everything else follows from them or is not lost. Settings that are locked or
 * hidden stay what they are, whoever sets them: only what names `prepared` as well can change them.
 */
export function createStore(link: Link) {
  const store = createFree(link);
  const setFree = store.setState.bind(store);
  const setHeld = (change: Change) =>
    setFree((state) => {
      const next = typeof change === 'function' ? change(state) : change;
      if (!next.settings || next.prepared) return next;
      return { ...next, settings: held(state.prepared, state.settings, next.settings) };
    });
  return Object.assign(store, { setState: setHeld });
}

type Change = Partial<LabState> | ((state: LabState) => Partial<LabState>);

const createFree = (link: Link) =>
  create<LabState>()(
    temporal(
      (): LabState => ({
        page: link.page,
        prepared: link.prepared,
        lang: link.lang,
        linkedProject: link.projectPath === null ? null : { path: link.projectPath, id: null },
        collection: emptyCollection,
        sample: null,
        settings: link.settings,
        preset: null,
        shownTrial: 0,
        importing: null,
        report: null,
        undoable: null,
        base: { phase: 'idle' },
        anatomy: bundledAnatomy,
        shelf: [],
        modelImport: { phase: 'idle' },
        lookedAt: null,
        insight: { phase: 'none' },
        stored: null,
        planning: false,
        training: { phase: 'none' },
        heads: null,
        log: [],
        testOpenedAt: null,
        inside: nothingInside,
        sweep: { phase: 'none' },
        why: nothingAsked,
        asked: notAsked,
        featureMap: noFeatureMap,
        nextLanguage: null,
        linkProblems: link.problems,
        trouble: null,
        fileWork: { phase: 'none' },
        project: { id: freshId(), name: defaultName(emptyCollection, null) },
        projects: [],
        tab: 'only',
      }),
      {
        partialize: ({ collection, sample }) => ({ collection, sample }),
        equality: (a, b) => a.collection === b.collection,
        limit: 30,
      },
    ),
  );

export type LabStore = ReturnType<typeof createStore>;
