import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 (hex) of the parts, one after the other; texts as UTF-8. */
export async function digestOf(parts: readonly (ArrayBuffer | string)[]): Promise<string> {
  const blob = new Blob([...parts]);
  const bytes = await blob.arrayBuffer();
  // The browser's own is ten times faster, but missing on pages served over plain http from another machine.
  if (!globalThis.isSecureContext) return bytesToHex(sha256(new Uint8Array(bytes)));
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
