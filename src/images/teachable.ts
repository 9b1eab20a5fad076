import { t } from '@lingui/core/macro';
import { parsedJson } from '../core/parsedJson';

/** What the `manifest.json` of a Teachable Machine project says. The labels are not in it, but in the pictures' names. */
export interface TeachableProject {
  /** "image", "audio" or "pose". */
  readonly type: string;
  /** Folder of the manifest, with its slash, where the project was packed anew; usually "". */
  readonly root: string;
}

export interface TeachableListing extends TeachableProject {
  /** ZIPs in the ZIP, one per class. */
  readonly nested: readonly { readonly index: number; readonly path: string }[];
}

/**
 * Null where the text is no such manifest. It looks like {"type":"image","version":"2.4.7","appdata":{"trainEpochs":50,…}}.
 *
 * @param path of the manifest in the ZIP.
 */
export function parseTeachable(json: string, path: string): TeachableProject | null {
  const value = parsedJson(json);
  if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string') return null;
  const hasVersion = 'version' in value && typeof value.version === 'string';
  const hasAppData = 'appdata' in value && typeof value.appdata === 'object';
  if (!hasVersion && !hasAppData) return null;
  return { type: value.type, root: path.slice(0, -'manifest.json'.length) };
}

/** What a project of sounds or poses is told; null for one of pictures. */
export function refusedTeachable({ type }: TeachableProject): string | null {
  if (type === 'image') return null;
  const kind = type.slice(0, 40);
  const what = type === 'audio' ? t`sounds` : type === 'pose' ? t`body poses` : t`the kind “${kind}”`;
  return t`This is a Teachable Machine project of ${what}. Transfer Lab learns from pictures: open an image project.`;
}

/**
 * The class that a sample's name tells: "Class 1-!-0.jpg" is of "Class 1". A slash in a class's name makes folders in
 * the ZIP, so the whole path counts. Null where the name tells nothing.
 *
 * @param path in the ZIP.
 */
export function labelOf(path: string, root: string): string | null {
  const own = path.startsWith(root) ? path.slice(root.length) : path;
  const end = own.lastIndexOf('-!-');
  return end > 0 ? own.slice(0, end) : null;
}

/** The class of a ZIP with one class's samples: "Class 1-!-0.zip", "Class 1-samples.zip" or "Class 1.zip". */
export const labelOfZip = (path: string, root: string): string =>
  labelOf(path, root) ?? (path.split('/').at(-1) ?? path).replace(/([-_ ]samples?)?( ?\(\d+\))?\.zip$/i, '');
