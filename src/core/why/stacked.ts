import { t } from '@lingui/core/macro';
import type { Dataset, Trial } from '../experiment';

/**
 * The same N pictures as several networks see them, as one dataset: the rows of network j are those from j * N on. So
 * trials that learn from different networks' features are still one stacked training.
 *
 * @param parts [N, D] each, without copies; all of the same pictures.
 */
export function stackedDataset(parts: readonly Dataset[]): Dataset {
  const [first] = parts;
  if (!first) throw new RangeError(t`There is no dataset to stack.`);
  const features = new Float32Array(parts.reduce((sum, part) => sum + part.features.length, 0));
  const labels = new Int32Array(first.labels.length * parts.length);
  parts.forEach((part, j) => {
    features.set(part.features, j * first.features.length);
    labels.set(part.labels, j * first.labels.length);
  });
  return {
    ...first,
    pictureIds: parts.flatMap((part, j) => part.pictureIds.map((id) => `${id} ${j}`)),
    labels,
    features,
  };
}

/** A trial on the rows of network j out of `networks`; see `stackedDataset`. @param pictures N */
export function onNetwork(trial: Trial, j: number, pictures: number, networks: number): Trial {
  const shifted = (rows: Int32Array) => rows.map((row) => row + j * pictures);
  const givenLabels = new Int32Array(pictures * networks);
  for (let n = 0; n < networks; n++) givenLabels.set(trial.givenLabels, n * pictures);
  return { ...trial, training: shifted(trial.training), validation: shifted(trial.validation), givenLabels };
}
