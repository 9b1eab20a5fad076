import { plural } from '@lingui/core/macro';
import { BlobReader, BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { macrotask } from '../core/macrotask';
import { headsToFile } from '../core/project/headsFile';
import { logEntryJson, logPath } from '../core/project/logFiles';
import { headsPath, manifestJson, manifestName, manifestOf } from '../core/project/projectManifest';
import { readmeOf } from '../core/project/readme';
import { trainingPath, trainingToFile } from '../core/project/trainingFile';
import type { WholeProject } from '../core/project';
import { zipLimits } from './archive';

export interface WriteOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
}

export interface WrittenProject {
  readonly zip: Blob;
  /** What is not in the file, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * The project as one ZIP: pictures in a folder per class, stored as they are, since PNGs do not get smaller. Written one
 * small file after the other, so that the page's thread is free between them.
 * @throws AbortError where it is cancelled; Error where a picture cannot be read.
 */
export async function writeProject(whole: WholeProject, { signal, onProgress }: WriteOptions): Promise<WrittenProject> {
  const manifest = manifestOf(whole);
  const notes: string[] = [];
  const pictures = manifest.pictures.filter(({ hash }) => whole.pngs.has(hash));
  const lost = manifest.pictures.length - pictures.length + (whole.project.unreadable?.length ?? 0);
  if (lost > 0)
    notes.push(
      plural(lost, {
        one: '# of its pictures could not be read any more, so it is not in the file; the others are.',
        other: '# of its pictures could not be read any more, so they are not in the file; the others are.',
      }),
    );
  const { runs, left } = fitting(
    whole,
    [...whole.pngs.values()].reduce((sum, { size }) => sum + size, 0),
  );
  if (left > 0)
    notes.push(
      plural(left, {
        one: 'The trained heads of the oldest run are not in the file, so that it can be read again: at most 1 GB.',
        other:
          'The trained heads of the # oldest runs are not in the file, so that it can be read again: at most 1 GB.',
      }),
    );
  const writer = new ZipWriter(new BlobWriter('application/zip'), { dataDescriptor: false, keepOrder: true });
  const total = manifest.log.length + pictures.length + runs.length;
  let done = 0;
  const next = () => {
    signal.throwIfAborted();
    onProgress({ done: done++, total });
  };
  // The list comes first, so that a file that was cut off still says what it was.
  const list = { ...manifest, pictures, heads: runs };
  await writer.add('README.txt', new TextReader(readmeOf(list)));
  await writer.add(manifestName, new TextReader(manifestJson(list)));
  for (const entry of list.log) {
    next();
    await macrotask();
    await writer.add(logPath(entry.id), new TextReader(logEntryJson(entry)));
  }
  for (const { path, hash } of pictures) {
    next();
    const png = whole.pngs.get(hash);
    if (png) await writer.add(path, new BlobReader(png), { level: 0 });
  }
  for (const run of runs) {
    next();
    const heads = whole.heads.get(run);
    if (!heads) continue;
    const { header, bytes } = headsToFile(heads);
    await writer.add(headsPath(run, 'json'), new TextReader(header));
    await writer.add(headsPath(run, 'bin'), new BlobReader(new Blob([bytes])), { level: 0 });
  }
  if (whole.training) {
    const { runId } = whole.training;
    const { header, bytes } = trainingToFile(whole.training);
    await writer.add(trainingPath(runId, 'json'), new TextReader(header));
    await writer.add(trainingPath(runId, 'bin'), new BlobReader(new Blob([bytes])));
  }
  onProgress({ done: total, total });
  const zip = await writer.close();
  signal.throwIfAborted();
  return { zip, notes };
}

/** Of the runs' heads so many, the latest first, that the file stays one that can be read. */
function fitting({ heads, log }: WholeProject, pictureBytes: number) {
  const age = new Map(log.map(({ id, startedAt }) => [id, startedAt]));
  const runs = [...heads.keys()].toSorted((a, b) => (age.get(b) ?? 0) - (age.get(a) ?? 0));
  // A tenth is left for the lists.
  let room = 0.9 * zipLimits.bytes - pictureBytes;
  const kept = runs.filter((run) => {
    const { parameters = new Float32Array() } = heads.get(run) ?? {};
    room -= parameters.byteLength;
    return room > 0;
  });
  return { runs: [...heads.keys()].filter((run) => kept.includes(run)), left: runs.length - kept.length };
}
