// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../core/engine';
import { formatLink, parseLink } from '../core/link';
import type { PictureSource, PreparerPool } from '../images/pool';
import { forgetWork, loadWorks } from '../storage/workspace';
import type { BaseClient } from '../worker/baseClient';
import type { HeadClient } from '../worker/headClient';
import { createLab, type Lab } from './lab';

const sampleId = 'animals-food-vehicles';
const link = parseLink('');

/** The named picture's "pixels" are its name; nothing is decoded. A gate holds pictures back. */
function fakePool(gate: { wait: Promise<unknown> }): PreparerPool {
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
    dispose: () => undefined,
  };
}

function fakeBase(gate: { wait: Promise<unknown> }): BaseClient & { readonly started: string[] } {
  const started: string[] = [];
  return {
    started,
    start: (choice) => {
      started.push(choice);
      const engine: Engine = choice === 'auto' ? 'wasm' : choice;
      return Promise.resolve({ engine, renderer: null, reason: '' });
    },
    extract: async (_, count) => {
      await gate.wait;
      return new Float32Array(count * 2);
    },
    lanes: () => 1,
    dispose: () => undefined,
  };
}

const head: HeadClient = {
  // Nothing here trains.
  train: async function* train() {},
  tensors: () => Promise.resolve(0),
};

const open = Promise.resolve();
const files = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => new File([`${prefix}${i}`], `${prefix}${i}.png`));
const pictures = (lab: Lab) => lab.store.getState().collection.pictures.length;
const phase = (lab: Lab) => lab.store.getState().base.phase;
const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), { timeout: 3000 });
const saved = async () => (await loadWorks()).map((work) => work.collection.pictures.length);

function makeLab(gates: { pool?: { wait: Promise<unknown> }; base?: { wait: Promise<unknown> } } = {}) {
  const base = fakeBase(gates.base ?? { wait: open });
  return { lab: createLab({ pool: fakePool(gates.pool ?? { wait: open }), base, head }, link), base };
}

beforeEach(() => {
  // A lab listens for ever; the labs of other tests must not follow this one's address.
  vi.spyOn(window, 'addEventListener').mockImplementation(() => undefined);
  const zip = new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 60 }, () => 0)]);
  vi.stubGlobal('fetch', (url: URL) =>
    Promise.resolve(
      String(url).endsWith('.json')
        ? Response.json([
            { id: sampleId, title: 'S', file: 's.zip', bytes: 64, pictures: 4, classes: ['a', 'b'], licences: [] },
          ])
        : new Response(zip),
    ),
  );
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  // Until the last save of this test's labs is through.
  await new Promise((saved) => {
    setTimeout(saved, 600);
  });
  for (const work of await loadWorks()) await forgetWork(work.id);
});

describe('work of an earlier visit', () => {
  const earlier = async (count: number) => {
    const { lab } = makeLab();
    await lab.begin(link);
    await lab.importer.add(files('own', count), null);
    await vi.waitFor(async () => expect(await saved()).toEqual([count]), { timeout: 3000 });
  };

  it('comes back', async () => {
    await earlier(3);
    const { lab } = makeLab();
    await lab.begin(link);
    expect(pictures(lab)).toBe(3);
    expect(lab.store.getState().kept).toEqual([]);
  });

  it('is not lost when the built-in set is asked for before it is back', async () => {
    await earlier(3);
    const { lab } = makeLab();
    const beginning = lab.begin(link);
    await Promise.all([beginning, lab.loadSample(sampleId)]);
    expect(lab.store.getState().sample).toBe(sampleId);
    expect(await saved()).toEqual([3]);
    const [kept] = lab.store.getState().kept;
    expect(kept?.pictures).toBe(3);
    await lab.restore(kept?.id ?? '');
    expect(pictures(lab)).toBe(3);
    expect(lab.store.getState().sample).toBeNull();
  });

  it('stays beside a built-in set that was changed, and neither overwrites the other', async () => {
    await earlier(3);
    const { lab } = makeLab();
    await lab.begin(link);
    await lab.loadSample(sampleId);
    await lab.importer.add(files('more', 5), null);
    expect(lab.store.getState().sample).toBeNull();
    await lab.loadSample(sampleId);
    expect((await saved()).toSorted((a, b) => a - b)).toEqual([3, 9]);
    expect(lab.store.getState().kept).toHaveLength(2);
  });

  it('is not mixed with files that come in before it is back', async () => {
    await earlier(3);
    const { lab } = makeLab();
    const beginning = lab.begin(link);
    await lab.importer.add(files('new', 2), null);
    await beginning;
    expect(pictures(lab)).toBe(5);
  });
});

describe('the built-in set', () => {
  it('brings its set-up and is named in the address; one’s own pictures begin without', async () => {
    const { lab } = makeLab();
    await lab.begin(link);
    await lab.loadSample(sampleId);
    expect(lab.store.getState()).toMatchObject({ sample: sampleId, settings: { noise: 0.2, split: 0.67 } });
    expect(location.hash).toBe(formatLink(lab.store.getState()));
    expect(await saved()).toEqual([]);
    lab.startOver();
    expect(lab.store.getState()).toMatchObject({ sample: null, settings: { noise: 0, split: 0.7 } });
    expect(pictures(lab)).toBe(0);
  });

  it('is no longer itself once it is changed', async () => {
    const { lab } = makeLab();
    await lab.begin(link);
    await lab.loadSample(sampleId);
    const id = lab.store.getState().collection.pictures[0]?.id ?? '';
    lab.change({ type: 'pictures removed', ids: [id] }, 'gone');
    expect(lab.store.getState()).toMatchObject({ sample: null, undoable: 'gone' });
    lab.undo();
    expect(lab.store.getState().sample).toBe(sampleId);
  });

  it('says when it cannot be had, and leaves everything as it was', async () => {
    const { lab } = makeLab();
    await lab.begin(link);
    await lab.importer.add(files('own', 2), null);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    expect(await lab.loadSample(sampleId)).toBe(false);
    expect(lab.store.getState().trouble).toMatch(/built-in/);
    expect(pictures(lab)).toBe(2);
  });
});

describe('undo', () => {
  it('takes a whole import back as one step', async () => {
    const { lab } = makeLab();
    await lab.begin(link);
    await lab.importer.add(files('one', 3), null);
    await lab.importer.add(files('two', 4), null);
    expect(pictures(lab)).toBe(7);
    lab.undo();
    expect(pictures(lab)).toBe(3);
  });

  it('waits for an import to end', async () => {
    const gate = deferredGate();
    const { lab } = makeLab({ pool: { wait: gate.promise } });
    await lab.begin(link);
    const importing = lab.importer.add(files('own', 5), null);
    await until(() => lab.store.getState().importing !== null);
    lab.undo();
    gate.resolve(undefined);
    await importing;
    expect(pictures(lab)).toBe(5);
  });
});

describe('the features', () => {
  it('stay cancelled until the person goes on', async () => {
    const gate = deferredGate();
    const { lab } = makeLab({ base: { wait: gate.promise } });
    await lab.begin(link);
    await lab.importer.add(files('own', 20), null);
    await until(() => phase(lab) === 'extracting');
    lab.features.cancel();
    await until(() => phase(lab) === 'cancelled');
    await lab.importer.add(files('more', 2), null);
    lab.change({ type: 'class added' });
    expect(phase(lab)).toBe('cancelled');
    gate.resolve(undefined);
    await lab.features.resume();
    expect(lab.store.getState().base).toMatchObject({ phase: 'ready', pictures: 22 });
  });

  it('begin anew at once when another engine is chosen', async () => {
    const gate = deferredGate();
    const holder: { wait: Promise<unknown> } = { wait: gate.promise };
    const { lab, base } = makeLab({ base: holder });
    await lab.begin(link);
    await lab.importer.add(files('own', 20), null);
    await until(() => phase(lab) === 'extracting');
    holder.wait = open;
    lab.set({ engine: 'cpu' });
    await until(() => phase(lab) === 'ready');
    expect(base.started).toEqual(['auto', 'cpu']);
    expect(lab.features.engine()?.engine).toBe('cpu');
    gate.resolve(undefined);
  });

  it('are not computed for pictures that went meanwhile', async () => {
    const { lab } = makeLab();
    await lab.begin(link);
    await lab.importer.add(files('own', 9), null);
    await until(() => phase(lab) === 'ready');
    lab.change({ type: 'cleared' });
    await until(() => phase(lab) === 'idle');
    expect(lab.store.getState().base).toEqual({ phase: 'idle' });
  });
});

function deferredGate() {
  let resolve: (value: undefined) => void = () => undefined;
  const promise = new Promise<undefined>((yes) => {
    resolve = yes;
  });
  return { promise, resolve };
}
