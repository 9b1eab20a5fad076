import type { TrainedHeads } from '../../core/heads/trainedHeads';
import type { WholeProject } from '../../core/project';
import { copyName } from '../../core/projectName';
import { freshId } from '../freshId';
import type { PicturePixels } from '../picturePixels';
import type { LabState, LabStore } from '../store';
import type { Projects } from './contract';
import type { HeadsShelf } from './headsShelf';
import type { Keeper, Kept } from './keeping';
import { currentOf, type Saver } from './saving';
import type { Tabs } from './tabs';

/** What these need of the projects. */
export interface WholeGiven {
  readonly store: LabStore;
  readonly pictures: PicturePixels;
  readonly keeper: Keeper;
  readonly shelf: HeadsShelf;
  readonly saver: Saver;
  readonly tabs: Tabs;
  readonly leave: () => Promise<void>;
  readonly show: (kept: Kept) => Promise<void>;
  readonly beginAnew: (changes?: Partial<LabState>) => void;
  readonly becomeCopy: (tab: 'only' | 'copied') => void;
  readonly empty: () => Partial<LabState>;
}

/** What is seldom done with projects, in a part of the page that is fetched when it is. */
export function createWholeProjects({
  store,
  pictures,
  keeper,
  shelf,
  saver,
  tabs,
  leave,
  show,
  beginAnew,
  becomeCopy,
  empty,
}: WholeGiven): Pick<Projects, 'whole' | 'adopt' | 'duplicate' | 'remove'> {
  return {
    async whole() {
      const { heads } = store.getState();
      const { project, log } = currentOf(store.getState());
      const pngs = new Map<string, Blob>();
      for (const { hash } of project.collection.pictures) {
        const png = pictures.png(hash);
        if (png) pngs.set(hash, png);
      }
      const all = new Map<string, TrainedHeads>();
      for (const runId of await shelf.runs(project.id, log)) {
        const kept = await shelf.load(project.id, runId);
        if (kept) all.set(runId, kept);
      }
      if (heads && heads.epoch > 0) all.set(heads.runId, heads);
      return { project, log, pngs, heads: all };
    },
    async adopt(whole) {
      await leave();
      const taken = await keeper.load(whole.project.id);
      if (taken && isSame(taken, whole)) return show(taken);
      const { projects } = store.getState();
      const project = taken
        ? {
            ...whole.project,
            id: freshId(),
            name: copyName(
              whole.project.name,
              projects.map(({ name }) => name),
            ),
          }
        : whole.project;
      const { id } = project;
      const kept = { project, log: whole.log };
      for (const [hash, png] of whole.pngs) pictures.keep(hash, png);
      await keeper.save(kept);
      await shelf.keep(id, [...whole.heads.values()], whole.log);
      await show(kept);
    },
    async duplicate() {
      await saver.flush();
      becomeCopy('only');
    },
    async remove(id) {
      const isOpen = id === store.getState().project.id;
      if (await tabs.isElsewhere(id))
        return store.setState({ trouble: 'That project is open in another tab: close it there before you delete it.' });
      if (isOpen) {
        await leave();
        beginAnew(empty());
      }
      await shelf.drop(id, await shelf.runs(id, []));
      await keeper.remove(id);
    },
  };
}

/** Opened twice, a file is one project; what was read from it has its fields in another order. */
function isSame({ project, log }: Kept, other: WholeProject): boolean {
  const content = (
    { name, collection, sample, settings, testOpenedAt, testOpenings }: Kept['project'],
    entries: Kept['log'],
  ) => JSON.stringify([name, collection, sample, settings, testOpenedAt, testOpenings, entries], inOrder);
  return content(project, log) === content(other.project, other.log);
}

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
