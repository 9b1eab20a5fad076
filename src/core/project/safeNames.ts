import { namesSide } from '../placement';

/** Bytes of a name in UTF-8: half of what Windows, macOS and Linux allow, since names of files are put behind it. */
const mostBytes = 120;

/**
 * Names of folders that Windows, macOS and Linux can all hold, one for each of the given names: letters and emoji stay,
 * reserved names and signs do not, and no two are equal but for case. They read back as classes: none is taken for a
 * side of the split, or for the app's own folder.
 */
export function safeNames(names: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const stem = safeName(name, 'class');
    const plain = hasMeaning(stem) ? `${stem} class` : stem;
    let free = plain;
    for (let n = 2; used.has(folded(free)); n++) free = `${plain} ${n}`;
    used.add(folded(free));
    return free;
  });
}

/** One name made safe. @param fallback where nothing is left of it. */
export function safeName(name: string, fallback: string): string {
  const cleaned = name
    .normalize('NFC')
    // What Windows forbids, control characters, and halves of characters, which have no UTF-8.
    .replaceAll(/[<>:"/\\|?*\p{Cc}\p{Surrogate}]/gu, '_')
    .replaceAll(/\s+/gu, ' ');
  const short = trimmed(cutToBytes(trimmed(cleaned)));
  if (short === '') return fallback;
  return reserved.test(short) ? `_${short}` : short;
}

/** Devices of MS-DOS, which Windows still takes for such, whatever their ending. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)/i;

/** Hidden files begin with a dot; Windows drops dots and spaces at the end. */
const trimmed = (name: string) => name.replace(/^[\s.]+/u, '').replace(/[\s.]+$/u, '');

const hasMeaning = (name: string) =>
  namesSide(name) || /^(transfer-lab(\.json)?|readme\.txt|__macosx|thumbs\.db|desktop\.ini)$/i.test(name);

/** Made once: making one takes longer than cutting a name. */
const characters = new Intl.Segmenter('en');

function cutToBytes(name: string): string {
  let bytes = 0;
  let cut = '';
  for (const { segment } of characters.segment(name)) {
    bytes += new TextEncoder().encode(segment).length;
    if (bytes > mostBytes) break;
    cut += segment;
  }
  return cut;
}

/** Windows and macOS tell names apart neither by case nor by how an accent is written. */
const folded = (name: string) => name.normalize('NFKC').toLowerCase();
