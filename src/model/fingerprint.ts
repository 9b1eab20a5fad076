import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { learnedRows, runsOf, type Dataset, type Experiment } from '../core/experiment';
import type { RunFingerprint } from '../core/runFingerprint';
import type { Batches } from '../core/batches';

/**
 * Hashes what every run starts from and is fed, as the arrays that training hands to the device, not as the settings
 * that they came from. One stream gives the order of all epochs, so that equal first epochs mean equal order.
 *
 * @param initial [R, P] the optimiser's parameters before the first step.
 * @param batches not begun; its first epoch is drawn, and hashed as it is drawn.
 * @returns in run order.
 */
export function fingerprintsOf(
  experiment: Experiment,
  dataset: Dataset,
  initial: Float32Array,
  batches: Batches,
): readonly RunFingerprint[] {
  const runs = runsOf(experiment);
  const seeds = experiment.trials.length;
  /** A run's part of an array [R, ...]. */
  const own = (values: Float32Array, r: number) =>
    values.subarray((r * values.length) / runs.length, ((r + 1) * values.length) / runs.length);
  const names = rowNames(dataset);
  const ids = (rows: Int32Array) => Array.from(rows, (row) => names[row] ?? '').join('\n');

  const orders = runs.map(() => sha256.create());
  batches.startEpoch();
  for (let step = 0; step < batches.stepsPerEpoch; step++) {
    const { rows, targets } = batches.next(step);
    for (const [r, order] of orders.entries()) {
      order.update(bytesOf(`${ids(rows[r % seeds] ?? new Int32Array())}\n\n`));
      order.update(bytesOf(own(targets, r)));
    }
  }
  return runs.map(({ trial }, r) => ({
    initialWeights: shortened(sha256(bytesOf(own(initial, r)))),
    batchOrder: shortened(orders[r]?.digest() ?? new Uint8Array()),
    trainingPictures: shortened(sha256(bytesOf(ids(learnedRows(trial))))),
    validationPictures: shortened(sha256(bytesOf(ids(trial.validation)))),
    givenLabels: shortened(sha256(bytesOf(trial.givenLabels))),
  }));
}

/** [N + K] the pictures' ids, and "id+1", "id+2", ... for a picture's altered copies. */
function rowNames({ pictureIds, copies }: Dataset): readonly string[] {
  const made = new Map<number, number>();
  const copyNames = Array.from(copies, (picture) => {
    const nth = (made.get(picture) ?? 0) + 1;
    made.set(picture, nth);
    return `${pictureIds[picture] ?? ''}+${nth}`;
  });
  return [...pictureIds, ...copyNames];
}

const bytesOf = (value: Float32Array | Int32Array | string) =>
  typeof value === 'string'
    ? new TextEncoder().encode(value)
    : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);

/** 64 bits tell runs apart, and a person can compare them by eye. */
const shortened = (hash: Uint8Array) => bytesToHex(hash).slice(0, 16);
