import type { FigureName } from './found';
import { measuredLater } from './measuredLater';

/** With how many seeds these were measured. */
export const measuredSeeds = 40;

/** Where it was another number: four ways have a random base for each seed, and the rates ten runs. */
export const otherSeeds: Readonly<Record<string, number>> = {
  'traditional-ways': 10,
  'traditional-longer': 10,
  'dropout-rates': 10,
};

type Means = Readonly<Partial<Record<FigureName, readonly [mean: number, low: number, high: number]>>>;

/**
 * What the set-ups of the chapters give, on the built-in sets with the default base on
 * WASM: mean and 95 % interval. `npm run bench:lessons` prints all of it anew.
 */
export const measured: Readonly<Record<string, Means>> = {
  ...measuredLater,
  'transfer-first': {
    'validation/without': [0.8377, 0.827, 0.8485],
  },
  'by-heart-wrong': {
    'training/without': [1, 1, 1],
    'validation/without': [0.64, 0.6241, 0.656],
    'gap/without': [0.36, 0.344, 0.3759],
    'loss/without': [1.2015, 1.1394, 1.2636],
    'rise/without': [0.4118, 0.3682, 0.4555],
  },
  'by-heart-right': {
    'validation/without': [0.8377, 0.827, 0.8485],
    'gap/without': [0.1623, 0.1515, 0.173],
  },
  'leaning-removed': {
    'half/without': [0.607, 0.596, 0.617],
    'half/with': [0.726, 0.714, 0.737],
    'half/change': [0.119, 0.11, 0.128],
    'validation/without': [0.7178, 0.7017, 0.7339],
    'validation/with': [0.7713, 0.7577, 0.7849],
  },
  'leaning-alike': {
    'alike/change': [0.013, 0.011, 0.014],
  },
  'dropout-both': {
    'validation/without': [0.64, 0.6241, 0.656],
    'validation/with': [0.7285, 0.7143, 0.7426],
    'training/without': [1, 1, 1],
    'training/with': [0.7882, 0.7829, 0.7934],
    'validation/change': [0.0884, 0.0706, 0.1062],
    'gap/change': [-0.3002, -0.3188, -0.2816],
  },
  'dropout-rates': {
    'rate/0': [0.643, 0.613, 0.672],
    'rate/0.5': [0.71, 0.669, 0.751],
    'rate/0.9': [0.411, 0.374, 0.448],
    'gain/0.5': [0.068, 0.029, 0.106],
    'gain/0.9': [-0.231, -0.29, -0.173],
  },
  'curves-ahead': {
    'seen/with': [0.6925, 0.6836, 0.7014],
    'validation/with': [0.7905, 0.7749, 0.8061],
    'training/with': [0.8764, 0.8704, 0.8824],
  },
  'curves-few': {
    'validation/change': [0.0104, 0.0017, 0.0191],
    'loss/without': [0.9967, 0.9251, 1.0683],
    'loss/with': [0.8678, 0.8109, 0.9248],
  },
  'traditional-ways': {
    'way/pretrained': [0.8778, 0.8452, 0.9103],
    'way/random': [0.3963, 0.3478, 0.4447],
    'way/scratch': [0.613, 0.5186, 0.7074],
    'way/pixels': [0.4204, 0.3621, 0.4786],
    'advantage/scratch': [0.2648, 0.1649, 0.3647],
    'advantage/pixels': [0.4574, 0.3943, 0.5205],
  },
  'traditional-longer': {
    'way/pretrained': [0.8926, 0.8694, 0.9158],
    'way/random': [0.3833, 0.3438, 0.4229],
    'way/scratch': [0.8907, 0.8288, 0.9527],
    'advantage/scratch': [0.0019, -0.0632, 0.0669],
  },
};
