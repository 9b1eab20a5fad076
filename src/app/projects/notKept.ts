import { t } from '@lingui/core/macro';
import { StorageHangs } from '../../storage/opening';
import { messageOf } from '../messages';

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';

/** What is not kept, and what to do: one sentence. */
export const notKeptWords = (error: unknown): string =>
  isFull(error)
    ? t`The browser’s storage is full, so that what changed last in this project is gone when the tab is closed: clear stored features at station 2 or delete another project to make room, or save this one as a project file. Everything goes on meanwhile.`
    : error instanceof StorageHangs
      ? t`The browser’s storage does not answer, so that earlier work cannot be read, and what changes now is gone when the tab is closed: close other tabs of this page and load it again, or save a project file before. Everything else works.`
      : t`This browser does not keep your work (storage is turned off, or this is a private window: ${messageOf(error)}), so that pictures, log and heads are gone when the tab is closed: save a project file before. Everything else works.`;

/** The same for what came of a run alone. */
export function runNotKeptWords(what: 'heads' | 'curves', error: unknown): string {
  if (!isFull(error)) return notKeptWords(error);
  return what === 'heads'
    ? t`The browser’s storage is full, so that the heads of this run are gone when the tab is closed: clear stored features at station 2 or delete another project to make room, or export the model. Everything else is kept.`
    : t`The browser’s storage is full, so that the curves at station 4 of this run are gone when the tab is closed: clear stored features at station 2 or delete another project to make room, or download them there. Everything else is kept.`;
}

/** A project that is kept, and was neither opened nor changed. */
export const notReadWords = (name: string, error: unknown): string =>
  t`“${name}” could not be read (${messageOf(error)}). It was not opened, and what is kept of it stays as it is: load the page again and try once more.`;

export const notDeletedWords = (name: string, error: unknown): string =>
  t`“${name}” could not be deleted (${messageOf(error)}), and is still kept. Load the page again and try once more.`;
