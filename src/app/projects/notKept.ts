import { t } from '@lingui/core/macro';
import { StorageHangs } from '../../storage/opening';
import { messageOf } from '../messages';

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';

/** What is not kept, and what to do: one sentence. */
export const notKeptWords = (error: unknown): string =>
  isFull(error)
    ? t`The browser’s storage is full, so that what changed last in this project is gone when the tab is closed: clear ` +
      t`stored features at station 2 or delete another project to make room, or save this one as a project file. ` +
      t`Everything goes on meanwhile.`
    : error instanceof StorageHangs
      ? t`The browser’s storage does not answer, so that earlier work cannot be read, and what changes now is gone when ` +
        t`the tab is closed: close other tabs of this page and load it again, or save a project file before. ` +
        t`Everything else works.`
      : t`This browser does not keep your work (storage is turned off, or this is a private window: ` +
        t`${messageOf(error)}), so that pictures, log and heads are gone when the tab is closed: save a project file ` +
        t`before. Everything else works.`;

/** What else can be done with what came of a run. */
const ways = { 'the heads': t`export the model`, 'the curves at station 4': t`download them there` } as const;

/** The same for what came of a run alone. */
export const runNotKeptWords = (what: keyof typeof ways, error: unknown): string =>
  isFull(error)
    ? t`The browser’s storage is full, so that ${what} of this run are gone when the tab is closed: clear stored ` +
      t`features at station 2 or delete another project to make room, or ` +
      t`${ways[what]}. Everything else is kept.`
    : notKeptWords(error);

/** A project that is kept, and was neither opened nor changed. */
export const notReadWords = (name: string, error: unknown): string =>
  t`“${name}” could not be read (${messageOf(error)}). It was not opened, and what is kept of it stays as it is: load the ` +
  t`page again and try once more.`;

export const notDeletedWords = (name: string, error: unknown): string =>
  t`“${name}” could not be deleted (${messageOf(error)}), and is still kept. Load the page again and try once more.`;
