import { t } from '@lingui/core/macro';
import { saveAs } from 'file-saver';
import { emptyReport } from '../core/importReport';
import { collectionOf } from '../core/project/manifestParsing';
import type { FileAnswer, FileWork } from '../core/project/fileWork';
import { projectFileName } from '../core/project/projectManifest';
import { isFree } from '../core/prepared';
import type { SkippedFile } from '../images/import';
import {
  openProjectFile,
  readHeads,
  readPictures,
  readTraining,
  type ProjectFile,
  type ReadOptions,
} from '../images/projectReading';
import { writeProject } from '../images/projectZip';
import { isAbort, messageOf } from './messages';
import { openLinked } from './prepared/openLinked';
import type { ProjectFiles, ProjectFilesGiven } from './projectFile';
import { mergeProject, type MergeAnswer } from './projectMerging';
import { showStation } from './stations';

/** What is done with project files, in a part of the page that is fetched when it is first wanted. */
export type FileWorker = ProjectFiles;

/** Small projects are done before a dialog would have been read, in ms. */
const patience = 300;

/** How often the page shows how far it is, in ms: drawn for every picture, that would take longer than the pictures. */
const showEvery = 100;

type Doing = Extract<FileWork, { readonly phase: 'working' }>['doing'];

export function createFileWorker(given: ProjectFilesGiven): FileWorker {
  const { store, pool, projects } = given;
  let running: AbortController | null = null;
  let settle: ((answer: FileAnswer | null) => void) | null = null;
  /** One file after the other, written or read: each may ask something, and there is one place to tell how far it is. */
  let queue: Promise<unknown> = Promise.resolve();
  let isSaving = false;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };
  const show = (fileWork: FileWork) => store.setState({ fileWork });

  /** Does it with progress and cancel; false where it was cancelled. */
  async function working(
    doing: Doing,
    name: string,
    work: (signal: AbortSignal, onProgress: ReadOptions['onProgress']) => Promise<void>,
  ): Promise<boolean> {
    const own = new AbortController();
    running = own;
    let progress = { done: 0, total: 0 };
    const tell = () => show({ phase: 'working', doing, name, ...progress });
    let shownAt = Number.POSITIVE_INFINITY;
    const showNow = () => {
      shownAt = performance.now();
      tell();
    };
    const timer = setTimeout(showNow, patience);
    try {
      await work(own.signal, (next) => {
        progress = next;
        if (performance.now() - shownAt > showEvery) showNow();
      });
      return true;
    } catch (error) {
      if (isAbort(error) || own.signal.aborted) return false;
      throw error;
    } finally {
      clearTimeout(timer);
      running = null;
      show({ phase: 'none' });
    }
  }

  async function handle(project: ProjectFile): Promise<void> {
    const { collection, prepared, project: mine } = store.getState();
    const { id } = mine;
    const fileName = project.file.name;
    // Where the pictures are not to be changed, none are added to them.
    const isEmpty = collection.pictures.length === 0 || !isFree(prepared, 'pictures');
    const answer = isEmpty ? ({ kind: 'open' } as const) : await asked(project);
    if (answer === null) return;
    try {
      const isDone = answer.kind === 'open' ? await openByHand(project) : await merge(project, answer, id);
      if (!isDone) tellUnchanged(t`Opening “${fileName}” was cancelled; your project is as it was.`);
    } catch (error) {
      tellUnchanged(t`“${fileName}” could not be opened (${messageOf(error)}); your project is as it was.`);
    }
  }

  const tellUnchanged = (trouble: string) => store.setState({ trouble });

  function asked({ file, manifest, notes }: ProjectFile): Promise<FileAnswer | null> {
    return new Promise((resolve) => {
      settle = (answer) => {
        settle = null;
        show({ phase: 'none' });
        resolve(answer);
      };
      show({ phase: 'asking', fileName: file.name, manifest, notes });
    });
  }

  const openByHand = async (project: ProjectFile) => {
    const isDone = await open(project, [openWords(project)]);
    if (isDone) showStation('pictures');
    return isDone;
  };

  /** @param words told beside what could not be read; none: only that is told. */
  const open = (project: ProjectFile, words: readonly string[]) =>
    working('opening', project.manifest.name, async (signal, onProgress) => {
      const { manifest } = project;
      const { id, name, savedAt, settings, testOpenedAt, testOpenings, lastNumber, sample, log } = manifest;
      const pngs = new Map<string, Blob>();
      const wanted = new Set(manifest.pictures.map(({ hash }) => hash));
      const read = await readPictures(project, wanted, pool, {
        signal,
        onProgress,
        // Taken up with the project: of one that is cancelled nothing stays.
        onPicture: ({ hash, blob }) => pngs.set(hash, blob),
      });
      const { heads, faults } = await readHeads(project, signal);
      const last = await readTraining(project);
      signal.throwIfAborted();
      const all = collectionOf(manifest);
      const present = all.pictures.filter(({ hash }) => read.hashes.has(hash));
      const isWhole = present.length === all.pictures.length;
      const collection = isWhole ? all : { ...all, pictures: present };
      await projects.adopt({
        project: {
          id,
          name,
          savedAt,
          settings,
          testOpenedAt,
          testOpenings,
          lastNumber,
          collection,
          sample: isWhole ? sample : null,
        },
        pngs,
        log,
        heads,
        training: last.training,
      });
      const unread = [...read.faults, ...faults, ...last.faults];
      if (words.length + unread.length + project.notes.length > 0) tell(project, present.length, unread, words);
    });

  /** What came of a file, beside the pictures. */
  function tell(
    { file, notes }: ProjectFile,
    added: number,
    faults: readonly { readonly path: string; readonly reason: string }[],
    first: readonly string[],
  ): void {
    const skipped = faults.map(({ path, reason }) => ({ path: `${file.name}/${path}`, reason }));
    store.setState({ report: { ...emptyReport, added, skipped, notes: [...first, ...notes] } });
  }

  const merge = (project: ProjectFile, choice: MergeAnswer, into: string) =>
    working('adding', project.manifest.name, (signal, onProgress) =>
      mergeProject(given, project, choice, { into, signal, onProgress }),
    );

  return {
    async save() {
      if (isSaving) return;
      isSaving = true;
      await inTurn(() => {
        const { name } = store.getState().project;
        return working('saving', name, async (signal, onProgress) => {
          const whole = await projects.whole();
          const { zip, notes } = await writeProject(whole, { signal, onProgress });
          saveAs(zip, projectFileName(whole.project.name));
          if (notes.length > 0) store.setState({ trouble: notes.join(' ') });
        });
      }).finally(() => {
        isSaving = false;
      });
    },
    async take(files) {
      const rest: File[] = [];
      const damaged: SkippedFile[] = [];
      const found: ProjectFile[] = [];
      for (const file of files) {
        const opened = await openProjectFile(file);
        if (!opened) rest.push(file);
        else if (opened.ok) found.push(opened.project);
        else damaged.push({ ok: false, path: file.name, reason: opened.reason });
      }
      // Not waited for: it may ask something, and the other files need not wait for the answer.
      for (const project of found) void inTurn(() => handle(project));
      return { rest, damaged };
    },
    openLinked: (path, isReload) => inTurn(() => openLinked({ store, projects, working, open }, path, isReload)),
    answer: (answer) => settle?.(answer),
    cancel: () => running?.abort(),
  };
}

const openWords = ({ manifest: { name } }: ProjectFile) => t`“${name}” is open.`;
