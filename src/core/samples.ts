import { t } from '@lingui/core/macro';
import { defaultSettings, type Settings } from './settings';

/** How far a set's question is from what the frozen bases learned: the names of things in photos. */
type Distance = 'near' | 'middle' | 'far';

/** A built-in set of pictures and the set-up that goes with it. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly distance: Distance;
  /** Why: one sentence. */
  readonly distanceWords: string;
  /** What differs from the defaults for a learner's own pictures. */
  readonly setup: Partial<Settings>;
}

/** From near to far. The first is the one that the page offers by itself. */
export const samples = [
  {
    id: 'animals-food-vehicles',
    title: t`Animals, food and vehicles`,
    description: t`324 small drawings: 54 things of each kind, each in two drawing styles.`,
    distance: 'near',
    distanceWords: t`The base learned to name things in photos; these are everyday things too, only drawn.`,
    setup: { noise: 0.2, split: 0.67 },
  },
  {
    id: 'animals-food-vehicles-styles',
    title: t`Another drawing style`,
    description: t`162 drawings: 36 things of each kind to learn from in one style, 18 others to check with in another.`,
    distance: 'middle',
    distanceWords: t`The same kinds of things, but the head is checked in a style of drawing that it never learned from.`,
    setup: { noise: 0, split: 0.67 },
  },
  {
    id: 'counting-dots',
    title: t`Counting dots`,
    description: t`162 pictures of 3, 5 or 7 dots; the same amount of ink and the same colours for each number.`,
    distance: 'far',
    distanceWords: t`Naming things needs no counting, and a dot is no thing; but many small spots look unlike a few large ones.`,
    setup: { noise: 0, split: 0.67 },
  },
  {
    id: 'odd-or-even',
    title: t`Odd or even`,
    description: t`108 pictures of 2 to 8 dots: is their number odd or even?`,
    distance: 'far',
    distanceWords: t`One dot more turns the answer round, so that pictures that look alike belong to different classes.`,
    setup: { noise: 0, split: 0.67 },
  },
] as const satisfies readonly Sample[];

export const sampleOf = (id: string | null): Sample | undefined => samples.find((s) => s.id === id);

/** The defaults of a sample, or those for a learner's own pictures. */
export const defaultsFor = (sample: string | null): Settings => ({ ...defaultSettings, ...sampleOf(sample)?.setup });
