// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import 'fake-indexeddb/auto';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundled } from '../core/catalogue';
import { nothingInside } from '../core/inside/insideState';
import { formatLink, parseLink } from '../core/link';
import { presets, withPreset } from '../core/presets';
import { forgetBase, loadKeptBases } from '../storage/bases';
import { clearFeatures, forgetEngine, listFeatures } from '../storage/features';
import { listProjects, removeProject } from '../storage/projects';
import { LabContext } from './context';
import { HeadStation } from './HeadStation';
import type { Lab } from './lab';
import { allSaved, files, link, makeLab, playSamples, sampleId, type Gate } from './lab.fixture';

const open = Promise.resolve();
const pictures = (lab: Lab) => lab.store.getState().collection.pictures.length;
const phase = (lab: Lab) => lab.store.getState().base.phase;
const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), { timeout: 3000 });
const storedPictures = async () => (await listFeatures()).map((one) => one.pictures);
const saved = async () => (await listProjects()).map(({ pictures }) => pictures);

/** Projects beside the one that is open. */
const keptOnes = (lab: Lab) => {
  const { project, projects } = lab.store.getState();
  return projects.filter(({ id }) => id !== project.id);
};

beforeEach(() => {
  // A lab listens for ever; the labs of other tests must not follow this one's address.
  vi.spyOn(window, 'addEventListener').mockImplementation(() => undefined);
  playSamples();
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await allSaved();
  for (const { id } of await listProjects()) await removeProject(id);
  sessionStorage.clear();
  await clearFeatures(null);
  await forgetEngine(bundled.id);
  for (const { card } of await loadKeptBases()) await forgetBase(card.id);
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
    expect(lab.store.getState().projects).toHaveLength(1);
  });

  it('is not lost when the built-in set is asked for before it is back', async () => {
    await earlier(3);
    const { lab } = makeLab();
    const beginning = lab.begin(link);
    await Promise.all([beginning, lab.loadSample(sampleId)]);
    expect(lab.store.getState().sample).toBe(sampleId);
    expect(await saved()).toEqual([3]);
    const kept = keptOnes(lab)[0];
    expect(kept?.pictures).toBe(3);
    await lab.projects.open(kept?.id ?? '');
    expect(pictures(lab)).toBe(3);
    expect(lab.store.getState().sample).toBeNull();
  });

  it('keeps its own settings when a link or a lesson brings a set with others', async () => {
    await earlier(3);
    const { lab } = makeLab();
    await lab.begin(link);
    lab.set({ epochs: 25 });
    await lab.follow(parseLink(`#v=1&sample=${sampleId}&epochs=40&noise=0.3`));
    expect(lab.store.getState().settings).toMatchObject({ epochs: 40, noise: 0.3 });
    await lab.projects.open(keptOnes(lab)[0]?.id ?? '');
    expect(pictures(lab)).toBe(3);
    expect(lab.store.getState().settings).toMatchObject({ epochs: 25, noise: 0 });
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
    expect(keptOnes(lab)).toHaveLength(2);
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

describe('the address', () => {
  /** A lab that begins with one address while the page goes on to another. */
  const overtaken = async (first: string, then: string) => {
    const listening = vi.spyOn(window, 'addEventListener').mockImplementation(() => undefined);
    const { lab } = makeLab();
    const follow = listening.mock.calls.find(([type]) => type === 'hashchange')?.[1] as unknown as () => void;
    const beginning = lab.begin(parseLink(first));
    location.hash = then;
    follow();
    await beginning;
    return lab.store;
  };

  it('of a page that is gone to while the stored work is read is not taken back', async () => {
    const store = await overtaken('#v=1&epochs=25&page=lessons', '#page=lesson-how-many');
    expect(store.getState()).toMatchObject({ page: 'lesson-how-many', settings: { epochs: 25 } });
  });

  it('that is gone to while the stored work is read comes after the one that was opened', async () => {
    history.replaceState(null, '', location.href);
    const store = await overtaken('#v=1&epochs=25', '#v=1&epochs=35');
    await vi.waitFor(() => expect(store.getState().settings.epochs).toBe(35));
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

describe('an address that leaves the pictures as they are', () => {
  it('goes on naming the project they came with', async () => {
    const { lab } = makeLab();
    await lab.begin(link);
    const linkedProject = { path: 'class/birds.zip', id: null };
    lab.store.setState({ linkedProject });
    await lab.follow({ ...parseLink(''), sample: null });
    expect(lab.store.getState().linkedProject).toEqual(linkedProject);
    await lab.follow({ ...parseLink(''), sample: sampleId });
    expect(lab.store.getState().linkedProject).toBeNull();
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
    const holder: Gate = { wait: gate.promise };
    const { lab, base } = makeLab({ base: holder });
    await lab.begin(link);
    await lab.importer.add(files('own', 20), null);
    await until(() => phase(lab) === 'extracting');
    holder.wait = open;
    lab.set({ engine: 'cpu' });
    await until(() => phase(lab) === 'ready');
    expect(base.started).toEqual([`${bundled.id} auto`, `${bundled.id} cpu`]);
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

describe('two engines', () => {
  it('are never mixed, when one takes over in the middle', async () => {
    const { lab, base } = makeLab();
    const wasm = base.extract;
    let calls = 0;
    // The second batch comes from another engine, as after a lost graphics card; its features are twos.
    base.extract = async (pixels, count, tap) => {
      const tapped = await wasm(pixels, count, tap);
      return ++calls === 2 ? base.takeOver(tapped) : base.isOther ? { ...tapped, engine: 'cpu' } : tapped;
    };
    await lab.begin(link);
    await lab.importer.add(files('own', 30), null);
    await until(() => phase(lab) === 'ready');
    expect(lab.features.engine()?.engine).toBe('cpu');
    const sets = await vi.waitFor(async () => {
      const all = await listFeatures();
      expect(all.find(({ set }) => set.report.engine === 'cpu')?.pictures).toBe(30);
      return all;
    });
    expect(sets.find(({ set }) => set.report.engine === 'wasm')?.pictures).toBeLessThan(30);
  });
});

describe('automatic', () => {
  it('measures again when it is asked to', async () => {
    const { lab, base } = makeLab();
    await lab.begin(link);
    await lab.importer.add(files('own', 4), null);
    await until(() => phase(lab) === 'ready');
    await lab.measureAgain();
    expect(phase(lab)).toBe('ready');
    expect(base.started).toEqual([`${bundled.id} auto`, `${bundled.id} auto`]);
  });
});

describe('altered copies', () => {
  it('are made for what is learned from, and let go of when they are not wanted any more', async () => {
    const { lab } = makeLab();
    await lab.begin(link);
    await lab.loadSample(sampleId);
    await until(() => phase(lab) === 'ready');
    const becomes = (expected: object) =>
      vi.waitFor(() => expect(lab.store.getState().base).toMatchObject({ phase: 'ready', ...expected }));
    lab.set({ copies: 2, seeds: 1 });
    // Two of the four pictures are learned from.
    await becomes({ pictures: 4, copies: 4, reused: 0 });
    lab.set({ rotation: 30 });
    await vi.waitFor(async () => expect(await storedPictures()).toEqual([12]));
    lab.set({ copies: 0 });
    await becomes({ copies: 0, reused: 0 });
    lab.set({ copies: 2 });
    // What was let go of comes back from storage.
    await becomes({ copies: 4 });
    expect(await storedPictures()).toEqual([12]);
  });
});

describe('features of an earlier visit', () => {
  it('are there again without the base, and only new pictures are extracted', async () => {
    const { lab } = makeLab();
    await lab.begin(link);
    await lab.importer.add(files('own', 9), null);
    await until(() => phase(lab) === 'ready');
    await vi.waitFor(async () => expect(await listFeatures()).toMatchObject([{ pictures: 9 }]));
    await vi.waitFor(async () => expect(await saved()).toEqual([9]), { timeout: 3000 });

    const second = makeLab();
    await second.lab.begin(link);
    await until(() => phase(second.lab) === 'ready');
    expect(second.base.started).toEqual([]);
    expect(second.lab.store.getState().base).toMatchObject({ pictures: 9, reused: 9, report: { engine: 'wasm' } });

    await second.lab.importer.add(files('more', 3), null);
    await until(() => second.lab.store.getState().base.phase === 'ready' && pictures(second.lab) === 12);
    expect(second.base.started).toEqual([`${bundled.id} auto`]);
    expect(second.lab.store.getState().base).toMatchObject({ pictures: 12, reused: 9 });
  });

  it('serve another cut at once, and another pooling not', async () => {
    const { lab, base } = makeLab();
    await lab.begin(link);
    await lab.importer.add(files('own', 4), null);
    await until(() => phase(lab) === 'ready');
    lab.set({ cut: 3, join: 7 });
    expect(phase(lab)).toBe('ready');
    lab.set({ pooling: 'max' });
    await vi.waitFor(async () => expect((await listFeatures()).map((one) => one.pictures)).toEqual([4, 4]));
    await until(() => phase(lab) === 'ready');
    expect(base.started).toHaveLength(1);
  });
});

describe('a base from the hub', () => {
  const id = 'mobilenet-v1-0.25';

  it('is fetched only after the person agreed, kept, and there without asking the next time', async () => {
    const { lab, base } = makeLab();
    await lab.begin(link);
    await lab.importer.add(files('own', 4), null);
    await until(() => phase(lab) === 'ready');
    lab.set({ base: id });
    await until(() => phase(lab) === 'asking');
    expect(base.started).toEqual([`${bundled.id} auto`]);
    await lab.fetchBase(null);
    expect(phase(lab)).toBe('ready');
    expect(base.started.at(-1)).toBe(`${id} auto`);
    expect(lab.store.getState().shelf.map(({ card }) => card.id)).toEqual([id]);

    const second = makeLab();
    await second.lab.begin(parseLink(`#v=1&base=${id}`));
    await second.lab.importer.add(files('other', 2), null);
    await until(() => phase(second.lab) === 'ready');
    expect(second.base.started).toEqual([`${id} auto`]);
    await second.lab.forgetBase(id);
    expect(second.lab.store.getState().settings.base).toBe(bundled.id);
    expect(await loadKeptBases()).toEqual([]);
  });

  it('is asked for when a link names it, and nothing is sent until then', async () => {
    const { lab, base } = makeLab();
    await lab.begin(parseLink(`#v=1&base=${id}&run=1`));
    await until(() => phase(lab) === 'asking');
    expect(base.started).toEqual([]);
    expect(lab.store.getState().anatomy).toBeNull();
  });

  it('and back: the page is ready again, whoever loads the base for a look', async () => {
    const { lab } = makeLab();
    await lab.begin(link);
    await lab.importer.add(files('own', 4), null);
    await until(() => phase(lab) === 'ready');
    lab.set({ base: id });
    await lab.fetchBase(null);
    lab.set({ base: bundled.id });
    await until(() => phase(lab) === 'ready');
    // Its features are in memory; the base is loaded for the look alone.
    await lab.looker.look(null);
    expect(lab.store.getState().insight.phase).toBe('ready');
    expect(phase(lab)).toBe('ready');
  });

  it('that failed, and a cancelled one, stay as they are until the person acts', async () => {
    const gate: Gate = { wait: open, fails: true };
    const { lab, base } = makeLab({ base: gate });
    await lab.begin(parseLink(`#v=1&base=${id}`));
    await until(() => phase(lab) === 'asking');
    await lab.fetchBase(null);
    expect(phase(lab)).toBe('failed');
    lab.features.cancel();
    lab.change({ type: 'class added' });
    await until(() => phase(lab) === 'cancelled');
    expect(base.started).toHaveLength(1);
    gate.fails = false;
    await lab.features.resume();
    expect(base.started).toHaveLength(2);
  });

  it('looked through while another is chosen leaves nothing of itself', async () => {
    const gate = deferredGate();
    const { lab, base } = makeLab();
    await lab.begin(link);
    await lab.importer.add(files('own', 4), null);
    await until(() => phase(lab) === 'ready');
    const look = base.look;
    base.look = async (...given) => {
      await gate.promise;
      return look(...given);
    };
    const looking = lab.looker.look(null);
    await until(() => lab.store.getState().insight.phase === 'looking');
    lab.set({ base: id });
    gate.resolve(undefined);
    await looking;
    expect(lab.store.getState()).toMatchObject({ anatomy: null, insight: { phase: 'none' } });
  });

  it('of somebody’s own that is not here gives way to the bundled one, by name', async () => {
    const { lab } = makeLab();
    await lab.begin(parseLink('#v=1&base=own-0123456789abcdef'));
    expect(lab.store.getState().settings.base).toBe(bundled.id);
    expect(lab.store.getState().linkProblems.join(' ')).toMatch(/not in this browser/);
    expect(location.hash).toBe(formatLink(lab.store.getState()));
  });

  it('a cut that the base does not have is named and replaced', async () => {
    const { lab } = makeLab();
    await lab.begin(parseLink(`#v=1&cut=40&join=2&pooling=flatten&sample=${sampleId}`));
    expect(lab.store.getState().settings).toMatchObject({ cut: 0, join: 2, pooling: 'average' });
    expect(lab.store.getState().linkProblems).toHaveLength(2);
  });
});

describe('a set-up that shows something', () => {
  const [wrongLabels] = presets;
  if (!wrongLabels) throw new Error('There are some.');

  it('brings the built-in set and its split along where there are no pictures', async () => {
    const { lab } = makeLab();
    await lab.begin(link);
    lab.set({ split: 0.5, epochs: 7, seed: 9, cut: 3 });
    const { settings } = lab.store.getState();
    await lab.applyPreset(wrongLabels);
    expect(lab.store.getState()).toMatchObject({
      sample: sampleId,
      settings: { seed: 9, cut: 3, epochs: 60, noise: 0.3 },
    });
    expect(lab.store.getState().settings).toEqual(withPreset({ ...settings, split: 0.67 }, wrongLabels));
    expect(pictures(lab)).toBe(4);
    expect(location.hash).toBe(formatLink(lab.store.getState()));
  });

  it('changes settings alone where there are pictures', async () => {
    const { lab } = makeLab();
    await lab.begin(link);
    await lab.importer.add(files('own', 2), null);
    lab.set({ split: 0.5, epochs: 7 });
    const { settings, collection } = lab.store.getState();
    await lab.applyPreset(wrongLabels);
    expect(lab.store.getState().settings).toEqual(withPreset(settings, wrongLabels));
    expect(lab.store.getState().settings.split).toBe(0.5);
    expect(lab.store.getState()).toMatchObject({ sample: null, collection });
  });
});

describe('what was trained', () => {
  const nothing = { training: { phase: 'none' }, inside: nothingInside, sweep: { phase: 'none' } };
  const held = ({ training, inside, sweep }: ReturnType<Lab['store']['getState']>) => ({ training, inside, sweep });
  const loaded = async (gate: Gate) => {
    const { lab } = makeLab({ head: gate });
    await lab.begin(link);
    await lab.loadSample(sampleId);
    lab.set({ seeds: 2, epochs: 3, hidden: 4 });
    await until(() => phase(lab) === 'ready');
    return lab;
  };

  it.each<readonly [string, (lab: Lab) => unknown]>([
    ['the built-in set is loaded again', (lab) => lab.loadSample(sampleId)],
    ['all is begun anew', (lab) => lab.startOver()],
  ])('is put away when %s, with what was looked at in it and the sweep', async (_, act) => {
    const lab = await loaded({ wait: open });
    await lab.sweeper.start();
    await lab.trainWhenReady();
    await until(() => lab.store.getState().inside.network?.epoch === 3);
    expect(lab.store.getState()).toMatchObject({ training: { phase: 'finished' }, sweep: { phase: 'done' } });
    await act(lab);
    expect(held(lab.store.getState())).toEqual(nothing);
  });

  it.each<readonly [string, (lab: Lab) => Promise<void>, (lab: Lab) => boolean]>([
    ['a training', (lab) => lab.trainWhenReady(), (lab) => lab.store.getState().inside.network?.epoch === 1],
    ['a sweep', (lab) => lab.sweeper.start(), (lab) => lab.store.getState().sweep.phase === 'running'],
  ])('is put away in the middle of %s too, and nothing comes after it', async (_, begin, isUnderWay) => {
    const gate = deferredGate();
    const lab = await loaded({ wait: gate.promise });
    const running = begin(lab);
    await until(() => isUnderWay(lab));
    lab.startOver();
    gate.resolve(undefined);
    await running;
    expect(held(lab.store.getState())).toEqual(nothing);
  });

  it('that another replaces has ended, even if that one comes to nothing', async () => {
    const gate = deferredGate();
    const lab = await loaded({ wait: gate.promise });
    const first = lab.trainWhenReady();
    await until(() => lab.store.getState().inside.network?.epoch === 1);
    const second = lab.trainer.start();
    await until(() => lab.store.getState().planning);
    lab.trainer.stop();
    gate.resolve(undefined);
    await Promise.all([first, second]);
    expect(lab.store.getState()).toMatchObject({ planning: false, training: { phase: 'stopped' } });
  });

  it('is never begun by Train beside a sweep: there is one worker for both', async () => {
    const gate = deferredGate();
    const lab = await loaded({ wait: gate.promise });
    const place = document.body.appendChild(document.createElement('div'));
    const root = createRoot(place);
    const station = createElement(LabContext, { value: lab }, createElement(HeadStation));
    root.render(createElement(MantineProvider, null, station));
    const button = (name: string) =>
      [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    await until(() => button('Train')?.disabled === false);
    const sweeping = lab.sweeper.start();
    await until(() => button('Train')?.disabled === true);
    expect(button('One epoch')?.disabled).toBe(true);
    expect(place.textContent).toContain('wait for their end, or stop them.');
    lab.sweeper.stop();
    gate.resolve(undefined);
    await sweeping;
    await until(() => button('Train')?.disabled === false);
    expect(lab.store.getState()).toMatchObject({ training: { phase: 'none' }, sweep: { phase: 'stopped' } });
    root.unmount();
    place.remove();
  });
});

function deferredGate() {
  let resolve: (value: undefined) => void = () => undefined;
  const promise = new Promise<undefined>((yes) => {
    resolve = yes;
  });
  return { promise, resolve };
}
