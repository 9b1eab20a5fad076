/** Pictures at the size of a map's thumbnails, fetched when first asked for and shared by all maps. */
export interface Thumbnails {
  /** Null where the picture could not be read: its dot stays. */
  readonly load: (row: number) => Promise<ImageBitmap | null>;
}

/** Decoded at the same time: several, but not so many that the page feels it. */
const atOnce = 6;
/** Edge in pixels: enough for 28 px on a screen with twice as many. */
const edge = 56;

/** @param urlOf address of the picture of a row; of this origin or a blob. */
export function createThumbnails(urlOf: (row: number) => string): Thumbnails {
  const known = new Map<number, Promise<ImageBitmap | null>>();
  const waiting: (() => void)[] = [];
  let running = 0;
  const turn = async () => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
  };
  const read = async (row: number) => {
    await turn();
    try {
      const file = await (await fetch(urlOf(row))).blob();
      // Off the page's thread, unlike an <img> that is drawn.
      return await createImageBitmap(file, { resizeWidth: edge, resizeHeight: edge, resizeQuality: 'medium' });
    } catch {
      return null;
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
  return {
    load: (row) => {
      const loaded = known.get(row) ?? read(row);
      known.set(row, loaded);
      return loaded;
    },
  };
}
