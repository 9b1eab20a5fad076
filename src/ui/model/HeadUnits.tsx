import type { ShownUnits } from './shownUnits';

export interface HeadUnitsProps {
  readonly hidden: ShownUnits;
  readonly outputs: number;
}

const [w, h] = [190, 200];
const [left, middle, right] = [4, 92, w - 12];
const inputs = 7;
const spread = (n: number, i: number) => ((i + 0.5) / n) * h;

/** Wires from the features through the hidden units to the outputs; a dropped unit is hollow and without wires. */
export function HeadUnits({ hidden, outputs }: HeadUnitsProps) {
  const { dropped, more } = hidden;
  // The last place tells how many units are not drawn.
  const places = dropped.length + (more > 0 ? 1 : 0);
  return (
    <svg className="model-wires" viewBox={`0 0 ${w} ${h}`}>
      <path className="wire" d={wires(dropped, places, outputs)} />
      {dropped.map((gone, u) => (
        <circle
          key={`unit-${u + 1}`}
          className={gone ? 'unit unit-dropped' : 'unit'}
          cx={middle}
          cy={spread(places, u)}
          r="7"
        />
      ))}
      {more > 0 && (
        <text className="unit-more" x={middle} y={spread(places, places - 1) + 5} textAnchor="middle">
          + {more}
        </text>
      )}
      {Array.from({ length: outputs }, (_, o) => (
        <circle key={`output-${o + 1}`} className="unit unit-output" cx={right} cy={spread(outputs, o)} r="9" />
      ))}
    </svg>
  );
}

/** One path for all wires: hundreds of elements would be redrawn at every epoch. */
function wires(dropped: readonly boolean[], places: number, outputs: number): string {
  const ins = range(inputs).map((i) => spread(inputs, i));
  const outs = range(outputs).map((o) => spread(outputs, o));
  if (dropped.length === 0) return ins.flatMap((from) => outs.map((to) => `M${left} ${from}L${right} ${to}`)).join('');
  const kept = range(dropped.length).filter((u) => dropped[u] === false);
  return kept
    .map((u) => spread(places, u))
    .flatMap((at) => [
      ...ins.map((from) => `M${left} ${from}L${middle} ${at}`),
      ...outs.map((to) => `M${middle} ${at}L${right} ${to}`),
    ])
    .join('');
}

const range = (n: number) => Array.from({ length: n }, (_, i) => i);
