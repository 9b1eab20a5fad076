import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { setPercent } from '../../core/figures';
import { Word } from '../words/Word';
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
          <Swatch opacity={0.35} />
          <span>
            <Trans>
              <Word of="gap">gap</Word> between the two
            </Trans>
          </span>
        </li>
      )}
      {seeds > 1 && (
        <li>
          <Swatch opacity={0.6} />
          <span>
            <Trans>
              <Word of="interval">95&nbsp;% band</Word> of the mean over {seeds} <Word of="seed">seeds</Word>
            </Trans>
          </span>
        </li>
      )}
      {singleRuns && (
        <li>
          <Sample width={1} />
          <Trans>single runs</Trans>
        </li>
      )}
      {reference !== null && (
        <li>
          <Sample dash="5 5" width={1.5} />
          <ReferenceWords share={setPercent(reference)} />
        </li>
      )}
      {stops && (
        <li>
          <Upright d="M4,0h10l-4,4l4,4h-10z" dash="1 3" />
          <span>
            {seeds > 1 ? (
              <Trans>
                lowest mean validation <Word of="loss">loss</Word>
              </Trans>
            ) : (
              <Trans>
                lowest validation <Word of="loss">loss</Word>
              </Trans>
            )}
          </span>
        </li>
      )}
      {lookedAt !== null && (
        <li>
          <Upright d="M4,8l5,8h-10z" colour="var(--compare-text)" />
          {lookedAt === 0 ? <Trans>the start, looked at</Trans> : <Trans>epoch {lookedAt}, looked at</Trans>}
        </li>
      )}
    </ul>
  );
}

const words = {
  training: <Word of="training">{t`training`}</Word>,
  validation: <Word of="validation">{t`validation`}</Word>,
  seen: <Trans>training, as seen during training</Trans>,
} as const;

const ReferenceWords = ({ share }: { readonly share: string }) => (
  <Trans>{share}: training accuracy of a head that learns no wrong label</Trans>
);

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
