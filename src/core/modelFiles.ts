import { plural, t } from '@lingui/core/macro';
import type { HubAlpha, HubVersion } from './catalogue';
import { grouped } from './figures';
import { fileName } from './fileName';
import { parsedJson } from './parsedJson';
import { weightBytes, type WeightsManifest } from './weights';

/** A file that came with a model, by its own name; sizes in bytes. */
export interface ModelFile {
  readonly name: string;
  readonly size: number;
}

/** What a set of files says of the model in it. */
export interface ModelFinding {
  readonly format: 'graph' | 'layers';
  readonly title: string | null;
  /** Names of the weight files, in the order in which their bytes follow each other. */
  readonly shards: readonly string[];
  /** Pixels that the file fixes; null: it takes any size. */
  readonly inputSize: number | null;
  /** What 8-bit values were mapped to; null: the files do not tell. */
  readonly inputRange: readonly [number, number] | null;
  readonly labels: readonly string[] | null;
  /** One of the hub's own MobileNets. */
  readonly hub: { readonly version: HubVersion; readonly alpha: HubAlpha } | null;
}

export type ModelReading = { readonly ok: true; readonly finding: ModelFinding } | Refusal;
type Refusal = { readonly ok: false; readonly reason: string };

/**
 * Reads what a model's own description tells, without running it.
 *
 * @param json text of `model.json`. @param metadata text of Teachable Machine's `metadata.json`, where there is one.
 */
export function readModel(json: string, files: readonly ModelFile[], metadata: string | null): ModelReading {
  const model = parsedJson(json);
  if (!isRecord(model)) return refused(t`This file is damaged: it is not JSON. Save or convert the model again.`);
  const { modelTopology: topology, weightsManifest: manifest } = model;
  if (!isRecord(topology) || !isManifest(manifest))
    return refused(
      t`This JSON file does not describe a TensorFlow.js model (it has no modelTopology and weightsManifest). Choose the model.json that the TensorFlow.js converter or tf.Model.save wrote.`,
    );
  const missing = missingShards(manifest, files);
  if (missing) return refused(missing);
  const about = aboutOf(metadata);
  const input = Array.isArray(topology['node']) ? graphInput(topology['node']) : layersInput(topology);
  if (!input.ok) return input;
  const size = squareOf(input.shape);
  if (!size.ok) return size;
  const hub = hubModelOf(manifest);
  return {
    ok: true,
    finding: {
      format: input.format,
      title: about?.title ?? null,
      shards: manifest.flatMap(({ paths }) => paths.map(fileName)),
      inputSize: size.size,
      inputRange: hub ? [0, 1] : about?.isTeachable ? [-1, 1] : input.rescales ? [0, 255] : null,
      labels: about?.labels ?? null,
      hub,
    },
  };
}

/** The sentence about weight files that are not there or not whole. */
function missingShards(manifest: WeightsManifest, files: readonly ModelFile[]): string | null {
  const sizes = new Map(files.map(({ name, size }) => [name, size]));
  const names = manifest.flatMap(({ paths }) => paths.map(fileName));
  const missing = names.filter((name) => !sizes.has(name));
  if (missing.length > 0) {
    const files = missing.join(', ');
    const there = plural(missing.length, { one: `${files} is missing`, other: `${files} are missing` });
    const needed = plural(names.length, { one: 'this weight file', other: '# weight files' });
    return t`${there}: model.json needs ${needed} beside it. Choose all files of the model at once.`;
  }
  for (const group of manifest) {
    const { paths } = group;
    const there = paths.reduce((sum, path) => sum + (sizes.get(fileName(path)) ?? 0), 0);
    const wanted = weightBytes([group]);
    if (there !== wanted) return incomplete(paths.map(fileName), grouped(there), grouped(wanted));
  }
  return null;
}

function incomplete(names: readonly string[], there: string, wanted: string): string {
  const files = names.join(', ');
  return plural(names.length, {
    one: `${files} has ${there} bytes, but model.json tells of ${wanted}: cut off, or of another model. Copy or download the files again.`,
    other: `${files} have ${there} bytes, but model.json tells of ${wanted}: cut off, or of another model. Copy or download the files again.`,
  });
}

type Input =
  | {
      readonly ok: true;
      readonly format: 'graph' | 'layers';
      /** The batch first; null or -1 where any extent will do. */
      readonly shape: readonly (number | null)[];
      /** Its first layer scales 0..255 itself. */
      readonly rescales: boolean;
    }
  | Refusal;

function graphInput(nodes: readonly unknown[]): Input {
  const inputs = nodes.filter(isRecord).filter((node) => node['op'] === 'Placeholder');
  const [input, ...others] = inputs;
  if (!input || others.length > 0)
    return refused(
      t`This model takes ${plural(inputs.length, { one: '# input', other: '# inputs' })}; an image classifier takes one picture. Choose another model.`,
    );
  const dims = field(field(field(field(input, 'attr'), 'shape'), 'shape'), 'dim');
  const shape = Array.isArray(dims) ? dims.map((dim) => Number(field(dim, 'size') ?? -1)) : [null, null, null, 3];
  return { ok: true, format: 'graph', shape, rescales: false };
}

function layersInput(topology: Readonly<Record<string, unknown>>): Input {
  const config = isRecord(topology['model_config']) ? topology['model_config'] : topology;
  const layers = [...layersIn(config)];
  const input = layers.find((layer) => shapeOf(layer) !== null);
  if (!input)
    return refused(
      t`This JSON file tells neither a graph nor layers with an input shape, so it cannot be used. Save or convert the model again.`,
    );
  const first = layers.find((layer) => layer['class_name'] !== 'InputLayer' && !isContainer(layer));
  return { ok: true, format: 'layers', shape: shapeOf(input) ?? [], rescales: first?.['class_name'] === 'Rescaling' };
}

/** All layers in order, those of models inside the model too. */
function* layersIn(model: unknown): Iterable<Readonly<Record<string, unknown>>> {
  const config = field(model, 'config');
  const layers = Array.isArray(config) ? config : field(config, 'layers');
  if (!Array.isArray(layers)) return;
  for (const layer of layers) {
    if (!isRecord(layer)) continue;
    yield layer;
    yield* layersIn(layer);
  }
}

const isContainer = (layer: unknown) =>
  Array.isArray(field(field(layer, 'config'), 'layers')) || Array.isArray(field(layer, 'config'));

/** Keras 2 says batch_input_shape, Keras 3 batch_shape. */
function shapeOf(layer: unknown): readonly (number | null)[] | null {
  const shape = field(field(layer, 'config'), 'batch_input_shape') ?? field(field(layer, 'config'), 'batch_shape');
  return Array.isArray(shape) ? shape.map((extent) => (typeof extent === 'number' ? extent : null)) : null;
}

function squareOf(shape: readonly (number | null)[]): { readonly ok: true; readonly size: number | null } | Refusal {
  const [, height, width, channels] = shape;
  if (shape.length !== 4 || (channels !== 3 && channels !== null && channels !== -1)) {
    const told = shape.map((extent) => (extent === null || extent < 0 ? '?' : String(extent))).join(' × ');
    return refused(
      shape.length === 4 && channels === 1
        ? t`This model takes ${told} (grey pictures), which is no colour picture (any number × height × width × 3). Choose an image classifier.`
        : t`This model takes ${told}, which is no colour picture (any number × height × width × 3). Choose an image classifier.`,
    );
  }
  const known = (extent: number | null | undefined) => (extent && extent > 0 ? extent : null);
  const [h, w] = [known(height), known(width)];
  if (h !== null && w !== null && h !== w)
    return refused(t`This model takes pictures of ${h} × ${w} pixels; only square ones can be given to it here.`);
  const size = h ?? w;
  if (size !== null && (size < inputSizes.min || size > inputSizes.max)) return refused(wrongSize(size, inputSizes));
  return { ok: true, size };
}

const wrongSize = (size: number, { min, max }: Readonly<Record<'min' | 'max', number>>): string =>
  t`This model takes pictures of ${size} × ${size} pixels; here they can have ${min} to ${max}.`;

/** Pixels that a base may take. The pictures are kept at 224, so that larger ones show nothing more. */
export const inputSizes = { min: 32, max: 512 } as const;

/**
 * The hub's MobileNets are known by their names, and their width by their first convolution, which has 32 channels at
 * width 1.
 */
export function hubModelOf(manifest: WeightsManifest): ModelFinding['hub'] {
  const weights = manifest.flatMap((group) => group.weights);
  const version = [1, 2].find((v) => weights.some(({ name }) => name.startsWith(`module/MobilenetV${v}/Logits/`)));
  const stem = weights.find(({ name, shape }) => isStem(name) && shape.length === 4);
  const alpha = (stem?.shape[3] ?? 0) / 32;
  const isAlpha = (value: number): value is HubAlpha => [0.25, 0.5, 0.75, 1].includes(value);
  if ((version !== 1 && version !== 2) || !isAlpha(alpha) || (version === 2 && alpha === 0.25)) return null;
  return { version, alpha };
}

const isStem = (name: string) => /MobilenetV1\/Conv2d_0\/|MobilenetV2\/Conv\//.test(name);

/** What Teachable Machine, or anybody who writes such a file, says beside the model. */
function aboutOf(metadata: string | null) {
  const about = metadata === null ? null : parsedJson(metadata);
  if (!isRecord(about)) return null;
  const { labels, modelName } = about;
  const isTeachable = 'tmVersion' in about;
  return {
    isTeachable,
    title: typeof modelName === 'string' ? modelName : isTeachable ? t`Teachable Machine model` : null,
    labels: Array.isArray(labels) && labels.every((label) => typeof label === 'string') ? labels : null,
  };
}

const refused = (reason: string): Refusal => ({ ok: false, reason });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const field = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined);

function isManifest(value: unknown): value is WeightsManifest {
  return (
    Array.isArray(value) &&
    value.every((group) => {
      const { paths, weights } = isRecord(group) ? group : {};
      return (
        Array.isArray(paths) &&
        paths.every((path) => typeof path === 'string') &&
        Array.isArray(weights) &&
        weights.every((weight) => typeof field(weight, 'name') === 'string' && Array.isArray(field(weight, 'shape')))
      );
    })
  );
}
