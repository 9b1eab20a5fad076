import { t } from '@lingui/core/macro';
import { grouped } from '../core/figures';
import { preprocessing, type Tap } from '../core/base';
import { listed } from '../core/listed';
import type { EngineReport } from '../core/engine';
import { engineNames, type Engine } from '../core/engine';
import { fields } from '../core/settingFields';
import { keepFeatures, loadFeatures, loadFeatureSet, tidyFeatures, type FeatureSet } from '../storage/features';
import { messageOf } from './messages';
import { versions } from './versions';

/** What features depend on besides the pictures and the engine. */
export interface FeatureOrigin {
  /** Of the base, and its title for people. */
  readonly base: string;
  readonly title: string;
  readonly revision: string;
  readonly tap: Tap;
  /** Numbers of each picture. */
  readonly width: number;
}

/** A set with its features in memory, by picture hash or copy id. */
export interface OpenSet {
  readonly set: FeatureSet;
  readonly features: Map<string, Float32Array>;
  /** Those of them that storage had. */
  readonly restored: Set<string>;
}

/** Features in memory and in the browser's storage, of several bases and engines; each set apart. */
export class FeatureSets {
  /** The last few in use; the browser's storage has the others. */
  readonly #open = new Map<string, OpenSet>();
  static readonly #mostOpen = 4;
  #writing: Promise<unknown> = Promise.resolve();
  #keeps = true;

  /** @param complain told once, when the browser keeps no features. */
  constructor(private readonly complain: (sentence: string) => void) {}

  /** The set that such an engine computed, if there is one. */
  async find(origin: FeatureOrigin, report: EngineReport): Promise<OpenSet | null> {
    const key = keyOf(origin, report);
    const open = this.#open.get(key);
    if (open) return open;
    const set = await loadFeatureSet(key).catch(() => null);
    return set && this.#remember({ set, features: new Map(), restored: new Set() });
  }

  /** The set for what an engine that runs now computes. */
  of(origin: FeatureOrigin, report: EngineReport): OpenSet {
    const key = keyOf(origin, report);
    const known = this.#open.get(key);
    return this.#remember({
      set: { key, title: titleOf(origin, report.engine), width: origin.width, report },
      features: known?.features ?? new Map(),
      restored: known?.restored ?? new Set(),
    });
  }

  /** Brings what storage has of these into memory; says how many there are then. */
  async fill({ set, features, restored }: OpenSet, ids: readonly string[]): Promise<number> {
    const missing = ids.filter((id) => !features.has(id));
    const found = await loadFeatures(set, missing).catch(() => new Map<string, Float32Array>());
    for (const [id, values] of found) {
      if (values.length !== set.width) continue;
      features.set(id, values);
      restored.add(id);
    }
    return ids.length - ids.filter((id) => !features.has(id)).length;
  }

  /** Takes a batch in, and keeps it for the next visit. */
  add({ set, features }: OpenSet, batch: readonly (readonly [id: string, values: Float32Array])[]): void {
    for (const [id, values] of batch) features.set(id, values);
    if (!this.#keeps) return;
    this.#writing = this.#writing
      .then(() => keepFeatures(set, batch))
      .catch((error: unknown) => {
        if (!this.#keeps) return;
        this.#keeps = false;
        this.complain(
          t`This browser keeps no more features, so they are computed again at the next visit (${messageOf(error)}). Clear stored features below “Kept in this browser” to make room. Everything else works.`,
        );
      });
  }

  /**
   * Lets go of what is not wanted any more: deleted pictures, copies of other turns. Storage has it, should it be wanted
   * again; without storage it stays.
   */
  keepOnly({ set, features, restored }: OpenSet, ids: readonly string[]): void {
    if (!this.#keeps) return;
    const wanted = new Set(ids);
    for (const id of features.keys())
      if (!wanted.has(id)) {
        features.delete(id);
        restored.delete(id);
      }
    this.#writing = this.#writing.then(() => tidyFeatures(set.key, wanted)).catch(() => undefined);
  }

  /** After the person cleared storage: what is in memory stays, so that nothing on the page changes. */
  async cleared(): Promise<void> {
    await this.#writing;
    this.#keeps = true;
  }

  #remember(open: OpenSet): OpenSet {
    this.#open.delete(open.set.key);
    this.#open.set(open.set.key, open);
    for (const key of [...this.#open.keys()].slice(0, -FeatureSets.#mostOpen)) this.#open.delete(key);
    return open;
  }
}

/** Graphics cards of other makes, and of other precision, count otherwise in the last digits. */
function keyOf({ base, revision, tap }: FeatureOrigin, { engine, renderer, bits }: EngineReport): string {
  const card = engine === 'webgl' || engine === 'webgpu' ? ` ${bits} ${renderer ?? ''}` : '';
  const taken = tap.pooling === 'flatten' ? `flatten ${tap.blocks.join('+')}` : tap.pooling;
  return [base, revision, preprocessing, taken, engine + card, `tfjs ${versions['@tensorflow/tfjs'] ?? ''}`].join('|');
}

function titleOf({ title, tap }: FeatureOrigin, engine: Engine): string {
  const pooling = fields.pooling.options.find(({ value }) => value === tap.pooling)?.label.toLowerCase() ?? '';
  const name = engineNames[engine];
  if (tap.pooling !== 'flatten') return t`${title}: ${pooling}, on ${name}`;
  const blocks = listed(tap.blocks.map((at) => grouped(at + 1)));
  return t`${title}: ${pooling} of block ${blocks}, on ${name}`;
}
