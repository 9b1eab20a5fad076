import { t } from '@lingui/core/macro';
import {
  BlobReader,
  BlobWriter,
  configure,
  ERR_ENCRYPTED,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_OVERLAPPING_ENTRY,
  ERR_SPLIT_ZIP_FILE,
  ERR_UNSUPPORTED_COMPRESSION,
  ERR_UNSUPPORTED_ENCRYPTION,
  type FileEntry,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { fixed, grouped } from '../core/figures';
import { isJunk } from './junk';
import { type Manifest, parseManifest } from './manifest';
import { pictureLimits } from './inspect';
import { parseTeachable, type TeachableListing, type TeachableProject } from './teachable';
import { isUnreadable, unreadable } from './unreadable';

/** A ZIP cannot make the page inflate more than this. */
export const zipLimits = {
  /** Sum of the inflated sizes, in bytes. */
  bytes: 1e9,
  /** Entries of any kind. */
  entries: 20_000,
  /** Inflated to compressed size, for entries above 10 MB: photographs reach 1.1, drawings 50. */
  ratio: 200,
} as const;

/** What is in a ZIP, before anything is inflated. */
export interface ArchiveListing {
  readonly entries: readonly { readonly index: number; readonly path: string }[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly manifest: Manifest | null;
  /** What this page itself puts beside the pictures of a project; left out where there is nothing of it. */
  readonly aside?: readonly { readonly index: number; readonly path: string }[];
  /** Set where the ZIP is a Teachable Machine project. */
  readonly teachable?: TeachableListing;
}

export type Failure = { readonly ok: false; readonly reason: string };

/** A ZIP whose entries are inflated one at a time, when they are asked for. */
export interface Archive {
  readonly listing: ArchiveListing;
  /** @param index from the listing. Whatever is wrong with the entry comes back as a sentence. */
  readonly read: (index: number) => Promise<{ readonly ok: true; readonly blob: Blob } | Failure>;
}

// The app's own workers call this; zip.js must not start others, which the page's policy forbids.
configure({ useWebWorkers: false });

/**
 * Opens a ZIP. Only its directory is read, so that its size does not matter.
 * @param mostBytes an entry may have, unpacked.
 */
export async function openArchive(
  zip: Blob,
  mostBytes: number = pictureLimits.bytes,
): Promise<{ readonly ok: true; readonly archive: Archive } | Failure> {
  const files: FileEntry[] = [];
  const reader = new ZipReader(new BlobReader(zip), { filenameValidation: 'tolerant', checkOverlappingEntry: true });
  try {
    let count = 0;
    for await (const entry of reader.getEntriesGenerator()) {
      if (++count > zipLimits.entries) {
        const most = grouped(zipLimits.entries);
        return refused(t`The ZIP has more than ${most} entries. Make a smaller one.`);
      }
      if (!entry.directory) files.push(entry);
    }
  } catch (error) {
    return refused(zipFault(error));
  }
  const declared = files.reduce((sum, file) => sum + file.uncompressedSize, 0);
  if (declared > zipLimits.bytes) {
    const size = fixed(declared / 1e9, 1);
    return refused(t`Unpacked, the ZIP would have ${size} GB; at most 1 GB can be read. Make smaller ones.`);
  }
  return { ok: true, archive: { listing: await list(files, mostBytes), read: (index) => read(files[index]) } };
}

async function list(files: readonly FileEntry[], mostBytes: number): Promise<ArchiveListing> {
  const entries: { index: number; path: string }[] = [];
  const skipped: { path: string; reason: string }[] = [];
  const aside: { index: number; path: string }[] = [];
  const nested: { index: number; path: string }[] = [];
  let manifest: Manifest | null = null;
  let project: TeachableProject | null = null;
  for (const [index, file] of files.entries()) {
    const path = safePath(file.filename);
    if (path === null) {
      const reason = t`Its name points to a place outside the ZIP, so it was left out. Make the ZIP anew.`;
      skipped.push({ path: file.filename, reason });
    } else if (isOwn(path)) {
      const reason = entryFault(file, ownBytes);
      if (reason) skipped.push({ path, reason });
      else aside.push({ index, path });
    } else if (/^([^/]+\/)?manifest\.json$/.test(path) && !manifest && !project) {
      const json = await readManifest(file);
      manifest = path === 'manifest.json' ? parseManifest(json) : null;
      project = manifest ? null : parseTeachable(json, path);
      if (!manifest && !project)
        skipped.push({ path, reason: t`This is not a list of pictures made for Transfer Lab; ignored.` });
    } else if (path !== '' && !isJunk(path)) {
      const reason = entryFault(file, mostBytes);
      if (isArchive(file, path)) nested.push({ index, path });
      else if (reason) skipped.push({ path, reason });
      else entries.push({ index, path });
    }
  }
  // Teachable Machine packs a class's samples once more where they are more than pictures; others unpack theirs first.
  if (!project) for (const { path } of nested) skipped.push({ path, reason: inner });
  return {
    entries,
    skipped,
    manifest,
    ...(aside.length > 0 ? { aside } : {}),
    ...(project ? { teachable: { ...project, nested } } : {}),
  };
}

/** Most that one of the page's own files in a project may have: the weights of a run can be large. */
const ownBytes = 500e6;

/** What a project file holds beside its pictures; without its list it is a ZIP like any other. */
const isOwn = (path: string) => path === 'README.txt' || /^([^/]+\/)?transfer-lab(\.json|\/.+)$/.test(path);

/**
 * The path with `/` between its levels; null where it would lead out of the folder it is unpacked to. Nothing is ever
 * unpacked to a disk here, but such a name is a sign of a ZIP that was made to do harm.
 */
export function safePath(name: string): string | null {
  const path = name.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return null;
  const levels = path.split('/').filter((level) => level !== '' && level !== '.');
  return levels.includes('..') ? null : levels.join('/');
}

const isArchive = (file: FileEntry, path: string): boolean =>
  !file.encrypted && !file.symlink && /\.(zip|rar|7z|tar|t?gz|bz2|xz)$/i.test(path);

function entryFault(file: FileEntry, mostBytes: number): string | null {
  if (file.encrypted) return encrypted;
  if (file.symlink) return t`This is a link to another file, not a picture.`;
  const size = file.uncompressedSize;
  if (size > mostBytes || (size > 10e6 && size > zipLimits.ratio * file.compressedSize)) {
    const megabytes = grouped(Math.round(size / 1e6));
    return t`Unpacked it would have ${megabytes} MB: too much for one file, so it was left out.`;
  }
  return null;
}

const inner = t`This is an archive inside the ZIP. Unpack it, and add its folder or add it on its own.`;
const encrypted = t`This needs a password. Unpack the ZIP, and add the folder or a ZIP without a password.`;
const damaged = t`This is damaged inside the ZIP. Make or download the ZIP again.`;

async function readManifest(file: FileEntry): Promise<string> {
  if (file.uncompressedSize > 5e6) return '';
  const content = await read(file);
  return content.ok ? content.blob.text() : '';
}

async function read(file: FileEntry | undefined): Promise<{ readonly ok: true; readonly blob: Blob } | Failure> {
  if (!file) return refused(damaged);
  try {
    // zip.js stops where an entry inflates to more than its directory says, so the limits hold for lying sizes too.
    return { ok: true, blob: await file.getData(new BlobWriter(), { checkCrc32: true }) };
  } catch (error) {
    return refused(entryReadFault(error));
  }
}

function entryReadFault(error: unknown): string {
  if (isUnreadable(error)) return unreadable;
  const message = error instanceof Error ? error.message : '';
  if (message === ERR_ENCRYPTED || message === ERR_UNSUPPORTED_ENCRYPTION) return encrypted;
  if (message === ERR_UNSUPPORTED_COMPRESSION) {
    return t`The ZIP was packed by a method that is not known here. Pack it again in the ordinary way (Deflate).`;
  }
  if (message === ERR_OVERLAPPING_ENTRY)
    return t`This shares its data with another entry of the ZIP, so it was left out.`;
  return damaged;
}

function zipFault(error: unknown): string {
  if (isUnreadable(error)) return unreadable;
  const message = error instanceof Error ? error.message : '';
  if (message === ERR_ENCRYPTED_CENTRAL_DIRECTORY) return encrypted;
  if (message === ERR_SPLIT_ZIP_FILE) return t`This is one part of a ZIP in several parts. Make a ZIP in one piece.`;
  return t`The ZIP is damaged or cut off, and cannot be opened. Make or download it again.`;
}

const refused = (reason: string): Failure => ({ ok: false, reason });
