import { t } from '@lingui/core/macro';
import { count, percent } from '../../core/figures';
import type { ArmStep, NetworkView, StepView, SubnetworkStrip } from '../../core/inside/inside';

type Sizes = NetworkView['sizes'];
type ArmStrip = SubnetworkStrip['arms'][number];
type Labels = Pick<StepView, 'labels' | 'trueLabels'>;

/** What happens in one step, in the order in which it happens. */
export const stageTitles = [t`Forward, with the masks`, 'Loss', 'Backward', 'Update'] as const;

/** "14 of 32 hidden units and 9 of 120 features are drawn, always the same ones." */
export function drawnWords({ sample, sizes }: Pick<NetworkView, 'sample' | 'sizes'>): string {
  const layers = [
    partWords(sample.hidden.length, sizes.hidden, t`hidden unit`),
    partWords(sample.features.length, sizes.features, 'feature'),
    // Classes are few; only where some are left out is it worth a word.
    sample.outputs.length < sizes.outputs ? partWords(sample.outputs.length, sizes.outputs, 'class', 'classes') : '',
  ].filter(Boolean);
  return t`${capital(listWords(layers))} are drawn, always the same ones.`;
}

/** "17 of 32 hidden units and 61 of 120 features dropped for this picture." */
export function droppedWords(arm: ArmStep, sizes: Sizes, picture: number): string {
  const layers = maskedLayers(arm, sizes, picture).map(({ dropped, of, noun }) => t`${dropped} of ${count(of, noun)}`);
  return layers.length === 0 ? t`Nothing is dropped.` : t`${listWords(layers)} dropped for this picture.`;
}

/** "15 of 32 hidden units and 59 of 120 features": what the picture can teach. */
export function keptWords(arm: ArmStep, sizes: Sizes, picture: number): string {
  const layers = maskedLayers(arm, sizes, picture).map(
    ({ dropped, of, noun }) => t`${(of - dropped).toLocaleString('en')} of ${count(of, noun)}`,
  );
  return layers.length === 0 ? t`the whole network` : listWords(layers);
}

/** How the masked network answers: "says “cat” with 62.0 %; the label is “dog”". */
export function answerWords(arm: ArmStep, picture: number, labels: Labels, classNames: readonly string[]): string {
  const answers = arm.probabilities[picture] ?? [];
  const best = answers.indexOf(Math.max(...answers));
  const said = t`says ${quoted(classNames[best])} with ${percent(answers[best] ?? 0)}`;
  const wrong = wrongLabelWords(labels, picture, classNames);
  if (wrong !== null) return `${said}; ${wrong}`;
  const label = labels.labels[picture] ?? -1;
  return best === label ? said : `${said}; the label is ${quoted(classNames[label])}`;
}

/** Of a picture whose label was made wrong: which it is, and which it should be. Null: its label is right. */
export function wrongLabelWords(
  { labels, trueLabels }: Labels,
  picture: number,
  classNames: readonly string[],
): string | null {
  const [given, truth] = [labels[picture] ?? -1, trueLabels[picture] ?? -1];
  // Quoted, as class names are anybody's: "a Plants" would be no English.
  return given === truth
    ? null
    : t`given label ${quoted(classNames[given])}, made wrong on purpose (it is ${quoted(classNames[truth])})`;
}

/** Small differences need more decimals than the page's other losses. */
export const fineWords = (value: number, decimals = 4): string =>
  Number.isFinite(value) ? value.toFixed(decimals).replace('-', '−') : t`not a number`;

/** Two significant digits: 0.00123 -> "0.0012". */
export const changeWords = (change: number): string =>
  Number.isFinite(change) ? String(Number(change.toPrecision(2))) : t`not a number`;

/** "Step 3 of 8 of epoch 6"; a step that the training has not taken yet says so. */
export const stepWords = ({ step, steps, epoch, isTaken }: Pick<StepView, 'step' | 'steps' | 'epoch' | 'isTaken'>) =>
  t`Step ${step} of ${steps} of epoch ${epoch}${isTaken ? '' : t`, the next to come`}`;

/** How many of the latest sub-networks are different; nothing where there are too few to compare. */
export function distinctWords({ recent, distinct }: Pick<ArmStrip, 'recent' | 'distinct'>): string {
  if (recent < 2) return '';
  return distinct === recent
    ? t`The latest ${recent} are all different.`
    : t`${distinct} different ones among the latest ${recent}.`;
}

/** Which units the grids of the strip show. */
export function gridWords(grids: number, units: number, layer: SubnetworkStrip['layer'], isDropping: boolean): string {
  const shown = t`${count(units, layer === 'hidden' ? t`hidden unit` : 'feature')} of the drawing`;
  const which = units === 1 ? shown : t`the ${shown}`;
  return t`${grids === 1 ? 'The' : 'Each'} grid shows ${which}${isDropping ? t`, hollow where dropped` : ''}.`;
}

/** Only layers that dropout acts on: "0 of 120 features" would be noise where features are never dropped. */
function maskedLayers({ counts }: ArmStep, sizes: Sizes, picture: number) {
  return (['hidden', 'features'] as const)
    .filter((layer) => counts.some((of) => of[layer] > 0))
    .map((layer) => ({
      dropped: counts[picture]?.[layer] ?? 0,
      of: sizes[layer],
      noun: layer === 'hidden' ? t`hidden unit` : 'feature',
    }));
}

function partWords(drawn: number, of: number, noun: string, nouns?: string): string {
  if (of === 0) return '';
  return drawn === of ? t`all ${count(of, noun, nouns)}` : t`${drawn} of ${count(of, noun, nouns)}`;
}

function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : t`${words.slice(0, -1).join(', ')} and ${last}`;
}

export const quoted = (name: string | undefined) => `“${name ?? ''}”`;
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
