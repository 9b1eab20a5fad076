import { t } from '@lingui/core/macro';
import type { BaseState } from '../core/baseState';
import type { BaseCard } from '../core/catalogue';
import type { Settings } from '../core/settings';
import { keepEngine, loadEngine } from '../storage/features';
import type { BaseClient, BaseOrder, StartedBase } from '../worker/baseClient';
import type { BaseProgress, BaseReady } from '../worker/baseService';
import type { Shelf } from './shelf';

/** The base lies on the hub, and the person has not agreed to leave this page's origin for it. */
export class NeedsConsent extends Error {
  override readonly name = 'NeedsConsent';
  override readonly message = t`The chosen base lies on the hub; agree to fetch it first.`;
}

/** Who wants to hear of the base now; it may go on loading, or change its engine, for somebody else. */
interface BaseListener {
  readonly onProgress: (progress: BaseProgress) => void;
  /** Told of every engine that takes over, also in the middle of an extraction. */
  readonly onReady: (ready: BaseReady) => void;
}

export interface BaseStarter {
  /**
   * Loads the base, or joins in where it is loading or running already.
   * @param listener takes the place of an earlier one, until it leaves; without it nobody's place is taken.
   * @throws NeedsConsent, or Error with a sentence for the person.
   */
  readonly start: (
    card: BaseCard,
    engine: Settings['engine'],
    signal: AbortSignal,
    listener?: BaseListener,
  ) => Promise<StartedBase>;
  /** What to ask workers of one's own for, to have this base there. @throws as `start`. */
  readonly orderOf: (card: BaseCard, engine: Settings['engine']) => Promise<BaseOrder>;
  /** Hears no more: what the base does from here on is somebody else's business. */
  readonly leave: (listener: BaseListener) => void;
  /** Whether this base runs with this choice of engine, or is on its way. */
  readonly isRunning: (id: string, engine: Settings['engine']) => boolean;
  /** Ends the base that runs; the next start begins afresh. */
  readonly end: () => void;
  /** @param address of a folder on this page's origin; null: the hub itself. */
  readonly agree: (id: string, address: string | null) => void;
}

/** Knows where a base's files are, asks before leaving the origin, and keeps what came. */
export function createBaseStarter(base: BaseClient, shelf: Shelf): BaseStarter {
  const agreed = new Map<string, string | null>();
  let current: BaseListener | null = null;

  async function orderOf({ id, title, origin }: BaseCard, choice: Settings['engine']): Promise<BaseOrder> {
    const report = choice === 'auto' ? await loadEngine(id, choice).catch(() => null) : null;
    const remembered = report && report.measured.length > 0 ? report.engine : null;
    const order = { id, choice, remembered, randomSeed: null, baseUrl: document.baseURI };
    const kept = await shelf.source(id);
    if (kept) return { ...order, source: kept };
    if (origin.kind !== 'hub')
      throw new Error(t`The files of “${title}” are no longer in this browser. Load them again.`);
    const address = agreed.get(id);
    if (address === undefined) throw new NeedsConsent();
    const { version, alpha } = origin;
    return { ...order, source: { kind: 'hub', version, alpha, address, files: null } };
  }

  return {
    async start(card, engine, signal, listener) {
      current = listener ?? current;
      const order = await orderOf(card, engine);
      const ready = await base.start(order, {
        signal,
        onProgress: (progress) => current?.onProgress(progress),
        onReady: (now) => current?.onReady(now),
      });
      // What took over from a graphics card that failed was no choice, and what was remembered is kept as it was measured.
      const isOld = order.remembered === ready.report.engine && ready.report.measured.length === 0;
      if (!ready.isFallback && !isOld) await keepEngine(card.id, engine, ready.report).catch(() => undefined);
      if (ready.fetched) {
        const bytes = [...ready.fetched.values()].reduce((sum, blob) => sum + blob.size, 0);
        await shelf.keep({ card, bytes, digest: ready.digest, anatomy: ready.anatomy, own: null }, ready.fetched);
        // Should the files be gone one day, they are asked for again.
        agreed.delete(card.id);
      }
      return ready;
    },
    orderOf,
    leave(listener) {
      if (current === listener) current = null;
    },
    isRunning: base.isRunning,
    end: base.dispose,
    agree: (id, address) => agreed.set(id, address),
  };
}

/** What the page says while the base starts. */
export function startingState(progress: BaseProgress): BaseState {
  switch (progress.phase) {
    case 'download':
      return { phase: 'downloading', loaded: progress.loaded, total: progress.total };
    case 'warm-up':
      return { phase: 'warming', done: progress.done, total: progress.total };
    case 'measure':
      return { phase: 'measuring', engine: progress.engine };
    default:
      return progress satisfies never;
  }
}
