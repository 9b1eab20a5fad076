import { t } from '@lingui/core/macro';
import { nats, percent, signed } from '../../core/figures';
import type { MapSummary } from '../../core/try/mapSummary';

/** Rows and columns of ninths, in words. */
const [rows, columns] = [
  ['upper', 'middle', 'lower'],
  ['left', 'centre', 'right'],
] as const;

function placeWords([row, column]: readonly [number, number]): string {
  if (row === 1 && column === 1) return t`in the middle`;
  return row === 1 ? t`at the ${columns[column] ?? ''}` : t`at the ${rows[row] ?? ''} ${columns[column] ?? ''}`;
}

/** What a map shows, for those who do not see it. */
export const mapWords = ({ place }: MapSummary, className: string): string =>
  place === null
    ? t`Nothing in the picture speaks for ${className}.`
    : t`Strongest for ${className} ${placeWords(place)}.`;

/** How strong it is there. The picture is parted into 3 × 3 ninths. */
function shareWords({ place, share, middle }: MapSummary): string {
  if (place === null) return '';
  const strongest = t` The strongest ninth of the picture has ${percent(share)} of all that speaks for it`;
  return place[0] === 1 && place[1] === 1 ? `${strongest}.` : t`${strongest}, the middle ninth ${percent(middle)}.`;
}

/** What a map adds up to: see `leadOf` and `logitOf`. */
export type Measure = 'lead' | 'logit';

/** How it adds up. */
export const sumWords = (summary: MapSummary, constant: number, total: number, measure: Measure): string =>
  t`${signed(nats(summary.forIt))} for it, ${signed(nats(summary.against))} against it, ${signed(nats(constant))} tied to no place: together ${signed(nats(total))}, its ${measure}.${shareWords(summary)}`;

/** What gets the full colour. @param most in logits. */
export const scaleWords = (most: number): string =>
  t`The full colour is ${most.toPrecision(2)} logits for or against it in one position, on the same scale for both heads.`;

/** @param classes how many the heads know. */
export function measureWords(measure: Measure, classes: number): string {
  const others = classes === 2 ? t`the other class’s` : t`the mean of the others’`;
  return measure === 'lead'
    ? t`A class’s lead is its logit minus ${others}: what all logits share changes no share of the softmax.`
    : t`The logit is what goes into the softmax. Alone it decides nothing: a class can be the answer with a logit below 0, where the others’ are lower still.`;
}

/** What the map is, exactly. */
export function kindWords(hidden: number, pooling: 'average' | 'max' | 'flatten'): string {
  const how =
    hidden === 0
      ? t`Class activation map: the head is linear, so every position’s part of the logit is exact.`
      : t`By the gradient at this picture (Grad-CAM, with its sign). A head with ReLU is linear piece by piece, so the parts add up exactly, but they hold for this picture’s piece alone.`;
  if (pooling === 'max')
    return t`${how} With maximum pooling, each of the base’s maps speaks only where it is highest.`;
  if (pooling === 'flatten') return t`${how} Flattened, every position of every map has weights of its own.`;
  return how;
}

/** @param sides positions across, for each joined block. */
export function limitWords(sides: readonly number[]): string {
  const grids = sides.map((side) => `${side} × ${side}`).join(' and ');
  const joined = sides.length > 1 ? t`, the coarser spread over the finer` : '';
  return t`The cut has ${grids} positions${joined}: nothing finer can be shown, and each of them sees more of the picture than its own square. The map explains the head’s answer, not the thing: it says where, not what or why.`;
}
