import { t } from '@lingui/core/macro';
import { setPercent } from '../../core/figures';
import type { Choices } from './charts';

export interface Key {
  readonly seeds: number;
  /** `runs` only where there are several. */
  readonly choices: Choices;
  /** Reference on training accuracy, where labels are wrong on purpose. */
  readonly reference: number | null;
  /** Whether epochs of lowest validation loss are marked. */
  readonly stops: boolean;
  /** The epoch that is looked at; null: the latest, unmarked. */
  readonly lookedAt: number | null;
}

/** How to read the charts, for a picture of them: what they show, and nothing else. */
export function keyInWords({ seeds, choices, reference, stops, lookedAt }: Key): string {
  const { layout, seen, runs } = choices;
  return [
    seen
      ? t`Learning curves: dashed line with circles, training; solid line with squares, validation; dotted line with triangles, training as seen with dropout on.`
      : t`Learning curves: dashed line with circles, training; solid line with squares, validation.`,
    layout === 'overlay' ? t`The side of each is written at its end.` : '',
    layout === 'sides' ? t`Light band between the two: the gap.` : '',
    t`Chart of the gap: dashed line with circles, without dropout; solid line with diamonds, with dropout.`,
    seeds > 1 ? t`Bands along the lines: 95\u00a0% intervals of the mean over ${seeds} seeds.` : t`One run a side.`,
    runs ? t`Thin lines: single runs.` : '',
    reference === null ? '' : referenceWords(setPercent(reference)),
    stops ? (seeds > 1 ? meanStops : ownStops) : '',
    lookedAt === null
      ? ''
      : lookedAt === 0
        ? t`Solid upright line: the start.`
        : t`Solid upright line: epoch ${lookedAt}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const referenceWords = (share: string) =>
  t`Dashed line across, at ${share}: training accuracy of a head that learns no wrong label.`;
const meanStops = t`Dotted upright line with a flag: the epoch of lowest mean validation loss.`;
const ownStops = t`Dotted upright line with a flag: the epoch of lowest validation loss.`;
