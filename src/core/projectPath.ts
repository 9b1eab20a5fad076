import { t } from '@lingui/core/macro';

export type ProjectPath =
  { readonly ok: true; readonly path: string } | { readonly ok: false; readonly reason: string };

/** Any page would do: only what an address leads to from its folder matters. */
const somePage = 'https://page.example/folder/';

/**
 * Checks the path of a project file that a school puts beside the page: it must lead from the page's own folder
 * downwards, so that a link can neither fetch from another host nor from elsewhere on this one.
 *
 * @param text as typed or linked, e.g. "projects/cats.zip".
 */
export function projectPath(text: string): ProjectPath {
  const path = text.trim();
  if (path === '') return { ok: false, reason: t`Type where the project file lies, such as projects/cats.zip.` };
  if (path.length > longest) return { ok: false, reason: t`The path of the project file is too long.` };
  const url = URL.canParse(path, somePage) ? new URL(path, somePage) : null;
  const isBelow = url?.href.startsWith(somePage) === true && url.pathname !== '/folder/' && !path.startsWith('/');
  if (!isBelow || oddSigns.test(path) || url.search !== '' || url.hash !== '')
    return { ok: false, reason: elsewhere(path) };
  return { ok: true, path };
}

const longest = 300;

/** A scheme, and what some server takes for a slash or for the end of a path. */
const oddSigns = /^[a-z][a-z\d+.-]*:|[?#\\]|%2f|%5c/i;

const elsewhere = (path: string): string =>
  t`“${path}” is not a path below this page’s own address, such as projects/cats.zip; nothing else is opened.`;
