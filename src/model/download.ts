import type { BaseDescriptor } from '../core/base';
import { parseTopology, weightBytes, type GraphTopology } from './topology';

export interface BaseFiles {
  readonly topology: GraphTopology;
  readonly weights: ArrayBuffer;
}

/** A server that sends nothing for this long is taken for dead. */
const stallMilliseconds = 30_000;

/**
 * Fetches the two files of a base.
 * @param baseUrl absolute address that the descriptor's paths are relative to.
 * @param onBytes loaded and total bytes of the weights, which are nearly all of it.
 * @throws Error with a sentence for the person: not there, not reachable, incomplete, not what it should be.
 */
export async function downloadBase(
  descriptor: BaseDescriptor,
  baseUrl: string,
  onBytes: (loaded: number, total: number) => void,
): Promise<BaseFiles> {
  const text = new TextDecoder().decode(await download(descriptor.topologyPath, baseUrl, () => undefined));
  const topology = parseTopology(text, descriptor.topologyPath);
  const total = weightBytes(topology);
  onBytes(0, total);
  const weights = await download(descriptor.weightsPath, baseUrl, (loaded) => onBytes(Math.min(loaded, total), total));
  if (weights.byteLength !== total) {
    throw new Error(
      `${descriptor.weightsPath} is incomplete: ${weights.byteLength} bytes arrived of ${total}. Reload the page; ` +
        'if it stays so, build Transfer Lab again.',
    );
  }
  return { topology, weights };
}

async function download(path: string, baseUrl: string, onBytes: (loaded: number) => void): Promise<ArrayBuffer> {
  const stall = new AbortController();
  let timer = setTimeout(() => stall.abort(), stallMilliseconds);
  try {
    const response = await fetch(new URL(path, baseUrl), { signal: stall.signal, credentials: 'same-origin' });
    if (!response.ok) {
      throw new MissingFile(
        `The server has no ${path} (it answered ${response.status}). This copy of Transfer Lab is incomplete: ` +
          'build it again, or tell the person who set it up.',
      );
    }
    const parts: Uint8Array[] = [];
    let loaded = 0;
    for await (const part of chunks(response)) {
      clearTimeout(timer);
      timer = setTimeout(() => stall.abort(), stallMilliseconds);
      parts.push(part);
      loaded += part.byteLength;
      onBytes(loaded);
    }
    return joined(parts, loaded);
  } catch (error) {
    if (error instanceof MissingFile) throw error;
    const cause = stall.signal.aborted ? `nothing arrived for ${stallMilliseconds / 1000} seconds` : String(error);
    throw new Error(`${path} could not be loaded (${cause}). Check that the page's server is running, and try again.`, {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}

class MissingFile extends Error {}

/** Safari cannot iterate a stream with `for await`, so that its reader is used. */
async function* chunks(response: Response): AsyncIterable<Uint8Array> {
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function joined(parts: readonly Uint8Array[], bytes: number): ArrayBuffer {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole.buffer;
}
