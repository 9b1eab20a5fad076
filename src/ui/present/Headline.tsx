import { t } from '@lingui/core/macro';
import { MarkShape } from '../compare/MarkShape';

interface NamedFigure {
  /** "Validation accuracy with dropout" */
  readonly name: string;
  readonly value: string;
}

/** What stands in the largest type above the charts. */
export type HeadlineProps =
  | { readonly kind: 'sentence'; readonly main: string; readonly besides: string; readonly isLoud?: boolean }
  /** An epoch, and a figure of each side after it. */
  | {
      readonly kind: 'figures';
      readonly epoch: number;
      readonly epochs: number;
      readonly besides: string;
      /** Without dropout, and with it. */
      readonly figures: readonly [NamedFigure, NamedFigure];
    }
  | {
      readonly kind: 'spotlight';
      readonly name: string;
      readonly value: string;
      readonly epoch: number;
      readonly epochs: number;
      readonly arm: 0 | 1;
    };

export function Headline(props: HeadlineProps) {
  switch (props.kind) {
    case 'sentence':
      return (
        <div className="present-headline" data-kind="sentence">
          <p
            className={props.isLoud ? 'present-loud' : 'present-sentence'}
            data-long={props.main.length > 110 || undefined}
          >
            {props.main}
          </p>
          {props.besides && <p className="present-besides">{props.besides}</p>}
        </div>
      );
    case 'figures':
      return (
        <div className="present-headline" data-kind="figures">
          <Epoch {...props} />
          <dl className="present-figures compare">
            {([0, 1] as const).map((arm) => (
              <Figure key={arm} arm={arm} {...props.figures[arm]} />
            ))}
          </dl>
        </div>
      );
    case 'spotlight':
      return (
        <div className="present-headline" data-kind="figures">
          <Epoch epoch={props.epoch} epochs={props.epochs} besides="" />
          <p className="compare present-lit">
            <span>{props.name}</span> <strong style={{ color: colours[props.arm] }}>{props.value}</strong>
          </p>
        </div>
      );
    default:
      return props satisfies never;
  }
}

interface EpochProps {
  readonly epoch: number;
  readonly epochs: number;
  readonly besides: string;
}

function Epoch({ epoch, epochs, besides }: EpochProps) {
  return (
    <p className="present-epoch">
      <strong>{t`epoch ${epoch}`}</strong>
      <span>{besides || t`of ${epochs}`}</span>
    </p>
  );
}

interface FigureProps extends NamedFigure {
  readonly arm: 0 | 1;
}

function Figure({ arm, name, value }: FigureProps) {
  const colour = colours[arm];
  return (
    <div>
      <dt>{name}</dt>
      <dd style={{ color: colour }}>
        <svg viewBox="0 0 24 24" aria-hidden>
          <MarkShape mark={arm === 0 ? 'square' : 'diamond'} x={12} y={12} colour={colour} size={8} />
        </svg>
        {value}
      </dd>
    </div>
  );
}

const colours = ['var(--compare-without-validation)', 'var(--compare-with-validation)'] as const;
