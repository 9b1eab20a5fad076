import { expect, it, vi } from 'vitest';
import { emptyReport } from '../core/importReport';
import { parseLink } from '../core/link';
import { addFiles } from './addFiles';
import type { ProjectFiles } from './projectFile';
import { createStore } from './store';

const file = (name: string) => new File([name], name);

function setUp(take: ProjectFiles['take']) {
  const store = createStore(parseLink(''));
  const add = vi.fn<() => Promise<void>>(() => Promise.resolve());
  return { store, add, given: { store, importer: { add }, projectFiles: { take } } };
}

it('puts pictures into the project that they were dropped on, and into no other', async () => {
  let goOn: () => void = () => undefined;
  const looked = new Promise<void>((resolve) => (goOn = resolve));
  const { store, add, given } = setUp((rest) => looked.then(() => ({ rest, damaged: [] })));
  const adding = addFiles(given, [file('a.png'), file('b.png')], null);
  store.setState({ project: { id: 'other', name: 'Other' } });
  goOn();
  await adding;
  expect(add).not.toHaveBeenCalled();
  expect(store.getState().trouble).toContain('before 2 files could be added, so they were left out');
  await addFiles(given, [file('a.png')], 'class-1', 'group');
  expect(add).toHaveBeenCalledExactlyOnceWith([expect.any(File)], 'class-1', 'group');
});

it('tells of damaged project files beside the other files, and never with the report of an earlier import', async () => {
  const damaged = [{ ok: false, path: 'bad.zip', reason: 'It is damaged.' }] as const;
  const { store, add, given } = setUp((files) =>
    Promise.resolve({ rest: files.filter(({ name }) => name !== 'bad.zip'), damaged }),
  );
  store.setState({ report: { ...emptyReport, added: 7 } });
  await addFiles(given, [file('bad.zip')], null);
  expect(store.getState().report).toEqual({ ...emptyReport, skipped: damaged });
  add.mockImplementation(() => {
    store.setState({ report: { ...emptyReport, added: 1 } });
    return Promise.resolve();
  });
  await addFiles(given, [file('bad.zip'), file('a.png')], null);
  expect(store.getState().report).toMatchObject({ added: 1, skipped: damaged });
});
