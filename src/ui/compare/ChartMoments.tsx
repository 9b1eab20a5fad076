import { DefaultZIndexes, usePlotArea, useXAxisScale, ZIndexLayer } from 'recharts';
import type { Moment } from './moments';
import { validationColour } from './series';

/** Upright lines at epochs worth marking: a flag at the top where early stopping would have stopped, a grip at the foot of the one looked at. */
export function ChartMoments({ moments }: { readonly moments: readonly Moment[] }) {
  const x = useXAxisScale();
  const plot = usePlotArea();
  if (!x || !plot) return null;
  const [top, foot] = [plot.y, plot.y + plot.height];
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.line}>
      {moments.map(({ epoch, arm }) => {
        const at = x(epoch);
        if (at === undefined) return null;
        const key = `${arm} ${epoch}`;
        return arm === null ? (
          <g key={key} stroke="var(--compare-text)" fill="var(--compare-text)">
            <path d={`M${at},${top}V${foot}`} strokeWidth={2} />
            <path d={`M${at},${foot - 9}l6,9h-12z`} stroke="none" />
          </g>
        ) : (
          <g key={key} stroke={validationColour(arm)} fill={validationColour(arm)}>
            <path d={`M${at},${top}V${foot}`} strokeWidth={1.5} strokeDasharray="1 4" strokeLinecap="round" />
            <path d={`M${at},${top}h11l-4,4.5l4,4.5h-11z`} stroke="none" />
          </g>
        );
      })}
    </ZIndexLayer>
  );
}
