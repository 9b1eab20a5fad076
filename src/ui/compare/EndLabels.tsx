import { usePlotArea } from 'recharts';
import type { ChartSize } from './chartSize';
import { EndLabel } from './EndLabel';
import { spreadLabels } from './labels';

/** What stands at the end of a line. */
interface LineEnd {
  readonly id: string;
  /** Where it wants to be, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly name: string;
  readonly value: string;
}

interface EndLabelsProps {
  readonly ends: readonly LineEnd[];
  readonly size: ChartSize;
}

/** Name and value of every line at its end, moved apart where they would print over each other: no legend to look up. */
export function EndLabels({ ends, size }: EndLabelsProps) {
  const plot = usePlotArea();
  if (!plot) return null;
  const wanted = ends.map(({ y }) => y);
  const places = spreadLabels(
    wanted,
    size.labelRoom,
    plot.y + size.text * (size.isStacked ? 1.1 : 0.3),
    plot.y + plot.height - size.text * (size.isStacked ? 1.25 : 0.7),
  );
  return ends.map((end, i) => <EndLabel key={end.id} {...end} y={places[i] ?? end.y} size={size} />);
}
