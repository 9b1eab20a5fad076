import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import { anatomyOf } from './anatomy';
import { baseOf, type Base, type Recognise } from './base';
import { graphNetwork } from './graphNetwork';
import { layersNetwork } from './layersNetwork';
import type { Network } from './network';
import { kindsOf } from './recognise';
import { parseTopology, type TopologyManifest } from './topology';

/** A model out of the learner's files, whose parts were found to be there and whole. */
export interface OwnFiles {
  readonly format: 'graph' | 'layers';
  /** The text of `model.json`. */
  readonly json: string;
  /** The shards, one after the other. */
  readonly weights: ArrayBuffer;
  readonly inputSize: number;
  readonly inputRange: readonly [number, number];
  readonly labels: readonly string[] | null;
}

/** @throws Error with a sentence, where it is no convolutional network or cannot be run. */
export async function ownBase(files: OwnFiles): Promise<Base> {
  const network = await networkOf(files);
  try {
    return baseOf(network, anatomyOf(network, files.inputSize, files.inputRange), await recogniser(network, files));
  } catch (error) {
    network.dispose();
    throw error;
  }
}

async function networkOf({ format, json, weights }: OwnFiles): Promise<Network> {
  const parsed = JSON.parse(json) as { modelTopology: object; signature?: object; weightsManifest: TopologyManifest };
  const artifacts = {
    modelTopology: parsed.modelTopology,
    weightSpecs: parsed.weightsManifest.flatMap((group) => group.weights),
    weightData: weights,
    ...(parsed.signature ? { signature: parsed.signature } : {}),
  };
  if (format === 'layers') return layersNetwork(await tf.loadLayersModel(tf.io.fromMemory(artifacts)));
  const topology = parseTopology(json);
  if (!topology) throw new Error(t`model.json does not describe a graph.`);
  return graphNetwork(await tf.loadGraphModel(tf.io.fromMemory(artifacts)), topology);
}

/** The model's own answers, where it ends in one row of them. */
async function recogniser(network: Network, { labels }: OwnFiles): Promise<Recognise> {
  const [output, ...others] = network.outputs;
  if (output === undefined || others.length > 0) return () => Promise.resolve(null);
  const { IMAGENET_CLASSES: imageNet } = await import('@tensorflow-models/mobilenet/dist/imagenet_classes');
  return async (x) => {
    const [answers] = network.run(network.input, x, [output]);
    try {
      if (answers?.rank !== 2) return null;
      const count = answers.shape[1] ?? 0;
      // ImageNet's 1,000 kinds, with or without "background" before them.
      const isImageNet = labels === null && (count === 1000 || count === 1001);
      const background = count === 1001 ? 1 : 0;
      return kindsOf(Float32Array.from(await answers.data()), (index) =>
        isImageNet ? (imageNet[index - background] ?? t`background`) : (labels?.[index] ?? unnamed(index + 1)),
      );
    } finally {
      answers?.dispose();
    }
  };
}

const unnamed = (n: number): string => t`its class ${n}`;
