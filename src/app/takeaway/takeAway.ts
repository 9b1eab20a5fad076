import { t } from '@lingui/core/macro';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import { writeZip, type ZipProgress } from '../../images/writeZip';
import type { Lab } from '../lab';
import { messageOf } from '../messages';
import { baseFiles, type BaseFiles } from './baseFiles';
import { ourFile } from './ourFiles';
import { parcelOf } from './parcel';
import { selfCheck } from './selfCheck';

export interface TakenAway {
  readonly zip: Blob;
  /** Whether the base and the example page are in it. */
  readonly hasBase: boolean;
  /** What is not in it, and why: a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Both heads of one seed, the base that they stand on, and a page that runs them, as one ZIP.
 * @throws AbortError where it is cancelled; Error with a sentence.
 */
export async function takeAway(
  lab: Pick<Lab, 'seeing' | 'prepare' | 'shelf'>,
  heads: TrainedHeads,
  trial: number,
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: ZipProgress) => void },
): Promise<TakenAway> {
  const { signal } = options;
  const notes: string[] = [];
  const [base, check, tensorflow, apache, mit] = await Promise.all([
    baseOf(lab, heads, signal).catch((error: unknown) => note(error, t`The base is not in the file`)),
    selfCheck(lab, heads, trial).catch((error: unknown) => note(error, t`There is no self-check in the file`)),
    ourFile('tensorflow', signal),
    ourFile('apache', signal),
    ourFile('baseLicence', signal),
  ]);
  signal.throwIfAborted();
  const card = lab.shelf.card(heads.base.id);
  const licences = [
    { name: 'Apache-2.0.txt', text: apache },
    ...(card?.origin.kind === 'bundled' ? [{ name: 'base-MIT.txt', text: mit }] : []),
  ];
  const entries = await parcelOf({ heads, trial, card, base, check, tensorflow, licences });
  return { zip: await writeZip(entries, options), hasBase: base !== null, notes };

  function note(error: unknown, what: string): null {
    signal.throwIfAborted();
    notes.push(`${what}: ${messageOf(error)}`);
    return null;
  }
}

/** @throws Error with a sentence where the very base that the heads were trained on cannot be had. */
async function baseOf({ shelf }: Pick<Lab, 'shelf'>, { base }: TrainedHeads, signal: AbortSignal): Promise<BaseFiles> {
  const known = shelf.known(base.id);
  if (known && known.revision !== base.revision)
    throw new Error(t`the files of “${base.title}” have changed since these heads were trained.`);
  const files = await baseFiles(await shelf.source(base.id), base.inputSize, signal);
  if (!files) throw new Error(t`the files of “${base.title}” are not in this browser any more.`);
  return files;
}
