import type { Picture } from '../../core/collection';
import type { Lab } from '../lab';
import type { LabState } from '../store';
import { createAnswerer, type Answerer } from './answering';
import { confirmKey, createMistakesStore, type MistakesState, type MistakesStore } from './mistakesState';
import { createNearFinder, type NearFinder } from './nearPictures';
import { createTester, type Tester } from './testing';

/** Everything that the station on mistakes can do. */
export interface MistakesKeeper {
  readonly store: MistakesStore;
  readonly answers: Pick<Answerer, 'goOn' | 'stop'>;
  readonly near: Pick<NearFinder, 'want'>;
  readonly test: Omit<Tester, 'follow'>;
  /** The person calls the picture's present label right. */
  readonly confirm: (picture: Pick<Picture, 'id' | 'classId'>) => void;
  /** Pictures were changed in this list. */
  readonly workIn: (list: string) => void;
  readonly show: (changes: Partial<Pick<MistakesState, 'side' | 'shown'>>) => void;
}

const keepers = new WeakMap<Lab, MistakesKeeper>();

/** One for the page, made when the station is first shown: what was worked out outlives the panels. */
export function mistakesOf(lab: Lab): MistakesKeeper {
  const known = keepers.get(lab);
  if (known) return known;
  const made = createMistakesKeeper(lab);
  keepers.set(lab, made);
  return made;
}

export function createMistakesKeeper(lab: Pick<Lab, 'store' | 'seeing' | 'change' | 'logbook'>): MistakesKeeper {
  const store = createMistakesStore();
  const answerer = createAnswerer(lab, store);
  const tester = createTester(lab, store);
  const near = createNearFinder(lab, store);
  const follow = () => {
    answerer.follow();
    near.follow();
    void tester.follow();
  };
  lab.store.subscribe((now, before) => {
    if (now.project.id !== before.project.id)
      store.setState({ confirmed: new Set(), workedIn: null, released: new Set() });
    else if (now.collection !== before.collection) {
      const back = releasedIn(now, before);
      if (back.length > 0) store.setState(({ released }) => ({ released: new Set([...released, ...back]) }));
    }
    const isSame =
      now.heads === before.heads &&
      now.collection === before.collection &&
      now.base === before.base &&
      now.log === before.log &&
      now.project.id === before.project.id &&
      now.testOpenedAt === before.testOpenedAt &&
      now.training.phase === before.training.phase;
    if (!isSame) follow();
  });
  follow();
  return {
    store,
    answers: answerer,
    near,
    test: tester,
    confirm: ({ id, classId }) =>
      store.setState(({ confirmed }) => ({ confirmed: new Set(confirmed).add(confirmKey(id, classId)) })),
    workIn: (workedIn) => store.setState({ workedIn }),
    show: (changes) => {
      store.setState(changes);
      answerer.follow();
    },
  };
}

/** Ids of pictures that were set aside before, and are there but not set aside now. */
function releasedIn(now: LabState, before: LabState): readonly string[] {
  const aside = before.collection.pictures.filter((p) => p.test);
  if (aside.length === 0) return [];
  const byId = new Map(now.collection.pictures.map((p) => [p.id, p]));
  return aside.filter(({ id }) => byId.get(id)?.test === undefined && byId.has(id)).map(({ id }) => id);
}
