import type { AbilityId } from '../../core/abilities';

/** What this browser gives this page, as it came. Nothing is asked for. */
export function givenHere(): Readonly<Record<AbilityId, boolean>> {
  // Over plain HTTP these are not there at all, whatever their types say.
  const { mediaDevices, clipboard, storage } = navigator as Partial<Navigator>;
  return {
    offline: 'serviceWorker' in navigator,
    camera: typeof mediaDevices?.getUserMedia === 'function',
    persistence: typeof storage?.persist === 'function',
    paste: typeof clipboard?.read === 'function',
    copy: typeof clipboard?.writeText === 'function',
    webgpu: 'gpu' in navigator,
  };
}
