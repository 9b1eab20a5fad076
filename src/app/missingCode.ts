import { t } from '@lingui/core/macro';
/** How browsers say that a part of a page, or its style, could not be fetched: Chromium, Firefox, Safari; Vite for styles. */
const words =
  /dynamically imported module|importing a module script failed|'text\/html' is not a valid javascript mime type|unable to preload css/i;

/** A part of the page's code that is fetched when it is needed did not come. Asked for again, it would fail the same way. */
export const isMissingCode = (error: unknown): boolean => error instanceof Error && words.test(error.message);

/** @param what could not be drawn: "The charts" */
export const missingCodeWords = (what: string): string =>
  t`${what} could not be fetched: there is no connection, or the page has been renewed since you opened it. Once you are connected, load the page again.`;
