import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import type { MobileNet, MobileNetAlpha } from '@tensorflow-models/mobilenet';
import type { HubAlpha, HubVersion } from '../core/catalogue';
import { hubModelOf } from '../core/modelFiles';
import { anatomyOf } from './anatomy';
import { baseOf, type Base, type Recognise } from './base';
import { graphNetwork } from './graphNetwork';
import { hubFetch, type HubFiles } from './hubFiles';
import { parseTopology } from './topology';

export interface HubModel {
  readonly version: HubVersion;
  readonly alpha: HubAlpha;
  /** A folder on this page's origin that has the hub's files, with its last slash; null: the hub's own address. */
  readonly address: string | null;
}

/** What the hub's MobileNets were trained with; the package takes another range for granted at other addresses. */
const inputRange: [number, number] = [0, 1];
const inputSize = 224;

/** The package has the model but does not say so in its types. */
type WithModel = MobileNet & { readonly model: tf.GraphModel };

/**
 * A MobileNet through `@tensorflow-models/mobilenet`, on the current engine: its addresses, its input range, its names
 * of the 1,000 kinds.
 *
 * @param kept the files from an earlier visit, by name; nothing is then requested. Null: they are fetched.
 * @param onBytes loaded and total bytes of the weights.
 * @throws Error with a sentence for the person.
 */
export async function hubBase(
  { version, alpha, address }: HubModel,
  kept: HubFiles | null,
  onBytes: (loaded: number, total: number) => void,
): Promise<{ readonly base: Base; readonly files: HubFiles }> {
  const { load } = await import('@tensorflow-models/mobilenet');
  const fetching = hubFetch(kept, address, onBytes);
  const config = { version, alpha: alpha satisfies MobileNetAlpha };
  const mobilenet = (await fetchingBy(fetching.fetch, () =>
    load(address === null ? config : { ...config, modelUrl: `${address}model.json`, inputRange }),
  )) as WithModel;
  const files = fetching.files();
  const topology = parseTopology(new TextDecoder().decode(files.get('model.json')));
  if (!topology) throw new Error(t`The model came without its description.`);
  const found = hubModelOf(topology.weightsManifest);
  if (address !== null && (found?.version !== version || found.alpha !== alpha)) {
    mobilenet.model.dispose();
    const chosen = nameOf({ version, alpha });
    const wrong = found
      ? t`The model at ${address} is not the ${chosen} that was chosen, but the ${nameOf(found)}.`
      : t`The model at ${address} is not the ${chosen} that was chosen.`;
    throw new Error(`${wrong} ${t`Give the address of that one, or load this one from files.`}`);
  }
  const network = graphNetwork(mobilenet.model, topology);
  const recognise: Recognise = async (_, pixels) => {
    const picture = tf.tensor3d(pixels, [inputSize, inputSize, 3], 'int32');
    try {
      const kinds = await mobilenet.classify(picture, 5);
      return { kind: 'kinds', kinds: kinds.map(({ className, probability }) => ({ name: className, probability })) };
    } finally {
      picture.dispose();
    }
  };
  return { base: baseOf(network, anatomyOf(network, inputSize, inputRange), recognise), files };
}

/** The package offers no way to count bytes, stop or cache, but it fetches through TensorFlow.js' platform. */
async function fetchingBy<T>(fetchFile: typeof fetch, work: () => Promise<T>): Promise<T> {
  const { platform } = tf.env();
  platform.fetch = (path, init) => fetchFile(path, init);
  try {
    return await work();
  } finally {
    // The platform's own, a method of its class, shows again.
    Reflect.deleteProperty(platform, 'fetch');
  }
}

const nameOf = ({ version, alpha }: { readonly version: number; readonly alpha: number }): string =>
  `MobileNetV${version} ${alpha.toFixed(2)}`;
