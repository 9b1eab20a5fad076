import { t } from '@lingui/core/macro';
import type { AlteredCopy } from '../core/augmentation';
import type { PreparerPool } from '../images/pool';

/** What the model sees of each picture, by content hash: a lossless PNG for good, raw pixels for a moment. */
export class PicturePixels {
  readonly #pngs = new Map<string, Blob>();
  readonly #urls = new Map<string, string>();
  /** Waiting for extraction, so that a PNG just made need not be decoded again. 38 MB at most. */
  readonly #fresh = new Map<string, Uint8Array>();
  static readonly #mostFresh = 256;

  constructor(private readonly reader: Pick<PreparerPool, 'pixelsOf' | 'copyOf'>) {}

  keep(hash: string, png: Blob, pixels?: Uint8Array): void {
    // Known already: its features are there, or its pixels are waiting.
    if (this.#pngs.has(hash)) return;
    this.#pngs.set(hash, png);
    if (pixels && this.#fresh.size < PicturePixels.#mostFresh) this.#fresh.set(hash, pixels);
  }

  png(hash: string): Blob | undefined {
    return this.#pngs.get(hash);
  }

  /** Address of the picture as the model sees it; made when first asked for, and kept because undo may bring it back. */
  url(hash: string): string {
    const known = this.#urls.get(hash);
    const png = this.#pngs.get(hash);
    // One that is still to come has its address later.
    if (known !== undefined || !png) return known ?? '';
    const url = URL.createObjectURL(png);
    this.#urls.set(hash, url);
    return url;
  }

  /** Lets go of all others, with their addresses. @param wanted content hashes. */
  keepOnly(wanted: ReadonlySet<string>): void {
    for (const [hash, url] of this.#urls) if (!wanted.has(hash)) URL.revokeObjectURL(url);
    for (const known of [this.#pngs, this.#urls, this.#fresh])
      for (const hash of known.keys()) if (!wanted.has(hash)) known.delete(hash);
  }

  /** RGB bytes [S, S, 3]. */
  async pixels(hash: string): Promise<Uint8Array> {
    const fresh = this.#fresh.get(hash);
    if (fresh) {
      this.#fresh.delete(hash);
      return fresh;
    }
    return this.reader.pixelsOf(this.#pngOf(hash));
  }

  /** RGB bytes [S, S, 3] of an altered copy. */
  copy({ hash, copy }: AlteredCopy, rotation: number): Promise<Uint8Array> {
    return this.reader.copyOf(this.#pngOf(hash), hash, copy, rotation);
  }

  #pngOf(hash: string): Blob {
    const png = this.#pngs.get(hash);
    if (!png) throw new Error(t`A picture is no longer there. Delete it and add it again.`);
    return png;
  }
}
