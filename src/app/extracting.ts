import { batchSizes } from '../core/base';
import type { EngineChoice, EngineReport } from '../core/engine';
import type { BaseClient } from '../worker/baseClient';
import { extractFeatures } from '../worker/extraction';
import { isAbort, messageOf } from './messages';
import type { PicturePixels } from './picturePixels';
import type { LabStore } from './store';

/** Turns pictures into features as they come, and keeps the features of one engine. */
export interface FeatureKeeper {
  /**
   * Extracts what is missing, what is added meanwhile included; resolves when there is nothing left to do. Does nothing
   * while the person has cancelled.
   */
  readonly extract: () => Promise<void>;
  /** Stops, until `resume`. */
  readonly cancel: () => void;
  readonly resume: () => Promise<void>;
  /** Begins anew with the engine that is chosen now. */
  readonly changeEngine: () => Promise<void>;
  /** The engine of the present features; null while nothing has run. */
  readonly engine: () => EngineReport | null;
  readonly all: () => ReadonlyMap<string, Float32Array>;
}

export function createFeatureKeeper(store: LabStore, base: BaseClient, pictures: PicturePixels): FeatureKeeper {
  const features = new Map<string, Float32Array>();
  let engine: EngineReport | null = null;
  /** The choice that `engine` answers. */
  let choice: EngineChoice | null = null;
  let atWork: AbortController | null = null;
  let perSecond: number | null = null;

  const missing = () => {
    const hashes = new Set(store.getState().collection.pictures.map((p) => p.hash));
    return [...hashes].filter((hash) => !features.has(hash));
  };

  /** Features of different engines differ in the last digits and are never mixed in one experiment. */
  const adopt = (report: EngineReport) => {
    if (engine && engine.engine !== report.engine) features.clear();
    engine = report;
  };

  const ready = () => {
    const { pictures } = store.getState().collection;
    store.setState({
      base:
        engine && pictures.length > 0
          ? { phase: 'ready', pictures: pictures.length, report: engine, perSecond }
          : { phase: 'idle' },
    });
  };

  async function run(signal: AbortSignal): Promise<void> {
    const chosen = store.getState().settings.engine;
    const running = await base.start(chosen, document.baseURI, {
      signal,
      onEngine: adopt,
      onProgress: (p) =>
        store.setState({
          base:
            p.phase === 'download'
              ? { phase: 'downloading', loaded: p.loaded, total: p.total }
              : { phase: 'warming', done: p.done, total: p.total },
        }),
    });
    adopt(running);
    choice = chosen;
    while (!signal.aborted) {
      const hashes = missing();
      if (hashes.length === 0) return;
      const already = store.getState().collection.pictures.length - hashes.length;
      const items = hashes.map((hash) => ({ hash, pixels: () => pictures.pixels(hash) }));
      const batches = extractFeatures(items, base, {
        batchSize: batchSizes[running.engine],
        signal,
        onProgress: (p) => {
          perSecond = p.perSecond ?? perSecond;
          store.setState({
            base: { ...p, phase: 'extracting', done: already + p.done, total: already + p.total },
          });
        },
      });
      let left = hashes.length;
      for await (const batch of batches) {
        for (const { hash, features: own } of batch) features.set(hash, own);
        left -= batch.length;
        // Pictures came or went meanwhile: plan anew.
        if (missing().length !== left) break;
      }
    }
  }

  async function work(): Promise<void> {
    const isChosen = () => choice === store.getState().settings.engine;
    if (missing().length === 0 && engine && isChosen()) return ready();
    const controller = new AbortController();
    atWork = controller;
    try {
      await run(controller.signal);
      if (controller.signal.aborted) cancelled();
      else if (!isChosen()) await work();
      else ready();
    } catch (error) {
      if (isAbort(error) || controller.signal.aborted) cancelled();
      else store.setState({ base: { phase: 'failed', reason: messageOf(error) } });
    }
  }

  const cancelled = () => {
    const total = store.getState().collection.pictures.length;
    store.setState({ base: { phase: 'cancelled', done: total - missing().length, total } });
  };

  let working: Promise<void> | null = null;
  let isHeld = false;
  const extract = async () => {
    isHeld &&= store.getState().collection.pictures.length > 0;
    if (isHeld) return cancelled();
    working ??= work().finally(() => {
      working = null;
    });
    return working;
  };
  const resume = () => {
    isHeld = false;
    return extract();
  };

  return {
    extract,
    resume,
    cancel: () => {
      isHeld = true;
      atWork?.abort();
    },
    changeEngine: async () => {
      atWork?.abort();
      await working;
      await resume();
    },
    engine: () => engine,
    all: () => features,
  };
}
