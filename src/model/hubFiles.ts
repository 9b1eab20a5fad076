import { t } from '@lingui/core/macro';
import { grouped } from '../core/figures';
import { fileName } from '../core/fileName';
import { weightBytes } from '../core/weights';
import { FetchFailure, fetchBytes } from './fetching';
import { foundInstead, parseTopology, type GraphTopology } from './topology';

/** A model's files by name: `model.json` and its shards. */
export type HubFiles = ReadonlyMap<string, ArrayBuffer>;

/**
 * Answers the package's requests from what is kept or from the net, whole or not at all: a truncated model must not
 * reach TensorFlow.js, which would read nonsense out of it.
 *
 * @param address as in `HubModel`; for the words only.
 */
export function hubFetch(
  kept: HubFiles | null,
  address: string | null,
  onBytes: (loaded: number, total: number) => void,
): { readonly fetch: typeof fetch; readonly files: () => HubFiles } {
  const files = new Map<string, ArrayBuffer>(kept ?? []);
  let topology: GraphTopology | null = null;
  let shards: Promise<unknown> | null = null;

  async function description(url: URL): Promise<ArrayBuffer> {
    const bytes = files.get('model.json') ?? (await fetched(url, address, () => undefined));
    const text = new TextDecoder().decode(bytes);
    topology = parseTopology(text);
    if (!topology)
      throw new Error(
        t`${placeOf(address)} should have sent the description of a model, but sent ${foundInstead(text)}. ${waysOut}`,
      );
    files.set('model.json', bytes);
    return bytes;
  }

  /** All shards of the model, beside the one that was asked for. */
  async function weights(of: URL): Promise<void> {
    const manifest = topology?.weightsManifest ?? [];
    const total = weightBytes(manifest);
    let loaded = 0;
    onBytes(0, total);
    const count = (added: number) => {
      loaded += added;
      onBytes(Math.min(loaded, total), total);
    };
    for (const group of manifest) {
      const parts = await Promise.all(
        group.paths.map(async (path) => {
          const url = new URL(path, of);
          url.search = of.search;
          const known = files.get(fileName(path));
          if (known) count(known.byteLength);
          return [fileName(path), known ?? (await fetched(url, address, count))] as const;
        }),
      );
      const bytes = parts.reduce((sum, [, part]) => sum + part.byteLength, 0);
      const expected = weightBytes([group]);
      if (bytes !== expected) {
        const [names, came, wanted] = [group.paths.join(', '), grouped(bytes), grouped(expected)];
        throw new Error(t`${names} came incomplete: ${came} bytes of ${wanted}. ${waysOut}`);
      }
      for (const [name, part] of parts) files.set(name, part);
    }
  }

  return {
    files: () => files,
    fetch: async (input) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const name = fileName(url.pathname);
      if (name === 'model.json') return new Response(await description(url));
      await (shards ??= weights(url));
      const bytes = files.get(name);
      if (!bytes) throw new Error(t`The model has no file named ${name}. ${waysOut}`);
      return new Response(bytes);
    },
  };
}

const waysOut = t`Try again, use the bundled base, give another address, or load the model from files.`;

const placeOf = (address: string | null) => (address === null ? t`The hub (tfhub.dev)` : address);

async function fetched(url: URL, address: string | null, onBytes: (added: number) => void): Promise<ArrayBuffer> {
  try {
    return await fetchBytes(url, onBytes);
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    const place = placeOf(address);
    const { kind } = error;
    const file = fileName(url.pathname);
    switch (kind.is) {
      case 'refused':
        throw new Error(t`${place} does not hand out ${file}: it answered ${kind.status}. ${waysOut}`, {
          cause: error,
        });
      case 'silent':
        throw new Error(t`${place} sent nothing for ${kind.seconds} seconds. ${waysOut}`, { cause: error });
      case 'unreachable':
        throw new Error(
          t`${place} could not be reached, or does not let this page read from it (no network, a school’s filter, or a CORS failure). ${waysOut}`,
          { cause: error },
        );
      default:
        return kind satisfies never;
    }
  }
}
