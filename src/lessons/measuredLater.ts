import type { FigureName } from './found';

type Means = Readonly<Partial<Record<FigureName, readonly [mean: number, low: number, high: number]>>>;

/**
 * With how many seeds the set-ups of the later chapters were measured: those that train networks from scratch, or blocks
 * of the base, with ten, the others with twenty.
 */
export const seedsOfLater: Readonly<Record<string, number>> = {
  'how-many-few': 20,
  'layers-dots': 4,
  'practical-dots': 4,
  'practical-odd': 4,
};

/** What these set-ups give, as in `measured.ts`. */
export const measuredLater: Readonly<Record<string, Means>> = {
  'how-many-few': {
    'gap/without': [0.3907, 0.3588, 0.4227],
    'gap/with': [0.3981, 0.3623, 0.434],
    'training/with': [1, 1, 1],
    'validation/change': [-0.0074, -0.0299, 0.0151],
  },
  'layers-dots': {
    'cut/0': [0.4537, 0.3795, 0.5279],
    'cut/8': [0.9444, 0.9028, 0.9861],
    'cut/15': [0.8426, 0.7724, 0.9127],
    'cut/16': [0.8241, 0.7234, 0.9247],
    'cut/pixels': [0.3426, 0.2337, 0.4515],
  },
  'practical-dots': {
    'validation/without': [0.8426, 0.7724, 0.9127],
  },
  'practical-odd': {
    'training/without': [1, 1, 1],
    'validation/without': [0.4722, 0.3068, 0.6376],
  },
};
