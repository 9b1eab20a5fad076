import { withinBytes, type TrainedHeads } from '../../core/heads/trainedHeads';
import type { LogEntry } from '../../core/log/logEntry';
import { copyHeads, listHeads, loadHeads, removeHeads, saveHeads } from '../../storage/heads';
import { runNotKeptWords } from './notKept';
import { createQueue } from './queue';

/** Bytes of weights that are kept of one run; of larger ones only the first seeds are. */
const mostBytes = 8e6;

/** Runs of a project whose heads are kept. The oldest that are not pinned are let go of. */
export const mostRuns = 20;

/** The heads of earlier runs, so that they can be used without training again. */
export interface HeadsShelf {
  readonly keep: (project: string, heads: readonly TrainedHeads[], log: readonly LogEntry[]) => Promise<void>;
  /**
   * Keeps heads that came with another project's file, the latest of them, as far as no others have to go for it.
   * @returns the runs whose heads are kept.
   */
  readonly take: (
    project: string,
    heads: readonly TrainedHeads[],
    log: readonly LogEntry[],
  ) => Promise<readonly string[]>;
  /** Null where they are not kept. */
  readonly load: (project: string, runId: string) => Promise<TrainedHeads | null>;
  /** The runs whose heads are kept, from the first to the latest. */
  readonly runs: (project: string, log: readonly LogEntry[]) => Promise<readonly string[]>;
  readonly drop: (project: string, runIds: readonly string[]) => Promise<void>;
  readonly copy: (from: string, to: string) => Promise<void>;
  /** Tries once more to keep what is in memory only. */
  readonly retry: () => Promise<void>;
}

/** @param onTrouble one sentence about what is not kept. */
export function createHeadsShelf(onTrouble: (sentence: string) => void): HeadsShelf {
  /** What could not be written, by project and run. */
  const memory = new Map<string, Map<string, TrainedHeads>>();
  const heldOf = (project: string) => {
    const held = memory.get(project) ?? new Map<string, TrainedHeads>();
    memory.set(project, held);
    return held;
  };
  const inTurn = createQueue();

  const runsOf = async (project: string, log: readonly LogEntry[]) => {
    const stored = await listHeads(project).catch(() => []);
    const all = [...new Set([...stored, ...heldOf(project).keys()])];
    const place = new Map(log.map(({ id }, i) => [id, i]));
    return all.toSorted((a, b) => (place.get(a) ?? -1) - (place.get(b) ?? -1));
  };

  const dropNow = async (project: string, runIds: readonly string[]) => {
    for (const id of runIds) heldOf(project).delete(id);
    await removeHeads(project, runIds).catch(() => undefined);
  };

  const keepNow = async (project: string, heads: readonly TrainedHeads[]) => {
    const fitting = heads.map((one) => withinBytes(one, mostBytes));
    try {
      await saveHeads(project, fitting);
      for (const { runId } of fitting) heldOf(project).delete(runId);
    } catch (error) {
      for (const one of fitting) heldOf(project).set(one.runId, one);
      onTrouble(runNotKeptWords('heads', error));
    }
  };

  return {
    keep: (project, heads, log) =>
      inTurn(async () => {
        await keepNow(project, heads);
        const runs = await runsOf(project, log);
        const pinned = new Set(log.filter((entry) => entry.pinned).map(({ id }) => id));
        const free = runs.filter((id) => !pinned.has(id) && !heads.some(({ runId }) => runId === id));
        if (runs.length > mostRuns) await dropNow(project, free.slice(0, runs.length - mostRuns));
      }),
    take: (project, heads, log) =>
      inTurn(async () => {
        const startedAt = new Map(log.map((entry) => [entry.id, entry.startedAt]));
        const age = ({ runId }: TrainedHeads) => startedAt.get(runId) ?? 0;
        const room = Math.max(0, mostRuns - (await runsOf(project, log)).length);
        const taken = heads.toSorted((a, b) => age(b) - age(a)).slice(0, room);
        if (taken.length > 0) await keepNow(project, taken);
        return taken.map(({ runId }) => runId);
      }),
    load: (project, runId) =>
      inTurn(async () => heldOf(project).get(runId) ?? (await loadHeads(project, runId).catch(() => null))),
    runs: (project, log) => inTurn(() => runsOf(project, log)),
    drop: (project, runIds) => inTurn(() => dropNow(project, runIds)),
    copy: (from, to) =>
      inTurn(async () => {
        for (const [id, heads] of heldOf(from)) heldOf(to).set(id, heads);
        await copyHeads(from, to).catch((error: unknown) => onTrouble(runNotKeptWords('heads', error)));
      }),
    retry: () =>
      inTurn(async () => {
        for (const [project, held] of memory) {
          if (held.size === 0) continue;
          const isKept = await saveHeads(project, [...held.values()]).then(
            () => true,
            () => false,
          );
          if (isKept) held.clear();
        }
      }),
  };
}
