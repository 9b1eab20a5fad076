import { encode } from 'uqr';

/** Modules of white around it, without which many readers find nothing (ISO/IEC 18004, 6.3.8). */
const quietZone = 4;

/** A QR code as the address of a picture: black on white whatever the page's colours, because many readers cannot read the inverse. */
export function codeAddress(text: string): string {
  const { size, data } = encode(text, { ecc: 'L', border: quietZone });
  const squares = data.flatMap((row, y) => row.map((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" ` +
    `shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${squares}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
