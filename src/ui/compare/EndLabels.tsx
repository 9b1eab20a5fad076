import { usePlotArea } from 'recharts';
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
  readonly isNarrow: boolean;
}

/** Name and value of every line at its end, moved apart where they would print over each other: no legend to look up. */
export function EndLabels({ ends, isNarrow }: EndLabelsProps) {
  const plot = usePlotArea();
  if (!plot) return null;
  const wanted = ends.map(({ y }) => y);
  const places = spreadLabels(wanted, isNarrow ? 17 : 19, plot.y + 4, plot.y + plot.height - 10);
  return ends.map((end, i) => <EndLabel key={end.id} {...end} y={places[i] ?? end.y} isNarrow={isNarrow} />);
}
