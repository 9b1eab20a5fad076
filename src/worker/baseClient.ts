import { t } from '@lingui/core/macro';
import type { Tap } from '../core/base';
import type { Engine, EngineChoice, EngineReport } from '../core/engine';
import type { Insight } from '../core/insight';
import { createBaseMember, type BaseMember } from './baseMember';
import { engineLostName, graphicsMemoryName, type BaseProgress, type BaseReady, type BaseRequest } from './baseService';

/** Which base, and on which engine. */
export type BaseOrder = Omit<BaseRequest, 'crew'>;

interface StartOptions {
  readonly onProgress?: (progress: BaseProgress) => void;
  /** Told of every engine that starts, also when a failing one is replaced in the middle of an extraction. */
  readonly onReady?: (ready: BaseReady) => void;
  /** Aborting ends the workers; the next start begins afresh. */
  readonly signal?: AbortSignal;
}

export interface StartedBase extends BaseReady {
  /** The engine took over from a graphics card that failed. */
  readonly isFallback: boolean;
}

/** What a batch became, and on which engine: features of different engines are never mixed. */
export interface Tapped {
  /** [B, sum of the tapped blocks' widths] */
  readonly values: Float32Array;
  readonly engine: Engine;
}

export interface BaseClient {
  /** The same order again gives the same workers; another one replaces them. */
  readonly start: (order: BaseOrder, options?: StartOptions) => Promise<StartedBase>;
  /** pixels: RGB bytes [B, 224, 224, 3], B = count. Rejects if the worker crashes. */
  readonly extract: (pixels: Uint8Array, count: number, tap: Tap) => Promise<Tapped>;
  /** pixels: RGB bytes [224, 224, 3]. @param maps how many maps of each block. Rejects as `extract` does. */
  readonly look: (pixels: Uint8Array, maps: number) => Promise<Insight>;
  /** Whether there are workers with this base for this choice, running or starting. */
  readonly isRunning: (id: string, choice: EngineChoice) => boolean;
  /** How many batches can be computed at the same time now. */
  readonly lanes: () => number;
  readonly dispose: () => void;
}

/**
 * What went wrong with a graphics card: its context was lost at work, or before it had done any (which is all that a
 * browser shows of most memory failures), or its memory was too small.
 */
type Setback = 'lost' | 'lost at once' | 'memory';

interface Session {
  readonly order: BaseOrder;
  readonly options: StartOptions;
  /** Before this session. */
  readonly setbacks: readonly Setback[];
  readonly lead: BaseMember;
  readonly ready: Promise<StartedBase>;
  /** What came over the net, once it has. */
  fetched: BaseReady['fetched'];
  /** More workers for the same engine, started and starting. */
  readonly helpers: Set<BaseMember>;
  readonly hired: Set<BaseMember>;
}

/** One per two cores, because decoding works on them too; but both of two. Each takes about 100 MB. */
const defaultCrew = () =>
  Math.min(navigator.hardwareConcurrency, Math.max(2, Math.min(4, navigator.hardwareConcurrency / 2)));

/**
 * Runs the frozen base in workers, and brings it back when its graphics card or a worker fails.
 * @param crew most workers at a time; a graphics card always takes one, because there is one.
 */
export function createBaseClient(makeWorker: () => Worker, crew: number = defaultCrew()): BaseClient {
  let session: Session | null = null;

  function open(order: BaseOrder, options: StartOptions, setbacks: readonly Setback[] = []): Session {
    const lead = createBaseMember(makeWorker, () => forget(opened));
    const opened: Session = {
      order,
      options,
      setbacks,
      lead,
      ready: begin(),
      fetched: null,
      helpers: new Set(),
      hired: new Set(),
    };
    return opened;

    async function begin(): Promise<StartedBase> {
      // Progress has a channel of its own, so that its last word may come after the end.
      let isOver = false;
      const onProgress = (progress: BaseProgress) => {
        if (!isOver) options.onProgress?.(progress);
      };
      try {
        // The first byte may be long in coming; until then there is something to see, and to cancel.
        onProgress({ phase: 'download', loaded: 0, total: 0 });
        const choice = cardIsOut(setbacks) ? 'wasm' : order.choice;
        const ready = await lead.start({ ...order, choice, crew }, onProgress);
        isOver = true;
        opened.fetched = ready.fetched;
        const told = { ...ready, report: explained(ready.report, setbacks), isFallback: setbacks.length > 0 };
        options.onReady?.(told);
        return told;
      } catch (error) {
        isOver = true;
        const setback = setbackOf(error);
        if (setback && session === opened) return replace(opened, setback === 'lost' ? 'lost at once' : setback).ready;
        end(opened, error instanceof Error ? error : new Error(String(error)));
        throw error;
      }
    }
  }

  function forget(ended: Session): void {
    if (session === ended) session = null;
    for (const helper of ended.hired) helper.end(new Error(t`The first worker stopped.`));
    ended.hired.clear();
    ended.helpers.clear();
  }

  function end(ended: Session, reason: Error): void {
    forget(ended);
    ended.lead.end(reason);
  }

  /** Fresh workers instead of one whose graphics card failed: the same engine once more, then WASM. */
  function replace(failed: Session, setback: Setback, ran: Engine | null = null): Session {
    const { order, options, setbacks, fetched } = failed;
    end(failed, new Error(t`The graphics card failed.`));
    // Auto has compared already, and the files are here: in the middle of an extraction neither is done again.
    const again = { ...withFiles(order, fetched), remembered: ran ?? order.remembered };
    session = open(again, options, [...setbacks, setback]);
    return session;
  }

  /** One more worker, if there is more to do than hands; it joins when it is ready. */
  async function hire(current: Session, { report: { engine }, fetched }: StartedBase): Promise<void> {
    if (engine === 'webgl' || engine === 'webgpu' || current.hired.size + 1 >= crew) return;
    const helper = createBaseMember(makeWorker, () => dismiss(current, helper));
    current.hired.add(helper);
    const order = withFiles(current.order, fetched);
    try {
      const { report } = await helper.start({ ...order, choice: engine, crew }, () => undefined);
      if (report.engine === engine && current.hired.has(helper)) current.helpers.add(helper);
      else dismiss(current, helper);
    } catch (error) {
      // The lead goes on alone. The place stays taken, so that the same failure is not tried at every batch.
      console.warn('Another worker for the frozen base did not start.', error);
    }
  }

  function dismiss(current: Session, helper: BaseMember): void {
    current.helpers.delete(helper);
    helper.end(new Error(t`This worker is no longer used.`));
  }

  /** Has the work done by whoever is free, and again by fresh workers where a worker is lost over it. */
  async function done<T>(work: (member: BaseMember) => Promise<T>): Promise<{ value: T; engine: Engine }> {
    for (;;) {
      const current = session;
      if (!current) throw new Error(t`The frozen base is not running; start it first.`);
      const ready = await current.ready;
      const member = leastBusy(current);
      if (member.waiting() > 0) void hire(current, ready);
      try {
        return { value: await work(member), engine: ready.report.engine };
      } catch (error) {
        const setback = setbackOf(error);
        if (session !== null && session !== current) continue;
        if (session === current && member !== current.lead) dismiss(current, member);
        else if (session === current && setback) replace(current, setback, ready.report.engine);
        else throw error;
      }
    }
  }

  return {
    async start(order, options = {}) {
      options.signal?.throwIfAborted();
      if (!session || !isSame(session.order, order)) {
        if (session) end(session, aborted(t`Another base or engine was chosen.`));
        session = open(order, options);
      }
      const { ready } = session;
      const abort = () => session && end(session, aborted(t`Loading the frozen base was cancelled.`));
      options.signal?.addEventListener('abort', abort);
      try {
        return await ready;
      } finally {
        options.signal?.removeEventListener('abort', abort);
      }
    },
    extract: async (pixels, count, tap) => {
      const { value, engine } = await done((member) => member.extract(pixels, count, tap));
      return { values: value, engine };
    },
    look: async (pixels, maps) => (await done((member) => member.look(pixels, maps))).value,
    isRunning: (id, choice) => session?.order.id === id && session.order.choice === choice,
    lanes: () => 1 + (session?.helpers.size ?? 0),
    dispose: () => session && end(session, aborted(t`The frozen base was shut down.`)),
  };
}

/** What an engine was found to be, and where the files came from, does not make another order. */
const isSame = (a: BaseOrder, b: BaseOrder) =>
  (['id', 'choice', 'baseUrl', 'randomSeed'] as const).every((key) => a[key] === b[key]);

/** What the first worker has fetched need not come over the net again. */
function withFiles(order: BaseOrder, fetched: BaseReady['fetched']): BaseOrder {
  const { source } = order;
  return source.kind === 'hub' && fetched ? { ...order, source: { ...source, files: fetched } } : order;
}

function leastBusy({ lead, helpers }: Session): BaseMember {
  return [...helpers].reduce((best, member) => (member.waiting() < best.waiting() ? member : best), lead);
}

const cardIsOut = (setbacks: readonly Setback[]) => setbacks.length > 1 || setbacks.some((one) => one !== 'lost');

function explained(report: EngineReport, setbacks: readonly Setback[]): EngineReport {
  if (setbacks.length === 0) return report;
  if (setbacks.includes('memory'))
    return { ...report, reason: t`The graphics card has too little memory for this base, so WASM runs.` };
  if (!cardIsOut(setbacks)) return { ...report, reason: t`The graphics card failed once and was started again.` };
  const isTwice = setbacks.length > 1;
  const reason = isTwice
    ? t`The graphics card failed twice, so WASM runs.`
    : t`The graphics card failed here, so WASM runs.`;
  return { ...report, reason };
}

function setbackOf(error: unknown): Setback | null {
  if (!(error instanceof Error)) return null;
  if (error.name === graphicsMemoryName) return 'memory';
  return error.name === engineLostName ? 'lost' : null;
}

function aborted(reason: string): Error {
  return new DOMException(reason, 'AbortError');
}
