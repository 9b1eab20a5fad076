// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { byHeart } from '../../lessons/chapters/byHeart';
import { dropout } from '../../lessons/chapters/dropout';
import { setUpsOf } from '../../lessons/answersOf';
import { emptyRecord, parseRecord } from '../../lessons/record';
import { keepLessons, loadLessons } from '../../storage/lessons';
import { clearFeatures } from '../../storage/features';
import { listProjects, removeProject } from '../../storage/projects';
import type { Lab } from '../lab';
import { allSaved, files, link, makeLab, playSamples, sampleId } from '../lab.fixture';
import { lessonsOf } from './lessons';
import { hasOwnPictures, isBusy } from './running';

const open = Promise.resolve();
const [wrong] = setUpsOf(byHeart);
const [, masks] = setUpsOf(dropout);
const [check] = byHeart.checks;
if (!wrong || !masks) throw new Error('The chapters have changed.');

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
  await keepLessons(() => undefined);
});

async function begun(gate = { wait: open as Promise<unknown> }): Promise<Lab> {
  const { lab } = makeLab({ head: gate });
  await lab.begin(link);
  return lab;
}

describe('a set-up', () => {
  it('opens its set, trains to the end, and what came out stands beside what was predicted', async () => {
    const lab = await begun();
    const school = lessonsOf(lab);
    await school.run('by-heart', wrong, 'half', false);
    const { sample, settings, training, page } = lab.store.getState();
    expect([sample, settings.noise, settings.epochs, page]).toEqual([sampleId, 0.3, 40, 'lesson-by-heart']);
    expect(training.phase).toBe('finished');
    const { record, running, said } = school.store.getState();
    expect(running).toBeNull();
    const runId = training.phase === 'none' ? '' : training.session.runId;
    // The played training always ends with 100 % and 50 %.
    expect(record.tries).toMatchObject([{ setUp: wrong.id, said: 'half', outcome: 'all', runId, onOwn: false }]);
    expect(record.tries[0]?.words).toMatch(/100\s%.*50\.0\s%/);
    expect(said).toBe(record.tries[0]?.words);
  });

  it('does not fetch a set again that is there', async () => {
    const lab = await begun();
    await lab.loadSample(sampleId);
    const { collection } = lab.store.getState();
    await lessonsOf(lab).run('by-heart', wrong, null, false);
    expect(lab.store.getState().collection).toBe(collection);
    expect(lessonsOf(lab).store.getState().record.tries).toMatchObject([{ said: null, outcome: 'all' }]);
  });

  it('runs on one’s own pictures where that is wanted, with their own split', async () => {
    const lab = await begun();
    await lab.importer.add(files('own', 4), null);
    await lab.importer.add(files('other', 4), 'new');
    lab.set({ split: 0.5 });
    expect(hasOwnPictures(lab.store.getState())).toBe(true);
    await lessonsOf(lab).run('by-heart', wrong, 'all', true);
    const { sample, settings, collection } = lab.store.getState();
    expect([sample, settings.split, settings.noise, collection.pictures.length]).toEqual([null, 0.5, 0.3, 8]);
  });

  it('keeps pictures of one’s own as a project apart where it opens a built-in set', async () => {
    const lab = await begun();
    await lab.importer.add(files('own', 3), null);
    await lessonsOf(lab).run('by-heart', wrong, 'all', false);
    const { sample, projects, project } = lab.store.getState();
    expect(sample).toBe(sampleId);
    expect(projects.filter(({ id }) => id !== project.id).map(({ pictures }) => pictures)).toEqual([3]);
  });

  it('that is stopped on its way has no outcome, and says so', async () => {
    let goOn: () => void = () => undefined;
    const gate = { wait: new Promise<void>((resolve) => (goOn = resolve)) };
    const lab = await begun(gate);
    const school = lessonsOf(lab);
    const run = school.run('by-heart', wrong, 'all', false);
    await vi.waitFor(() => expect(isBusy(lab.store.getState())).toBe(true));
    await vi.waitFor(() => expect(lab.store.getState().training.phase).toBe('running'));
    // A second one waits for the first.
    await school.run('by-heart', wrong, 'half', false);
    lab.trainer.stop();
    goOn();
    await run;
    const { record, failed } = school.store.getState();
    expect(record.tries).toMatchObject([{ said: 'all', outcome: null, words: null }]);
    expect(failed.get(wrong.id)).toMatch(/stopped before its end/);
  });

  it('that only opens a place trains nothing', async () => {
    const lab = await begun();
    await lessonsOf(lab).run('dropout', masks, null, false);
    expect(lab.store.getState().sample).toBe(sampleId);
    expect(lab.store.getState().training.phase).toBe('none');
    expect(lessonsOf(lab).store.getState().record).toEqual(emptyRecord);
  });
});

describe('answers', () => {
  it('are kept, beside those of another tab, until they are cleared', async () => {
    const school = lessonsOf(await begun());
    school.answer('by-heart', check, 'good');
    school.answer('by-heart', check, 'nothing');
    await school.flush();
    const other = lessonsOf(await begun());
    await other.flush();
    expect(other.store.getState().kept).toBe('browser');
    expect(other.store.getState().record.answers.map(({ chose, isRight }) => [chose, isRight])).toEqual([
      ['good', false],
      ['nothing', true],
    ]);
    other.answer('by-heart', check, 'bad');
    school.answer('by-heart', check, 'good');
    await Promise.all([other.flush(), school.flush()]);
    expect(parseRecord(await loadLessons()).answers).toHaveLength(4);
    other.clear();
    await other.flush();
    expect(parseRecord(await loadLessons())).toEqual({ ...emptyRecord, clearedAt: expect.any(Number) });
  });

  it('that were cleared do not come back from another tab, and go there too with its next answer', async () => {
    const [school, other] = [lessonsOf(await begun()), lessonsOf(await begun())];
    school.answer('by-heart', check, 'good');
    await school.flush();
    other.answer('by-heart', check, 'bad');
    await other.flush();
    expect(other.store.getState().record.answers).toHaveLength(2);
    school.clear();
    await school.flush();
    // By another millisecond: this tab does not know yet of the clearing.
    await new Promise((goOn) => setTimeout(goOn, 5));
    other.answer('by-heart', check, 'nothing');
    await other.flush();
    for (const record of [parseRecord(await loadLessons()), other.store.getState().record])
      expect(record.answers.map(({ chose }) => chose)).toEqual(['nothing']);
    school.answer('by-heart', check, 'good');
    await school.flush();
    expect(school.store.getState().record.answers.map(({ chose }) => chose)).toEqual(['nothing', 'good']);
  });

  it('of a newer page in another tab are not lost with an answer here', async () => {
    const school = lessonsOf(await begun());
    await school.flush();
    const newer = { id: 'n', lesson: 'cooking', check: 'c', at: 1, chose: ['a', 'b'], isRight: false };
    await keepLessons(() => ({ tries: [], answers: [newer] }));
    school.answer('by-heart', check, 'good');
    await school.flush();
    expect(await loadLessons()).toMatchObject({ answers: [{ chose: 'good' }, newer] });
  });

  it('are held in memory where the browser keeps nothing', async () => {
    const lab = await begun();
    vi.stubGlobal('indexedDB', undefined);
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new Error('denied');
    });
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new Error('denied');
    });
    const school = lessonsOf(lab);
    school.answer('by-heart', check, 'good');
    await school.flush();
    expect(school.store.getState().kept).toBe('memory');
    expect(school.store.getState().record.answers).toHaveLength(1);
  });
});
