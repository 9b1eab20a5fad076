import type { ChartSize } from './chartSize';

interface EndLabelProps {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly name: string;
  readonly value: string;
  readonly size: ChartSize;
}

/** A line's name and value at its end, readable over whatever it crosses. */
export const EndLabel = ({ x, y, colour, name, value, size }: EndLabelProps) => (
  <text
    x={x}
    y={y}
    dy="0.34em"
    fontSize={size.text}
    fontWeight={size.isStacked && value === '' ? 700 : undefined}
    fill={colour}
    stroke="var(--compare-paper)"
    strokeWidth={3}
    paintOrder="stroke"
  >
    {size.isStacked && value !== '' ? (
      <>
        <tspan fontWeight={700} fontSize={size.text * 1.4} dy="-0.08em">
          {value}
        </tspan>
        <tspan x={x} dy="1em">
          {name}
        </tspan>
      </>
    ) : (
      <>
        {name} <tspan fontWeight={650}>{value}</tspan>
      </>
    )}
  </text>
);
