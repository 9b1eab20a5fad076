import { defaultSettings, type Settings } from './settings';

/** A built-in set of pictures and the set-up that goes with it. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What differs from the defaults for a learner's own pictures. */
  readonly setup: Partial<Settings>;
}

export const samples = [
  {
    id: 'animals-food-vehicles',
    title: 'Animals, food and vehicles',
    description: '324 small drawings: 54 things of each kind, each in two drawing styles.',
    setup: { noise: 0.2, split: 0.67 },
  },
] as const satisfies readonly Sample[];

export const sampleOf = (id: string | null): Sample | undefined => samples.find((s) => s.id === id);

/** The defaults of a sample, or those for a learner's own pictures. */
export const defaultsFor = (sample: string | null): Settings => ({ ...defaultSettings, ...sampleOf(sample)?.setup });
