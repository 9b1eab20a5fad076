import { t } from '@lingui/core/macro';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { isAbort, messageOf } from '../messages';

export type ProjectAtPath =
  { readonly ok: true; readonly file: File; readonly digest: string } | { readonly ok: false; readonly reason: string };

/**
 * Fetches a project file that a school put beside the page.
 *
 * @param path below the page's own address, checked.
 * @returns the file with the SHA-256 (hex) of its bytes. @throws AbortError where it is cancelled.
 */
export async function projectAtPath(path: string, signal: AbortSignal): Promise<ProjectAtPath> {
  try {
    // A server that leads elsewhere is refused by the browser.
    const response = await fetch(new URL(path, document.baseURI), { signal, mode: 'same-origin' });
    if (!response.ok) return { ok: false, reason: missing(path, response.status) };
    const bytes = await response.arrayBuffer();
    return { ok: true, file: new File([bytes], path.split('/').at(-1) ?? path), digest: await digestOf(bytes) };
  } catch (error) {
    if (isAbort(error)) throw error;
    return { ok: false, reason: unreached(path, messageOf(error)) };
  }
}

async function digestOf(bytes: ArrayBuffer): Promise<string> {
  // The browser's own is missing on pages served over plain http from another machine, as in some schools.
  if (globalThis.isSecureContext) return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  return bytesToHex(sha256(new Uint8Array(bytes)));
}

const missing = (path: string, status: number) =>
  t`There is no project file at “${path}” beside this page (the server answers ${status}). Whoever made the link has to put it there.`;

const unreached = (path: string, why: string) =>
  t`The project file “${path}” could not be fetched (${why}). Check the connection, then load the page again.`;
