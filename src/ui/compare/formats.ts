import { t } from '@lingui/core/macro';
import type { Measure } from '../../core/curves';
import { decimal, nats, percent, points } from '../../core/figures';

/** How a measure is written on axes, labels and tooltips. */
export interface Format {
  readonly value: (value: number) => string;
  readonly tick: (value: number) => string;
  readonly gap: (value: number) => string;
  /** Where the unit stands elsewhere. */
  readonly gapShort: (value: number) => string;
  readonly gapTick: (value: number) => string;
}

/** Beside the bracket that shows it. */
export const gapWords = (size: string): string => t`gap ${size}`;

const pointsWords = (figure: string) => t`${figure} points`;

export const formats: Readonly<Record<Measure, Format>> = {
  accuracy: {
    value: percent,
    tick: (v) => `${Math.round(v * 100)}\u00a0%`,
    gap: (v) => pointsWords(points(v)),
    gapShort: points,
    gapTick: (v) => String(Math.round(v * 100)).replace('-', '−'),
  },
  loss: {
    value: nats,
    tick: (v) => decimal(Number(v.toFixed(2))),
    gap: nats,
    gapShort: nats,
    gapTick: (v) => decimal(Number(v.toFixed(2))).replace('-', '−'),
  },
};
