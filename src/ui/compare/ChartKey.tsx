import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { setPercent } from '../../core/figures';
import { MarkShape } from './MarkShape';
import { dashes, marks } from './series';

interface ChartKeyProps {
  readonly seeds: number;
  readonly seen: boolean;
  readonly singleRuns: boolean;
  /** Whether the gap is shaded. */
  readonly shaded: boolean;
  /** Reference on training accuracy, where labels are wrong on purpose. */
  readonly reference: number | null;
  /** Whether epochs of lowest validation loss are marked. */
  readonly stops: boolean;
  /** The epoch that is looked at; null: the latest, unmarked. */
  readonly lookedAt: number | null;
}

/** How to read the charts. */
export function ChartKey({ seeds, seen, singleRuns, shaded, reference, stops, lookedAt }: ChartKeyProps) {
  const curves = seen ? (['training', 'validation', 'seen'] as const) : (['training', 'validation'] as const);
  const words = { training: 'training', validation: 'validation', seen: t`training, as seen during training` };
  return (
    <ul className="compare-key" aria-label={t`How to read the charts`}>
      {curves.map((curve) => (
        <li key={curve}>
          <Sample dash={dashes[curve]}>
            <MarkShape mark={marks[curve]} x={20} y={8} colour="var(--compare-axis)" />
          </Sample>
          {words[curve]}
        </li>
      ))}
      {shaded && (
        <li>
          <Trans>
            <Swatch opacity={0.35} />
            gap between the two
          </Trans>
        </li>
      )}
      {seeds > 1 && (
        <li>
          <Trans>
            <Swatch opacity={0.6} />
            95&nbsp;% band of the mean over {seeds} seeds
          </Trans>
        </li>
      )}
      {singleRuns && (
        <li>
          <Trans>
            <Sample width={1} />
            single runs
          </Trans>
        </li>
      )}
      {reference !== null && (
        <li>
          <Trans>
            <Sample dash="5 5" width={1.5} />
            {setPercent(reference)}: training accuracy of a head that learns no wrong label
          </Trans>
        </li>
      )}
      {stops && (
        <li>
          <Trans>
            <Upright d="M4,0h10l-4,4l4,4h-10z" dash="1 3" />
            lowest {seeds > 1 && 'mean '}validation loss
          </Trans>
        </li>
      )}
      {lookedAt !== null && (
        <li>
          <Trans>
            <Upright d="M4,8l5,8h-10z" colour="var(--compare-text)" />
            {lookedAt === 0 ? t`the start` : t`epoch ${lookedAt}`}, looked at
          </Trans>
        </li>
      )}
    </ul>
  );
}

interface SampleProps {
  readonly dash?: string | undefined;
  readonly width?: number;
  readonly children?: React.ReactNode;
}

const Sample = ({ dash, width = 2.5, children }: SampleProps) => (
  <svg width={40} height={16} aria-hidden>
    <path d="M0,8H40" stroke="var(--compare-axis)" strokeWidth={width} strokeDasharray={dash} />
    {children}
  </svg>
);

interface UprightProps {
  /** What marks its end. */
  readonly d: string;
  readonly dash?: string;
  readonly colour?: string;
}

const Upright = ({ d, dash, colour = 'var(--compare-axis)' }: UprightProps) => (
  <svg width={16} height={16} aria-hidden stroke={colour} fill={colour} overflow="visible">
    <path d="M4,0V16" strokeWidth={1.75} strokeDasharray={dash} />
    <path d={d} stroke="none" />
  </svg>
);

const Swatch = ({ opacity }: { readonly opacity: number }) => (
  <svg width={28} height={16} aria-hidden>
    <rect width={28} height={16} rx={3} fill="var(--compare-axis)" opacity={opacity} />
  </svg>
);
