import { t } from '@lingui/core/macro';
import { probabilitiesOf, type TrainedHeads } from '../../core/heads/trainedHeads';
import { testPattern } from '../../core/takeaway/testPattern';
import { side } from '../../images/prepare';
import type { Lab } from '../lab';

/** What the app itself answers to a made-up picture, for a copy of the model to compare with. */
export interface SelfCheck {
  /** PNG */
  readonly picture: Blob;
  /** [D] as the base gives them, not standardised. */
  readonly features: readonly number[];
  /** [C] of each arm. */
  readonly probabilities: readonly (readonly number[])[];
}

/** @throws Error with a sentence where the base of these heads is not at hand. */
export async function selfCheck(
  { seeing, prepare }: Pick<Lab, 'seeing' | 'prepare'>,
  heads: TrainedHeads,
  trial: number,
): Promise<SelfCheck> {
  const picture = await drawnPattern();
  // The very way that every picture goes.
  const prepared = await prepare({ name: 'check.png', blob: picture });
  if (!prepared.ok) throw new Error(prepared.reason);
  const features = await seeing.features(prepared.picture.pixels, 1, heads.base);
  return {
    picture,
    features: [...features],
    probabilities: heads.arms.map((_, arm) => [...probabilitiesOf(heads, arm, trial, features)]),
  };
}

async function drawnPattern(): Promise<Blob> {
  const { width, height, rgba } = testPattern(side);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error(t`The browser gave no 2D canvas to draw the test picture on.`);
  context.putImageData(new ImageData(rgba, width, height), 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}
