import type { Base } from '../model/base';
import { bundledBase } from '../model/bundledBase';
import { digestOf } from '../model/digest';
import { downloadBase } from '../model/download';
import { hubBase } from '../model/hubBase';
import type { HubFiles } from '../model/hubFiles';
import { ownBase } from '../model/ownBase';
import type { BaseReady, BaseRequest } from './baseService';

/** A base's files, on the way to one engine or several. */
export interface OpenedBase {
  /** Builds the base on the engine that is set. */
  readonly load: () => Promise<Base>;
  /** Call it after `load`. */
  readonly files: () => Promise<Pick<BaseReady, 'digest' | 'fetched'>>;
}

/**
 * @param onBytes loaded and total bytes of the weights.
 * @throws Error with a sentence for the person.
 */
export async function openBase(
  { source, baseUrl }: Pick<BaseRequest, 'source' | 'baseUrl'>,
  onBytes: (loaded: number, total: number) => void,
): Promise<OpenedBase> {
  switch (source.kind) {
    case 'bundled': {
      const files = await downloadBase(baseUrl, onBytes);
      return {
        load: () => bundledBase(files),
        files: async () => ({ digest: await digestOf([files.json, files.weights]), fetched: null }),
      };
    }
    case 'hub': {
      let files = source.files && (await bytesOf(source.files));
      return {
        async load() {
          const loaded = await hubBase(source, files, onBytes);
          ({ files } = loaded);
          return loaded.base;
        },
        async files() {
          const own: HubFiles = files ?? new Map();
          const names = [...own.keys()].toSorted();
          return {
            digest: await digestOf(names.flatMap((name) => own.get(name) ?? [])),
            fetched: source.files ? null : new Map([...own].map(([name, bytes]) => [name, new Blob([bytes])])),
          };
        },
      };
    }
    case 'own': {
      const { model } = source;
      const weights = await model.weights.arrayBuffer();
      return {
        load: () => ownBase({ ...model, weights }),
        // The same files with another range or size are another base: they give other features.
        files: async () => ({
          digest: await digestOf([model.json, weights, JSON.stringify([model.inputSize, model.inputRange])]),
          fetched: null,
        }),
      };
    }
    default:
      return source satisfies never;
  }
}

async function bytesOf(files: ReadonlyMap<string, Blob>): Promise<HubFiles> {
  return new Map(await Promise.all([...files].map(async ([name, blob]) => [name, await blob.arrayBuffer()] as const)));
}
