import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { emptyCollection } from '../../core/collection';
import { defaultSettings } from '../../core/settings';
import { loadProject } from '../../storage/projects';
import { createKeeper, type Kept } from './keeping';

afterEach(() => vi.restoreAllMocks());

const named = (name: string): Kept => ({
  project: {
    id: 'a',
    name,
    savedAt: 0,
    collection: emptyCollection,
    sample: null,
    settings: defaultSettings,
    testOpenedAt: null,
  },
  log: [],
});

it('tries once more only what is still in memory when its turn comes', async () => {
  const troubles: (string | null)[] = [];
  const keeper = createKeeper({
    png: () => undefined,
    onTrouble: (sentence) => troubles.push(sentence),
    onWritten: () => undefined,
    onList: () => undefined,
  });
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(await keeper.save(named('old'))).toBe('in memory');
  put.mockRestore();
  const [saved] = await Promise.all([keeper.save(named('new')), keeper.retry()]);
  expect(saved).toBe('kept');
  expect((await loadProject('a'))?.name).toBe('new');
  expect(troubles.at(-1)).toBeNull();
});
