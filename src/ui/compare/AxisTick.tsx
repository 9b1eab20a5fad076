import type { BaseTickContentProps } from 'recharts';

/** A number at an axis. Plain text: recharts' own measures each new one on the page, which is a layout apiece. */
export const axisTick =
  (fontSize: number) =>
  ({ x, y, payload, textAnchor, verticalAnchor, tickFormatter, index }: BaseTickContentProps) => (
    <text
      x={x}
      y={y}
      // Height of a capital letter.
      dy={verticalAnchor === 'start' ? '0.71em' : '0.355em'}
      textAnchor={textAnchor}
      fontSize={fontSize}
      fill="var(--compare-axis)"
    >
      {tickFormatter ? tickFormatter(payload.value, index) : payload.value}
    </text>
  );
