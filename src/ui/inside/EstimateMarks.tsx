import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { EndLabel } from '../compare/EndLabel';
import { MarkShape } from '../compare/MarkShape';
import { spreadLabels } from '../compare/labels';
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
  const plot = usePlotArea();
  if (!x || !y || !plot || points.length === 0) return null;
  const step = Math.ceil(points.length / mostMarks);
  const marked = points.filter((_, i) => (points.length - 1 - i) % step === 0);
  const ends = lines.flatMap((line, i) => {
    // A line may end before the others do.
    const last = points.findLast((point) => point.values[i]);
    const value = last?.values[i]?.mean;
    const at = value === undefined || !Number.isFinite(value) ? undefined : y(value);
    return !last || value === undefined || at === undefined ? [] : [{ line, from: last.x, at, text: format(value) }];
  });
  const places = spreadLabels(
    ends.map(({ at }) => at),
    isNarrow ? 17 : 19,
    plot.y + 4,
    plot.y + plot.height - 8,
  );
  return (
    <>
      <ZIndexLayer zIndex={DefaultZIndexes.area}>
        {lines.map((line, i) => (
          <path
            key={line.label}
            d={outline(points, i, x, y)}
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
        {ends.map(({ line, from, at, text }, i) => (
          <EndLabel
            key={line.label}
            x={(x(from) ?? 0) + 11}
            y={places[i] ?? at}
            colour={line.colour}
            name={line.label}
            value={text}
            isNarrow={isNarrow}
          />
        ))}
      </ZIndexLayer>
    </>
  );
}

type Scale = (value: number) => number | undefined;

/** One closed outline: along the upper ends, and back along the lower ones. Empty where there are no intervals. */
function outline(points: readonly ChartPoint[], line: number, x: Scale, y: Scale): string {
  const high: string[] = [];
  const low: string[] = [];
  for (const point of points) {
    const value = point.values[line];
    if (value?.kind !== 'interval') continue;
    const [px, from, to] = [x(point.x), y(value.low), y(value.high)];
    if (px === undefined || from === undefined || to === undefined || !Number.isFinite(from + to)) continue;
    high.push(`${px.toFixed(1)},${to.toFixed(1)}`);
    low.push(`${px.toFixed(1)},${from.toFixed(1)}`);
  }
  const around = [...high, ...low.toReversed()];
  return around.length === 0 ? '' : `M${around.join('L')}Z`;
}
