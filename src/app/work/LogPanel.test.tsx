// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { parseLink } from '../../core/link';
import { logEntry } from '../../core/log/logEntry.fixture';
import type { Lab } from '../lab';
import { createLogbook } from '../logbook';
import { createStore, type LabStore } from '../store';
import { LogPanel } from './LogPanel';
import { playPanels, said, showPanel, unmount } from './panel.fixture';

playPanels();

const set = vi.fn<Lab['set']>();
const useHeads = vi.fn<Lab['projects']['useHeads']>(() => Promise.resolve(true));
const loadSample = vi.fn<Lab['loadSample']>(() => Promise.resolve(true));
let store: LabStore;

const show = () => {
  const projects = { useHeads, keptHeads: () => Promise.resolve(['run-a']) };
  return showPanel(<LogPanel />, { store, set, projects, loadSample, logbook: createLogbook(store) });
};

const button = (name: string) =>
  [...document.querySelectorAll('button')].find((b) => (b.getAttribute('aria-label') ?? b.textContent) === name);
const press = (name: string) => act(async () => button(name)?.click());

beforeEach(() => {
  vi.clearAllMocks();
  // The growing field asks when fonts came.
  if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });
  store = createStore(parseLink(''));
});

it('sets settings again, and offers the built-in set that they were used on', async () => {
  const entry = logEntry({ number: 4, sample: 'counting-dots', set: { dropout: 0.2 } });
  store.setState({ log: [entry] });
  await show();
  await press('Use these settings again: Experiment 4');
  expect(set).toHaveBeenCalledExactlyOnceWith(entry.settings);
  expect(said()).toContain('Experiment 4 was on the built-in set “Counting dots”');
  expect(loadSample).not.toHaveBeenCalled();
  await press('Load “Counting dots” with these settings');
  expect(loadSample).toHaveBeenCalledExactlyOnceWith('counting-dots', entry.settings);
  expect(said()).toContain('Press Train to repeat it.');
});

it('says where the learner’s pictures are no longer those of the experiment', async () => {
  store.setState({ log: [logEntry({ sample: null })] });
  await show();
  await press('Use these settings again: Experiment 1');
  expect(said()).toContain('so that its numbers will not come again');
});

it('uses heads that are kept, and says where they are', async () => {
  store.setState({ log: [logEntry({ id: 'run-a' })] });
  await show();
  await press('Use these heads: Experiment 1');
  expect(useHeads).toHaveBeenCalledExactlyOnceWith('run-a');
  expect(said()).toContain('have the heads of Experiment 1 now');
  useHeads.mockResolvedValueOnce(false);
  await press('Use these heads: Experiment 1');
  expect(said()).toContain('The heads of Experiment 1 cannot be used');
});

it('remembers title and name for as long as the tab is open', async () => {
  store.setState({ log: [logEntry()] });
  sessionStorage.setItem('transfer-lab-report', JSON.stringify({ title: 'Stripes', learner: 'Ada' }));
  await show();
  expect([...document.querySelectorAll('input')].map(({ value }) => value)).toEqual(
    expect.arrayContaining(['Stripes', 'Ada']),
  );
  sessionStorage.clear();
});

it('removes one, and puts it back with its note', async () => {
  const log = [logEntry({ id: 'a', number: 1, note: 'mine' }), logEntry({ id: 'b', number: 2 })];
  store.setState({ log });
  await show();
  await press('Details of Experiment 1');
  await press('Remove Experiment 1');
  expect(store.getState().log.map(({ id }) => id)).toEqual(['b']);
  expect(said()).toContain('Experiment 1 removed.');
  await press('Undo');
  expect(store.getState().log).toEqual(log);
});

it('puts two that were removed in a row back together', async () => {
  const log = [logEntry({ id: 'a', number: 1 }), logEntry({ id: 'b', number: 2 })];
  store.setState({ log });
  await show();
  await press('Details of Experiment 1');
  await press('Remove Experiment 1');
  await press('Remove Experiment 2');
  expect(said()).toContain('Experiments 1 and 2 removed.');
  await press('Undo');
  expect(store.getState().log).toEqual(log);
});

it('puts nothing of one project back into another', async () => {
  store.setState({ log: [logEntry({ id: 'a', number: 1 })], undoable: '3 pictures deleted.' });
  await show();
  await press('Remove Experiment 1');
  // Two offers would lie on each other.
  expect(store.getState().undoable).toBeNull();
  await act(async () => store.setState({ undoable: '3 pictures deleted.' }));
  expect(button('Undo')).toBeUndefined();
  await act(async () => store.setState({ undoable: null }));
  expect(button('Undo')).toBeDefined();
  await act(async () => store.setState({ project: { id: 'other', name: 'Other' }, log: [] }));
  expect(button('Undo')).toBeUndefined();
});

const field = () => document.querySelector('textarea') ?? undefined;
const type = (text: string) =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field(), text);
    field()?.dispatchEvent(new Event('input', { bubbles: true }));
  });

it('shows a note that changed elsewhere, and never writes an old one over it', async () => {
  store.setState({ log: [logEntry({ id: 'a', note: 'mine' })] });
  await show();
  await type('mine, longer');
  // Another tab's, while this one is typed: what is typed stays.
  await act(async () => store.setState({ log: [logEntry({ id: 'a', note: 'theirs' })] }));
  expect(field()?.value).toBe('mine, longer');
  await act(() => new Promise((resolve) => setTimeout(resolve, 500)));
  expect(store.getState().log[0]?.note).toBe('mine, longer');
  // The same run in a copy of the project.
  await act(async () =>
    store.setState({ project: { id: 'copy', name: 'Copy' }, log: [logEntry({ id: 'a', note: 'newer' })] }),
  );
  expect(field()?.value).toBe('newer');
  await act(async () => unmount());
  expect(store.getState().log[0]?.note).toBe('newer');
});

it('keeps a note after a pause in typing, or at once when the page goes on', async () => {
  store.setState({ log: [logEntry()] });
  await show();
  const field = document.querySelector('textarea');
  await act(async () => {
    if (!field) throw new Error('There is no field for the note.');
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, 'less noise');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(store.getState().log[0]?.note).toBe('');
  await act(async () => unmount());
  expect(store.getState().log[0]?.note).toBe('less noise');
});
