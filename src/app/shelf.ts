import { t } from '@lingui/core/macro';
import { bundledAnatomy } from '../core/bundledAnatomy';
import { bundled, catalogue, type BaseCard } from '../core/catalogue';
import type { Anatomy } from '../core/base';
import { forgetBase, keepBase, loadBaseFiles, loadKeptBases, type KeptBase } from '../storage/bases';
import type { BaseSource } from '../worker/baseService';
import { messageOf } from './messages';
import type { LabStore } from './store';
import { versions } from './versions';

type Files = ReadonlyMap<string, Blob>;

/** Name under which a learner's own weights are kept: all shards, one after the other. */
export const weightsName = 'weights';

/** The bases that can be used on this device, and their files. */
export interface Shelf {
  /** Call once. Reads what earlier visits kept. */
  readonly begin: () => Promise<void>;
  /** Null for an id that nothing here has. */
  readonly card: (id: string) => BaseCard | null;
  /** What is known before it is loaded; null: nothing. `revision` changes with the files. */
  readonly known: (id: string) => { readonly anatomy: Anatomy; readonly revision: string } | null;
  /** Where its files are. Null: it lies on the hub, or its files are gone. */
  readonly source: (id: string) => Promise<BaseSource | null>;
  /** Takes a base in and keeps it for the next visit, where the browser lets it. */
  readonly keep: (base: KeptBase, files: Files) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
}

/** How features are told apart by their base's files. */
export const revisionOf = (id: string, digest: string): string =>
  id === bundled.id ? `human-${versions['@vladmandic/human'] ?? ''}` : digest.slice(0, 16);

export function createShelf(store: LabStore): Shelf {
  /** Of this visit: so that a browser that denies storage can still use them. */
  const files = new Map<string, Files>();
  const kept = () => store.getState().shelf;
  const find = (id: string) => kept().find(({ card }) => card.id === id);
  const card = (id: string) => catalogue.find((one) => one.id === id) ?? find(id)?.card ?? null;

  const filesOf = async (id: string) => files.get(id) ?? (find(id) ? await loadBaseFiles(id).catch(() => null) : null);

  return {
    async begin() {
      // Without storage there is nothing of earlier visits; the saver says so once for all.
      const bases = await loadKeptBases().catch(() => []);
      store.setState({ shelf: bases });
    },
    card,
    known(id) {
      if (id === bundled.id) return { anatomy: bundledAnatomy, revision: revisionOf(id, '') };
      const base = find(id);
      return base ? { anatomy: base.anatomy, revision: revisionOf(id, base.digest) } : null;
    },
    async source(id) {
      const origin = card(id)?.origin;
      if (!origin) return null;
      if (origin.kind === 'bundled') return { kind: 'bundled' };
      const own = await filesOf(id);
      if (origin.kind === 'hub')
        return own ? { kind: 'hub', version: origin.version, alpha: origin.alpha, address: null, files: own } : null;
      const base = find(id);
      const [json, weights] = [own?.get('model.json'), own?.get(weightsName)];
      if (!base?.own || !json || !weights) return null;
      const { inputSize, inputRange } = base.anatomy;
      return { kind: 'own', model: { ...base.own, json: await json.text(), weights, inputSize, inputRange } };
    },
    async keep(base, own) {
      const { id } = base.card;
      files.set(id, own);
      store.setState({ shelf: [...kept().filter((other) => other.card.id !== id), base] });
      await keepBase(base, own).catch((error: unknown) =>
        store.setState({
          trouble: notKeptWords(base.card.title, messageOf(error)),
        }),
      );
    },
    async forget(id) {
      files.delete(id);
      store.setState({ shelf: kept().filter((other) => other.card.id !== id) });
      await forgetBase(id).catch(() => undefined);
    },
  };
}

const notKeptWords = (title: string, why: string): string =>
  t`This browser does not keep the base “${title}”, so it has to be loaded again at the next visit (${why}). Everything else works.`;
