import { t } from '@lingui/core/macro';

export type FolderAddress =
  { readonly ok: true; readonly address: string } | { readonly ok: false; readonly reason: string };

/**
 * The folder of a model that the school hosts beside the page. The page's policy lets it read from no other origin.
 *
 * @param text as typed: a path, an address, with or without `model.json`. @param pageUrl absolute.
 * @returns absolute address with its last slash.
 */
export function folderAddress(text: string, pageUrl: string): FolderAddress {
  const typed = text.trim();
  if (typed === '') return no(t`Type the address of a folder that has model.json in it, such as models/mobilenet/.`);
  if (!URL.canParse(typed, pageUrl)) return no(t`“${typed}” is no address.`);
  const url = new URL(typed, pageUrl);
  const page = new URL(pageUrl);
  if (url.origin !== page.origin) return no(otherHost(page.host, url.host));
  const path = url.pathname.replace(/model\.json$/, '');
  return { ok: true, address: `${url.origin}${path.endsWith('/') ? path : `${path}/`}` };
}

const otherHost = (own: string, other: string): string =>
  t`This page may only read from its own address (${own}), and ${other} is another. Put the folder beside the page, or load the model from files.`;

const no = (reason: string): FolderAddress => ({ ok: false, reason });
