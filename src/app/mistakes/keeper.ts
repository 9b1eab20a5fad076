import type { Lab } from '../lab';
import { createAnswerer, type Answerer } from './answering';
import { createMistakesStore, type MistakesState, type MistakesStore } from './mistakesState';
import { createNearFinder, type NearFinder } from './nearPictures';
import { createTester, type Tester } from './testing';

/** Everything that the station on mistakes can do. */
export interface MistakesKeeper {
  readonly store: MistakesStore;
  readonly answers: Pick<Answerer, 'goOn' | 'stop'>;
  readonly near: Pick<NearFinder, 'want'>;
  readonly test: Omit<Tester, 'follow'>;
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
    show: (changes) => {
      store.setState(changes);
      answerer.follow();
    },
  };
}
