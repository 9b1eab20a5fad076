/** Mean accuracy at epochs 1, 5, 10, 20, 40, 60 of a measured experiment, so that even the drawing tells no lie. */
const epochs = [1, 5, 10, 20, 40, 60];
const curves = {
  without: { training: [0.64, 0.87, 0.96, 1, 1, 1], validation: [0.63, 0.7, 0.68, 0.68, 0.67, 0.67] },
  with: { training: [0.51, 0.69, 0.74, 0.78, 0.81, 0.84], validation: [0.52, 0.69, 0.71, 0.73, 0.74, 0.74] },
} as const;

const x = (epoch: number) => 14 + ((epoch - 1) / 59) * 168;
const y = (accuracy: number) => 128 - ((accuracy - 0.45) / 0.58) * 112;
const points = (values: readonly number[]) => values.map((v, i) => [x(epochs[i] ?? 1), y(v)] as const);
const line = (values: readonly number[]) =>
  `M${points(values)
    .map((p) => p.join(' '))
    .join('L')}`;
const between = (top: readonly number[], bottom: readonly number[]) =>
  `M${[...points(top), ...points(bottom).toReversed()].map((p) => p.join(' ')).join('L')}Z`;

/** Pictures fall through the frozen base into a head, and two charts grow out of it. */
export function HeroArt() {
  return (
    <svg className="hero" viewBox="0 0 520 430" aria-hidden>
      <Tiles />
      <path className="hero-flow" d="M260 80v22" />
      <Frozen />
      <path className="hero-flow" d="M260 216v22" />
      <Heads />
      <MiniChart left={24} side="without" title="without dropout" arm={curves.without} />
      <MiniChart left={300} side="with" title="with dropout" arm={curves.with} />
    </svg>
  );
}

function Tiles() {
  const shapes = [
    'M14 42 28 16l14 26Z',
    'M15 15h26v26H15Z',
    'M28 13 43 28 28 43 13 28Z',
    'M28 13a15 15 0 1 0 .01 0Z',
    'M28 12l14 10-5 18H19l-5-18Z',
  ];
  return (
    <g>
      {shapes.map((d, i) => (
        <g key={d} transform={`translate(${88 + i * 72} 18)`}>
          <rect className="hero-tile" width="56" height="56" rx="10" />
          <path d={d} fill={`var(--class-${(i * 3) % 7})`} />
        </g>
      ))}
    </g>
  );
}

function Frozen() {
  const heights = [64, 58, 58, 52, 52, 44, 44, 44, 36, 36, 36, 28, 28, 28];
  return (
    <g>
      <rect className="hero-base" x="88" y="106" width="344" height="110" rx="16" />
      {heights.map((h, i) => (
        <rect
          key={`block-${i * 22}`}
          className="hero-block"
          x={106 + i * 22.6}
          y={177 - h / 2}
          width="14"
          height={h}
          rx="4"
        />
      ))}
      <text className="hero-label hero-ice" x="106" y="130">
        frozen base
      </text>
    </g>
  );
}

function Heads() {
  const dots = Array.from({ length: 8 }, (_, i) => 156 + i * 29.7);
  return (
    <g>
      <path className="hero-cut" d="M60 228h400" />
      {dots.map((cx, i) => (
        <circle key={cx} className={i % 3 === 1 ? 'hero-unit hero-dropped' : 'hero-unit'} cx={cx} cy="250" r="7" />
      ))}
      <path className="hero-branch" d="M222 266c-8 18-80 4-98 26M298 266c8 18 80 4 98 26" />
    </g>
  );
}

interface MiniChartProps {
  readonly left: number;
  /** Warm and cool, as in the real charts. */
  readonly side: 'without' | 'with';
  readonly title: string;
  readonly arm: { readonly training: readonly number[]; readonly validation: readonly number[] };
}

function MiniChart({ left, side, title, arm }: MiniChartProps) {
  return (
    <g className={`hero-${side}`} transform={`translate(${left} 288)`}>
      <rect className="hero-card" width="196" height="140" rx="12" />
      <path className="hero-gap" d={between(arm.training, arm.validation)} />
      <path className="hero-line hero-training" pathLength="1" d={line(arm.training)} />
      <path className="hero-line" pathLength="1" d={line(arm.validation)} />
      <text className="hero-label" x="98" y="122" textAnchor="middle">
        {title}
      </text>
    </g>
  );
}
