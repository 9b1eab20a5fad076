import { t } from '@lingui/core/macro';
import { fitCut } from '../core/base';
import { bundled, defaultBlockOf } from '../core/catalogue';
import { isFree } from '../core/prepared';
import type { Settings } from '../core/settings';
import type { BaseStarter } from './baseStarting';
import type { FeatureKeeper } from './extracting';
import { asksTheSame } from './featurePlan';
import { lookedAtOf, type Looker } from './looking';
import type { Shelf } from './shelf';
import type { LabState, LabStore } from './store';
import type { StorageKeeper } from './storing';

/** Which base is in use, and what follows from choosing another. */
export interface BaseChoice {
  /** Takes up the base that the settings name; call it once the shelf has been read. */
  readonly adopt: () => void;
  /** The next cut that the base turns out not to have comes from a link: it is named and replaced. */
  readonly checkLink: () => void;
  /** Whatever changed, in settings or pictures. */
  readonly follow: (now: LabState, before: LabState) => void;
  /** The person agrees that the base is fetched. @param address of a folder on this origin; null: the hub. */
  readonly fetch: (address: string | null) => Promise<void>;
  /** A base was taken in from files; it may be the one that is chosen already, and was missing. */
  readonly takeUp: (id: string) => void;
  readonly forget: (id: string) => Promise<void>;
  readonly measureAgain: () => Promise<void>;
}

interface Parts {
  readonly store: LabStore;
  readonly shelf: Shelf;
  readonly starter: BaseStarter;
  readonly looker: Looker;
  readonly features: FeatureKeeper;
  readonly storage: StorageKeeper;
  readonly set: (changes: Partial<Settings>) => void;
}

export function createBaseChoice({ store, shelf, starter, looker, features, storage, set }: Parts): BaseChoice {
  let isFromLink = false;

  const complain = (sentences: readonly string[]) =>
    store.setState(({ linkProblems }) => ({ linkProblems: [...new Set([...linkProblems, ...sentences])] }));

  /** What a person drags too far is shown at the cut itself; what a link asks for in vain is said. */
  const fitLink = () => {
    const { settings, anatomy } = store.getState();
    if (!isFromLink || !anatomy) return;
    isFromLink = false;
    const { problems, cut } = fitCut(anatomy, defaultBlockOf(settings.base, anatomy), settings);
    if (problems.length === 0) return;
    const there = (number: number) => (number <= anatomy.blocks.length ? number : 0);
    set({ cut: there(settings.cut), join: there(settings.join), pooling: cut.pooling });
    complain(problems);
  };

  const adopt = () => {
    const { base } = store.getState().settings;
    looker.forget();
    if (!shelf.card(base)) {
      complain([goneBase]);
      return set({ base: bundled.id });
    }
    store.setState({ anatomy: shelf.known(base)?.anatomy ?? null });
    fitLink();
  };

  /** Looks anew where that costs nothing but the look: loading the base for it is the person's to say. */
  const lookAgain = () => {
    const { settings, prepared } = store.getState();
    const { base, engine } = settings;
    // Only the station of the base shows it.
    if (isFree(prepared, 'station-base') && starter.isRunning(base, engine)) void looker.look(null);
    else looker.forget();
  };

  return {
    adopt,
    checkLink: () => {
      isFromLink = true;
      fitLink();
    },
    follow(now, before) {
      const isOther = now.settings.base !== before.settings.base || now.settings.engine !== before.settings.engine;
      if (now.settings.base !== before.settings.base) adopt();
      if (isOther) void features.restart();
      else if (!asksTheSame(now.settings, before.settings)) void features.replan();
      if (now.anatomy !== before.anatomy) fitLink();
      const isBack = isFree(now.prepared, 'station-base') && !isFree(before.prepared, 'station-base');
      const isReady = now.base.phase === 'ready' && before.base.phase !== 'ready' && now.insight.phase === 'none';
      if (isBack || isReady || lookedAtOf(now)?.hash !== lookedAtOf(before)?.hash) lookAgain();
    },
    async fetch(address) {
      starter.agree(store.getState().settings.base, address);
      await features.restart();
    },
    takeUp(id) {
      const isChosen = store.getState().settings.base === id;
      set({ base: id });
      if (!isChosen) return;
      adopt();
      void features.restart();
    },
    async forget(id) {
      if (store.getState().settings.base === id) set({ base: bundled.id });
      await shelf.forget(id);
      await storage.clearBase(id);
    },
    async measureAgain() {
      await storage.forgetEngine(store.getState().settings.base);
      starter.end();
      await features.restart();
    },
  };
}

const goneBase = t`The base of this set-up is one of somebody’s own and is not in this browser, so the bundled one is used. Load its files under “Choose another base” to use it.`;
