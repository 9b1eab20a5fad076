import { plural, t } from '@lingui/core/macro';
import { decimal, fixed, grouped, percent } from '../../core/figures';
import { listed } from '../../core/listed';
import type { ArmStep, NetworkView, StepView, SubnetworkStrip } from '../../core/inside/inside';

type Sizes = NetworkView['sizes'];
type ArmStrip = SubnetworkStrip['arms'][number];
type Labels = Pick<StepView, 'labels' | 'trueLabels'>;

/** What happens in one step, in the order in which it happens. */
export const stageTitles = [t`Forward, with the masks`, t`Loss`, t`Backward`, t`Update`] as const;

/** "14 of 32 hidden units and 9 of 120 features are drawn, always the same ones." */
export function drawnWords({ sample, sizes }: Pick<NetworkView, 'sample' | 'sizes'>): string {
  const layers = [
    partWords('hidden', sample.hidden.length, sizes.hidden),
    partWords('features', sample.features.length, sizes.features),
    // Classes are few; only where some are left out is it worth a word.
    sample.outputs.length < sizes.outputs ? partWords('outputs', sample.outputs.length, sizes.outputs) : '',
  ].filter(Boolean);
  return capital(drawnAre(listed(layers)));
}

const drawnAre = (parts: string) => t`${parts} are drawn, always the same ones.`;

/** "17 of 32 hidden units and 61 of 120 features dropped for this picture." */
export function droppedWords(arm: ArmStep, sizes: Sizes, picture: number): string {
  const layers = maskedLayers(arm, sizes, picture).map(({ layer, dropped, of }) => someWords(layer, dropped, of));
  return layers.length === 0 ? t`Nothing is dropped.` : droppedAre(listed(layers));
}

const droppedAre = (parts: string) => t`${parts} dropped for this picture.`;

/** "15 of 32 hidden units and 59 of 120 features": what the picture can teach. */
export function keptWords(arm: ArmStep, sizes: Sizes, picture: number): string {
  const layers = maskedLayers(arm, sizes, picture).map(({ layer, dropped, of }) => someWords(layer, of - dropped, of));
  return layers.length === 0 ? t`the whole network` : listed(layers);
}

/** How the masked network answers: "says “cat” with 62.0 %; the label is “dog”". */
export function answerWords(arm: ArmStep, picture: number, labels: Labels, classNames: readonly string[]): string {
  const answers = arm.probabilities[picture] ?? [];
  const best = answers.indexOf(Math.max(...answers));
  const [answer, probability] = [quoted(classNames[best]), percent(answers[best] ?? 0)];
  const said = t`says ${answer} with ${probability}`;
  const wrong = wrongLabelWords(labels, picture, classNames);
  if (wrong !== null) return `${said}; ${wrong}`;
  const label = labels.labels[picture] ?? -1;
  if (best === label) return said;
  const own = quoted(classNames[label]);
  return t`says ${answer} with ${probability}; the label is ${own}`;
}

/** Of a picture whose label was made wrong: which it is, and which it should be. Null: its label is right. */
export function wrongLabelWords(
  { labels, trueLabels }: Labels,
  picture: number,
  classNames: readonly string[],
): string | null {
  const [given, truth] = [labels[picture] ?? -1, trueLabels[picture] ?? -1];
  // Quoted, as class names are anybody's: "a Plants" would be no English.
  if (given === truth) return null;
  const [wrong, right] = [quoted(classNames[given]), quoted(classNames[truth])];
  return t`given label ${wrong}, made wrong on purpose (it is ${right})`;
}

/** Small differences need more decimals than the page's other losses. */
export const fineWords = (value: number, decimals = 4): string => fixed(value, decimals);

/** Two significant digits: 0.00123 -> "0.0012". */
export const changeWords = (change: number): string =>
  Number.isFinite(change) ? decimal(Number(change.toPrecision(2))) : t`not a number`;

/** "Step 3 of 8 of epoch 6"; a step that the training has not taken yet says so. */
export const stepWords = ({ step, steps, epoch, isTaken }: Pick<StepView, 'step' | 'steps' | 'epoch' | 'isTaken'>) =>
  isTaken
    ? t`Step ${step} of ${steps} of epoch ${epoch}`
    : t`Step ${step} of ${steps} of epoch ${epoch}, the next to come`;

/** How many of the latest sub-networks are different; nothing where there are too few to compare. */
export function distinctWords({ recent, distinct }: Pick<ArmStrip, 'recent' | 'distinct'>): string {
  if (recent < 2) return '';
  return distinct === recent
    ? t`The latest ${recent} are all different.`
    : t`${distinct} different ones among the latest ${recent}.`;
}

/** Which units the grids of the strip show. */
export function gridWords(grids: number, units: number, layer: SubnetworkStrip['layer'], isDropping: boolean): string {
  const shown = unitsWords(layer, units);
  if (grids === 1) return units === 1 ? oneOfOne(shown, isDropping) : oneOfMany(shown, isDropping);
  return units === 1 ? eachOfOne(shown, isDropping) : eachOfMany(shown, isDropping);
}

const oneOfOne = (units: string, isDropping: boolean) =>
  isDropping
    ? t`The grid shows ${units} of the drawing, hollow where dropped.`
    : t`The grid shows ${units} of the drawing.`;
const oneOfMany = (units: string, isDropping: boolean) =>
  isDropping
    ? t`The grid shows the ${units} of the drawing, hollow where dropped.`
    : t`The grid shows the ${units} of the drawing.`;
const eachOfOne = (units: string, isDropping: boolean) =>
  isDropping
    ? t`Each grid shows ${units} of the drawing, hollow where dropped.`
    : t`Each grid shows ${units} of the drawing.`;
const eachOfMany = (units: string, isDropping: boolean) =>
  isDropping
    ? t`Each grid shows the ${units} of the drawing, hollow where dropped.`
    : t`Each grid shows the ${units} of the drawing.`;

/** Only layers that dropout acts on: "0 of 120 features" would be noise where features are never dropped. */
function maskedLayers({ counts }: ArmStep, sizes: Sizes, picture: number) {
  return (['hidden', 'features'] as const)
    .filter((layer) => counts.some((of) => of[layer] > 0))
    .map((layer) => ({
      layer,
      dropped: counts[picture]?.[layer] ?? 0,
      of: sizes[layer],
    }));
}

function partWords(layer: keyof Sizes, drawn: number, of: number): string {
  if (of === 0) return '';
  if (drawn < of) return someWords(layer, drawn, of);
  const all = unitsWords(layer, of);
  return t`all ${all}`;
}

/** "17 of 32 hidden units" */
function someWords(layer: keyof Sizes, some: number, of: number): string {
  const [part, all] = [grouped(some), unitsWords(layer, of)];
  return t`${part} of ${all}`;
}

const unitsWords = (layer: keyof Sizes, n: number): string =>
  ({
    hidden: plural(n, { one: '# hidden unit', other: '# hidden units' }),
    features: plural(n, { one: '# feature', other: '# features' }),
    outputs: plural(n, { one: '# class', other: '# classes' }),
  })[layer];

export const quoted = (name: string | undefined) => `“${name ?? ''}”`;
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
