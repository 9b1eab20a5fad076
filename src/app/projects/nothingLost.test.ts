// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { answer, keysIn, reading, under, writing } from '../../storage/database';
import { listHeads } from '../../storage/heads';
import { loadLog } from '../../storage/log';
import { listProjects } from '../../storage/projects';
import type { Lab } from '../lab';
import { files, link, makeLab, otherSampleId, sampleId } from '../lab.fixture';
import {
  addOwn,
  beginEmpty,
  begun,
  createTabs,
  isSaved,
  open,
  phases,
  pictures,
  state,
  train,
  until,
} from './projects.fixture';

beginEmpty();

const pngs = () => reading((store) => keysIn(store, under('png:')));
const later = (ms: number) => new Promise((done) => setTimeout(done, ms));
const rename = (lab: Lab, name: string) => lab.change({ type: 'class renamed', classId: 'class-1', name });
const unreadable = () => {
  throw new DOMException('Failed to read large IndexedDB value', 'DataError');
};

/** Calls it whenever the browser's storage is asked for such a key, before it answers. */
function onRequest(method: 'get' | 'getAll' | 'put' | 'delete', prefix: string, call: () => void) {
  // oxlint-disable-next-line typescript/unbound-method -- called with its store below
  const real: (...given: never[]) => IDBRequest = IDBObjectStore.prototype[method];
  return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function listened(
    this: IDBObjectStore,
    ...given: unknown[]
  ) {
    const key = given[method === 'put' ? 1 : 0];
    const first: unknown = key instanceof IDBKeyRange ? key.lower : key;
    if (typeof first === 'string' && first.startsWith(prefix)) call();
    return real.apply(this, given as never[]);
  });
}

/** The same, but only the first time. */
function onFirst(method: 'get' | 'getAll' | 'put', prefix: string, call: () => void) {
  let isCalled = false;
  onRequest(method, prefix, () => {
    if (isCalled) return;
    isCalled = true;
    call();
  });
}

async function twoProjects() {
  const lab = await begun();
  await addOwn(lab);
  const first = state(lab).project;
  await lab.projects.create();
  await lab.importer.add(files('bird', 3), null);
  const second = state(lab).project;
  await until(isSaved(lab));
  return { lab, first, second };
}

describe('what cannot be read', () => {
  it('is a picture that waits: the rest of its project opens, and it is there again when it can be read', async () => {
    const first = await begun();
    await addOwn(first);
    await until(isSaved(first));
    const spy = onRequest('get', 'png:cat1', unreadable);
    const second = await begun();
    expect(state(second)).toMatchObject({ trouble: null, project: { id: state(first).project.id } });
    expect(pictures(second)).toBe(7);
    expect(state(second).project.unreadable).toMatchObject([{ name: 'cat1.png', classId: 'class-1' }]);
    // What is saved from here on leaves it as it is.
    rename(second, 'Lions');
    await until(async () => (await listProjects())[0]?.pictures === 7);
    expect(await pngs()).toHaveLength(8);
    spy.mockRestore();
    const third = await begun();
    expect(pictures(third)).toBe(8);
    expect(state(third).collection.classes[0]?.name).toBe('Lions');
    expect(state(third).project.unreadable).toBeUndefined();
  });

  it('keeps no project from being opened again in the same tab', async () => {
    const first = await begun();
    await addOwn(first);
    await until(isSaved(first));
    onRequest('get', 'png:cat1', unreadable);
    const second = await begun();
    const { id } = state(second).project;
    await second.projects.create();
    await second.projects.open(id);
    expect(state(second)).toMatchObject({ trouble: null, project: { id } });
    expect(pictures(second)).toBe(7);
    expect(state(second).project.unreadable).toMatchObject([{ name: 'cat1.png' }]);
  });

  it('is gone when it is given up', async () => {
    const first = await begun();
    await addOwn(first);
    await until(isSaved(first));
    onRequest('get', 'png:cat1', unreadable);
    const second = await begun();
    second.store.setState(({ project }) => ({ project: { ...project, unreadable: undefined } }));
    await until(async () => (await pngs()).length === 7);
    expect(await listProjects()).toMatchObject([{ pictures: 7 }]);
  });

  it('is nothing that is gone where it is all of them: the project is neither shown nor saved over', async () => {
    const first = await begun();
    await addOwn(first);
    await until(isSaved(first));
    const spy = onRequest('get', 'png:', unreadable);
    const second = await begun();
    expect(state(second).trouble).toMatch(/could not be read \(Failed to read large IndexedDB value\)/);
    expect(pictures(second)).toBe(0);
    expect(state(second).project.id).not.toBe(state(first).project.id);
    rename(second, 'Lions');
    await later(600);
    expect(await listProjects()).toMatchObject([{ pictures: 8 }]);
    expect(await pngs()).toHaveLength(8);
    await second.projects.open(state(first).project.id);
    expect(pictures(second)).toBe(0);
    spy.mockRestore();
    const third = await begun();
    expect(state(third)).toMatchObject({ trouble: null, project: state(first).project });
    expect(pictures(third)).toBe(8);
  });

  it('is no empty log: entries and heads stay', async () => {
    const first = await begun();
    await addOwn(first);
    await train(first);
    const { id } = state(first).project;
    await until(isSaved(first));
    await until(async () => (await listHeads(id)).length === 1);
    const spy = onRequest('getAll', 'log@1:', unreadable);
    const second = await begun();
    expect([pictures(second), state(second).log]).toEqual([0, []]);
    expect(state(second).trouble).toMatch(/could not be read/);
    await later(600);
    spy.mockRestore();
    expect([(await listHeads(id)).length, (await loadLog(id)).length]).toEqual([1, 1]);
  });

  it('stays in its list, and a file of it is opened beside it', async () => {
    const { lab, first } = await twoProjects();
    await lab.projects.open(first.id);
    const whole = await lab.projects.whole();
    await lab.projects.create();
    const spy = onRequest('get', 'project@1:', unreadable);
    await lab.projects.adopt(whole);
    spy.mockRestore();
    expect([pictures(lab), state(lab).project.name]).toEqual([8, 'Cats, Dogs (copy)']);
    await lab.projects.refresh();
    expect(state(lab).projects).toHaveLength(3);
  });

  it('is not deleted where that fails, and the person hears of it', async () => {
    const { lab, first } = await twoProjects();
    const spy = onRequest('delete', 'project@1:', unreadable);
    await lab.projects.remove(first.id);
    expect(state(lab).trouble).toMatch(/^“Cats, Dogs” could not be deleted/);
    expect(state(lab).projects).toHaveLength(2);
    spy.mockRestore();
    await lab.projects.remove(first.id);
    expect(state(lab).projects).toHaveLength(1);
  });
});

describe('before another project takes its place', () => {
  it('what is changed while that is read is kept', async () => {
    const { lab, first, second } = await twoProjects();
    onFirst('getAll', 'log@1:', () => rename(lab, 'Parrots'));
    await lab.projects.open(first.id);
    expect(pictures(lab)).toBe(8);
    await lab.projects.open(second.id);
    expect(state(lab).collection.classes[0]?.name).toBe('Parrots');
  });

  it('what is changed and dropped while it is saved is kept in it', async () => {
    const { lab, first, second } = await twoProjects();
    rename(lab, 'Parrots');
    onFirst('put', 'project@1:', () => {
      rename(lab, 'Ravens');
      void lab.importer.add(files('raven', 2), null);
    });
    await lab.projects.open(first.id);
    await later(300);
    expect(pictures(lab)).toBe(8);
    await lab.projects.open(second.id);
    expect(state(lab).collection.classes[0]?.name).toBe('Ravens');
    expect(pictures(lab)).toBe(5);
  });

  it('what is changed while one from a file is written is kept', async () => {
    const { lab, first, second } = await twoProjects();
    await lab.projects.open(first.id);
    const whole = await lab.projects.whole();
    await lab.projects.open(second.id);
    await lab.projects.remove(first.id);
    onFirst('put', 'project@1:', () => rename(lab, 'Parrots'));
    await lab.projects.adopt(whole);
    expect(state(lab).project.id).toBe(first.id);
    await lab.projects.open(second.id);
    expect(state(lab).collection.classes[0]?.name).toBe('Parrots');
  });

  it('half of a built-in set is let go of, and comes back whole', async () => {
    let wait: Promise<unknown> = open;
    let prepared = 0;
    const pool = {
      get wait() {
        // The first picture comes in and is shown.
        return prepared++ < 1 ? open : wait;
      },
    };
    let goOn: (value?: unknown) => void = () => undefined;
    wait = new Promise((resolve) => (goOn = resolve));
    const { lab } = makeLab({ pool });
    await lab.begin(link);
    lab.projects.rename('Named');
    const { id } = state(lab).project;
    const loading = lab.loadSample(sampleId);
    await until(() => pictures(lab) === 1);
    await lab.projects.create();
    expect(await loading).toBe(false);
    expect(await listProjects()).toMatchObject([{ name: 'Named', pictures: 0 }]);
    goOn();
    await lab.projects.open(id);
    expect(state(lab).sample).toBe(sampleId);
    expect(pictures(lab)).toBe(4);
  });
});

describe('another tab', () => {
  it('that takes the project over leaves what changed in the last moment as a copy', async () => {
    const channel = createTabs();
    const first = await begun(channel());
    await addOwn(first);
    await until(isSaved(first));
    const second = await begun(channel());
    await until(() => state(second).tab === 'second');
    rename(first, 'Lions');
    onFirst('put', 'project@1:', () => rename(first, 'Tigers'));
    await second.projects.goOnHere();
    expect(state(second).collection.classes[0]?.name).toBe('Lions');
    expect(state(first)).toMatchObject({ tab: 'copied', project: { name: 'Tigers, Dogs (copy)' } });
    await until(async () => (await listProjects()).length === 2);
  });

  it('that has the project meanwhile makes no copy of one that is saved', async () => {
    const listeners: ((event: MessageEvent<unknown>) => void)[] = [];
    const channel = {
      postMessage: () => undefined,
      addEventListener: (_: 'message', listen: (event: MessageEvent<unknown>) => void) => listeners.push(listen),
    };
    const say = (lab: Lab) => {
      const data = { kind: 'have', project: state(lab).project.id, from: 'another', since: 0 };
      for (const listen of listeners) listen(new MessageEvent('message', { data }));
    };
    const lab = await begun(channel);
    await addOwn(lab);
    await until(isSaved(lab));
    await later(500);
    say(lab);
    expect(state(lab).tab).toBe('second');
    const other = await begun(channel);
    await until(() => state(other).collection.pictures.length === 8);
    rename(other, 'Lions');
    say(other);
    expect(state(other).tab).toBe('copied');
  });
});

describe('heads of an earlier run', () => {
  it('are not put in the place of those that are trained', async () => {
    const { lab } = makeLab({ head: { wait: open } });
    await lab.begin(link);
    await addOwn(lab);
    await train(lab);
    await train(lab);
    const { project, log, training } = state(lab);
    const early = log[0]?.id ?? '';
    await until(async () => (await listHeads(project.id)).length === 2);
    if (training.phase === 'none') throw new Error('It was trained.');
    lab.store.setState({ training: { phase: 'paused', session: training.session } });
    expect(await lab.projects.useHeads(early)).toBe(false);
    lab.store.setState({ training });
    expect(await lab.projects.useHeads(early)).toBe(true);
    expect(phases(lab)).toHaveLength(2);
  });
});

describe('pictures of projects before the last', () => {
  it('are let go of, but for those that only this tab has', async () => {
    const { lab, first } = await twoProjects();
    await until(() => state(lab).base.phase === 'ready');
    await lab.projects.create();
    await until(() => state(lab).base.phase !== 'extracting');
    await expect(lab.pixelsOf('cat1.png')).rejects.toThrow(/no longer there/);
    expect(lab.thumbnailUrl('cat1.png')).toBe('');
    expect(await lab.pixelsOf('bird1.png')).toBeDefined();
    await lab.projects.open(first.id);
    expect(pictures(lab)).toBe(8);
    expect(await lab.pixelsOf('cat1.png')).toBeDefined();

    const full = onRequest('put', '', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await until(() => state(lab).base.phase === 'ready');
    await lab.importer.add(files('more', 1), 'class-1');
    for (let i = 0; i < 3; i++) {
      await lab.projects.create();
      await until(() => state(lab).base.phase === 'idle');
    }
    await expect(lab.pixelsOf('bird1.png')).rejects.toThrow(/no longer there/);
    await lab.projects.open(first.id);
    expect(pictures(lab)).toBe(9);
    full.mockRestore();
  });
});

describe('a built-in set that is not waited for', () => {
  it('in the moment before it comes puts nothing away', async () => {
    const { lab, first } = await twoProjects();
    await lab.projects.open(first.id);
    const loading = lab.loadSample(otherSampleId);
    rename(lab, 'Lions');
    // In the middle of setting aside, which keeps what there is.
    await new Promise<void>((resolve) => onFirst('put', 'project@1:', resolve));
    await lab.importer.cancel();
    expect(await loading).toBe(false);
    expect(state(lab)).toMatchObject({ importing: null, sample: null, project: { id: first.id } });
    expect(pictures(lab)).toBe(8);
  });

  it('before earlier work is back is not waited for by the page either', async () => {
    const first = await begun();
    await addOwn(first);
    await until(isSaved(first));
    let isFree = false;
    const busy = writing(async (store) => {
      while (!isFree) await answer(store.get('nothing'));
    });
    const { lab } = makeLab();
    const beginning = lab.begin(link);
    const loading = lab.loadSample(otherSampleId);
    // By now it has come.
    await later(500);
    expect(state(lab).importing).not.toBeNull();
    await lab.importer.cancel();
    isFree = true;
    await Promise.all([busy, beginning]);
    expect(await loading).toBe(false);
    expect(state(lab)).toMatchObject({ importing: null, project: state(first).project });
    expect(pictures(lab)).toBe(8);
  });
});

describe('parts of the page that do not come', () => {
  it('are told: a built-in set', async () => {
    const lab = await begun();
    vi.doMock('../../images/samples', () => {
      throw new Error('Failed to fetch dynamically imported module');
    });
    expect(await lab.loadSample(sampleId)).toBe(false);
    vi.doUnmock('../../images/samples');
    expect(state(lab).importing).toBeNull();
    expect(state(lab).trouble).toMatch(/^The picture set did not come/);
  });

  it('are told: what deletes and copies', async () => {
    const { lab } = await twoProjects();
    vi.doMock('./wholeProjects', () => {
      throw new Error('Failed to fetch dynamically imported module');
    });
    await lab.projects.duplicate();
    vi.doUnmock('./wholeProjects');
    expect(state(lab).trouble).toMatch(/^This did not work/);
    expect(state(lab).project.name).not.toMatch(/copy/);
  });
});

describe('storage that hangs', () => {
  it('holds the page up for a while only, and is said', async () => {
    vi.resetModules();
    vi.useFakeTimers();
    vi.stubGlobal('indexedDB', { open: () => ({}) });
    const { makeLab: makeOther } = await import('../lab.fixture');
    const { lab } = makeOther();
    const beginning = lab.begin(link);
    const added = lab.importer.add(files('cat', 2), null);
    await vi.advanceTimersByTimeAsync(11_000);
    await beginning;
    expect(state(lab).trouble).toMatch(/^The browser’s storage does not answer/);
    await vi.advanceTimersByTimeAsync(11_000);
    await added;
    expect(pictures(lab)).toBe(2);
    const created = lab.projects.create();
    await vi.advanceTimersByTimeAsync(1000);
    await created;
    expect(pictures(lab)).toBe(0);
    vi.useRealTimers();
  });
});
