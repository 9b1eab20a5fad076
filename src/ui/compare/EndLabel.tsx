interface EndLabelProps {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly name: string;
  readonly value: string;
  readonly isNarrow: boolean;
}

/** A line's name and value at its end, readable over whatever it crosses. */
export const EndLabel = ({ x, y, colour, name, value, isNarrow }: EndLabelProps) => (
  <text
    x={x}
    y={y}
    dy="0.34em"
    fontSize={isNarrow ? 13 : 14}
    fill={colour}
    stroke="var(--compare-paper)"
    strokeWidth={3}
    paintOrder="stroke"
  >
    {name} <tspan fontWeight={650}>{value}</tspan>
  </text>
);
