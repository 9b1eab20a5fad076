import { t } from '@lingui/core/macro';
import type { TrainedHeads } from '../core/heads/trainedHeads';
import type { KeptTraining } from '../core/keptTraining';
import type { LogEntry } from '../core/log/logEntry';
import { macrotask } from '../core/macrotask';
import { headsFromFile } from '../core/project/headsFile';
import { logPath, parseLogEntry, type ReadEntry } from '../core/project/logFiles';
import { parseManifest } from '../core/project/manifestParsing';
import { headsPath, manifestName, type ProjectManifest } from '../core/project/projectManifest';
import { trainingFromFile, trainingPath } from '../core/project/trainingFile';
import { openArchive, type Archive, type Failure } from './archive';
import type { PreparerPool } from './pool';

/** A project file that was opened, but for its pictures. */
export interface ProjectFile {
  readonly file: File;
  readonly manifest: ProjectManifest;
  /** What was left out or replaced so far. */
  readonly notes: readonly string[];
  readonly archive: Archive;
  /** Folder of the manifest in the ZIP, with its slash: "" or "wrapper/". */
  readonly root: string;
}

/** Of the list: thousands of pictures and hundreds of experiments take a few. */
const mostListBytes = 100e6;

/** Null where the ZIP is no project file; then it is read as any other. */
export async function openProjectFile(
  file: File,
): Promise<{ readonly ok: true; readonly project: ProjectFile } | Failure | null> {
  const opened = await openArchive(file);
  if (!opened.ok) return null;
  const { archive } = opened;
  const { aside = [], skipped } = archive.listing;
  const isList = ({ path }: { readonly path: string }) => path === manifestName || path.endsWith(`/${manifestName}`);
  const skip = skipped.find(isList);
  if (skip) return { ok: false, reason: listFault(skip.reason) };
  const place = aside.find(isList);
  if (!place) return null;
  const content = await archive.read(place.index);
  if (!content.ok) return { ok: false, reason: listFault(content.reason) };
  if (content.blob.size > mostListBytes)
    return { ok: false, reason: t`${manifestName} in it is too large to be a list.` };
  const parsed = await parseManifest(await content.blob.text());
  if (!parsed.ok) return parsed;
  const root = place.path.slice(0, -manifestName.length);
  const { log, notes } = await readLog(archive, root, parsed.runs);
  const manifest = { ...parsed.manifest, log };
  return { ok: true, project: { file, manifest, notes: [...parsed.notes, ...notes], archive, root } };
}

/** The experiments, each in a turn of its own, and a sentence for each that is damaged. */
async function readLog(
  archive: Archive,
  root: string,
  runs: readonly string[],
): Promise<{ readonly log: readonly LogEntry[]; readonly notes: readonly string[] }> {
  const content = asideIn(archive, root);
  const log: LogEntry[] = [];
  const notes: string[] = [];
  for (const run of runs) {
    await macrotask();
    const path = logPath(run);
    const file = await content(path);
    const read = file.ok
      ? await entryIn(file.blob, run, path)
      : { ok: false as const, fault: t`${path} cannot be read. ${file.reason}` };
    if (read.ok) log.push(read.entry);
    else notes.push(`${read.fault} ${t`That experiment was left out of the log.`}`);
  }
  return { log, notes };
}

async function entryIn(file: Blob, run: string, path: string): Promise<ReadEntry> {
  if (file.size > mostListBytes) return { ok: false, fault: t`${path} is too large to be one experiment.` };
  const read = parseLogEntry(run, await file.text());
  if (read.ok) return read;
  const { fault } = read;
  return { ok: false, fault: t`${path} is damaged: ${fault}.` };
}

/** Reads what the page itself put beside the pictures, by its path from the list's folder on. */
function asideIn(archive: Archive, root: string) {
  const places = new Map((archive.listing.aside ?? []).map(({ path, index }) => [path, index]));
  return (path: string) => {
    const index = places.get(`${root}${path}`);
    const missing: Failure = { ok: false, reason: t`It is not in the ZIP.` };
    return index === undefined ? Promise.resolve(missing) : archive.read(index);
  };
}

interface ReadPicture {
  readonly hash: string;
  readonly blob: Blob;
  readonly pixels: Uint8Array<ArrayBuffer>;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
  readonly onPicture: (picture: ReadPicture) => void;
}

/**
 * Reads the pictures that are wanted, each content once, and checks their pixels against the list.
 * @returns hashes that came, and a sentence for each picture that is missing or changed.
 * @throws AbortError where it is cancelled.
 */
export async function readPictures(
  { file, archive, root, manifest }: ProjectFile,
  wanted: ReadonlySet<string>,
  pool: PreparerPool,
  { signal, onProgress, onPicture }: ReadOptions,
): Promise<{ readonly hashes: ReadonlySet<string>; readonly faults: readonly { path: string; reason: string }[] }> {
  const places = new Map(archive.listing.entries.map(({ path, index }) => [path.normalize('NFC'), index]));
  const todo = manifest.pictures.filter(({ hash }) => wanted.has(hash));
  const hashes = new Set<string>();
  const faults: { path: string; reason: string }[] = [];
  let done = 0;
  let next = 0;
  const readOne = async ({ path, hash }: (typeof todo)[number]) => {
    if (hashes.has(hash)) return;
    const index = places.get(`${root}${path}`.normalize('NFC'));
    if (index === undefined) {
      faults.push({ path, reason: t`It is named in the list, but is not in the ZIP.` });
      return;
    }
    const read = await pool.prepare({ name: path, zip: file, index });
    if (!read.ok) {
      faults.push({ path, reason: read.reason });
    } else if (read.picture.hash !== hash) {
      const reason = t`It is not the picture that was saved: its pixels were changed. Add it on its own if you want it.`;
      faults.push({ path, reason });
    } else if (!hashes.has(hash)) {
      hashes.add(hash);
      onPicture(read.picture);
    }
  };
  const lane = async () => {
    for (let at = next++; at < todo.length; at = next++) {
      signal.throwIfAborted();
      const one = todo[at];
      if (one) await readOne(one);
      onProgress({ done: ++done, total: todo.length });
    }
  };
  await Promise.all(Array.from({ length: 2 * pool.size }, lane));
  signal.throwIfAborted();
  return { hashes, faults: faults.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
}

/**
 * The heads of runs, and a sentence for each that is damaged.
 *
 * @param isWanted left out: those of all. @throws AbortError where it is cancelled.
 */
export async function readHeads(
  { archive, root, manifest }: ProjectFile,
  signal: AbortSignal,
  isWanted: (runId: string) => boolean = () => true,
): Promise<{
  readonly heads: ReadonlyMap<string, TrainedHeads>;
  readonly faults: readonly { path: string; reason: string }[];
}> {
  const content = asideIn(archive, root);
  const heads = new Map<string, TrainedHeads>();
  const faults: { path: string; reason: string }[] = [];
  for (const run of manifest.heads.filter(isWanted)) {
    signal.throwIfAborted();
    const path = headsPath(run, 'bin');
    const header = await content(headsPath(run, 'json'));
    const bytes = await content(path);
    if (!header.ok || !bytes.ok) {
      faults.push({
        path,
        reason: `${t`The trained heads of a run cannot be read.`} ${bytes.ok ? '' : bytes.reason}`.trim(),
      });
      continue;
    }
    const read = headsFromFile(await header.blob.text(), new Uint8Array(await bytes.blob.arrayBuffer()));
    if (read.ok && read.heads.runId === run) heads.set(run, read.heads);
    else
      faults.push({
        path,
        reason: headsFault(read.ok ? t`“runId” is that of another run` : read.fault),
      });
  }
  return { heads, faults };
}

/** The curves of its last training, where they are in it, or a sentence where they are damaged. */
export async function readTraining({ archive, root, manifest }: ProjectFile): Promise<{
  readonly training: KeptTraining | null;
  readonly faults: readonly { path: string; reason: string }[];
}> {
  const run = manifest.training;
  if (run === undefined) return { training: null, faults: [] };
  const path = trainingPath(run, 'json');
  const failed = (reason: string) => ({ training: null, faults: [{ path, reason }] });
  const content = asideIn(archive, root);
  const header = await content(path);
  const bytes = await content(trainingPath(run, 'bin'));
  if (!header.ok || !bytes.ok) {
    const reason = header.ok ? bytes : header;
    return failed(`${t`The curves of the last training cannot be read.`} ${reason.ok ? '' : reason.reason}`.trim());
  }
  const read = trainingFromFile(await header.blob.text(), new Uint8Array(await bytes.blob.arrayBuffer()));
  if (read.ok && read.training.runId === run) return { training: read.training, faults: [] };
  const fault = read.ok ? t`“runId” is that of another run` : read.fault;
  return failed(t`The curves of the last training are damaged: ${fault}.`);
}

const listFault = (why: string): string => t`${manifestName} in it cannot be read. ${why}`;
const headsFault = (why: string): string => t`The trained heads of a run are damaged: ${why}.`;
