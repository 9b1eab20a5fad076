import { t } from '@lingui/core/macro';
import type { Failure } from './archive';

/** A picture set that comes with the app, as the build describes it. */
export interface SampleInfo {
  readonly id: string;
  readonly title: string;
  /** File name beside the index. */
  readonly file: string;
  readonly bytes: number;
  readonly pictures: number;
  readonly classes: readonly string[];
  readonly licences: readonly Licence[];
}

interface Licence {
  readonly title: string;
  readonly author: string;
  readonly licence: string;
  readonly url: string;
}

interface FetchOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly loaded: number; readonly total: number }) => void;
}

/** @param baseUrl absolute; the samples lie in `samples/` beside it. */
export async function loadSampleIndex(
  baseUrl: string,
): Promise<{ readonly ok: true; readonly samples: readonly SampleInfo[] } | Failure> {
  try {
    const response = await fetch(new URL('samples/index.json', baseUrl));
    if (!response.ok) return missing(t`The list of built-in picture sets`, response);
    const samples: unknown = await response.json();
    if (Array.isArray(samples) && samples.every(isSampleInfo)) return { ok: true, samples };
    return failed(
      t`The list of built-in picture sets is not in the form that this version knows. Build the app again.`,
    );
  } catch (error) {
    return unreachable(t`The list of built-in picture sets`, String(error));
  }
}

/** Fetches a built-in set as the ZIP that a learner could have dropped. */
export async function fetchSample(
  baseUrl: string,
  id: string,
  { signal, onProgress }: FetchOptions = {},
): Promise<{ readonly ok: true; readonly file: File; readonly sample: SampleInfo } | Failure> {
  const index = await loadSampleIndex(baseUrl);
  if (!index.ok) return index;
  const sample = index.samples.find((s) => s.id === id);
  if (!sample) {
    const known = index.samples.map((s) => s.id).join(', ');
    return failed(t`There is no built-in picture set called “${id}”. There is: ${known}.`);
  }
  const { title } = sample;
  const what = t`The picture set “${title}”`;
  try {
    const response = await fetch(new URL(`samples/${sample.file}`, baseUrl), signal ? { signal } : {});
    if (!response.ok || !response.body) return missing(what, response);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let loaded = 0;
    for (const reader = response.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      loaded += value.length;
      onProgress?.({ loaded, total: sample.bytes });
    }
    if (loaded !== sample.bytes)
      return failed(t`${what} came only in part (${loaded} of ${sample.bytes} bytes). Try again.`);
    return { ok: true, file: new File(parts, sample.file, { type: 'application/zip' }), sample };
  } catch (error) {
    return signal?.aborted ? failed(t`Loading the picture set was stopped.`) : unreachable(what, String(error));
  }
}

const failed = (reason: string): Failure => ({ ok: false, reason });

const missing = (what: string, { status }: Response) =>
  failed(t`${what} is missing on the server that serves this page (HTTP ${status}). Build the app again.`);

const unreachable = (what: string, why: string) =>
  failed(t`${what} could not be fetched (${why}). Is the server that serves this page still running?`);

const isText = (field: unknown) => typeof field === 'string';

const isNumber = (field: unknown) => typeof field === 'number';

function isSampleInfo(value: unknown): value is SampleInfo {
  if (typeof value !== 'object' || value === null) return false;
  const has = (key: keyof SampleInfo, test: (field: unknown) => boolean) =>
    test((value as Partial<Record<string, unknown>>)[key]); // an object of unknown make
  return (
    (['id', 'title', 'file'] as const).every((key) => has(key, isText)) &&
    (['bytes', 'pictures'] as const).every((key) => has(key, isNumber)) &&
    (['classes', 'licences'] as const).every((key) => has(key, Array.isArray))
  );
}
