import { t } from '@lingui/core/macro';
import type { Anatomy, FeatureCut } from '../core/base';
import type { EngineReport } from '../core/engine';
import { loadEngine } from '../storage/features';
import type { BaseClient } from '../worker/baseClient';
import type { BaseProgress, BaseReady } from '../worker/baseService';
import { extractFeatures } from '../worker/extraction';
import { NeedsConsent, startingState, type BaseStarter } from './baseStarting';
import { asksTheSame, missingIn, planFeatures, tapOf, type FeaturePlan } from './featurePlan';
import { FeatureSets, type OpenSet } from './featureSets';
import { isAbort, messageOf } from './messages';
import type { PicturePixels } from './picturePixels';
import { sourceOf, tappedOf, type FeatureSource, type PresentFeatures, type TappedFeatures } from './presentFeatures';
import { revisionOf, type Shelf } from './shelf';
import type { LabStore } from './store';

/** Turns pictures into features as they come; features of two engines or two bases never mix. */
export interface FeatureKeeper {
  /**
   * Extracts what is missing, what is added meanwhile included; resolves when there is nothing left to do. Does nothing
   * while the person has cancelled.
   */
  readonly extract: () => Promise<void>;
  /** Stops, until `resume`. */
  readonly cancel: () => void;
  readonly resume: () => Promise<void>;
  /** Begins anew, with another base or engine, also after a cancel. */
  readonly restart: () => Promise<void>;
  /** Other features of the same base are wanted. */
  readonly replan: () => Promise<void>;
  /** The engine of the present features; null while nothing has run. */
  readonly engine: () => EngineReport | null;
  /**
   * Null while some are missing.
   * @param cut another than the chosen one; all blocks are at hand but where the maps are flattened.
   */
  readonly source: (cut?: FeatureCut) => FeatureSource | null;
  /** The same without anything being cut out; null while some are missing. */
  readonly tapped: () => TappedFeatures | null;
  /** After the person cleared what storage keeps. */
  readonly cleared: () => Promise<void>;
}

const noPace = { perSecond: null, secondsLeft: null } as const;

interface Parts {
  readonly store: LabStore;
  readonly base: BaseClient;
  readonly starter: BaseStarter;
  readonly pictures: PicturePixels;
  readonly shelf: Shelf;
}

export function createFeatureKeeper({ store, base, starter, pictures, shelf }: Parts): FeatureKeeper {
  // Features can be computed again: what is said of pictures or heads that are not kept stands before it.
  const sets = new FeatureSets((sentence) => store.setState(({ trouble }) => ({ trouble: trouble ?? sentence })));
  let present: PresentFeatures | null = null;
  let atWork: AbortController | null = null;
  let perSecond: number | null = null;

  const isCurrent = ({ settings, collection }: FeaturePlan) => {
    const now = store.getState();
    return now.collection === collection && asksTheSame(now.settings, settings);
  };

  const adopt = (plan: FeaturePlan, anatomy: Anatomy, revision: string, open: OpenSet): PresentFeatures => {
    const { tap } = tapOf(plan, anatomy, revision);
    present = { plan, anatomy, revision, tap, open };
    if (store.getState().settings.base === plan.card.id) store.setState({ anatomy });
    return present;
  };

  /** True when an earlier visit, or this one, has left everything; the base need not be loaded then. */
  async function isThere(plan: FeaturePlan): Promise<boolean> {
    const { card, settings } = plan;
    const known = shelf.known(card.id);
    const report = await loadEngine(card.id, settings.engine).catch(() => null);
    if (!known || !report) return false;
    const open = await sets.find(tapOf(plan, known.anatomy, known.revision).origin, report);
    if (!open || (await sets.fill(open, plan.ids)) < plan.ids.length) return false;
    if (isCurrent(plan)) adopt(plan, known.anatomy, known.revision, open);
    return true;
  }

  async function run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const { settings } = store.getState();
      const card = shelf.card(settings.base);
      if (!card) throw new Error(t`This base is not kept in this browser. Choose another, or load its files again.`);
      const plan = await planFeatures(store.getState(), card);
      if (await isThere(plan)) {
        perSecond = null;
        if (isCurrent(plan)) return ready(plan);
      } else if (await computed(plan, signal)) return;
    }
  }

  /** True when everything is there; false when there is something to plan anew. */
  async function computed(plan: FeaturePlan, signal: AbortSignal): Promise<boolean> {
    const { card, settings } = plan;
    const adopted = new Map<string, OpenSet>();
    perSecond = null;
    const onReady = ({ report, anatomy, digest }: BaseReady) => {
      const revision = revisionOf(card.id, digest);
      const open = sets.of(tapOf(plan, anatomy, revision).origin, report);
      adopted.set(report.engine, open);
      return adopt(plan, anatomy, revision, open);
    };
    const listener = {
      onProgress: (progress: BaseProgress) => store.setState({ base: startingState(progress) }),
      onReady,
    };
    try {
      const { tap, open } = onReady(await starter.start(card, settings.engine, signal, listener));
      const already = await sets.fill(open, plan.ids);
      const batches = extractFeatures(missingIn(plan, open.features, pictures), base, {
        tap,
        batchSize: open.set.report.batch,
        signal,
        onProgress: (p) => {
          perSecond = p.perSecond ?? perSecond;
          store.setState({ base: { ...p, phase: 'extracting', done: already + p.done, total: plan.ids.length } });
        },
      });
      for await (const batch of batches) {
        for (const [engine, of] of adopted) {
          const own = batch.filter((one) => one.engine === engine);
          if (own.length > 0)
            sets.add(
              of,
              own.map(({ hash, features }) => [hash, features] as const),
            );
        }
        // Another base or engine: what is still under way is of no use. New pictures wait for their turn.
        if (!asksTheSame(store.getState().settings, settings)) return false;
      }
      if (signal.aborted) return true;
      // Pictures came or went, or another engine has taken over in the middle.
      if (!isCurrent(plan) || present?.open !== open) return false;
      ready(plan);
      return true;
    } finally {
      starter.leave(listener);
    }
  }

  const ready = (plan: FeaturePlan) => {
    if (!present) return;
    const { pictures: all } = plan.collection;
    const { restored } = present.open;
    const reused = all.filter(({ hash }) => restored.has(hash)).length;
    present = { ...present, plan };
    sets.keepOnly(present.open, plan.ids);
    if (all.length === 0) return store.setState({ base: { phase: 'idle' } });
    store.setState({
      base: {
        phase: 'ready',
        pictures: all.length,
        copies: plan.copies.length,
        report: present.open.set.report,
        perSecond,
        reused,
      },
    });
  };

  async function work(): Promise<void> {
    const controller = new AbortController();
    atWork = controller;
    // At once: nobody may take what is there for all of it.
    if (store.getState().base.phase === 'ready')
      store.setState({ base: { phase: 'extracting', ...counts(), ...noPace } });
    try {
      await run(controller.signal);
      if (isHeld) cancelled();
    } catch (error) {
      if (error instanceof NeedsConsent) store.setState({ base: { phase: 'asking' } });
      // Stopped by the person, or to begin anew with another base or engine.
      else if (isAbort(error) || controller.signal.aborted) {
        if (isHeld) cancelled();
      } else store.setState({ base: { phase: 'failed', reason: messageOf(error) } });
    }
  }

  const counts = () => {
    const { plan, open } = present ?? { plan: null, open: null };
    const ids = plan?.ids ?? store.getState().collection.pictures.map((p) => p.hash);
    return { done: ids.filter((id) => open?.features.has(id)).length, total: ids.length };
  };
  const cancelled = () => store.setState({ base: { phase: 'cancelled', ...counts() } });

  /** Null while some are missing. */
  const whole = () => (store.getState().base.phase === 'ready' ? present : null);

  let working: Promise<void> | null = null;
  let isHeld = false;
  const extract = async () => {
    const { collection, settings } = store.getState();
    // A base that was never here is loaded all the same, so that it can be seen before there are pictures.
    if (collection.pictures.length === 0 && !working && shelf.known(settings.base)) {
      isHeld = false;
      return store.setState({ base: { phase: 'idle' } });
    }
    if (isHeld) return cancelled();
    if (!working && present && store.getState().base.phase === 'ready' && isCurrent(present.plan)) return;
    working ??= work().finally(() => {
      working = null;
    });
    await working;
  };
  const resume = () => {
    isHeld = false;
    return extract();
  };

  return {
    extract,
    resume,
    restart: async () => {
      atWork?.abort();
      await working;
      present = null;
      await resume();
    },
    replan: async () => {
      atWork?.abort();
      await working;
      await extract();
    },
    cancel: () => {
      isHeld = true;
      atWork?.abort();
    },
    engine: () => present?.open.set.report ?? null,
    source: (cut) => {
      const there = whole();
      return there && sourceOf(there, store.getState().settings, cut);
    },
    tapped: () => {
      const there = whole();
      return there && tappedOf(there);
    },
    cleared: () => sets.cleared(),
  };
}
