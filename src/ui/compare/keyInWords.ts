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
    `Learning curves: ${[
      'dashed line with circles, training',
      'solid line with squares, validation',
      ...(seen ? ['dotted line with triangles, training as seen with dropout on'] : []),
    ].join('; ')}.`,
    layout === 'overlay' ? 'The side of each is written at its end.' : '',
    layout === 'sides' ? 'Light band between the two: the gap.' : '',
    'Chart of the gap: dashed line with circles, without dropout; solid line with diamonds, with dropout.',
    seeds > 1 ? `Bands along the lines: 95\u00a0% intervals of the mean over ${seeds} seeds.` : 'One run a side.',
    runs ? 'Thin lines: single runs.' : '',
    reference === null
      ? ''
      : `Dashed line across, at ${setPercent(reference)}: training accuracy of a head that learns no wrong label.`,
    stops ? `Dotted upright line with a flag: the epoch of lowest ${seeds > 1 ? 'mean ' : ''}validation loss.` : '',
    lookedAt === null ? '' : `Solid upright line: ${lookedAt === 0 ? 'the start' : `epoch ${lookedAt}`}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
