import { t } from '@lingui/core/macro';
import type { Side } from '../../core/collection';
import { count, percent, points, signed } from '../../core/figures';
import type { DrawnMap, MapView, Projection, ViewDifferences, ViewSource } from '../../core/why/featureMap';
import { wilson, type Ranged } from '../../core/why/shares';

/** "raw pixels", "block 8", "blocks 3 and 16" */
function placeOf(source: ViewSource): string {
  if (source.kind === 'pixels') return t`raw pixels`;
  const numbers = source.cut.blocks.map((at) => at + 1);
  return numbers.length === 1 ? t`block ${numbers.join('')}` : t`blocks ${numbers.join(' and ')}`;
}

/** "by raw pixels", "after block 8" */
const byWords = (source: ViewSource): string =>
  source.kind === 'pixels' ? t`by ${placeOf(source)}` : t`after ${placeOf(source)}`;

/** Heading of one map. @param at its place among `of`. */
export function viewTitle(source: ViewSource, at: number, of: number): string {
  if (source.kind === 'pixels') return t`Raw pixels`;
  if (at === of - 1) return t`After ${placeOf(source)}, the chosen cut`;
  return t`After ${placeOf(source)}`;
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
  const { overall } = map.differences;
  const more = [
    t`The last of these minus the first: ${differenceWords(overall)}. By chance each would be ${percent(chance)}.`,
    ...atChance(last),
    about(map),
    ...(map.missing === null ? [] : [map.missing]),
  ];
  return {
    main: t`${outcome(map.differences)}: the nearest other picture is of the same class for ${sharesWords(map)}.`,
    more,
  };
}

function outcome({ overall, steps }: ViewDifferences): string {
  if (overall.low > 0)
    return steps.some((step) => step.high < 0)
      ? t`The classes are further apart at the chosen cut than in raw pixels, but not more and more with depth`
      : t`The classes come apart with depth`;
  if (overall.high < 0) return t`The classes are less apart at the chosen cut than in raw pixels`;
  return t`Whether the classes come apart with depth cannot be told`;
}

const sharesWords = ({ views }: DrawnMap) =>
  views
    .map(({ source, neighbours: { same, counted } }, at) => {
      const whose = at === 0 ? t` of the pictures` : '';
      return `${percent(same / counted)}${whose} ${byWords(source)}`;
    })
    .join(', ');

const differenceWords = ({ value, low, high }: Ranged) =>
  t`${signed(points(value))} points (95\u00a0% interval ${signed(points(low))} to ${signed(points(high))})`;

/** A base that sees nothing of use is worth a sentence. */
function atChance({ source, neighbours: { same, counted, chance } }: MapView): readonly string[] {
  const { low, high } = wilson(same, counted);
  return low <= chance && chance <= high ? [t`What it is ${byWords(source)} is no more than chance could give.`] : [];
}

function about({ groups, labels }: DrawnMap): string {
  const isGrouped = new Set(groups).size < labels.length;
  const others = isGrouped
    ? ' Pictures that belong together do not count as each other’s nearest; the interval of the difference allows for them, those of the shares take every picture by itself.'
    : '';
  return `Measured over all ${count(labels.length, 'picture')} of training and validation together, in the full space of each view, every feature standardised over all of them; nothing is trained.${others}`;
}

/** "61.3 % (95 % interval 55.0 % to 67.1 %)" */
export function shareWords(same: number, counted: number): string {
  if (counted === 0) return t`nothing to count`;
  const { value, low, high } = wilson(same, counted);
  return t`${percent(value)} (95\u00a0% interval ${percent(low)} to ${percent(high)})`;
}

/** What stands under each map. */
export function captionWords({ explained }: MapView, shown: Projection): string {
  if (shown === 'umap') return t`Axes without a unit: only who is near to whom counts.`;
  return t`The two axes hold ${percent(explained[0] + explained[1])} of the variance (${percent(explained[0])} and ${percent(explained[1])}).`;
}

/** What the chosen way of drawing does, and what it does not show. */
export const projectionWords: Readonly<Record<Projection, string>> = {
  pca: t`PCA draws the two directions along which the pictures differ most. Classes that overlap here may still be apart in the directions left out.`,
  umap: 'UMAP keeps neighbours beside each other as well as two dimensions allow. How large clumps are and how far apart says little; another seed gives another map.',
};

export const sideWords = (side: Side | null): string =>
  side === null ? t`not used, over the limit per class` : t`${side} side`;

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
  const kind = nearest.className === picture.className ? t`the same class` : t`another class`;
  return t`Nearest other picture: ${nearest.name}, ${nearest.className}, ${kind}.`;
}

/** Of one map, for those who do not see it. */
export const mapLabel = (title: string, pictures: number, { same, counted }: MapView['neighbours']): string =>
  t`${title}: map of ${count(pictures, 'picture')}. The nearest other picture is of the same class for ${shareWords(same, counted)}. Arrow keys go from picture to picture.`;

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
export const viewCaption = (view: MapView): string =>
  `${count(view.dimension, 'feature')} a picture; chance ${percent(view.neighbours.chance)}; variance on the first two axes of PCA ${percent(view.explained[0])} and ${percent(view.explained[1])}`;
