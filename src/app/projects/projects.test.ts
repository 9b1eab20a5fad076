// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { listHeads } from '../../storage/heads';
import { loadLog, saveLog } from '../../storage/log';
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

const sessionOf = (lab: Lab) => {
  const { training } = state(lab);
  return training.phase === 'none' ? null : training.session;
};

describe('a project comes back', () => {
  it('with pictures, settings, name, log and the heads of its latest run', async () => {
    const first = await begun();
    await addOwn(first);
    await train(first);
    await train(first);
    first.set({ dropout: 0.3 });
    first.projects.rename('Pets');
    const testOpenings = [{ runId: 'run', openedAt: 5, pictureIds: ['one'] }];
    first.store.setState(({ project }) => ({ testOpenedAt: 5, project: { ...project, testOpenings } }));
    const { collection, settings, heads, log, training } = state(first);
    await until(isSaved(first));
    await until(async () => (await listHeads(state(first).project.id)).length === 2);
    await new Promise((later) => setTimeout(later, 500));

    const second = await begun();
    await until(() => state(second).heads !== null);
    expect(state(second)).toMatchObject({ sample: null, testOpenedAt: 5, project: state(first).project });
    expect(state(second).project).toMatchObject({ name: 'Pets', testOpenings });
    expect(state(second).collection).toEqual(collection);
    expect(state(second).settings).toEqual(settings);
    expect(state(second).log).toEqual(log);
    expect(state(second).heads).toEqual(heads);
    // The same pictures: its curves are not of others.
    await until(() => state(second).training.phase === 'finished');
    expect(await second.projects.keep()).toBe(true);
    expect(state(second).training).toMatchObject(training);
    expect(sessionOf(second)?.collection).toBe(state(second).collection);

    const [early] = log;
    expect(await second.projects.useHeads(early?.id ?? '')).toBe(true);
    expect(state(second).heads?.runId).toBe(early?.id);
    expect(await second.projects.useHeads('gone')).toBe(false);
    expect(state(second).heads?.runId).toBe(early?.id);
  });

  it('with a run that no tab is at any more marked as interrupted', async () => {
    const first = await begun();
    await addOwn(first);
    await train(first);
    await until(isSaved(first));
    const { project, log } = state(first);
    await saveLog(project.id, [{ ...log[0], phase: 'running' }] as typeof log, []);
    const second = await begun();
    await until(() => phases(second)[0] !== 'running');
    expect(phases(second)).toEqual(['interrupted']);
    await until(async () => (await loadLog(project.id))[0]?.phase === 'interrupted');
  });

  it('on a built-in set without its pictures kept: set, log, settings and heads', async () => {
    const first = await begun();
    await first.loadSample(sampleId);
    await train(first);
    await until(isSaved(first));
    await until(async () => (await listHeads(state(first).project.id)).length === 1);
    expect(await listProjects()).toMatchObject([
      { isOwn: false, pictures: 4, runs: 1, name: 'Animals, food and vehicles' },
    ]);
    const second = await begun();
    expect(state(second)).toMatchObject({ sample: sampleId, project: state(first).project });
    expect(state(second).collection).toEqual(state(first).collection);
    expect(state(second).log).toEqual(state(first).log);
    expect(state(second).heads).toEqual(state(first).heads);
  });
});

describe('a built-in set', () => {
  it('is not kept before something was trained on it', async () => {
    const lab = await begun();
    await lab.loadSample(sampleId);
    await new Promise((later) => setTimeout(later, 600));
    expect(await listProjects()).toEqual([]);
  });

  it('and another one, and starting over, are one project with one log', async () => {
    const lab = await begun();
    await lab.loadSample(sampleId);
    const { id } = state(lab).project;
    await train(lab);
    await lab.loadSample(otherSampleId);
    expect(state(lab).project).toEqual({ id, name: 'Counting dots' });
    // Heads of other pictures are not those of these.
    expect(state(lab).heads).toBeNull();
    lab.startOver();
    expect(state(lab).project).toEqual({ id, name: 'New project' });
    expect(state(lab).log).toHaveLength(1);
    await until(isSaved(lab));
  });

  it('that gets own pictures is the learner’s own, in the same project; undone, it is the set again', async () => {
    const lab = await begun();
    await lab.loadSample(sampleId);
    await train(lab);
    const { id } = state(lab).project;
    await lab.importer.add(files('own', 2), 'class-1');
    expect(state(lab)).toMatchObject({ sample: null, project: { id } });
    await until(async () => (await listProjects())[0]?.isOwn === true);
    lab.undo();
    await until(async () => (await listProjects())[0]?.isOwn === false);
    expect(state(lab)).toMatchObject({ sample: sampleId, project: { id } });
    expect(state(lab).log).toHaveLength(1);
  });

  it('loaded over own pictures begins a project, and theirs is kept with its log', async () => {
    const lab = await begun();
    await addOwn(lab);
    await train(lab);
    const own = state(lab).project;
    await lab.loadSample(sampleId);
    expect(state(lab).project.id).not.toBe(own.id);
    expect(state(lab)).toMatchObject({ sample: sampleId, log: [], heads: null });
    expect(await listProjects()).toMatchObject([{ id: own.id, name: 'Cats, Dogs', pictures: 8, runs: 1 }]);
    await lab.projects.open(own.id);
    expect(state(lab)).toMatchObject({ sample: null, project: own });
    expect(phases(lab)).toEqual(['finished']);
    expect(state(lab).heads?.runId).toBe(state(lab).log[0]?.id);
  });

  it('that a link asks for is the one of its project, where it is the same, with log and heads', async () => {
    const first = await begun();
    await first.loadSample(sampleId);
    await train(first);
    await until(isSaved(first));
    await until(async () => (await listHeads(state(first).project.id)).length === 1);
    const { lab } = makeLab();
    const { settings, project, log, heads } = state(first);
    await lab.begin({ ...link, settings: { ...settings, seed: 7 }, sample: sampleId, given: true });
    expect(state(lab)).toMatchObject({ sample: sampleId, project, settings: { seed: 7 } });
    expect([state(lab).log, state(lab).heads]).toEqual([log, heads]);
    // Another one takes its place in the same project.
    const { lab: next } = makeLab();
    await next.begin({ ...link, sample: otherSampleId, given: true });
    expect(state(next)).toMatchObject({ sample: otherSampleId, project: { id: project.id }, log });
  });

  it('that a link asks for does not take the place of own pictures, and goes on where there are none', async () => {
    const first = await begun();
    await addOwn(first);
    await until(isSaved(first));
    const { lab } = makeLab();
    const linked = { ...link, sample: sampleId, given: true };
    await lab.begin(linked);
    expect(state(lab)).toMatchObject({ sample: sampleId, log: [] });
    expect(state(lab).project.id).not.toBe(state(first).project.id);
    expect(await listProjects()).toMatchObject([{ pictures: 8 }]);
  });
});

describe('projects', () => {
  it('are kept side by side, copied and deleted', async () => {
    const lab = await begun();
    await addOwn(lab);
    await train(lab);
    const first = state(lab).project;
    await lab.projects.create();
    expect(state(lab)).toMatchObject({ log: [], heads: null, project: { name: 'New project' } });
    expect(pictures(lab)).toBe(0);
    await lab.importer.add(files('bird', 3), null);
    const second = state(lab).project;
    await lab.projects.open(first.id);
    expect([pictures(lab), phases(lab).length]).toEqual([8, 1]);
    await lab.projects.duplicate();
    expect(state(lab).project.name).toBe('Cats, Dogs (copy)');
    await until(isSaved(lab));
    expect(await listHeads(state(lab).project.id)).toHaveLength(1);
    await lab.projects.remove(first.id);
    expect([pictures(lab), phases(lab).length]).toEqual([8, 1]);
    await lab.projects.open(second.id);
    expect([pictures(lab), phases(lab).length]).toEqual([3, 0]);
    await lab.projects.remove(second.id);
    expect(pictures(lab)).toBe(0);
    expect((await listProjects()).map(({ name }) => name)).toEqual(['Cats, Dogs (copy)']);
  });

  it('go out whole and come in whole, under their own id where it is free', async () => {
    const lab = await begun();
    await addOwn(lab);
    await train(lab);
    const whole = await lab.projects.whole();
    expect([whole.pngs.size, whole.log.length, whole.heads.size]).toEqual([8, 1, 1]);
    await lab.projects.remove(whole.project.id);
    await lab.projects.adopt(whole);
    expect(state(lab).project).toEqual({ id: whole.project.id, name: 'Cats, Dogs' });
    expect(state(lab).collection).toEqual(whole.project.collection);
    expect(state(lab).log).toEqual(whole.log);
    expect(state(lab).heads).toEqual([...whole.heads.values()][0]);
    // The same once more is the same project; changed meanwhile, it is another.
    await lab.projects.adopt(whole);
    expect(state(lab).project.id).toBe(whole.project.id);
    lab.change({ type: 'class added', name: 'Birds' });
    await lab.projects.adopt(whole);
    expect(state(lab).project.id).not.toBe(whole.project.id);
    expect(await listProjects()).toHaveLength(2);
  });
});

describe('a browser that keeps nothing', () => {
  it('is said once, nothing is lost meanwhile, and it is made up for when there is room', async () => {
    const lab = await begun();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await addOwn(lab);
    await train(lab);
    await until(() => state(lab).trouble?.includes('storage is full') === true);
    lab.store.setState({ trouble: null });
    const first = state(lab).project;
    await lab.loadSample(sampleId);
    await lab.projects.open(first.id);
    expect([pictures(lab), phases(lab)]).toEqual([8, ['finished']]);
    expect(state(lab).heads?.runId).toBe(state(lab).log[0]?.id);
    put.mockRestore();
    lab.store.setState({ stored: null });
    await lab.storage.refresh();
    await until(isSaved(lab));
    expect(await loadLog(first.id)).toEqual(state(lab).log);
    await until(async () => (await listHeads(first.id)).length === 1);
  });
});

describe('a browser without any storage', () => {
  it('is said, and projects are kept until the tab is closed', async () => {
    // A connection is open by now; a browser that denies it gives none.
    vi.resetModules();
    vi.stubGlobal('indexedDB', undefined);
    const { makeLab: makeOther } = await import('../lab.fixture');
    const { lab } = makeOther({ head: { wait: open } });
    await lab.begin(link);
    expect(state(lab).trouble).toMatch(/^This browser does not keep your work/);
    await addOwn(lab);
    await train(lab);
    const first = state(lab).project;
    await lab.projects.create();
    await lab.projects.open(first.id);
    expect([pictures(lab), phases(lab)]).toEqual([8, ['finished']]);
    expect(state(lab).heads?.runId).toBe(state(lab).log[0]?.id);
    expect(state(lab).training.phase).toBe('finished');
    expect(await lab.projects.keep()).toBe(false);
    await lab.projects.duplicate();
    await lab.projects.remove(first.id);
    expect(state(lab).projects.map(({ name }) => name)).toEqual(['Cats, Dogs (copy)']);
  });
});

describe('a second tab', () => {
  const twoTabs = async () => {
    const channel = createTabs();
    const first = await begun(channel());
    await addOwn(first);
    await until(isSaved(first));
    const second = await begun(channel());
    await until(() => state(second).tab === 'second');
    return { first, second, channel };
  };

  it('says so and saves nothing; taken over, it has what was saved, and the first says so', async () => {
    const { first, second } = await twoTabs();
    expect(state(first).tab).toBe('only');
    first.change({ type: 'class renamed', classId: 'class-1', name: 'Lions' });
    await second.projects.goOnHere();
    expect(state(second)).toMatchObject({ tab: 'only', project: state(first).project });
    expect(state(second).collection.classes[0]?.name).toBe('Lions');
    expect(state(first).tab).toBe('left');
    second.change({ type: 'class renamed', classId: 'class-1', name: 'Tigers' });
    await first.projects.goOnHere();
    expect(state(first).collection.classes[0]?.name).toBe('Tigers');
    expect([state(first).tab, state(second).tab]).toEqual(['only', 'left']);
    expect(await listProjects()).toHaveLength(1);
  });

  it('that changes something goes on as a copy by itself, and neither overwrites the other', async () => {
    const { first, second } = await twoTabs();
    second.change({ type: 'class renamed', classId: 'class-1', name: 'Lions' });
    expect(state(second)).toMatchObject({ tab: 'copied', project: { name: 'Lions, Dogs (copy)' } });
    first.change({ type: 'class renamed', classId: 'class-1', name: 'Tigers' });
    await until(
      async () =>
        (await listProjects())
          .map(({ name }) => name)
          .toSorted()
          .join('; ') === 'Lions, Dogs (copy); Tigers, Dogs',
    );
  });

  it('works on a copy when it is asked to, with the log', async () => {
    const { first, second } = await twoTabs();
    await second.projects.workOnCopy();
    expect(state(second).tab).toBe('only');
    await until(isSaved(second));
    expect((await listProjects()).map(({ pictures }) => pictures)).toEqual([8, 8]);
    expect(state(first).project.id).not.toBe(state(second).project.id);
  });

  it('with another project disturbs nobody, and deletes no picture of the other', async () => {
    const channel = createTabs();
    const [first, second] = [await begun(channel()), await begun(channel())];
    await addOwn(first);
    await addOwn(second);
    expect([state(first).tab, state(second).tab]).toEqual(['only', 'only']);
    await until(isSaved(first));
    await until(isSaved(second));
    second.change({ type: 'cleared' });
    await until(async () => (await listProjects()).length === 1);
    sessionStorage.clear();
    const third = await begun();
    expect(pictures(third)).toBe(8);
    expect(state(third).trouble).toBeNull();
  });

  it('that did not hear of the first does not overwrite it', async () => {
    const first = await begun();
    await addOwn(first);
    await until(isSaved(first));
    const second = await begun();
    first.change({ type: 'class renamed', classId: 'class-1', name: 'Lions' });
    await until(async () => (await listProjects())[0]?.name === 'Lions, Dogs');
    second.change({ type: 'class renamed', classId: 'class-1', name: 'Tigers' });
    await until(async () => (await listProjects()).length === 2);
    expect(state(second).tab).toBe('copied');
  });
});
