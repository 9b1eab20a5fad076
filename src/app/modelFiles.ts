import { t } from '@lingui/core/macro';
import { grouped } from '../core/figures';
import { fileName } from '../core/fileName';
import { readModel, type ModelFinding } from '../core/modelFiles';
import { pathOf } from '../images/filePath';

/** A model found among files, whole as far as its description tells. */
export interface FoundModel {
  readonly finding: ModelFinding;
  /** The text of `model.json`. */
  readonly json: string;
  /** What a person calls it. */
  readonly title: string;
  /** Weight files by name. */
  readonly shards: ReadonlyMap<string, Blob>;
}

type Found = { readonly ok: true; readonly model: FoundModel } | { readonly ok: false; readonly reason: string };

/** Most that a single weight file, or all of a ZIP, may have unpacked. */
const mostBytes = 400e6;

/** Looks for one model in what the person chose or dropped: its files, or a ZIP with them. */
export async function findModel(chosen: readonly File[]): Promise<Found> {
  const zips = chosen.filter(({ name }) => /\.zip$/i.test(name));
  const [zip, ...more] = zips;
  if (more.length > 0) return refused(t`These are several ZIPs. Choose one model at a time.`);
  const unpacked = zip ? await unpack(zip) : { ok: true as const, files: chosen };
  if (!unpacked.ok) return unpacked;
  const { files } = unpacked;
  const foreign = files.map(({ name }) => foreignFormat(name)).find((sentence) => sentence !== null);
  const jsons = files.filter(({ name }) => /\.json$/i.test(name));
  const described = await Promise.all(jsons.map(async (file) => ({ file, text: await file.text() })));
  const metadata = described.find(({ file }) => fileName(file.name) === 'metadata.json');
  const models = described.filter(
    ({ file, text }) =>
      fileName(file.name) === 'model.json' || (text.includes('weightsManifest') && file !== metadata?.file),
  );
  const [model, another] = models;
  if (another) return refused(severalModels(models.map((m) => m.file.name).join(', ')));
  if (!model) return refused(foreign ?? noModel(files));
  const shards = new Map(
    files.filter(({ name }) => !/\.(json|zip)$/i.test(name)).map((file) => [fileName(file.name), file]),
  );
  const sizes = [...shards].map(([name, { size }]) => ({ name, size }));
  const reading = readModel(model.text, sizes, metadata?.text ?? null);
  if (!reading.ok) return refused(`${model.file.name}: ${reading.reason}`);
  const { finding } = reading;
  const title = finding.title ?? titleOf(zip ?? model.file);
  return { ok: true, model: { finding, json: model.text, title, shards: pick(shards, finding.shards) } };
}

/** Names the first few: of a folder dropped by mistake there may be hundreds. */
function noModel(files: readonly File[]): string {
  const named = files.slice(0, 3).map(({ name }) => `“${fileName(name)}”`);
  const names = named.join(', ');
  const more = files.length - named.length;
  const missing =
    files.length === 0
      ? t`There is no model.json here.`
      : more === 0
        ? t`There is no model.json in ${names}.`
        : t`There is no model.json in ${names} and ${grouped(more)} more.`;
  const needed = t`A TensorFlow.js model is a model.json with its weight files (.bin); choose all of them at once, or a ZIP of them.`;
  return `${missing} ${needed}`;
}

const severalModels = (names: string): string => t`There are several models among these files (${names}). Choose one.`;

/** What other formats are, and how they become one that can be read. */
function foreignFormat(name: string): string | null {
  if (/\.(h5|hdf5|keras|pb|tflite|onnx|pt|pth|safetensors)$/i.test(name))
    return t`${name} is a model of another format. Convert it with the TensorFlow.js converter (tensorflowjs_converter), which writes a model.json and its weight files.`;
  return null;
}

async function unpack(zip: File) {
  const { openArchive } = await import('../images/archive');
  const opened = await openArchive(zip, mostBytes);
  if (!opened.ok) return opened;
  const files: File[] = [];
  const { entries, skipped } = opened.archive.listing;
  const lost = skipped.find(({ path }) => /\.(json|bin)$|shard/i.test(path));
  if (lost) return refused(`${lost.path}: ${lost.reason}`);
  for (const { index, path } of entries) {
    const entry = await opened.archive.read(index);
    if (!entry.ok) return refused(`${path}: ${entry.reason}`);
    files.push(new File([entry.blob], fileName(path)));
  }
  return { ok: true as const, files };
}

/** The folder's name says more than "model". */
function titleOf(file: File): string {
  const folder = pathOf(file).split('/').at(-2);
  const name = file.name.replace(/\.(json|zip)$/i, '');
  return folder ?? (name === 'model' ? t`My own model` : name);
}

const refused = (reason: string) => ({ ok: false as const, reason });

const pick = (all: ReadonlyMap<string, Blob>, names: readonly string[]): ReadonlyMap<string, Blob> =>
  new Map(names.flatMap((name) => (all.has(name) ? [[name, all.get(name) ?? new Blob()] as const] : [])));
