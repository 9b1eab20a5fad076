import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';

/** Pictures fall through the frozen base into two heads: whole, and with units dropped. No curves: those must be real. */
export function HeroArt() {
  return (
    <svg className="hero" viewBox="0 0 520 430" aria-hidden>
      <Tiles />
      <path className="hero-flow" d="M260 80v22" />
      <Frozen />
      <path className="hero-flow" d="M260 216v22" />
      <Cut />
      <MiniHead left={24} side="without" title={t`without dropout`} dropped={[]} />
      <MiniHead left={300} side="with" title={t`with dropout`} dropped={[1, 4]} />
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
        <Trans>frozen base</Trans>
      </text>
    </g>
  );
}

/** The cut, what comes out at it, and the way to both heads. */
function Cut() {
  const features = Array.from({ length: 8 }, (_, i) => 149 + i * 29.7);
  return (
    <g>
      <path className="hero-cut" d="M60 228h400" />
      {features.map((x) => (
        <rect key={x} className="hero-block" x={x} y="243" width="14" height="14" rx="3" />
      ))}
      <path className="hero-branch" d="M222 266c-8 18-80 4-98 22M298 266c8 18 80 4 98 22" />
    </g>
  );
}

interface MiniHeadProps {
  readonly left: number;
  /** Warm and cool, as in the real charts. */
  readonly side: 'without' | 'with';
  readonly title: string;
  /** Indices of the hidden units that are off at this step. */
  readonly dropped: readonly number[];
}

const hiddenAt = [28, 56, 84, 112, 140, 168];
const outputsAt = [62, 134];

function MiniHead({ left, side, title, dropped }: MiniHeadProps) {
  const kept = hiddenAt.filter((_, i) => !dropped.includes(i));
  return (
    <g className={`hero-${side}`} transform={`translate(${left} 288)`}>
      <rect className="hero-card" width="196" height="140" rx="12" />
      {kept.flatMap((x) =>
        outputsAt.map((to) => <path key={`${x}-${to}`} className="hero-wire" d={`M${x} 34L${to} 86`} />),
      )}
      {hiddenAt.map((x, i) => (
        <circle key={x} className={dropped.includes(i) ? 'hero-unit hero-dropped' : 'hero-unit'} cx={x} cy="34" r="8" />
      ))}
      {outputsAt.map((x) => (
        <circle key={x} className="hero-output" cx={x} cy="86" r="9" />
      ))}
      <text className="hero-label" x="98" y="122" textAnchor="middle">
        {title}
      </text>
    </g>
  );
}
