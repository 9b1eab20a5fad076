import { DefaultZIndexes, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import type { ChartSize } from './chartSize';
import { EndLabels } from './EndLabels';
import { MarkShape } from './MarkShape';
import type { Row, Series } from './series';

interface ChartMarksProps {
  readonly rows: readonly Row[];
  readonly series: readonly Series[];
  /** Planned epochs: markers stand on fixed epochs, so that they stay where they are while the curve grows. */
  readonly epochs: number;
  readonly size: ChartSize;
  readonly format: (value: number) => string;
  /** Writes the size of the gap between the first two series beside its bracket; `isShort`: without its unit. */
  readonly gapText?: (row: Row, isShort?: boolean) => string;
}

/** Markers along the lines, and at their last point the name and value of each: no legend to look up. */
export function ChartMarks({ rows, series: all, epochs, size, format, gapText }: ChartMarksProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const last = rows.at(-1);
  const series = all.filter((s) => !s.isGhost);
  const narrow = size.isNarrow;
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
            value: narrow && !size.isStacked && series.length > 3 ? '' : format(value),
          },
        ];
  });
  const [upper, lower] = ends;
  const gap =
    gapText && upper && lower ? { from: upper.y, to: lower.y, text: gapText(last, narrow || size.isStacked) } : null;
  const beside = size.mark + 7;
  const textX = lastX + (gap ? beside + 9 : beside);
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
            <MarkShape key={`${s.id} ${row.epoch}`} mark={s.mark} x={px} y={py} colour={s.colour} size={size.mark} />
          );
        }),
      )}
      {gap && Math.abs(gap.from - gap.to) > 6 && (
        <path
          d={`M${lastX + size.mark + 4},${gap.from}h5V${gap.to}h-5`}
          fill="none"
          stroke="var(--compare-text)"
          strokeWidth={size.isStacked ? 3 : 1.5}
        />
      )}
      <EndLabels ends={texts} size={size} />
    </ZIndexLayer>
  );
}
