import { DefaultZIndexes, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import type { RunCurve } from '../../core/curves';
import type { Row, Series } from './series';

interface SingleRunsProps {
  readonly rows: readonly Row[];
  readonly series: readonly Series[];
  /** By arm. */
  readonly runs: readonly (readonly RunCurve[])[];
}

/** Every run as a thin line. One path per curve holds them all: forty recharts lines would cost forty times as much. */
export function SingleRuns({ rows, series, runs }: SingleRunsProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.area + 1}>
      {series.map((s) => (
        <path
          key={s.id}
          d={(runs[s.arm] ?? [])
            .map(({ points }) =>
              pathOf(
                points.map((p) => ({ epoch: p.epoch, value: p[s.curve] })),
                x,
                y,
              ),
            )
            .join('')}
          fill="none"
          stroke={s.colour}
          strokeWidth={1}
          strokeOpacity={0.4}
        />
      ))}
      {/* A clear strip under each mean line: else the runs would fill its dashes. */}
      {series.map((s) => (
        <path
          key={`strip ${s.id}`}
          d={pathOf(
            rows.map((row) => ({ epoch: row.epoch, value: s.value(row) })),
            x,
            y,
          )}
          fill="none"
          stroke="var(--compare-paper)"
          strokeWidth={s.width + 3}
        />
      ))}
    </ZIndexLayer>
  );
}

type Scale = (value: unknown) => number | undefined;

interface Point {
  readonly epoch: number;
  readonly value: number | undefined;
}

function pathOf(points: readonly Point[], x: Scale, y: Scale): string {
  let path = '';
  let pen = 'M';
  for (const point of points) {
    const [px, py] = [x(point.epoch), y(point.value)];
    const isPoint = px !== undefined && py !== undefined && Number.isFinite(py);
    if (isPoint) path += `${pen}${px.toFixed(1)},${py.toFixed(1)}`;
    pen = isPoint ? 'L' : 'M';
  }
  return path;
}
