import { useDebouncedValue, useInViewport } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { codeAddress } from './codeAddress';
import './takeaway.css';

export interface QrCodeProps {
  readonly text: string;
  /** Text alternative: what scanning it does. */
  readonly label: string;
}

/** A picture that can be saved and put on a slide; sharp at any size. */
export function QrCode({ text, label }: QrCodeProps) {
  const { ref, inViewport } = useInViewport<HTMLImageElement>();
  // Each code takes a few dozen ms: none is made before somebody gets to see it, and a slider changes the link all the time.
  const [wasSeen, setWasSeen] = useState(false);
  if (inViewport && !wasSeen) setWasSeen(true);
  const [settled] = useDebouncedValue(text, 300);
  const address = useMemo(() => (wasSeen ? codeAddress(settled) : noCode), [settled, wasSeen]);
  return <img ref={ref} className="qr-code" alt={label} src={address} />;
}

const noCode = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>';
