import { vi } from 'vitest';
import { featureWidth } from '../core/base';
import { bundledAnatomy } from '../core/bundledAnatomy';
import type { Engine } from '../core/engine';
import { headShape, initialParameters } from '../core/headShape';
import { run, score } from '../core/history.fixture';
import { parseLink } from '../core/link';
import type { PictureSource, PreparerPool } from '../images/pool';
import type { BaseClient, StartedBase, Tapped } from '../worker/baseClient';
import type { HeadClient } from '../worker/headClient';
import { createInspectService } from '../worker/inspectService';
import { createMapService } from '../worker/mapService';
import { createLab, type Lab } from './lab';
import type { TabChannel } from './projects/tabs';

/** A lab whose workers are played. */
export const sampleId = 'animals-food-vehicles';
export const otherSampleId = 'counting-dots';
export const link = parseLink('');

/** Holds work up, or lets it fail. */
export interface Gate {
  wait: Promise<unknown>;
  fails?: boolean;
}

/** The named picture's "pixels" are its name; nothing is decoded. A gate holds pictures back. */
function fakePool(gate: Gate): PreparerPool {
  return {
    size: 2,
    prepare: async (source: PictureSource) => {
      await gate.wait;
      const picture = { blob: new Blob([source.name]), pixels: new Uint8Array(3), hash: source.name };
      return { ok: true, picture };
    },
    list: () =>
      Promise.resolve({
        ok: true,
        listing: {
          entries: ['a/1.png', 'a/2.png', 'b/1.png', 'b/2.png'].map((path, index) => ({ path, index })),
          skipped: [],
          manifest: null,
        },
      }),
    pixelsOf: () => Promise.resolve(new Uint8Array(3)),
    copyOf: () => Promise.resolve(new Uint8Array(3)),
    prepareFrame: () => Promise.resolve({ ok: false, reason: 'There is no camera here.' }),
    dispose: () => undefined,
  };
}

interface FakeBase extends BaseClient {
  extract: BaseClient['extract'];
  look: BaseClient['look'];
  readonly started: string[];
  isOther: boolean;
  /** From here on another engine runs. */
  takeOver: (tapped: Tapped) => Tapped;
}

/** Every picture's features are ones. */
function fakeBase(gate: Gate): FakeBase {
  const started: string[] = [];
  let engine: Engine = 'wasm';
  let running = '';
  let opener: NonNullable<Parameters<BaseClient['start']>[1]> = {};
  const readyOn = (engine: Engine): StartedBase => ({
    report: { engine, renderer: null, reason: '', measured: [], bits: 32, batch: 4 },
    anatomy: bundledAnatomy,
    digest: 'd'.repeat(64),
    fetched: null,
    isFallback: false,
  });
  return {
    started,
    isOther: false,
    takeOver(tapped) {
      this.isOther = true;
      engine = 'cpu';
      opener.onReady?.(readyOn('cpu'));
      return { ...tapped, engine: 'cpu' };
    },
    async start({ id, choice, source }, options) {
      // The same order again joins in; whoever opened the session hears of it.
      if (running !== `${id} ${choice}`) {
        running = `${id} ${choice}`;
        started.push(running);
        opener = options ?? {};
        opener.onProgress?.({ phase: 'download', loaded: 0, total: 0 });
        await Promise.resolve();
        if (gate.fails) {
          running = '';
          throw new Error('The hub could not be reached.');
        }
        opener.onProgress?.({ phase: 'warm-up', done: 1, total: 2 });
        engine = choice === 'auto' ? 'wasm' : choice;
        if (this.isOther) engine = 'cpu';
      }
      const isNew = source.kind === 'hub' && source.files === null;
      const fetched = isNew ? new Map([['model.json', new Blob(['{}'])]]) : null;
      const ready = { ...readyOn(engine), fetched };
      opener.onReady?.(ready);
      return ready;
    },
    extract: async (_, count, tap) => {
      await gate.wait;
      return { values: new Float32Array(count * featureWidth(bundledAnatomy, tap)).fill(1), engine };
    },
    look: () => Promise.resolve({ recognition: null, responses: [] }),
    isRunning: (id, choice) => running === `${id} ${choice}`,
    lanes: () => 1,
    dispose: () => {
      running = '';
    },
  };
}

const head: HeadClient = {
  // Nothing here trains.
  train: async function* train() {},
  tensors: () => Promise.resolve(0),
};

/** Every epoch is the same, and takes no time; then comes the gate. */
const trainingHead = (gate: Gate): HeadClient => ({
  ...head,
  train: async function* train({ arms, trials, hidden, epochs }, { dimension, classNames }, signal, _, onCheckpoint) {
    const runs = arms.flatMap(() => trials.map(() => run(score(1, 0.1), score(0.5, 1))));
    const own = initialParameters(headShape(dimension, hidden, classNames.length), 1);
    const parameters = new Float32Array(runs.length * own.length);
    runs.forEach((_, r) => parameters.set(own, r * own.length));
    const [firstMoments, secondMoments] = [new Float32Array(parameters.length), new Float32Array(parameters.length)];
    for (let epoch = 1; epoch <= epochs; epoch++) {
      onCheckpoint?.({ epoch, parameters, firstMoments, secondMoments, steps: new Uint32Array(runs.length) });
      yield { epoch, runs };
      await gate.wait;
      if (signal.aborted) return;
    }
  },
});

const open = Promise.resolve();

const job = { frozenDigests: () => Promise.resolve(null), dispose: () => undefined };

export function makeLab(
  gates: { pool?: Gate; base?: Gate; head?: Gate } = {},
  channel: TabChannel | null = null,
): { readonly lab: Lab; readonly base: FakeBase } {
  const base = fakeBase(gates.base ?? { wait: open });
  const services = {
    pool: fakePool(gates.pool ?? { wait: open }),
    base,
    makeTrial: () => base,
    head: gates.head ? trainingHead(gates.head) : head,
    inspect: createInspectService(),
    scratch: { ...head, ...job },
    makeTuning: () => ({ ...head, ...job }),
    map: { ...createMapService(), close: () => undefined },
    channel,
  };
  const lab = createLab(services, link);
  made.push(lab);
  return { lab, base };
}

/** Those of the test that runs. */
const made: Lab[] = [];

/** Call after each test: resolves when all that its labs have to save is saved, so that none of it comes in the next one. */
export async function allSaved(): Promise<void> {
  const saved = made.splice(0).map((lab) => lab.projects.keep());
  // Of a lab that a test has brought to a stop no end is to be waited for.
  await Promise.race([Promise.all(saved), new Promise((goOn) => setTimeout(goOn, 2500))]);
}

export const files = (prefix: string, count: number): readonly File[] =>
  Array.from({ length: count }, (_, i) => new File([`${prefix}${i}`], `${prefix}${i}.png`));

/** What the page fetches: the list of built-in sets, and any of them. */
export function playSamples(): void {
  const zip = new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 60 }, () => 0)]);
  vi.stubGlobal('fetch', (url: URL) =>
    Promise.resolve(
      String(url).endsWith('.json')
        ? Response.json(
            [sampleId, otherSampleId].map((id) => {
              const file = { file: 's.zip', bytes: 64, pictures: 4, classes: ['a', 'b'], licences: [] };
              return { id, title: 'S', ...file };
            }),
          )
        : new Response(zip),
    ),
  );
}
