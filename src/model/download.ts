import { t } from '@lingui/core/macro';
import { grouped } from '../core/figures';
import { weightBytes } from '../core/weights';
import { FetchFailure, fetchBytes } from './fetching';
import { foundInstead, parseTopology, type GraphTopology } from './topology';

export interface BaseFiles {
  /** The text of the model's JSON file. */
  readonly json: string;
  readonly topology: GraphTopology;
  readonly weights: ArrayBuffer;
}

const topologyPath = 'models/centernet/centernet.json';
const weightsPath = 'models/centernet/centernet.bin';

/**
 * Fetches the two files of the bundled base.
 * @param baseUrl absolute address of the page.
 * @param onBytes loaded and total bytes of the weights, which are nearly all of it.
 * @throws Error with a sentence for the person: not there, not reachable, incomplete, not what it should be.
 */
export async function downloadBase(
  baseUrl: string,
  onBytes: (loaded: number, total: number) => void,
): Promise<BaseFiles> {
  const json = new TextDecoder().decode(await download(topologyPath, baseUrl, () => undefined));
  const topology = parseTopology(json);
  if (!topology)
    throw new Error(
      t`${topologyPath} should describe a model, but the server sent ${foundInstead(json)}. ${incompleteCopy}`,
    );
  const total = weightBytes(topology.weightsManifest);
  onBytes(0, total);
  let loaded = 0;
  const weights = await download(weightsPath, baseUrl, (added) => {
    loaded += added;
    onBytes(Math.min(loaded, total), total);
  });
  if (weights.byteLength !== total) {
    const [arrived, expected] = [grouped(weights.byteLength), grouped(total)];
    throw new Error(
      t`${weightsPath} is incomplete: ${arrived} bytes arrived of ${expected}. Reload the page; if it stays so, build Transfer Lab again.`,
    );
  }
  return { json, topology, weights };
}

const incompleteCopy = t`This copy of Transfer Lab is incomplete: build it again, or tell the person who set it up.`;

async function download(path: string, baseUrl: string, onBytes: (added: number) => void): Promise<ArrayBuffer> {
  try {
    return await fetchBytes(new URL(path, baseUrl), onBytes);
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    const { kind } = error;
    if (kind.is === 'refused')
      throw new Error(t`The server has no ${path} (it answered ${kind.status}). ${incompleteCopy}`, { cause: error });
    const cause = kind.is === 'silent' ? t`nothing arrived for ${kind.seconds} seconds` : String(error.cause);
    throw new Error(
      t`${path} could not be loaded (${cause}). Check that the page's server is running, and try again.`,
      {
        cause: error,
      },
    );
  }
}
