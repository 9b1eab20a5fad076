import { plural, t } from '@lingui/core/macro';
import { decimal, points } from '../../core/figures';
import type { PredictView } from '../../core/inside/inside';
import { fineWords, quoted } from './networkWords';

type Prediction = PredictView['arms'][number];
type UnitInput = Prediction['input'];

/** "1/(1 − 0.5) = 2" */
export function scaleWords(rate: number): string {
  const scale = (1 / (1 - rate)).toFixed(2);
  return `1/(1\u00a0−\u00a0${decimal(Number(rate.toFixed(2)))})\u00a0=\u00a0${decimal(Number(scale))}`;
}

/** Which sum the numbers are about. */
export function inputWords({ into, masked }: Pick<UnitInput, 'into' | 'masked'>): string {
  const unit = unitWords[into];
  return masked === 'hidden'
    ? t`The input of one ${unit}, for this picture, from the hidden units:`
    : t`The input of one ${unit}, for this picture, from the features:`;
}

const unitWords = { hidden: t`hidden unit`, output: t`output unit` } as const;

/** Why there are no sub-networks to compare with. @param epoch 0: nothing was trained. */
export function oneNetworkWords({ input }: Pick<Prediction, 'input'>, rate: number, epoch: number): string {
  if (epoch === 0) return t`Nothing is trained yet: no mask was used, so there is no mean to compare with.`;
  const [unit, value] = [unitWords[input.into], fineWords(input.whole, 2)];
  return rate > 0
    ? t`Dropout has nothing to act on here: there is one network, and nothing to make up for. The input of one ${unit} is ${value} in training and here.`
    : t`Nothing was dropped while it trained: there is one network, and nothing to make up for. The input of one ${unit} is ${value} in training and here.`;
}

/** Whether the scaled inputs, averaged over the masks, come to what the whole network's come to. */
export function evenWords({ whole, averaged, unscaled }: UnitInput, masks: number): string {
  // Masks are drawn by chance: a mean over some of them is never exact.
  const off = Math.abs(averaged - whole) / Math.max(Math.abs(whole), Math.abs(averaged), 1e-9);
  const [mean, own, bare] = [fineWords(averaged, 2), fineWords(whole, 2), fineWords(unscaled, 2)];
  if (off <= 0.05) return t`Comes out even: ${mean} against ${own}; without the scale it would be ${bare}.`;
  if (off <= 0.2) return t`Comes out nearly even: ${mean} against ${own}; without the scale it would be ${bare}.`;
  return t`Even only on average: over these ${plural(masks, { one: '# mask', other: '# masks' })} ${mean} against ${own}; without the scale it would be ${bare}.`;
}

/** How far the whole network's answer is from the mean of the sub-networks' answers. */
export function closeWords({ whole, averaged, input }: Prediction, classNames: readonly string[]): string {
  const gaps = whole.map((p, c) => Math.abs(p - (averaged[c] ?? 0)));
  const most = Math.max(...gaps);
  if (!/[1-9]/.test(points(most))) return t`Equal to a tenth of a point.`;
  const at = quoted(classNames[gaps.indexOf(most)]);
  const apart = points(most);
  const close =
    most <= 0.1
      ? t`Close, not equal: at most ${apart} points apart, at ${at}.`
      : t`Not equal: at most ${apart} points apart, at ${at}.`;
  // Features are masked before the hidden layer, if there is one.
  const hasReluBehind = input.leavesFeaturesOut || input.into === 'hidden';
  const bent = hasReluBehind
    ? t`Softmax is not linear, nor is the ReLU behind the dropped features, so the mean of the answers need not be the answer to the mean.`
    : t`Softmax is not linear, so the mean of the answers need not be the answer to the mean.`;
  return `${close} ${bent}`;
}
