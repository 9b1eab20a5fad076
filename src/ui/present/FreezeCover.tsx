import { DefaultZIndexes, useChartWidth, usePlotArea, useXAxisScale, ZIndexLayer } from 'recharts';

interface FreezeCoverProps {
  /** The last epoch that is shown; 0: none is. */
  readonly from: number;
  /** px; 1 at 1280 by 720. */
  readonly unit: number;
}

/** Lies over what is to come. Its question mark stands beside the labels of what came; the words are in the headline. */
export function FreezeCover({ from, unit }: FreezeCoverProps) {
  const x = useXAxisScale();
  const plot = usePlotArea();
  const chartWidth = useChartWidth();
  const left = x?.(from);
  if (left === undefined || !plot || chartWidth === undefined) return null;
  const width = plot.x + plot.width - left;
  // Before the first epoch there are no labels.
  const free = left + (from > 0 ? 185 * unit : 0);
  const room = (from > 0 ? chartWidth : plot.x + plot.width) - free;
  const size = Math.min(plot.height * 0.6, room * 1.2, 220 * unit);
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.area - 1}>
      <g className="present-cover" aria-hidden>
        <rect x={left} y={plot.y} width={Math.max(0, width)} height={plot.height} />
        <path d={`M${left},${plot.y}V${plot.y + plot.height}`} strokeWidth={4 * unit} />
        {size > 40 * unit && (
          <text
            x={free + room / 2}
            y={plot.y + plot.height * 0.88}
            textAnchor="middle"
            fontSize={size}
            fontWeight={700}
          >
            ?
          </text>
        )}
      </g>
    </ZIndexLayer>
  );
}
