import { t } from '@lingui/core/macro';
import type { ArmCurves, Curve, CurvePoint } from '../../core/curves';

export type Mark = 'circle' | 'square' | 'triangle' | 'diamond';

/** One epoch of all arms; what recharts gets as data. */
export interface Row {
  readonly epoch: number;
  readonly arms: readonly CurvePoint[];
}

/** One line of a chart, and how to read it off a row. */
export interface Series {
  readonly id: string;
  readonly arm: 0 | 1;
  readonly curve: Curve;
  readonly label: string;
  /** Where there is no room for the label. */
  readonly short: string;
  readonly colour: string;
  readonly dash: string | undefined;
  readonly mark: Mark;
  readonly width: number;
  /** Drawn faintly behind the others, without marks and label. */
  readonly isGhost?: true;
  readonly value: (row: Row) => number | undefined;
  readonly band: (row: Row) => readonly [number, number] | undefined;
}

export const dashes: Readonly<Record<Curve, string | undefined>> = {
  training: '9 5',
  validation: undefined,
  seen: '2 4',
  gap: undefined,
};

export const marks: Readonly<Record<Exclude<Curve, 'gap'>, Mark>> = {
  training: 'circle',
  validation: 'square',
  seen: 'triangle',
};

export const rowsOf = (arms: readonly ArmCurves[]): readonly Row[] =>
  (arms[0]?.points ?? []).map(({ epoch }, i) => ({
    epoch,
    arms: arms.flatMap(({ points }) => points[i] ?? []),
  }));

/** The lines of one side, or of both in one chart. */
export function learningSeries(arms: readonly (0 | 1)[], seen: boolean): readonly Series[] {
  const curves = seen ? (['training', 'validation', 'seen'] as const) : (['training', 'validation'] as const);
  return arms.flatMap((arm) => curves.map((curve) => learning(arm, curve, arms.length > 1)));
}

function learning(arm: 0 | 1, curve: Exclude<Curve, 'gap'>, named: boolean): Series {
  const words = { training: t`training`, validation: t`validation`, seen: t`as seen` }[curve];
  const shorter = { training: t`train.`, validation: t`valid.`, seen: t`seen` }[curve];
  return {
    ...reader(arm, curve),
    label: named ? `${words}, ${sideWords[arm]}` : words,
    short: named ? `${shorter} ${sideWords[arm]}` : shorter,
    colour: colourOf(arm, curve === 'validation' ? 'validation' : 'training'),
    dash: dashes[curve],
    mark: marks[curve],
    width: curve === 'validation' ? 3 : 2.25,
  };
}

const reader = (arm: 0 | 1, curve: Curve): Pick<Series, 'id' | 'arm' | 'curve' | 'value' | 'band'> => ({
  id: `${arm}-${curve}`,
  arm,
  curve,
  value: (row) => row.arms[arm]?.[curve].mean,
  band: (row) => {
    const e = row.arms[arm]?.[curve];
    return e?.kind === 'interval' ? [e.low, e.high] : undefined;
  },
});

const sideNames = ['without', 'with'] as const;
/** The same for people: of dropout. */
export const sideWords = [t`without`, t`with`] as const;

const colourOf = (arm: 0 | 1, curve: 'training' | 'validation') => `var(--compare-${sideNames[arm]}-${curve})`;

export const validationColour = (arm: 0 | 1): string => colourOf(arm, 'validation');

export const shadeOf = (arm: 0 | 1): string => `var(--compare-${sideNames[arm]}-shade)`;

/** Down here because it is made from the above when the module loads. */
export const gapSeries: readonly Series[] = ([0, 1] as const).map((arm) => ({
  ...reader(arm, 'gap'),
  label: sideWords[arm],
  short: sideWords[arm],
  colour: colourOf(arm, 'validation'),
  dash: arm === 0 ? '9 5' : undefined,
  mark: arm === 0 ? 'circle' : 'diamond',
  width: 2.5,
}));
