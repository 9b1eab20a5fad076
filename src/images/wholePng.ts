/** What every PNG begins and ends with. */
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const end = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

/**
 * Whether a PNG that was stored can be read and is not cut off. Its pixels are not decoded: of thousands, that would take
 * seconds.
 */
export async function isWholePng(png: Blob): Promise<boolean> {
  try {
    const ends = new Blob([png.slice(0, signature.length), png.slice(-end.length)]);
    const bytes = new Uint8Array(await ends.arrayBuffer());
    return [...signature, ...end].every((byte, i) => bytes[i] === byte);
  } catch {
    // The browser has lost the file behind it.
    return false;
  }
}
