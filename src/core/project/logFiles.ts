import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import type { LogEntry } from '../log/logEntry';
import { parsedJson } from '../parsedJson';
import { logEntry } from './logShape';
import { faultOf, projectJson } from './shape';

/** Where an experiment of the log lies in a project file: each by itself, so that a long log is read bit by bit. */
export const logPath = (runId: string) => `transfer-lab/log/${runId}.json`;

export const logEntryJson = (entry: LogEntry): string => projectJson(entry);

export type ReadEntry =
  | { readonly ok: true; readonly entry: LogEntry }
  /** What is wrong, to go behind the file's name. */
  | { readonly ok: false; readonly fault: string };

/** @param runId that the list knows it by. */
export function parseLogEntry(runId: string, json: string): ReadEntry {
  const value = parsedJson(json);
  if (value === null) return { ok: false, fault: t`it is no JSON` };
  const read = v.safeParse(logEntry, value);
  if (!read.success) return { ok: false, fault: faultOf(read.issues) };
  if (read.output.id !== runId) return { ok: false, fault: t`“id” is that of another experiment` };
  // Nothing runs in a file.
  return { ok: true, entry: read.output.phase === 'running' ? { ...read.output, phase: 'interrupted' } : read.output };
}
