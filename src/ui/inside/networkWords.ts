import { count, percent, points } from '../../core/figures';
import type { ArmStep, NetworkView, PredictView, StepView } from '../../core/inside/inside';

type Sizes = NetworkView['sizes'];
type Prediction = PredictView['arms'][number];

/** What happens in one step, in the order in which it happens. */
export const stageTitles = ['Forward, with the masks', 'Loss', 'Backward', 'Update'] as const;

/** "14 of 32 hidden units and 9 of 120 features are drawn, always the same ones." */
export function drawnWords({ sample, sizes }: Pick<NetworkView, 'sample' | 'sizes'>): string {
  const layers = [
    partWords(sample.hidden.length, sizes.hidden, 'hidden unit'),
    partWords(sample.features.length, sizes.features, 'feature'),
    // Classes are few; only where some are left out is it worth a word.
    sample.outputs.length < sizes.outputs ? partWords(sample.outputs.length, sizes.outputs, 'class', 'classes') : '',
  ].filter(Boolean);
  return `${capital(listWords(layers))} are drawn, always the same ones.`;
}

/** "17 of 32 hidden units and 61 of 120 features dropped for this picture." */
export function droppedWords(arm: ArmStep, sizes: Sizes, picture: number): string {
  const layers = maskedLayers(arm, sizes, picture).map(({ dropped, of, noun }) => `${dropped} of ${count(of, noun)}`);
  return layers.length === 0 ? 'Nothing is dropped.' : `${listWords(layers)} dropped for this picture.`;
}

/** "15 of 32 hidden units and 59 of 120 features": what the picture can teach. */
export function keptWords(arm: ArmStep, sizes: Sizes, picture: number): string {
  const layers = maskedLayers(arm, sizes, picture).map(
    ({ dropped, of, noun }) => `${(of - dropped).toLocaleString('en')} of ${count(of, noun)}`,
  );
  return layers.length === 0 ? 'the whole network' : listWords(layers);
}

/** How the masked network answers: "says “cat” with 62.0 %; the label is “dog”". */
export function answerWords(arm: ArmStep, picture: number, label: number, classNames: readonly string[]): string {
  const answers = arm.probabilities[picture] ?? [];
  const best = answers.indexOf(Math.max(...answers));
  const said = `says ${quoted(classNames[best])} with ${percent(answers[best] ?? 0)}`;
  return best === label ? said : `${said}; the label is ${quoted(classNames[label])}`;
}

/** "1/(1 − 0.5) = 2" */
export function scaleWords(rate: number): string {
  const scale = (1 / (1 - rate)).toFixed(2);
  return `1/(1\u00a0−\u00a0${Number(rate.toFixed(2))})\u00a0=\u00a0${Number(scale)}`;
}

/** Small differences need more decimals than the page's other losses. */
export const fineWords = (value: number, decimals = 4): string =>
  Number.isFinite(value) ? value.toFixed(decimals).replace('-', '−') : 'not a number';

/** Two significant digits: 0.00123 -> "0.0012". */
export const changeWords = (change: number): string =>
  Number.isFinite(change) ? String(Number(change.toPrecision(2))) : 'not a number';

/** Whether the scaled inputs, averaged over the masks, come to what the whole network's come to. */
export function evenWords({ whole, averaged, unscaled }: Prediction['input']): string {
  // Masks are drawn by chance: a mean over some of them is never exact.
  const off = Math.abs(averaged - whole) / Math.max(Math.abs(whole), Math.abs(averaged), 1e-9);
  const numbers = `${fineWords(averaged, 2)} against ${fineWords(whole, 2)}`;
  const without = `without the scale it would be ${fineWords(unscaled, 2)}`;
  if (off <= 0.05) return `Comes out even: ${numbers}; ${without}.`;
  if (off <= 0.2) return `Comes out nearly even: ${numbers}; ${without}.`;
  return `Even only on average: here, over few masks and through the ReLU, ${numbers}; ${without}.`;
}

/** How far the whole network's answer is from the mean of the sub-networks' answers. */
export function closeWords({ whole, averaged }: Prediction, classNames: readonly string[]): string {
  const gaps = whole.map((p, c) => Math.abs(p - (averaged[c] ?? 0)));
  const most = Math.max(...gaps);
  const at = quoted(classNames[gaps.indexOf(most)]);
  const close = most <= 0.1 ? 'Close, not equal' : 'Not equal';
  return `${close}: at most ${points(most)} points apart, at ${at}. Softmax is not linear, so the mean of the answers is not the answer to the mean.`;
}

/** "Step 3 of 8 of epoch 6" */
export const stepWords = ({ step, steps, epoch }: Pick<StepView, 'step' | 'steps' | 'epoch'>): string =>
  `Step ${step} of ${steps} of epoch ${epoch}`;

/** How many of the latest masks differ from each other. */
export function differWords(masks: readonly (readonly boolean[])[]): string {
  const kinds = new Set(masks.map((mask) => mask.map(Number).join(''))).size;
  if (masks.length < 2) return '';
  return kinds === masks.length
    ? `The latest ${masks.length} are all different.`
    : `${kinds} different ones among the latest ${masks.length}.`;
}

/** Only layers that dropout acts on: "0 of 120 features" would be noise where features are never dropped. */
function maskedLayers({ counts }: ArmStep, sizes: Sizes, picture: number) {
  return (['hidden', 'features'] as const)
    .filter((layer) => counts.some((of) => of[layer] > 0))
    .map((layer) => ({
      dropped: counts[picture]?.[layer] ?? 0,
      of: sizes[layer],
      noun: layer === 'hidden' ? 'hidden unit' : 'feature',
    }));
}

function partWords(drawn: number, of: number, noun: string, nouns?: string): string {
  if (of === 0) return '';
  return drawn === of ? `all ${count(of, noun, nouns)}` : `${drawn} of ${count(of, noun, nouns)}`;
}

function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

const quoted = (name: string | undefined) => `“${name ?? ''}”`;
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
