import type { FigureName } from './found';

type Means = Readonly<Partial<Record<FigureName, readonly [mean: number, low: number, high: number]>>>;

/**
 * With how many seeds the set-ups of the later chapters were measured: twenty, but for tuning with large
 * steps, which takes long and comes out at guessing with every seed.
 */
export const seedsOfLater: Readonly<Record<string, number>> = {
  'how-many-sizes': 20,
  'how-many-few': 20,
  'layers-cuts': 20,
  'layers-dots': 20,
  'practical-mixed': 20,
  'practical-style': 20,
  'practical-dots': 20,
  'practical-odd': 20,
  'tuning-little': 20,
  'tuning-large': 4,
  'fool-heads': 20,
  'fool-guessing': 20,
  'misconceptions-above': 20,
  'misconceptions-deleted': 20,
  'misconceptions-too-much': 20,
  'misconceptions-no-need': 20,
  'misconceptions-epochs': 20,
  'misconceptions-sure': 20,
};

/** What these set-ups give, as in `measured.ts`. */
export const measuredLater: Readonly<Record<string, Means>> = {
  'how-many-sizes': {
    'size/pretrained/1': [0.4255, 0.3939, 0.457],
    'size/pretrained/10': [0.6583, 0.6348, 0.6819],
    'size/pretrained/72': [0.8227, 0.7997, 0.8456],
    'size/scratch/10': [0.6236, 0.6021, 0.6451],
    'size/scratch/72': [0.7722, 0.751, 0.7934],
  },
  'how-many-few': {
    'gap/without': [0.3907, 0.3588, 0.4227],
    'gap/with': [0.3981, 0.3623, 0.434],
    'training/with': [1, 1, 1],
    'validation/change': [-0.0074, -0.0299, 0.0151],
  },
  'layers-cuts': {
    'cut/0': [0.6384, 0.6172, 0.6597],
    'cut/8': [0.806, 0.7834, 0.8287],
    'cut/15': [0.831, 0.8134, 0.8486],
    'cut/16': [0.8273, 0.805, 0.8496],
    'cut/pixels': [0.6889, 0.6693, 0.7085],
  },
  'layers-dots': {
    'cut/0': [0.4509, 0.4335, 0.4683],
    'cut/8': [0.9389, 0.9218, 0.956],
    'cut/15': [0.8833, 0.8653, 0.9014],
    'cut/16': [0.8611, 0.8356, 0.8867],
    'cut/pixels': [0.412, 0.383, 0.4411],
  },
  'practical-mixed': {
    'validation/without': [0.7755, 0.7554, 0.7955],
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
    'frozen/without': [0.8306, 0.8132, 0.8479],
    'tuned/without': [0.8713, 0.856, 0.8866],
    'tuning/without': [0.0407, 0.0267, 0.0548],
  },
  'tuning-large': {
    'frozen/without': [0.8009, 0.7189, 0.883],
    'tuned/without': [0.3333, 0.3291, 0.3376],
    'tuning/without': [-0.4676, -0.5584, -0.3767],
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
  'misconceptions-above': {
    'training/with': [0.6451, 0.6317, 0.6586],
    'validation/with': [0.694, 0.6702, 0.7178],
    'gap/with': [-0.0488, -0.0739, -0.0238],
  },
  'misconceptions-deleted': {
    'seen/with': [0.6926, 0.6771, 0.7081],
    'training/with': [0.8368, 0.8264, 0.8472],
    'restored/with': [0.1442, 0.1295, 0.1589],
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
  'misconceptions-sure': {
    'validation/without': [0.413, 0.372, 0.4539],
    'loss/without': [3.9786, 3.0854, 4.8718],
  },
};
