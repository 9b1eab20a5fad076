import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { DrawnWeights, SampledUnits } from '../../core/inside/inside';
import { OutputLabel } from './OutputLabel';
import { type DrawnLayer, wiresBetween } from './wires';

/** Units that are off in this drawing; empty lists: none. */
interface DrawnMask {
  readonly features: readonly boolean[];
  readonly hidden: readonly boolean[];
}

export interface NetworkDrawingProps {
  readonly sample: SampledUnits;
  readonly weights: DrawnWeights;
  /** The weight that is drawn as thick as it gets. */
  readonly scale: number;
  readonly mask: DrawnMask;
  readonly classNames: readonly string[];
  /** [C]; null: no picture is shown to the network. */
  readonly answers: readonly number[] | null;
  /** What happens to the network now; null: nothing. */
  readonly flow: 'forward' | 'backward' | 'updated' | null;
}

const flowWords = { forward: t`forward`, backward: t`backward`, updated: t`Weights updated` } as const;

const width = 400;
const top = 30;
const columns = { features: 14, hidden: 142, outputs: 262 } as const;
const noLayer: DrawnLayer = { at: [], dropped: [] };

/** Real features, hidden units and classes of one network, its weights as lines. What it says in words stands beside it. */
export function NetworkDrawing(props: NetworkDrawingProps) {
  const { sample, weights, scale, mask, classNames, answers, flow } = props;
  const most = Math.max(sample.features.length, sample.hidden.length, sample.outputs.length);
  const height = Math.max(270, most * 20);
  const place = (x: number, n: number, dropped: readonly boolean[]): DrawnLayer => ({
    at: Array.from({ length: n }, (_, i) => ({ x, y: top + ((i + 0.5) / n) * height })),
    dropped,
  });
  const features = place(columns.features, sample.features.length, mask.features);
  const hidden = sample.hidden.length > 0 ? place(columns.hidden, sample.hidden.length, mask.hidden) : null;
  const outputs = place(columns.outputs, sample.outputs.length, []);
  const layers = [
    { name: 'features', radius: 5, ...features },
    { name: 'hidden', radius: 7, ...(hidden ?? noLayer) },
  ];
  const first = hidden ? wiresBetween(features, hidden, weights.first, scale) : [];
  const last = wiresBetween(hidden ?? features, outputs, weights.last, scale);
  const lines = [
    ...first.map((wires) => ({ layer: 'first', ...wires })),
    ...last.map((wires) => ({ layer: 'last', ...wires })),
  ];
  const foot = top + height + 18;
  return (
    <svg className="net-drawing" viewBox={`0 0 ${width} ${top + height + (flow ? 30 : 8)}`} aria-hidden>
      <g className="net-heads">
        <text x="2" y="14">
          <Trans>Features</Trans>
        </text>
        {hidden && (
          <text x={columns.hidden} y="14" textAnchor="middle">
            <Trans>Hidden layer</Trans>
          </text>
        )}
        <text x={columns.outputs - 9} y="14">
          <Trans>Classes</Trans>
        </text>
      </g>
      {lines.map(({ layer, sign, bucket, d }) => (
        <path key={`${layer}-${sign}-${bucket}`} className="net-wire" data-sign={sign} data-bucket={bucket} d={d} />
      ))}
      {layers.map(({ name, radius, at, dropped }) =>
        at.map(({ x, y }, i) => (
          <circle key={`${name}-${y}`} className="net-unit" data-dropped={dropped[i]} cx={x} cy={y} r={radius} />
        )),
      )}
      {outputs.at.map(({ x, y }, i) => {
        const output = sample.outputs[i] ?? i;
        const probability = answers?.[output] ?? null;
        return (
          <g key={output}>
            <circle className="net-unit net-output" cx={x} cy={y} r="9" />
            <OutputLabel
              name={classNames[output] ?? ''}
              probability={probability}
              x={x + 17}
              y={y}
              tall={height / outputs.at.length >= 36}
            />
          </g>
        );
      })}
      {flow && (
        <g className="net-flow">
          {flow !== 'updated' && (
            <path d={flow === 'forward' ? `M8 ${foot}H268m-8 -5l8 5l-8 5` : `M268 ${foot}H8m8 -5l-8 5l8 5`} />
          )}
          <text x={flow === 'updated' ? 2 : 280} y={foot + 5}>
            {flowWords[flow]}
          </text>
        </g>
      )}
    </svg>
  );
}
