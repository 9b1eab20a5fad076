// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nothingAsked } from '../core/why/whyState';
import { listProjects, removeProject } from '../storage/projects';
import { allSaved, files, link, makeLab, playSamples } from './lab.fixture';
import { addressIn, type LanguageId } from './language';
import { changeLanguageNow, chooseLanguage, hasPassingResults, underWay } from './languageChange';

beforeEach(() => {
  vi.spyOn(window, 'addEventListener').mockImplementation(() => undefined);
  playSamples();
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await allSaved();
  for (const { id } of await listProjects()) await removeProject(id);
  sessionStorage.clear();
});

async function opened() {
  const { lab } = makeLab();
  await lab.begin(link);
  await lab.importer.add(files('own', 3), null);
  return { lab, load: vi.fn<(id: LanguageId) => void>() };
}

describe('another language', () => {
  it('is loaded when everything is kept', async () => {
    const { lab, load } = await opened();
    await chooseLanguage(lab, 'es', load);
    expect(load).toHaveBeenCalledExactlyOnceWith('es');
    expect((await listProjects()).map(({ pictures }) => pictures)).toEqual([3]);
    expect(lab.store.getState().nextLanguage).toBeNull();
  });

  it('waits for a training, and for what is kept nowhere', async () => {
    const { lab, load } = await opened();
    lab.store.setState({ planning: true });
    await chooseLanguage(lab, 'es', load);
    expect(lab.store.getState().nextLanguage).toEqual({ id: 'es', isKept: true });
    lab.store.setState({ planning: false, why: { ...nothingAsked, cuts: { phase: 'stopped', result: null } } });
    expect(hasPassingResults(lab.store.getState())).toBe(false);
    await chooseLanguage(lab, 'es', load);
    expect(load).toHaveBeenCalledOnce();
  });

  it('is not loaded where the project would be gone', async () => {
    const { lab, load } = await opened();
    vi.spyOn(lab.projects, 'keep').mockResolvedValue(false);
    await chooseLanguage(lab, 'es', load);
    expect(load).not.toHaveBeenCalled();
    expect(lab.store.getState().nextLanguage).toEqual({ id: 'es', isKept: false });
    await changeLanguageNow(lab, 'es', load);
    expect(load).toHaveBeenCalledExactlyOnceWith('es');
  });

  it('knows what it would break off', async () => {
    const { lab } = await opened();
    const state = lab.store.getState();
    expect(underWay(state)).toBeNull();
    expect(underWay({ ...state, planning: true })).toBe('training');
    expect(underWay({ ...state, sweep: { phase: 'running', epoch: 1, epochs: 2, runs: 2 } })).toBe('study');
    expect(underWay({ ...state, importing: { done: 1, total: 2 } })).toBe('pictures');
  });
});

describe('the address', () => {
  it('keeps what it asks for, and starts nothing again', () => {
    expect(addressIn('#v=1&sample=counting-dots&run=1&study=ways&lang=en', null)).toBe('#v=1&sample=counting-dots');
    expect(addressIn('#v=1&hide=pictures,base&lang=es', 'en')).toBe('#v=1&hide=pictures,base&lang=en');
    expect(addressIn('#lang=es', null)).toBe('');
    expect(addressIn('', null)).toBe('');
  });
});
