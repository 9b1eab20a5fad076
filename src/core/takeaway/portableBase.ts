import { t } from '@lingui/core/macro';
import { withInputSize } from '../inputSize';
import { weightBytes, type WeightsManifest } from '../weights';
import { weightsFile } from './layersModel';

/** A base as two files that any program with TensorFlow.js can load: `model.json` beside `weights.bin`. */
export interface PortableBase {
  readonly format: 'graph-model' | 'layers-model';
  /** The text of `model.json`. */
  readonly json: string;
  /** How long `weights.bin` has to be, in bytes. */
  readonly bytes: number;
}

/**
 * The description of a base whose shards have become one file.
 *
 * @param json the text of the base's own description.
 * @param size pixels that a graph's input is fixed to instead of what the file says; null: as the file says.
 * @throws Error with a sentence where it is no description of a model.
 */
export function portableBase(json: string, format: PortableBase['format'], size: number | null): PortableBase {
  const parsed: unknown = JSON.parse(json);
  if (!isModel(parsed)) throw new Error(t`The base’s model.json does not describe a model.`);
  const sized = size === null ? parsed : resized(parsed, size);
  const weights = parsed.weightsManifest.flatMap((group) => group.weights);
  const whole = { ...sized, format, weightsManifest: [{ paths: [weightsFile], weights }] };
  return { format, json: JSON.stringify(whole), bytes: weightBytes(parsed.weightsManifest) };
}

/** Names of the shards, in the order in which their bytes follow each other. @throws as `portableBase`. */
export function shardsOf(json: string): readonly string[] {
  const parsed: unknown = JSON.parse(json);
  if (!isModel(parsed)) throw new Error(t`The base’s model.json does not describe a model.`);
  return parsed.weightsManifest.flatMap(({ paths }) => paths);
}

interface Model {
  readonly modelTopology: object;
  readonly weightsManifest: WeightsManifest;
}

function isModel(value: unknown): value is Model {
  return (
    typeof value === 'object' &&
    value !== null &&
    'modelTopology' in value &&
    typeof value.modelTopology === 'object' &&
    'weightsManifest' in value &&
    Array.isArray(value.weightsManifest)
  );
}

type Graph = Parameters<typeof withInputSize>[0];

function resized(model: Model, size: number): object {
  // A graph model's file is the maker's promise; what is read of it is checked here.
  const graph = model as Model & Graph;
  const input = Array.isArray(graph.modelTopology.node) ? graph.modelTopology.node.find(isPlaceholder) : undefined;
  if (!input) throw new Error(t`The base’s model.json describes no graph with an input.`);
  return withInputSize(graph, input.name, size);
}

const isPlaceholder = (node: object): boolean => 'op' in node && node.op === 'Placeholder';
