import { DefaultZIndexes, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { EndLabels } from './EndLabels';
import { MarkShape } from './MarkShape';
import type { Row, Series } from './series';

interface ChartMarksProps {
  readonly rows: readonly Row[];
  readonly series: readonly Series[];
  /** Planned epochs: markers stand on fixed epochs, so that they stay where they are while the curve grows. */
  readonly epochs: number;
  readonly narrow: boolean;
  readonly format: (value: number) => string;
  /** Writes the size of the gap between the first two series beside its bracket. */
  readonly gapText?: (row: Row) => string;
}

/** Markers along the lines, and at their last point the name and value of each: no legend to look up. */
export function ChartMarks({ rows, series, epochs, narrow, format, gapText }: ChartMarksProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const last = rows.at(-1);
  if (!x || !y || !last) return null;
  const step = Math.max(1, Math.round(epochs / 8));
  // The first drawn epoch from each step on: of a long training not every epoch is drawn.
  const isMark = (row: Row, i: number) =>
    Math.floor(row.epoch / step) > Math.floor((rows[i - 1]?.epoch ?? 0) / step) && last.epoch - row.epoch >= step / 3;
  const marked = rows.filter((row, i) => row === last || isMark(row, i));
  const at = (row: Row, s: Series) => {
    const value = s.value(row);
    return value === undefined || !Number.isFinite(value) ? undefined : y(value);
  };
  const lastX = x(last.epoch) ?? 0;
  const ends = series.flatMap((s) => {
    const end = at(last, s);
    const value = s.value(last) ?? 0;
    return end === undefined
      ? []
      : [
          {
            id: s.id,
            y: end,
            colour: s.colour,
            name: narrow ? s.short : s.label,
            value: narrow && series.length > 3 ? '' : format(value),
          },
        ];
  });
  const [upper, lower] = ends;
  const gap =
    gapText && upper && lower
      ? { from: upper.y, to: lower.y, text: narrow ? gapText(last).replace(' points', '') : gapText(last) }
      : null;
  const textX = lastX + (gap ? 20 : 11);
  const texts = (
    gap
      ? [...ends, { id: 'gap', y: (gap.from + gap.to) / 2, colour: 'var(--compare-text)', name: gap.text, value: '' }]
      : ends
  ).map((end) => ({ ...end, x: textX }));
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {series.map((s) =>
        marked.map((row) => {
          const [px, py] = [x(row.epoch), at(row, s)];
          return px === undefined || py === undefined ? null : (
            <MarkShape key={`${s.id} ${row.epoch}`} mark={s.mark} x={px} y={py} colour={s.colour} />
          );
        }),
      )}
      {gap && Math.abs(gap.from - gap.to) > 6 && (
        <path
          d={`M${lastX + 8},${gap.from}h5V${gap.to}h-5`}
          fill="none"
          stroke="var(--compare-text)"
          strokeWidth={1.5}
        />
      )}
      <EndLabels ends={texts} isNarrow={narrow} />
    </ZIndexLayer>
  );
}
