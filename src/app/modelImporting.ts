import { t } from '@lingui/core/macro';
import { catalogue, hubId, type BaseCard } from '../core/catalogue';
import type { BaseClient } from '../worker/baseClient';
import type { BaseSource } from '../worker/baseService';
import { isAbort, messageOf } from './messages';
import type { FoundModel } from './modelFiles';
import { weightsName, type Shelf } from './shelf';
import type { LabStore } from './store';

export interface ModelImporter {
  /** Reads a model out of files; asks for what they do not tell. True when it is in use then. */
  readonly add: (files: readonly File[]) => Promise<boolean>;
  /** What the person says of it. True when it is in use then. */
  readonly answer: (told: Told) => Promise<boolean>;
  readonly cancel: () => void;
}

interface Told {
  readonly inputSize: number;
  readonly inputRange: readonly [number, number];
}

/**
 * Brings a base out of the learner's files: found, tried out in a worker of its own so that the base in use goes on,
 * kept, and chosen.
 *
 * @param choose called with the new base's id, which may be that of the base in use.
 */
export function createModelImporter(
  store: LabStore,
  makeClient: () => BaseClient,
  shelf: Shelf,
  choose: (id: string) => void,
): ModelImporter {
  let asked: FoundModel | null = null;
  let own: AbortController | null = null;
  /** Raised by everything that makes an earlier reading obsolete. */
  let turn = 0;

  const show = (modelImport: ReturnType<LabStore['getState']>['modelImport']) => store.setState({ modelImport });

  /** Runs the model once; its files are then known to work here. */
  async function tryOut(id: string, source: BaseSource, signal: AbortSignal) {
    const client = makeClient();
    try {
      const baseUrl = document.baseURI;
      return await client.start(
        { id, source, choice: 'wasm', remembered: null, randomSeed: null, baseUrl },
        { signal },
      );
    } finally {
      client.dispose();
    }
  }

  async function takeIn(model: FoundModel, told: Told): Promise<boolean> {
    own?.abort();
    const controller = new AbortController();
    own = controller;
    asked = null;
    show({ phase: 'reading', words: t`Trying “${model.title}” out …` });
    try {
      const id = model.finding.hub
        ? await takeInHub(model, model.finding.hub, controller.signal)
        : await takeInOwn(model, told, controller.signal);
      if (controller.signal.aborted) return false;
      show({ phase: 'idle' });
      choose(id);
      return true;
    } catch (error) {
      if (!isAbort(error))
        show({ phase: 'refused', reason: t`“${model.title}” cannot be used here. ${messageOf(error)}` });
      return false;
    }
  }

  /** The hub's own files, brought on a stick: the same base as if they had come over the net. */
  async function takeInHub(
    { json, shards }: FoundModel,
    { version, alpha }: NonNullable<FoundModel['finding']['hub']>,
    signal: AbortSignal,
  ): Promise<string> {
    const id = hubId(version, alpha);
    const card = catalogue.find((one) => one.id === id);
    if (!card) throw new Error(t`There is no ${id} in the catalogue.`);
    const files = new Map<string, Blob>([['model.json', new Blob([json])], ...shards]);
    const { digest, anatomy } = await tryOut(id, { kind: 'hub', version, alpha, address: null, files }, signal);
    await shelf.keep({ card, bytes: bytesOf(files), digest, anatomy, own: null }, files);
    return id;
  }

  async function takeInOwn({ finding, json, title, shards }: FoundModel, told: Told, signal: AbortSignal) {
    const { format, labels } = finding;
    const weights = new Blob([...shards.values()]);
    const source: BaseSource = { kind: 'own', model: { format, json, weights, labels, ...told } };
    const { digest, anatomy } = await tryOut('own', source, signal);
    const files = new Map([
      ['model.json', new Blob([json])],
      [weightsName, weights],
    ]);
    const card: BaseCard = {
      id: `own-${digest.slice(0, 16)}`,
      title,
      origin: { kind: 'own' },
      taskA: null,
      parameters: anatomy.parameters,
      bytes: bytesOf(files),
      multiplyAdds: anatomy.multiplyAdds,
      licence: t`as its makers say`,
      source: t`Out of your own files.`,
    };
    await shelf.keep({ card, bytes: bytesOf(files), digest, anatomy, own: { format, labels } }, files);
    return card.id;
  }

  return {
    async add(files) {
      own?.abort();
      const mine = ++turn;
      show({ phase: 'reading', words: t`Reading the files …` });
      const found = await import('./modelFiles')
        .then(({ findModel }) => findModel(files))
        .catch((error: unknown) => ({
          ok: false as const,
          reason: t`The files could not be read (${messageOf(error)}). Choose them again.`,
        }));
      if (mine !== turn) return false;
      if (!found.ok) {
        show({ phase: 'refused', reason: found.reason });
        return false;
      }
      const { model } = found;
      const { inputSize, inputRange } = model.finding;
      if (inputSize !== null && inputRange !== null) return takeIn(model, { inputSize, inputRange });
      asked = model;
      show({ phase: 'asking', title: model.title, inputSize, inputRange });
      return false;
    },
    answer: async (told) => (asked ? takeIn(asked, told) : false),
    cancel() {
      turn++;
      own?.abort();
      asked = null;
      show({ phase: 'idle' });
    },
  };
}

const bytesOf = (files: ReadonlyMap<string, Blob>) => [...files.values()].reduce((sum, blob) => sum + blob.size, 0);
