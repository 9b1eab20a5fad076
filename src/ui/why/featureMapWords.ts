import { plural, t } from '@lingui/core/macro';
import type { Side } from '../../core/collection';
import { percent, points, signed } from '../../core/figures';
import { listed } from '../../core/listed';
import type { DrawnMap, MapView, Projection, ViewDifferences, ViewSource } from '../../core/why/featureMap';
import { wilson, type Ranged } from '../../core/why/shares';

/** "block 8", "blocks 3 and 16" */
function placeOf({ cut }: Extract<ViewSource, { readonly kind: 'features' }>): string {
  const numbers = cut.blocks.map((at) => String(at + 1));
  const names = listed(numbers);
  return plural(numbers.length, { one: `block ${names}`, other: `blocks ${names}` });
}

/** "by raw pixels", "after block 8" */
function byWords(source: ViewSource): string {
  if (source.kind === 'pixels') return t`by raw pixels`;
  const place = placeOf(source);
  return t`after ${place}`;
}

/** Heading of one map. @param at its place among `of`. */
export function viewTitle(source: ViewSource, at: number, of: number): string {
  if (source.kind === 'pixels') return t`Raw pixels`;
  const place = placeOf(source);
  return at === of - 1 ? t`After ${place}, the chosen cut` : t`After ${place}`;
}

export interface MapWords {
  readonly main: string;
  readonly more: readonly string[];
}

/** What the numbers of all views say together; a difference that chance could make is not called one. */
export function mapWords(map: DrawnMap): MapWords {
  const first = map.views[0];
  const last = map.views.at(-1);
  if (!first || !last || first === last)
    return { main: t`There is one view only, so there is nothing to compare.`, more: [] };
  const { chance } = last.neighbours;
  if (!map.differences)
    return {
      main: t`Nothing can be said about the classes: all pictures belong to one group, so none has another to be near to.`,
      more: [],
    };
  const [difference, guessed] = [differenceWords(map.differences.overall), percent(chance)];
  const more = [
    t`The last of these minus the first: ${difference}. By chance each would be ${guessed}.`,
    ...atChance(last),
    about(map),
    ...(map.missing === null ? [] : [map.missing]),
  ];
  return { main: outcome(map.differences, sharesWords(map)), more };
}

function outcome({ overall, steps }: ViewDifferences, shares: string): string {
  if (overall.low > 0)
    return steps.some((step) => step.high < 0)
      ? t`The classes are further apart at the chosen cut than in raw pixels, but not more and more with depth: the nearest other picture is of the same class for ${shares}.`
      : t`The classes come apart with depth: the nearest other picture is of the same class for ${shares}.`;
  if (overall.high < 0)
    return t`The classes are less apart at the chosen cut than in raw pixels: the nearest other picture is of the same class for ${shares}.`;
  return t`Whether the classes come apart with depth cannot be told: the nearest other picture is of the same class for ${shares}.`;
}

const sharesWords = ({ views }: DrawnMap) =>
  views
    .map(({ source, neighbours: { same, counted } }, at) => {
      const [share, by] = [percent(same / counted), byWords(source)];
      return at === 0 ? t`${share} of the pictures ${by}` : `${share} ${by}`;
    })
    .join(', ');

function differenceWords({ value, low, high }: Ranged): string {
  const [change, from, to] = [signed(points(value)), signed(points(low)), signed(points(high))];
  return t`${change} points (95\u00a0% interval ${from} to ${to})`;
}

/** A base that sees nothing of use is worth a sentence. */
function atChance({ source, neighbours: { same, counted, chance } }: MapView): readonly string[] {
  const { low, high } = wilson(same, counted);
  if (low > chance || chance > high) return [];
  const by = byWords(source);
  return [t`What it is ${by} is no more than chance could give.`];
}

function about({ groups, labels }: DrawnMap): string {
  const isGrouped = new Set(groups).size < labels.length;
  const n = labels.length;
  const measured = t`Measured over all ${plural(n, { one: '# picture', other: '# pictures' })} of training and validation together, in the full space of each view, every feature standardised over all of them; nothing is trained.`;
  return isGrouped
    ? `${measured} ${t`Pictures that belong together do not count as each other’s nearest; the interval of the difference allows for them, those of the shares take every picture by itself.`}`
    : measured;
}

/** "61.3 % (95 % interval 55.0 % to 67.1 %)" */
export function shareWords(same: number, counted: number): string {
  if (counted === 0) return t`nothing to count`;
  const { value, low, high } = wilson(same, counted);
  const [share, from, to] = [percent(value), percent(low), percent(high)];
  return t`${share} (95\u00a0% interval ${from} to ${to})`;
}

/** What stands under each map. */
export function captionWords({ explained }: MapView, shown: Projection): string {
  if (shown === 'umap') return t`Axes without a unit: only who is near to whom counts.`;
  const [both, first, second] = [percent(explained[0] + explained[1]), percent(explained[0]), percent(explained[1])];
  return t`The two axes hold ${both} of the variance (${first} and ${second}).`;
}

export const sideWords = (side: Side | null): string =>
  side === null ? t`not used, over the limit per class` : side === 'training' ? t`training side` : t`validation side`;

/** A picture of the map. */
export interface MapPicture {
  readonly name: string;
  readonly className: string;
  readonly side: Side | null;
}

/** "dog.png: Animals, training side." */
export const pictureWords = ({ name, className, side }: MapPicture): string =>
  `${name}: ${className}, ${sideWords(side)}.`;

/** Who is nearest to a picture in the full space of a view. */
export function nearestWords(picture: MapPicture, nearest: MapPicture | undefined): string {
  if (!nearest) return t`No other picture to compare it with.`;
  const { name, className } = nearest;
  return className === picture.className
    ? t`Nearest other picture: ${name}, ${className}, the same class.`
    : t`Nearest other picture: ${name}, ${className}, another class.`;
}

/** Of one map, for those who do not see it. */
export function mapLabel(title: string, pictures: number, { same, counted }: MapView['neighbours']): string {
  const share = shareWords(same, counted);
  return t`${title}: map of ${plural(pictures, { one: '# picture', other: '# pictures' })}. The nearest other picture is of the same class for ${share}. Arrow keys go from picture to picture.`;
}

/** Rows of a view's table: all pictures, then each class. */
export function viewRows({ neighbours }: MapView, classNames: readonly string[]): readonly (readonly string[])[] {
  const row = (name: string, { same, counted }: { readonly same: number; readonly counted: number }) => [
    name,
    String(counted),
    shareWords(same, counted),
  ];
  return [
    row(t`All pictures`, neighbours),
    ...neighbours.byClass.map((own, label) => row(classNames[label] ?? '', own)),
  ];
}

/** The table's caption. */
export function viewCaption({ dimension, neighbours, explained }: MapView): string {
  const [chance, first, second] = [percent(neighbours.chance), percent(explained[0]), percent(explained[1])];
  return t`${plural(dimension, { one: '# feature', other: '# features' })} a picture; chance ${chance}; variance on the first two axes of PCA ${first} and ${second}`;
}
