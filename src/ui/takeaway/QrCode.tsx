import { useDebouncedValue } from '@mantine/hooks';
import { encode } from 'uqr';
import { useMemo } from 'react';
import './takeaway.css';

export interface QrCodeProps {
  readonly text: string;
  /** Text alternative: what scanning it does. */
  readonly label: string;
}

/** Modules of white around it, without which many readers find nothing (ISO/IEC 18004, 6.3.8). */
const quietZone = 4;

/** A picture that can be saved and put on a slide; sharp at any size. */
export function QrCode({ text, label }: QrCodeProps) {
  // A slider changes the link all the time, and each code takes a few dozen ms.
  const [settled] = useDebouncedValue(text, 300);
  const address = useMemo(() => svgAddress(settled), [settled]);
  return <img className="qr-code" alt={label} src={address} />;
}

/** Black on white whatever the page's colours, because many readers cannot read the inverse. */
function svgAddress(text: string): string {
  const { size, data } = encode(text, { ecc: 'L', border: quietZone });
  const squares = data.flatMap((row, y) => row.map((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" ` +
    `shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${squares}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
