import { t } from '@lingui/core/macro';
import { stations } from '../stations';

/** Pages served over plain http, and some browsers, cannot read the clipboard by themselves. */
export const canReadClipboard = (): boolean =>
  // Missing there, whatever the types say.
  typeof (navigator.clipboard as Clipboard | undefined)?.read === 'function';

/** The picture in the clipboard. @throws Error with a sentence: there is none, or it may not be read. */
export async function clipboardPicture(): Promise<File> {
  const items = await navigator.clipboard.read().catch(() => null);
  if (!items)
    throw new Error(
      t`The browser did not let this page read the clipboard. Press Ctrl and V (on a Mac ⌘ and V) while the pointer is in this station.`,
    );
  for (const item of items) {
    const type = item.types.find((name) => name.startsWith('image/'));
    if (type !== undefined) return new File([await item.getType(type)], t`Pasted picture`, { type });
  }
  throw new Error(t`There is no picture in the clipboard. Copy one, then paste it here.`);
}

/** Takes what is pasted while the pointer or the focus is in this station; elsewhere it is for the collection. */
export function listenToPaste(onFiles: (files: readonly File[]) => void): () => void {
  const onPaste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    const station = document.getElementById(stations.try);
    if (files.length === 0 || !station) return;
    if (!station.matches(':hover') && !station.contains(document.activeElement)) return;
    // Whoever listens for the whole page leaves it alone then.
    event.preventDefault();
    onFiles(files);
  };
  document.addEventListener('paste', onPaste, { capture: true });
  return () => document.removeEventListener('paste', onPaste, { capture: true });
}
