import { t } from '@lingui/core/macro';
import { fileName } from '../../core/fileName';
import { portableBase, shardsOf, type PortableBase } from '../../core/takeaway/portableBase';
import type { BaseSource } from '../../worker/baseService';
import { ourFile } from './ourFiles';

/** The frozen base as it leaves the page. */
export interface BaseFiles extends PortableBase {
  readonly weights: Blob;
}

/**
 * @param source where the base's files are; null: not in this browser.
 * @param inputSize of the pictures that the base is given.
 * @returns null where there are none.
 * @throws Error with a sentence where they are incomplete.
 */
export async function baseFiles(
  source: BaseSource | null,
  inputSize: number,
  signal: AbortSignal,
): Promise<BaseFiles | null> {
  const found = source && (await rawFiles(source, signal));
  if (!found) return null;
  const base = portableBase(found.json, found.format, source?.kind === 'bundled' ? inputSize : null);
  if (found.weights.size !== base.bytes)
    throw new Error(
      t`The base’s weights are incomplete: ${found.weights.size} bytes of ${base.bytes}. Load the base again.`,
    );
  return { ...base, weights: found.weights };
}

interface RawFiles {
  readonly format: PortableBase['format'];
  readonly json: string;
  readonly weights: Blob;
}

async function rawFiles(source: BaseSource, signal: AbortSignal): Promise<RawFiles | null> {
  switch (source.kind) {
    case 'bundled': {
      const [json, weights] = await Promise.all([ourFile('baseJson', signal), ourFile('baseWeights', signal)]);
      return { format: 'graph-model', json: await json.text(), weights };
    }
    case 'hub': {
      const json = await source.files?.get('model.json')?.text();
      if (json === undefined) return null;
      const shards = shardsOf(json).map((path) => source.files?.get(fileName(path)));
      const there = shards.filter((shard) => shard !== undefined);
      return there.length === shards.length ? { format: 'graph-model', json, weights: new Blob(there) } : null;
    }
    case 'own': {
      const { format, json, weights } = source.model;
      return { format: format === 'graph' ? 'graph-model' : 'layers-model', json, weights };
    }
    default:
      return source satisfies never;
  }
}
