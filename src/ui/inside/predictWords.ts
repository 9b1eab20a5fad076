import { t } from '@lingui/core/macro';
import { points } from '../../core/figures';
import type { PredictView } from '../../core/inside/inside';
import { fineWords, quoted } from './networkWords';

type Prediction = PredictView['arms'][number];
type UnitInput = Prediction['input'];

/** "1/(1 − 0.5) = 2" */
export function scaleWords(rate: number): string {
  const scale = (1 / (1 - rate)).toFixed(2);
  return `1/(1\u00a0−\u00a0${Number(rate.toFixed(2))})\u00a0=\u00a0${Number(scale)}`;
}

/** Which sum the numbers are about. */
export const inputWords = ({ into, masked }: Pick<UnitInput, 'into' | 'masked'>): string =>
  t`The input of one ${into} unit, for this picture, from the ${masked === 'hidden' ? t`hidden units` : 'features'}:`;

/** Why there are no sub-networks to compare with. @param epoch 0: nothing was trained. */
export function oneNetworkWords({ input }: Pick<Prediction, 'input'>, rate: number, epoch: number): string {
  if (epoch === 0) return t`Nothing is trained yet: no mask was used, so there is no mean to compare with.`;
  const why = rate > 0 ? t`Dropout has nothing to act on here` : t`Nothing was dropped while it trained`;
  return t`${why}: there is one network, and nothing to make up for. The input of one ${input.into} unit is ${fineWords(input.whole, 2)} in training and here.`;
}

/** Whether the scaled inputs, averaged over the masks, come to what the whole network's come to. */
export function evenWords({ whole, averaged, unscaled }: UnitInput, masks: number): string {
  // Masks are drawn by chance: a mean over some of them is never exact.
  const off = Math.abs(averaged - whole) / Math.max(Math.abs(whole), Math.abs(averaged), 1e-9);
  const numbers = t`${fineWords(averaged, 2)} against ${fineWords(whole, 2)}`;
  const without = t`without the scale it would be ${fineWords(unscaled, 2)}`;
  if (off <= 0.05) return `Comes out even: ${numbers}; ${without}.`;
  if (off <= 0.2) return `Comes out nearly even: ${numbers}; ${without}.`;
  return `Even only on average: over these ${masks} masks ${numbers}; ${without}.`;
}

/** How far the whole network's answer is from the mean of the sub-networks' answers. */
export function closeWords({ whole, averaged, input }: Prediction, classNames: readonly string[]): string {
  const gaps = whole.map((p, c) => Math.abs(p - (averaged[c] ?? 0)));
  const most = Math.max(...gaps);
  if (points(most) === '0.0') return t`Equal to a tenth of a point.`;
  const at = quoted(classNames[gaps.indexOf(most)]);
  const close = most <= 0.1 ? t`Close, not equal` : t`Not equal`;
  // Features are masked before the hidden layer, if there is one.
  const hasReluBehind = input.leavesFeaturesOut || input.into === 'hidden';
  const bent = t`Softmax is not linear${hasReluBehind ? t`, nor is the ReLU behind the dropped features` : ''}`;
  return t`${close}: at most ${points(most)} points apart, at ${at}. ${bent}, so the mean of the answers need not be the answer to the mean.`;
}
