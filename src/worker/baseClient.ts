import type { EngineChoice, EngineReport } from '../core/engine';
import { createBaseMember, type BaseMember } from './baseMember';
import { engineLostName, type BaseProgress } from './baseService';

interface StartOptions {
  readonly onProgress?: (progress: BaseProgress) => void;
  /** Told of every engine that starts, also when a failing one is replaced in the middle of an extraction. */
  readonly onEngine?: (report: EngineReport) => void;
  /** Aborting ends the workers; the next start begins afresh. */
  readonly signal?: AbortSignal;
}

export interface BaseClient {
  /** The same choice again gives the same workers; another choice replaces them. baseUrl: absolute. */
  readonly start: (choice: EngineChoice, baseUrl: string, options?: StartOptions) => Promise<EngineReport>;
  /** pixels: RGB bytes [B, S, S, 3], B = count -> features [B, D]. Rejects if the worker crashes. */
  readonly extract: (pixels: Uint8Array, count: number) => Promise<Float32Array>;
  /** How many batches can be computed at the same time now. */
  readonly lanes: () => number;
  readonly dispose: () => void;
}

interface Session {
  readonly choice: EngineChoice;
  readonly baseUrl: string;
  readonly options: StartOptions;
  /** How often WebGL failed before this session. */
  readonly losses: number;
  readonly lead: BaseMember;
  readonly ready: Promise<EngineReport>;
  /** More workers for the same engine, started and starting. */
  readonly helpers: Set<BaseMember>;
  readonly hired: Set<BaseMember>;
}

/** One per two cores, because decoding works on them too; but both of two. Each takes about 100 MB. */
const defaultCrew = () =>
  Math.min(navigator.hardwareConcurrency, Math.max(2, Math.min(4, navigator.hardwareConcurrency / 2)));

/**
 * Runs the frozen base in workers, and brings it back when its graphics card or a worker fails.
 * @param crew most workers at a time; WebGL always takes one, because there is one graphics card.
 */
export function createBaseClient(makeWorker: () => Worker, crew: number = defaultCrew()): BaseClient {
  let session: Session | null = null;

  function open(choice: EngineChoice, baseUrl: string, options: StartOptions, losses = 0): Session {
    const lead = createBaseMember(makeWorker, () => forget(opened));
    const opened: Session = {
      choice,
      baseUrl,
      options,
      losses,
      lead,
      ready: begin(),
      helpers: new Set(),
      hired: new Set(),
    };
    return opened;

    async function begin(): Promise<EngineReport> {
      try {
        const asked = losses < 2 ? choice : 'wasm';
        const report = explained(await lead.start(asked, baseUrl, (p) => options.onProgress?.(p)), losses);
        options.onEngine?.(report);
        return report;
      } catch (error) {
        if (isEngineLost(error) && session === opened) return replace(opened).ready;
        end(opened, error instanceof Error ? error : new Error(String(error)));
        throw error;
      }
    }
  }

  function forget(ended: Session): void {
    if (session === ended) session = null;
    for (const helper of ended.hired) helper.end(new Error('The first worker stopped.'));
    ended.hired.clear();
    ended.helpers.clear();
  }

  function end(ended: Session, reason: Error): void {
    forget(ended);
    ended.lead.end(reason);
  }

  /** Fresh workers instead of one whose WebGL failed: the same engine once more, then WASM. */
  function replace(failed: Session): Session {
    const { choice, baseUrl, options, losses } = failed;
    end(failed, new Error('WebGL failed.'));
    session = open(choice, baseUrl, options, losses + 1);
    return session;
  }

  /** One more worker, if there is more to do than hands; it joins when it is ready. */
  async function hire(current: Session, { engine }: EngineReport): Promise<void> {
    if (engine === 'webgl' || current.hired.size + 1 >= crew) return;
    const helper = createBaseMember(makeWorker, () => dismiss(current, helper));
    current.hired.add(helper);
    try {
      const report = await helper.start(engine, current.baseUrl, () => undefined);
      if (report.engine === engine && current.hired.has(helper)) current.helpers.add(helper);
      else dismiss(current, helper);
    } catch (error) {
      // The lead goes on alone. The place stays taken, so that the same failure is not tried at every batch.
      console.warn('Another worker for the frozen base did not start.', error);
    }
  }

  function dismiss(current: Session, helper: BaseMember): void {
    current.helpers.delete(helper);
    helper.end(new Error('This worker is no longer used.'));
  }

  return {
    async start(choice, baseUrl, options = {}) {
      options.signal?.throwIfAborted();
      if (session?.choice !== choice || session.baseUrl !== baseUrl) {
        if (session) end(session, aborted('Another engine was chosen.'));
        session = open(choice, baseUrl, options);
      }
      const { ready } = session;
      const abort = () => session && end(session, aborted('Loading the frozen base was cancelled.'));
      options.signal?.addEventListener('abort', abort);
      try {
        return await ready;
      } finally {
        options.signal?.removeEventListener('abort', abort);
      }
    },

    async extract(pixels, count) {
      for (;;) {
        const current = session;
        if (!current) throw new Error('The frozen base is not running; start it first.');
        const report = await current.ready;
        const member = leastBusy(current);
        if (member.waiting() > 0) void hire(current, report);
        try {
          return await member.extract(pixels, count);
        } catch (error) {
          if (session !== null && session !== current) continue;
          if (session === current && member !== current.lead) dismiss(current, member);
          else if (session === current && isEngineLost(error)) replace(current);
          else throw error;
        }
      }
    },

    lanes: () => 1 + (session?.helpers.size ?? 0),

    dispose: () => session && end(session, aborted('The frozen base was shut down.')),
  };
}

function leastBusy({ lead, helpers }: Session): BaseMember {
  return [...helpers].reduce((best, member) => (member.waiting() < best.waiting() ? member : best), lead);
}

function explained(report: EngineReport, losses: number): EngineReport {
  if (losses === 0) return report;
  const reason = losses === 1 ? 'WebGL failed once and was started again.' : 'WebGL failed twice, so WASM runs.';
  return { ...report, reason };
}

function isEngineLost(error: unknown): boolean {
  return error instanceof Error && error.name === engineLostName;
}

function aborted(reason: string): Error {
  return new DOMException(reason, 'AbortError');
}
