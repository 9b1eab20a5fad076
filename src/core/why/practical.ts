import type { TaskA } from '../catalogue';
import type { Collection } from '../collection';
import type { Recognition } from '../insight';
import type { Estimate } from '../statistics';

/** What the base makes of some of the pictures, by its own answers. */
export interface Recognised {
  /** A classifier's answers have probabilities, a detector's do not. */
  readonly isClassifier: boolean;
  /** Pictures that it was asked about. */
  readonly looked: number;
  /** Those in which it knows something. */
  readonly known: number;
  /** Its commonest answers, with the pictures that got them; at most three. */
  readonly commonest: readonly { readonly name: string; readonly pictures: number }[];
}

/** A classifier always has an answer: only one that it gives at least this much probability counts as knowing. */
export const sureEnough = 0.5;

/** @returns null where the base has no answers of its own. */
export function recognisedIn(recognitions: readonly (Recognition | null)[]): Recognised | null {
  const counts = new Map<string, number>();
  let known = 0;
  for (const recognition of recognitions) {
    if (!recognition) return null;
    const names = new Set(
      recognition.kind === 'things'
        ? recognition.things.map(({ name }) => name)
        : recognition.kinds.filter(({ probability }) => probability >= sureEnough).map(({ name }) => name),
    );
    if (names.size > 0) known++;
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const commonest = [...counts]
    .map(([name, pictures]) => ({ name, pictures }))
    .toSorted((a, b) => b.pictures - a.pictures || (a.name < b.name ? -1 : 1))
    .slice(0, 3);
  const isClassifier = recognitions.some((recognition) => recognition?.kind === 'kinds');
  return { isClassifier, looked: recognitions.length, known, commonest };
}

/** Whether the base was asked about some pictures. */
export type Asked =
  | { readonly phase: 'none' }
  | { readonly phase: 'asking'; readonly done: number; readonly total: number }
  | { readonly phase: 'failed'; readonly reason: string }
  /** `recognised` null: the base has no answers of its own. */
  | {
      readonly phase: 'done';
      readonly recognised: Recognised | null;
      /** Id of the base that was asked, and the pictures that it was asked about. */
      readonly base: string;
      readonly collection: Collection;
    };

export const notAsked: Asked = { phase: 'none' };

/** Whether a condition for transfer to be practical is met, by what was measured here; `judge`: the person has to say. */
export type Met = 'yes' | 'judge' | 'no' | 'cannot tell' | 'not measured';

/** The same kind of input: what the base knows in these pictures. Whether it is right, only a person can say. */
export function sameKind(recognised: Recognised | null): Met {
  if (!recognised || recognised.looked === 0) return 'not measured';
  // That it knows nothing in them does not yet mean that its features are of no use.
  return recognised.known > 0 ? 'judge' : 'cannot tell';
}

/** "Much more" is a factor of at least this. */
export const muchMore = 10;

/** Much more data for A than for B. @param own training pictures of task B. */
export function moreData(taskA: TaskA | null, own: number): { readonly met: Met; readonly factor: number | null } {
  if (taskA === null || own === 0) return { met: 'not measured', factor: null };
  const factor = taskA.pictures / own;
  return { met: factor >= muchMore ? 'yes' : 'no', factor };
}

/** Low-level features of A help B. @param overPixels an early block against bare pixels, in validation accuracy. */
export function lowLevelHelps(overPixels: Estimate | null): Met {
  if (!overPixels) return 'not measured';
  if (overPixels.kind === 'single') return 'cannot tell';
  if (overPixels.low > 0) return 'yes';
  return overPixels.high < 0 ? 'no' : 'cannot tell';
}
