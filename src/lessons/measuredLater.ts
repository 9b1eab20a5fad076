import type { FigureName } from './found';

type Means = Readonly<Partial<Record<FigureName, readonly [mean: number, low: number, high: number]>>>;

/**
 * With how many seeds the set-ups of the later chapters were measured: those that train networks from scratch, or blocks
 * of the base, with ten, the others with twenty.
 */
export const seedsOfLater: Readonly<Record<string, number>> = {
  'how-many-few': 20,
  'layers-dots': 4,
  'practical-style': 20,
  'practical-dots': 20,
  'practical-odd': 20,
  'tuning-little': 4,
  'fool-heads': 20,
  'fool-guessing': 20,
  'misconceptions-deleted': 20,
  'misconceptions-too-much': 20,
  'misconceptions-no-need': 20,
  'misconceptions-epochs': 20,
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
  'practical-style': {
    'validation/without': [0.7213, 0.7077, 0.7349],
    'validation/change': [-0.0139, -0.1867, 0.1589],
  },
  'practical-dots': {
    'validation/without': [0.8796, 0.8613, 0.898],
  },
  'practical-odd': {
    'training/without': [1, 1, 1],
    'validation/without': [0.4792, 0.4427, 0.5157],
  },
  'tuning-little': {
    'frozen/without': [0.8472, 0.7914, 0.903],
    'tuned/without': [0.8704, 0.827, 0.9137],
    'tuning/without': [0.0231, -0.0174, 0.0637],
  },
  'fool-heads': {
    'validation/without': [0.8324, 0.8149, 0.85],
    'validation/with': [0.8231, 0.7998, 0.8465],
  },
  'fool-guessing': {
    'validation/without': [0.4792, 0.4427, 0.5157],
    'loss/without': [1.4941, 1.3324, 1.6557],
    'loss/with': [0.7902, 0.7642, 0.8162],
  },
  'misconceptions-deleted': {
    'seen/with': [0.6926, 0.6771, 0.7081],
    'training/with': [0.8368, 0.8264, 0.8472],
  },
  'misconceptions-too-much': {
    'validation/change': [-0.3204, -0.3511, -0.2897],
    'training/with': [0.5572, 0.5193, 0.595],
  },
  'misconceptions-no-need': {
    'validation/change': [-0.0093, -0.0239, 0.0054],
    'loss/change': [-0.1169, -0.1648, -0.069],
  },
  'misconceptions-epochs': {
    'loss/without': [1.2417, 1.0798, 1.4037],
    'rise/without': [0.5488, 0.4317, 0.6659],
    'rise/with': [0, 0, 0],
  },
};
