import { t } from '@lingui/core/macro';
import type { BaseCard } from '../../core/catalogue';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import { layersModel, weightsFile } from '../../core/takeaway/layersModel';
import { preprocessingOf } from '../../core/takeaway/preprocessing';
import { readmeOf } from '../../core/takeaway/readme';
import { side } from '../../images/prepare';
import type { ZipEntry } from '../../images/writeZip';
import { versions } from '../versions';
import type { BaseFiles } from './baseFiles';
import classify from './example/classify.js?raw';
import page from './example/index.html?raw';
import type { SelfCheck } from './selfCheck';

/** What goes into the ZIP besides what the heads say themselves. */
export interface ParcelParts {
  readonly heads: TrainedHeads;
  readonly trial: number;
  readonly card: BaseCard | null;
  /** Null: the heads go alone, and without the example page. */
  readonly base: BaseFiles | null;
  readonly check: SelfCheck | null;
  /** `tf.min.js` and the texts of the licences. */
  readonly tensorflow: Blob;
  readonly licences: readonly { readonly name: string; readonly text: Blob }[];
}

/** Folders of the two heads, and what they are called in the example page, which is in English. */
const folders = [
  { folder: 'head-without-dropout', title: 'without dropout' },
  { folder: 'head-with-dropout', title: 'with dropout' },
] as const;

/** All files of the ZIP, in their order. */
export async function parcelOf(parts: ParcelParts): Promise<readonly ZipEntry[]> {
  const { heads, trial, card, base, check, tensorflow, licences } = parts;
  const labels = heads.classes.map(({ name }) => name);
  const preprocessing = preprocessingOf(heads.base, side);
  const generatedBy = `Transfer Lab ${versions['transfer-lab'] ?? ''}`.trim();
  const models = folders.map(({ folder, title }, arm) => ({
    folder,
    title,
    files: layersModel(heads, arm, trial, generatedBy),
  }));
  const answers = check?.probabilities.map((probabilities, arm) => ({ head: folders[arm]?.folder, probabilities }));
  const readme = readmeOf({ heads, trial, card, hasBase: base !== null, hasCheck: check !== null });
  const entries: ZipEntry[] = [
    { path: 'README.txt', content: readme },
    { path: 'labels.json', content: pretty(labels) },
    { path: 'preprocessing.json', content: pretty(preprocessing) },
    ...models.flatMap(({ folder, files }): readonly ZipEntry[] => [
      { path: `${folder}/model.json`, content: files.json },
      { path: `${folder}/${weightsFile}`, content: new Blob([files.weights]), isDense: true },
    ]),
    ...licences.map(({ name, text }) => ({ path: `licences/${name}`, content: text })),
  ];
  if (check) {
    const expected = { schema: 'transfer-lab/expected@1', picture: 'check.png', features: check.features, answers };
    entries.push({ path: 'expected.json', content: pretty(expected) });
    entries.push({ path: 'check.png', content: check.picture, isDense: true });
  }
  if (!base) return entries;
  const about = {
    preprocessing,
    labels,
    check: check && { picture: await base64(check.picture), answers },
  };
  const inHeads = await Promise.all(
    models.map(async ({ title, files }) =>
      script({ title, model: JSON.parse(files.json) as object }, new Blob([files.weights])),
    ),
  );
  const inBase = await script({ format: base.format, model: JSON.parse(base.json) as object }, base.weights);
  return [
    ...entries,
    { path: 'base/model.json', content: base.json },
    { path: `base/${weightsFile}`, content: base.weights, isDense: true },
    { path: 'index.html', content: page },
    { path: 'classify.js', content: classify },
    { path: 'tf.min.js', content: tensorflow },
    { path: 'data/about.js', content: `window.transferLab = ${JSON.stringify(about)};\n` },
    { path: 'data/base.js', content: new Blob(['window.transferLab.base = ', ...inBase, ';\n']) },
    {
      path: 'data/heads.js',
      content: new Blob(['window.transferLab.heads = [', ...inHeads.flatMap((one) => [...one, ',\n']), '];\n']),
    },
  ];
}

/** A model as a JavaScript object: a page that was opened from a disk can read scripts, but no files. */
async function script(about: object, weights: Blob): Promise<readonly string[]> {
  return [`{ ...${JSON.stringify(about)}, weights: "`, await base64(weights), '" }'];
}

const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** By the browser's own encoder, off this thread. */
function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const { result } = reader;
      if (typeof result === 'string') resolve(result.slice(result.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(new Error(t`The model’s weights could not be read.`)));
    reader.readAsDataURL(blob);
  });
}
