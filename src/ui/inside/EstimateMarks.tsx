import { DefaultZIndexes, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { bandPath } from '../compare/bandPath';
import { narrowSize, wideSize } from '../compare/chartSize';
import { EndLabels } from '../compare/EndLabels';
import { MarkShape } from '../compare/MarkShape';
import type { ChartLine, ChartPoint } from './estimateChart';

export interface EstimateMarksProps {
  readonly lines: readonly ChartLine[];
  readonly points: readonly ChartPoint[];
  readonly format: (value: number) => string;
  readonly isNarrow: boolean;
}

/** More than this many markers run into each other. */
const mostMarks = 12;

/** The 95 % bands, the markers, and at each line's end its name and value: no legend to look up. */
export function EstimateMarks({ lines, points, format, isNarrow }: EstimateMarksProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y || points.length === 0) return null;
  const step = Math.ceil(points.length / mostMarks);
  const marked = points.filter((_, i) => (points.length - 1 - i) % step === 0);
  const ends = lines.flatMap((line, i) => {
    // A line may end before the others do.
    const last = points.findLast((point) => point.values[i]);
    const value = last?.values[i]?.mean;
    const at = value === undefined || !Number.isFinite(value) ? undefined : y(value);
    if (!last || value === undefined || at === undefined) return [];
    const { label, colour } = line;
    return [{ id: label, x: (x(last.x) ?? 0) + 11, y: at, colour, name: label, value: format(value) }];
  });
  return (
    <>
      <ZIndexLayer zIndex={DefaultZIndexes.area}>
        {lines.map((line, i) => (
          <path
            key={line.label}
            d={bandPath(
              points.map((point) => {
                const value = point.values[i];
                const [low, high] = value?.kind === 'interval' ? [y(value.low), y(value.high)] : [];
                return { x: x(point.x), low, high };
              }),
            )}
            fill={line.colour}
            fillOpacity={lines.length > 2 ? 0.11 : 0.2}
          />
        ))}
      </ZIndexLayer>
      <ZIndexLayer zIndex={DefaultZIndexes.label}>
        {lines.map((line, i) =>
          marked.map((point) => {
            const mean = point.values[i]?.mean;
            const [px, py] = [x(point.x), mean !== undefined && Number.isFinite(mean) ? y(mean) : undefined];
            return px === undefined || py === undefined ? null : (
              <MarkShape key={`${line.label} ${point.x}`} mark={line.mark} x={px} y={py} colour={line.colour} />
            );
          }),
        )}
        <EndLabels ends={ends} size={isNarrow ? narrowSize : wideSize} />
      </ZIndexLayer>
    </>
  );
}
