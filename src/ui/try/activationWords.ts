import { t } from '@lingui/core/macro';
import { decimal, nats, percent, signed } from '../../core/figures';
import { listed } from '../../core/listed';
import type { MapSummary } from '../../core/try/mapSummary';

/** Rows and columns of ninths, in words. */
const places = [
  [t`at the upper left`, t`at the upper centre`, t`at the upper right`],
  [t`at the left`, t`in the middle`, t`at the right`],
  [t`at the lower left`, t`at the lower centre`, t`at the lower right`],
] as const;

const placeWords = ([row, column]: readonly [number, number]): string => places[row]?.[column] ?? '';

/** What a map shows, for those who do not see it. */
export function mapWords({ place }: MapSummary, className: string): string {
  if (place === null) return t`Nothing in the picture speaks for ${className}.`;
  const where = placeWords(place);
  return t`Strongest for ${className} ${where}.`;
}

/** How strong it is there. The picture is parted into 3 × 3 ninths. */
function shareWords({ place, share, middle }: MapSummary): string {
  if (place === null) return '';
  const [strongest, inside] = [percent(share), percent(middle)];
  return place[0] === 1 && place[1] === 1
    ? t`The strongest ninth of the picture has ${strongest} of all that speaks for it.`
    : t`The strongest ninth of the picture has ${strongest} of all that speaks for it, the middle ninth ${inside}.`;
}

/** What a map adds up to: see `leadOf` and `logitOf`. */
export type Measure = 'lead' | 'logit';

/** How it adds up. */
export function sumWords(summary: MapSummary, constant: number, total: number, measure: Measure): string {
  const forIt = signed(nats(summary.forIt));
  const against = signed(nats(summary.against));
  const nowhere = signed(nats(constant));
  const together = signed(nats(total));
  const sum =
    measure === 'lead'
      ? t`${forIt} for it, ${against} against it, ${nowhere} tied to no place: together ${together}, its lead.`
      : t`${forIt} for it, ${against} against it, ${nowhere} tied to no place: together ${together}, its logit.`;
  return [sum, shareWords(summary)].filter(Boolean).join(' ');
}

/** What gets the full colour. @param most in logits. */
export function scaleWords(most: number): string {
  const logits = decimal(Number(most.toPrecision(2)));
  return t`The full colour is ${logits} logits for or against it in one position, on the same scale for both heads.`;
}

/** Marked for `Worded`: logit, softmax. @param classes how many the heads know. */
export function measureWords(measure: Measure, classes: number): string {
  if (measure === 'lead')
    return classes === 2
      ? t`A class’s lead is its <0>logit</0> minus the other class’s: what all logits share changes no share of the <1>softmax</1>.`
      : t`A class’s lead is its <0>logit</0> minus the mean of the others’: what all logits share changes no share of the <1>softmax</1>.`;
  return t`The <0>logit</0> is what goes into the <1>softmax</1>. Alone it decides nothing: a class can be the answer with a logit below 0, where the others’ are lower still.`;
}

/** What the map is, exactly. */
export function kindWords(hidden: number, pooling: 'average' | 'max' | 'flatten'): string {
  return [hidden === 0 ? linear : piecewise, pooling === 'average' ? '' : pooled[pooling]].filter(Boolean).join(' ');
}

const linear = t`Class activation map: the head is linear, so every position’s part of the logit is exact.`;
const piecewise = t`By the gradient at this picture (Grad-CAM, with its sign). A head with ReLU is linear piece by piece, so the parts add up exactly, but they hold for this picture’s piece alone.`;
const pooled = {
  max: t`With maximum pooling, each of the base’s maps speaks only where it is highest.`,
  flatten: t`Flattened, every position of every map has weights of its own.`,
} as const;

/** @param sides positions across, for each joined block. */
export function limitWords(sides: readonly number[]): string {
  const grids = listed(sides.map((side) => `${side} × ${side}`));
  return sides.length > 1
    ? t`The cut has ${grids} positions, the coarser spread over the finer: nothing finer can be shown, and each of them sees more of the picture than its own square. The map explains the head’s answer, not the thing: it says where, not what or why.`
    : t`The cut has ${grids} positions: nothing finer can be shown, and each of them sees more of the picture than its own square. The map explains the head’s answer, not the thing: it says where, not what or why.`;
}
