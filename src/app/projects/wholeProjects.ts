import { t } from '@lingui/core/macro';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import { keptTraining } from '../../core/keptTraining';
import { macrotask } from '../../core/macrotask';
import type { WholeProject } from '../../core/project';
import { copyName } from '../../core/projectName';
import { freshId } from '../freshId';
import type { PicturePixels } from '../picturePixels';
import type { LabState, LabStore } from '../store';
import type { Projects } from './contract';
import type { HeadsShelf } from './headsShelf';
import type { Keeper, Kept } from './keeping';
import { currentOf, type Saver } from './saving';
import type { Leaver } from './leaving';
import type { Shower } from './showing';
import type { Tabs } from './tabs';
import type { TrainingShelf } from './trainingShelf';

/** What these need of the projects. */
export interface WholeGiven {
  readonly store: LabStore;
  readonly pictures: PicturePixels;
  readonly keeper: Keeper;
  readonly shelf: HeadsShelf;
  readonly trainings: TrainingShelf;
  readonly saver: Saver;
  readonly tabs: Tabs;
  readonly leave: Leaver['leave'];
  readonly read: Shower['read'];
  readonly show: Shower['show'];
  readonly beginAnew: Shower['beginAnew'];
  readonly becomeCopy: (tab: 'only' | 'copied') => void;
  readonly empty: () => Partial<LabState>;
}

/** What is seldom done with projects, in a part of the page that is fetched when it is. */
export function createWholeProjects({
  store,
  pictures,
  keeper,
  shelf,
  trainings,
  saver,
  tabs,
  leave,
  read,
  show,
  beginAnew,
  becomeCopy,
  empty,
}: WholeGiven): Pick<Projects, 'whole' | 'adopt' | 'duplicate' | 'remove'> {
  return {
    async whole() {
      const { heads, training } = store.getState();
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
      const last = keptTraining(training) ?? (await trainings.load(project.id));
      // Of an entry that was deleted nothing goes along.
      const isLogged = log.some(({ id }) => id === last?.runId);
      return { project, log, pngs, heads: all, training: isLogged ? last : null };
    },
    async adopt(whole) {
      // What is open may be what comes in, and has changed.
      await saver.flush();
      const taken = await keeper.load(whole.project.id).catch(() => 'unreadable' as const);
      if (taken !== null && taken !== 'unreadable' && (await isSame(taken, whole))) {
        if (taken.project.id === store.getState().project.id) return;
        const ready = await read(taken);
        await leave();
        return show(ready);
      }
      const names = store.getState().projects.map(({ name }) => name);
      const { name } = whole.project;
      // A browser that denies storage has no other under its name.
      const isNamed = taken !== 'unreadable' || names.includes(name);
      const project = taken
        ? {
            ...whole.project,
            id: freshId(),
            name: isNamed ? copyName(name, names) : name,
          }
        : whole.project;
      const { id } = project;
      const kept = { project, log: whole.log };
      for (const [hash, png] of whole.pngs) pictures.keep(hash, png);
      await keeper.save(kept);
      await shelf.keep(id, [...whole.heads.values()], whole.log);
      if (whole.training) await trainings.keep(id, whole.training);
      const ready = await read(kept);
      await leave();
      await show(ready);
    },
    async duplicate() {
      await saver.flush();
      becomeCopy('only');
    },
    async remove(id) {
      const isOpen = id === store.getState().project.id;
      if (await tabs.isElsewhere(id))
        return store.setState({
          trouble: t`That project is open in another tab: close it there before you delete it.`,
        });
      if (isOpen) {
        await leave();
        beginAnew(empty());
      }
      if (!(await keeper.remove(id))) return;
      await shelf.drop(id, await shelf.runs(id, []));
      await trainings.drop(id);
    },
  };
}

/** Opened twice, a file is one project; what was read from it has its fields in another order. */
async function isSame({ project, log }: Kept, other: WholeProject): Promise<boolean> {
  const alike = (a: unknown, b: unknown) => JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);
  const content = ({ name, collection, sample, settings, testOpenedAt, testOpenings }: Kept['project']) => [
    name,
    collection,
    sample,
    settings,
    testOpenedAt,
    testOpenings,
  ];
  if (log.length !== other.log.length || !alike(content(project), content(other.project))) return false;
  for (const [i, entry] of log.entries()) {
    // A long log takes its time: one experiment in a turn.
    await macrotask();
    if (!alike(entry, other.log[i])) return false;
  }
  return true;
}

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
