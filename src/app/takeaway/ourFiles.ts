import { t } from '@lingui/core/macro';
/** Files that this page serves beside its own code. */
const paths = {
  tensorflow: 'models/tfjs/tf.min.js',
  apache: 'models/tfjs/LICENSE',
  baseJson: 'models/centernet/centernet.json',
  baseWeights: 'models/centernet/centernet.bin',
  baseLicence: 'models/centernet/LICENSE',
} as const;

/** Fetches one of them. @throws Error with a sentence; AbortError where it is cancelled. */
export async function ourFile(name: keyof typeof paths, signal: AbortSignal): Promise<Blob> {
  const path = paths[name];
  const response = await fetch(new URL(path, document.baseURI), { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new Error(t`${path} could not be loaded. Check that the page’s server is running, and try again.`, {
      cause: error,
    });
  });
  if (!response.ok)
    throw new Error(
      t`The server has no ${path} (it answered ${response.status}). This copy of Transfer Lab is incomplete: build it again, or tell the person who set it up.`,
    );
  return response.blob();
}
