import { t } from '@lingui/core/macro';
import type { Engine, HeadEngineReport } from '../core/engine';
import type { Base } from '../model/base';
import { fastestHeadEngine, type HeadMeasuring } from '../model/headEngine';
import { frozenDigest, shapedLike } from '../model/tail';
import { fingerprints } from '../model/train';
import { trainTuned, tunedStepsPerSecond } from '../model/tuning';
import { openBase } from './baseFiles';
import type { HeadParts, HeadRequest, TailOrder } from './headService';

/** The base on one engine, with the digest of its frozen part before anything was trained. */
interface Loaded {
  readonly base: Base;
  readonly before: string;
}

/**
 * What the worker does that fine-tunes: it holds the base of the training that was opened last.
 *
 * @param engines those worth measuring here, without those that failed; CPU is taken where none of them runs.
 */
export function tuningParts(
  engines: (wasmPath: string, without: readonly Engine[]) => readonly Engine[],
): Required<Omit<HeadParts, 'guarded' | 'tensors'>> {
  let held: (Loaded & Pick<TailOrder, 'plan'>) | null = null;
  return {
    async prepare(request) {
      const { tail, wasmPath, without } = request;
      if (!tail) throw new Error(t`Fine-tuning needs a base whose last blocks it can unfreeze.`);
      held?.base.dispose();
      held = null;
      const loaded = new Map<Engine, Loaded>();
      let report: HeadEngineReport | null = null;
      try {
        report = await chosen(request, tail, engines(wasmPath, without), loaded);
        const own = loaded.get(report.engine);
        held = own ? { ...own, plan: tail.plan } : null;
        return report;
      } finally {
        for (const [engine, { base }] of loaded) if (engine !== report?.engine) base.dispose();
      }
    },

    async *train({ experiment, dataset }, signal) {
      if (!held) throw new Error(t`The base that is fine-tuned was not loaded.`);
      yield* trainTuned(held.base, experiment, dataset, held.plan, signal);
    },

    async frozenDigests() {
      if (!held) return null;
      const { base, plan, before } = held;
      return { before, after: await frozenDigest(base, plan) };
    },
  };
}

/** Sets the engine on which the unfrozen tail is fastest. @param loaded filled with the base, on every engine tried. */
async function chosen(
  { experiment, dataset }: HeadRequest,
  tail: TailOrder,
  candidates: readonly Engine[],
  loaded: Map<Engine, Loaded>,
): Promise<HeadEngineReport> {
  const opened = await openBase(tail, () => undefined);
  const { plan, randomSeed } = tail;
  const started = async (engine: Engine) => {
    const base = await opened.load();
    if (randomSeed !== null) base.randomise(randomSeed);
    loaded.set(engine, { base, before: await frozenDigest(base, plan) });
    return base;
  };
  let failure: unknown = null;
  const measuring: HeadMeasuring = {
    async measure(engine) {
      try {
        const base = await started(engine);
        // Plain JavaScript takes seconds a step, and is taken only where there is nothing to compare it with.
        return engine === 'cpu' ? 0 : await tunedStepsPerSecond(base, experiment, dataset, plan, 0.3);
      } catch (error) {
        failure = error;
        throw error;
      }
    },
    // They depend on the features' number alone, and these are not computed yet.
    fingerprints: (experiment, dataset) => {
      const [any] = loaded.values();
      return any ? fingerprints(experiment, shapedLike(any.base, dataset, plan)) : Promise.resolve([]);
    },
  };
  try {
    return await fastestHeadEngine(
      experiment,
      dataset,
      candidates.filter((engine) => engine !== 'cpu'),
      measuring,
    );
  } catch (error) {
    console.warn('Fine-tuning falls back on plain JavaScript.', error);
  }
  try {
    return await fastestHeadEngine(experiment, dataset, ['cpu'], measuring);
  } catch (error) {
    // What is wrong with the base or the plan says more than that no engine could do it.
    throw failure ?? error;
  }
}
