import { t } from '@lingui/core/macro';

/** Something that the page keeps in the browser. */
export interface StoredThing {
  readonly what: string;
  /** The browser's own name of the kind of place, as its tools show it. */
  readonly place: 'IndexedDB' | 'localStorage' | 'sessionStorage' | 'CacheStorage';
  /** What it is called there. */
  readonly name: string;
  /** How it is deleted, and when it goes by itself. */
  readonly deleting: string;
}

/** Everything that is kept; a test compares the names with those in the source. */
export const storedThings: readonly StoredThing[] = [
  {
    what: t`Projects: pictures, classes, settings, log with notes, trained heads, the latest training`,
    place: 'IndexedDB',
    name: 'transfer-lab',
    deleting: t`Project menu, Projects, Delete. Of a built-in set only its name is kept.`,
  },
  {
    what: t`Features, the numbers that a base has made of pictures`,
    place: 'IndexedDB',
    name: 'transfer-lab-features',
    deleting: t`Station 2, Kept in this browser, Delete. What has long not been used goes by itself.`,
  },
  {
    what: t`Bases that were fetched on request or brought along as files`,
    place: 'IndexedDB',
    name: 'transfer-lab-bases',
    deleting: t`Station 2, Kept in this browser, Delete.`,
  },
  {
    what: t`Predictions and answers in the lessons`,
    place: 'IndexedDB',
    name: 'transfer-lab-lessons',
    deleting: t`Lessons, all lessons, Clear my answers.`,
  },
  {
    what: t`Language, light or dark, and which prepared links were opened`,
    place: 'localStorage',
    name: 'transfer-lab-…',
    deleting: t`With all data of this page, in the browser’s settings.`,
  },
  {
    what: t`Which project this tab has open, and the name and class on the report`,
    place: 'sessionStorage',
    name: 'transfer-lab-…',
    deleting: t`Goes when the tab is closed.`,
  },
  {
    what: t`The page itself, so that it works without the network`,
    place: 'CacheStorage',
    name: 'workbox-precache-…',
    deleting: t`With all data of this page, in the browser’s settings. Older versions go by themselves.`,
  },
];
