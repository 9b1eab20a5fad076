import { t } from '@lingui/core/macro';

interface SizedGraph {
  readonly modelTopology: { readonly node: readonly { readonly name: string; readonly attr?: object }[] };
  readonly signature?: { readonly inputs: Readonly<Record<string, object>> };
}

/**
 * The same graph for pictures [B, size, size, 3]; the file fixes another size, in its placeholder and signature.
 * @throws Error where the graph has no such input.
 */
export function withInputSize<T extends SizedGraph>(topology: T, input: string, size: number): T {
  const shape = { dim: [-1, size, size, 3].map((extent) => ({ size: String(extent) })) };
  const entry = topology.signature?.inputs[input];
  if (!topology.signature || !entry || !topology.modelTopology.node.some(({ name }) => name === input)) {
    throw new Error(t`The model has no input named ${input}.`);
  }
  return {
    ...topology,
    modelTopology: {
      ...topology.modelTopology,
      node: topology.modelTopology.node.map((node) =>
        node.name === input ? { ...node, attr: { ...node.attr, shape: { shape } } } : node,
      ),
    },
    signature: {
      ...topology.signature,
      inputs: { ...topology.signature.inputs, [input]: { ...entry, tensorShape: shape } },
    },
  };
}
