import { plural, t } from '@lingui/core/macro';
import { grouped } from '../core/figures';
import { withClassesTaken } from '../core/classIds';
import { withEntries } from '../core/log/numbering';
import type { FileAnswer } from '../core/project/fileWork';
import { collectionOf } from '../core/project/manifestParsing';
import { merged } from '../core/project/merge';
import { takenHeads } from '../core/project/takenHeads';
import { takenLog } from '../core/project/takenLog';
import { readHeads, readPictures, type ProjectFile, type ReadOptions } from '../images/projectReading';
import { undoEntriesWith } from './mergeUndo';
import type { ProjectFilesGiven } from './projectFile';
import { mostRuns } from './projects/headsShelf';
import { showStation } from './stations';
import type { LabState, LabStore } from './store';

export type MergeAnswer = Extract<FileAnswer, { readonly kind: 'merge' }>;

interface MergeOptions extends Omit<ReadOptions, 'onPicture'> {
  /** Id of the project that the person was asked about. */
  readonly into: string;
}

/**
 * Adds a project file's pictures to the project that is open, and where the person wants them its experiments with their
 * heads.
 *
 * @throws AbortError where it is cancelled; Error where another project was opened meanwhile. Nothing is changed then.
 */
export async function mergeProject(
  { store, pool, pictures, projects, onPictures }: ProjectFilesGiven,
  project: ProjectFile,
  choice: MergeAnswer,
  { into, signal, onProgress }: MergeOptions,
): Promise<void> {
  const { manifest, file, notes } = project;
  const isWanted = (classId: string) => (choice.destinations.get(classId) ?? leftOut).kind !== 'left out';
  const incoming = manifest.pictures.filter(({ classId }) => isWanted(classId));
  const unknown = incoming.filter(({ hash }) => !pictures.png(hash)).map(({ hash }) => hash);
  const pngs = new Map<string, Blob>();
  const read = await readPictures(project, new Set(unknown), pool, {
    signal,
    onProgress,
    onPicture: ({ hash, blob }) => pngs.set(hash, blob),
  });
  const known = new Set(store.getState().log.map(({ id }) => id));
  const theirs = await readHeads(project, signal, (run) => choice.takesLog && !known.has(run));
  // In the middle of another import, undoing this would take back that as well.
  await until(store, ({ importing }) => importing === null);
  signal.throwIfAborted();
  const before = store.getState();
  if (before.project.id !== into)
    throw new Error(t`another project was opened meanwhile; add it once more where you want it`);
  for (const [hash, png] of pngs) pictures.keep(hash, png);
  const present = collectionOf(manifest).pictures.filter(({ hash }) => pictures.png(hash));
  const result = merged(
    // Ids that the heads at hand know are not given to others.
    withClassesTaken(before.collection, before.heads?.classes ?? []),
    { title: manifest.name, classes: manifest.classes, pictures: present },
    choice,
  );
  const entries = choice.takesLog ? takenLog(before.log, manifest.log, manifest.name, before.project.lastNumber) : [];
  const isSame = result.added.length === 0;
  const skipped = [...read.faults, ...theirs.faults].map(({ path, reason }) => ({
    path: `${file.name}/${path}`,
    reason,
  }));
  store.setState({
    collection: isSame ? before.collection : result.collection,
    // With other pictures in it, a built-in set is no longer what its link says.
    sample: isSame ? before.sample : null,
    log: withEntries(before.log, entries),
    undoable: isSame ? null : addedWords(result.added.length, manifest.name),
    report: {
      ...result.report,
      skipped: [...skipped, ...result.report.skipped],
      notes: [
        ...(entries.length > 0
          ? [
              plural(entries.length, {
                one: '# experiment came into the log.',
                other: '# experiments came into the log.',
              }),
            ]
          : []),
        ...notes,
        ...result.report.notes,
      ],
    },
  });
  if (!isSame) undoEntriesWith(store, before.collection, result.collection, entries);
  onPictures();
  showStation('pictures');
  const runs = new Set(entries.map(({ id }) => id));
  const all = [...theirs.heads.values()].filter(({ runId }) => runs.has(runId));
  const heads = all.flatMap((one) => {
    const taken = takenHeads(one, { theirs: manifest, ours: result.collection, homes: result.homes });
    return taken ? [taken] : [];
  });
  if (all.length > 0) note(store, headsNote(all.length, heads.length, await projects.takeHeads(heads)));
}

const leftOut = { kind: 'left out' } as const;

/** @param all there were. @param fitting whose classes are still apart. @param taken there was room for. */
function headsNote(all: number, fitting: number, taken: number): string {
  const why = [
    ...(fitting < all ? [t`two of their classes came into one`] : []),
    ...(taken < fitting ? [t`a project keeps the heads of ${mostRuns} experiments`] : []),
  ];
  if (why.length === 0)
    return plural(all, {
      one: 'The trained heads of # experiment came along.',
      other: 'The trained heads of # experiments came along.',
    });
  const reasons = why.join('; ');
  return t`The trained heads of ${grouped(taken)} of ${plural(all, { one: '# experiment', other: '# experiments' })} came along; the others stayed in the file: ${reasons}.`;
}

const addedWords = (added: number, name: string): string =>
  plural(added, { one: `# picture of “${name}” added.`, other: `# pictures of “${name}” added.` });

function note(store: LabStore, sentence: string): void {
  const { report } = store.getState();
  if (report) store.setState({ report: { ...report, notes: [...report.notes, sentence] } });
}

function until(store: LabStore, isSo: (state: LabState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isSo(store.getState())) return resolve();
    const stop = store.subscribe((state) => {
      if (!isSo(state)) return;
      stop();
      resolve();
    });
  });
}
