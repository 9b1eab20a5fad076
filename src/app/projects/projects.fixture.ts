import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { LogPhase } from '../../core/log/logEntry';
import { writing } from '../../storage/database';
import { listProjects } from '../../storage/projects';
import type { Lab } from '../lab';
import { allSaved, files, link, makeLab, playSamples } from '../lab.fixture';
import type { TabChannel } from './tabs';

export const open = Promise.resolve();
export const state = (lab: Lab) => lab.store.getState();
export const pictures = (lab: Lab) => state(lab).collection.pictures.length;
export const until = (condition: () => boolean | Promise<boolean>) =>
  vi.waitFor(async () => expect(await condition()).toBe(true), { timeout: 3000 });
export const phases = (lab: Lab): readonly LogPhase[] => state(lab).log.map(({ phase }) => phase);
export const isSaved = (lab: Lab) => async () => {
  const kept = (await listProjects()).find(({ id }) => id === state(lab).project.id);
  return kept?.pictures === pictures(lab) && kept.runs === state(lab).log.length;
};

/** Tabs of one browser share storage and a channel; what is in memory is each one's own. */
export function createTabs() {
  const labs: { listen: (event: MessageEvent<unknown>) => void; of: number }[] = [];
  let next = 0;
  const channel = (): TabChannel => {
    const of = next++;
    return {
      postMessage: (data) => {
        for (const one of labs.filter((other) => other.of !== of))
          queueMicrotask(() => one.listen(new MessageEvent('message', { data })));
      },
      addEventListener: (_, listen) => labs.push({ listen, of }),
    };
  };
  return channel;
}

export async function begun(channel: TabChannel | null = null): Promise<Lab> {
  const { lab } = makeLab({ head: { wait: open } }, channel);
  await lab.begin(link);
  return lab;
}

export async function train(lab: Lab): Promise<void> {
  lab.set({ seeds: 2, epochs: 2 });
  await lab.features.resume();
  await lab.trainer.start();
  await until(() => phases(lab).at(-1) === 'finished');
}

/** Two classes, so that they can be trained on. */
export async function addOwn(lab: Lab): Promise<void> {
  lab.change({ type: 'class added', name: 'Cats' });
  lab.change({ type: 'class added', name: 'Dogs' });
  const [cats, dogs] = state(lab).collection.classes;
  await lab.importer.add(files('cat', 4), cats?.id ?? '');
  await lab.importer.add(files('dog', 4), dogs?.id ?? '');
}

/** Call once in a file: every test begins with empty storage and no projects. */
export function beginEmpty(): void {
  beforeEach(() => {
    vi.spyOn(window, 'addEventListener').mockImplementation(() => undefined);
    playSamples();
  });

  afterEach(async () => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    await allSaved();
    await writing((store) => {
      store.clear();
      return Promise.resolve();
    });
    sessionStorage.clear();
  });
}
