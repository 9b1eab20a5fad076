import { t } from '@lingui/core/macro';
import type * as tf from '@tensorflow/tfjs';
import { parsedJson } from '../core/parsedJson';
import type { WeightGroup } from '../core/weights';

export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, unknown>>;
}

/** The parts of a TensorFlow.js graph model's JSON that we read or rewrite. */
export interface GraphTopology {
  readonly modelTopology: { readonly node: readonly GraphNode[] };
  /** Older converters, and so the hub's files, leave it out. */
  readonly signature?: { readonly inputs: Readonly<Record<string, object>> };
  readonly weightsManifest: TopologyManifest;
}

/** Our own manifest's tensors with the types that TensorFlow.js asks for. */
export type TopologyManifest = readonly (WeightGroup & { readonly weights: readonly tf.io.WeightsManifestEntry[] })[];

/** Null if the text is not the JSON of a graph model. */
export function parseTopology(text: string): GraphTopology | null {
  const parsed = parsedJson(text);
  return isTopology(parsed) ? parsed : null;
}

/** What a server sent that should have been a model's JSON. */
export const foundInstead = (text: string) => (text.trimStart().startsWith('<') ? t`a web page` : t`something else`);

function isTopology(value: unknown): value is GraphTopology {
  if (!isRecord(value)) return false;
  const { modelTopology, signature, weightsManifest } = value;
  return (
    isRecord(modelTopology) &&
    Array.isArray(modelTopology['node']) &&
    (signature === undefined || (isRecord(signature) && isRecord(signature['inputs']))) &&
    Array.isArray(weightsManifest) &&
    weightsManifest.every(
      (group: unknown) => isRecord(group) && Array.isArray(group['weights']) && Array.isArray(group['paths']),
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
