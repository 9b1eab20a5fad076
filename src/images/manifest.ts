import { parsedJson } from '../core/parsedJson';

/** `manifest.json` at the top of a ZIP: what folders cannot say. Schema `transfer-lab/pictures@1`. */
export interface Manifest {
  readonly schema: 'transfer-lab/pictures@1';
  readonly title: string;
  /** Class names in their order. */
  readonly classes: readonly string[];
  /** Path in the ZIP -> name of the group; pictures of one group stay on one side of the split. */
  readonly groups: Readonly<Record<string, string>>;
}

/** Null where the text is not such a manifest. */
export function parseManifest(text: string): Manifest | null {
  const value = parsedJson(text);
  if (!isRecord(value) || value['schema'] !== 'transfer-lab/pictures@1') return null;
  const { title, classes, groups } = value;
  if (typeof title !== 'string' || !Array.isArray(classes) || !classes.every(isString)) return null;
  if (!isRecord(groups)) return null;
  const pairs = Object.entries(groups).filter((pair): pair is [string, string] => isString(pair[1]));
  return { schema: 'transfer-lab/pictures@1', title, classes, groups: Object.fromEntries(pairs) };
}

const isString = (value: unknown): value is string => typeof value === 'string';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
