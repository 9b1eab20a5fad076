import { t } from '@lingui/core/macro';
/** What a file is, by its first bytes; its name only decides between relatives (a TIFF from a camera is a RAW). */
export type FileKind =
  | { readonly kind: 'picture'; readonly format: Format }
  | { readonly kind: 'svg' }
  | { readonly kind: 'zip' }
  | { readonly kind: 'refused'; readonly reason: string };

/** `needsLuck`: only some browsers decode these; the reason is for the others. */
type Format =
  | { readonly name: 'JPEG' | 'PNG' | 'WebP' | 'GIF' | 'AVIF' | 'BMP' | 'ICO' }
  | { readonly name: 'HEIC' | 'TIFF' | 'JPEG 2000' | 'JPEG XL'; readonly needsLuck: string };

/** So many first bytes are enough for `recognise`. */
export const headBytes = 4096;

/**
 * @param head the first `headBytes` of the file, or all of it; not empty.
 * @param name the file's name or path.
 */
export function recognise(head: Uint8Array, name: string): FileKind {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const found = signatures.find(({ at, bytes }) => ascii(head, at, bytes.length) === bytes);
  const kind = found ? found.kind(head, extension) : null;
  return (
    kind ??
    byText(head) ??
    refused(extension === 'zip' ? brokenZip : t`This is not a picture of a kind that is known here. ${useInstead}`)
  );
}

const useInstead = t`Use JPEG, PNG, WebP, GIF, AVIF, BMP or SVG.`;
const asJpeg = t`Open it in a photo program and export it as JPEG.`;
const makeZip = t`Unpack it, and add the folder as it is or as a ZIP.`;

const heic = t`This is an HEIC photo, which this browser cannot open. On an iPhone choose Settings > Camera > Formats > Most Compatible for new photos; for this one, share or export it as JPEG.`;
const raw = t`This is a camera's RAW file, which browsers cannot open. ${asJpeg}`;

const brokenZip = t`This is called a ZIP, but is none, or is damaged at its very start. Make or download it again.`;

const refused = (reason: string): FileKind => ({ kind: 'refused', reason });
const noPicture = (what: string) => refused(t`This is ${what}, not a picture. ${useInstead}`);
const video = () => refused(t`This is a video, not a picture. Take single frames from it as JPEG or PNG.`);
const otherArchive = (what: string) => refused(t`This is a ${what} archive; only ZIP can be opened here. ${makeZip}`);
const picture = (format: Format): FileKind => ({ kind: 'picture', format });
const simple = (name: 'JPEG' | 'PNG' | 'WebP' | 'GIF' | 'AVIF' | 'BMP' | 'ICO') => picture({ name });
const lucky = (name: 'TIFF' | 'JPEG 2000' | 'JPEG XL') =>
  picture({ name, needsLuck: t`This is a ${name} picture, which this browser cannot open. ${asJpeg}` });

interface Signature {
  readonly at: number;
  /** One character per byte. */
  readonly bytes: string;
  /** Null: not this one after all. */
  readonly kind: (head: Uint8Array, extension: string) => FileKind | null;
}

const sign = (bytes: string, kind: Signature['kind'], at = 0): Signature => ({ at, bytes, kind });

const signatures: readonly Signature[] = [
  sign('\xff\xd8\xff', () => simple('JPEG')),
  sign('\x89PNG\r\n\x1a\n', () => simple('PNG')),
  sign('GIF8', () => simple('GIF')),
  sign('RIFF', byRiffForm),
  sign('ftyp', byBrand, 4),
  sign('BM', (head) => (looksLikeBmp(head) ? simple('BMP') : null)),
  sign('\0\0\x01\0', () => simple('ICO')),
  sign('II*\0', (head, extension) => byTiffKind(head, extension)),
  sign('MM\0*', (head, extension) => byTiffKind(head, extension)),
  sign('II+\0', () => lucky('TIFF')),
  sign('MM\0+', () => lucky('TIFF')),
  sign('\0\0\0\x0cjP  ', () => lucky('JPEG 2000')),
  sign('\xff\x4f\xff\x51', () => lucky('JPEG 2000')),
  sign('\0\0\0\x0cJXL ', () => lucky('JPEG XL')),
  sign('\xff\x0a', () => lucky('JPEG XL')),
  sign('8BPS', () => refused(t`This is a Photoshop document, which browsers cannot open. ${asJpeg}`)),
  ...['FUJIFILMCCD-RAW', 'IIRO', 'IIRS', 'MMOR', 'IIU\0', 'FOVb'].map((bytes) => sign(bytes, () => refused(raw))),
  sign('PK\x03\x04', byZipContent),
  sign('PK\x05\x06', byZipContent),
  sign('%PDF', () => noPicture(t`a PDF document`)),
  sign('{\\rtf', () => noPicture(t`a text document`)),
  sign('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', () => noPicture(t`an Office document`)),
  sign('Rar!', () => otherArchive('RAR')),
  sign("7z\xbc\xaf'\x1c", () => otherArchive('7-Zip')),
  sign('\x1f\x8b', () => otherArchive('gzip')),
  sign('BZh', () => otherArchive('bzip2')),
  sign('\xfd7zXZ\0', () => otherArchive('xz')),
  sign('\x28\xb5\x2f\xfd', () => otherArchive('Zstandard')),
  sign('ustar', () => otherArchive('tar'), 257),
  sign('\x1aE\xdf\xa3', video),
  sign('\0\0\x01\xba', video),
  sign('FLV\x01', video),
  sign('\x30\x26\xb2\x75', video),
  sign('moov', video, 4),
  sign('mdat', video, 4),
  ...['ID3', 'OggS', 'fLaC', '\xff\xfb', '\xff\xf3', '\xff\xf1', 'MThd'].map((bytes) =>
    sign(bytes, () => noPicture(t`a sound file`)),
  ),
  sign('MZ', () => noPicture(t`a program`)),
  sign('\x7fELF', () => noPicture(t`a program`)),
];

function byRiffForm(head: Uint8Array): FileKind | null {
  const form = ascii(head, 8, 4);
  if (form === 'WEBP') return simple('WebP');
  if (form === 'AVI ') return video();
  return form === 'WAVE' ? noPicture(t`a sound file`) : null;
}

/** ISO media files: the brands in the first box tell photos from videos. */
function byBrand(head: Uint8Array): FileKind {
  const size = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0);
  const brands = ascii(head, 8, Math.min(size, 256) - 8);
  const major = brands.slice(0, 4);
  if (/avif|avis/.test(brands)) return simple('AVIF');
  if (/heic|heix|heim|heis|hevc|hevx|mif1|msf1/.test(brands)) return picture({ name: 'HEIC', needsLuck: heic });
  if (major === 'crx ') return refused(raw);
  return major === 'M4A ' || major === 'M4B ' ? noPicture(t`a sound file`) : video();
}

const rawExtensions =
  /^(cr2|cr3|crw|nef|nrw|arw|srf|sr2|dng|orf|rw2|raw|raf|pef|ptx|srw|3fr|fff|iiq|erf|mef|mos|mrw|kdc|dcr|rwl|x3f)$/;

function byTiffKind(head: Uint8Array, extension: string): FileKind {
  const canonRaw = ascii(head, 8, 2) === 'CR';
  return canonRaw || rawExtensions.test(extension) ? refused(raw) : lucky('TIFF');
}

/** Office documents and apps are ZIPs too, and the pictures inside them are not what was meant. */
function byZipContent(head: Uint8Array, extension: string): FileKind {
  const firstEntry = ascii(head, 30, 64);
  const office = /^(docx|xlsx|pptx|docm|xlsm|pptm|odt|ods|odp|odg|pages|numbers|key|epub)$/.test(extension);
  if (office || firstEntry.startsWith('[Content_Types].xml') || firstEntry.startsWith('mimetype'))
    return noPicture(t`an Office document or e-book`);
  return /^(jar|apk|ipa|xpi|whl)$/.test(extension) ? noPicture(t`a program package`) : { kind: 'zip' };
}

/** "BM" alone also begins many a text: the next header's size must be one that exists. */
function looksLikeBmp(head: Uint8Array): boolean {
  return head.length >= 26 && [12, 16, 40, 52, 56, 64, 108, 124].includes(head[14] ?? 0);
}

function byText(head: Uint8Array): FileKind | null {
  const text = decodeText(head);
  if (text === null) return null;
  if (/<svg[\s>]/.test(text)) return { kind: 'svg' };
  if (/^\s*<(!doctype html|html)/i.test(text)) {
    return refused(t`This is a web page, not a picture. Open it and save the picture itself.`);
  }
  return noPicture(t`a text file`);
}

/** Control characters but for tab and line ends, and what does not decode. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unreadable = /[\0-\x08\x0b\x0e-\x1f\ufffd]/g;

/** Null where the bytes are not text. */
function decodeText(head: Uint8Array): string | null {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (utf16) return new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head);
  if (head.includes(0)) return null;
  const text = new TextDecoder().decode(head);
  const strange = text.match(unreadable)?.length ?? 0;
  // The last character may be cut in two; a text in an old 8-bit code has a few that do not decode.
  return strange <= 3 + text.length / 20 ? text : null;
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + Math.max(0, length)));
}
