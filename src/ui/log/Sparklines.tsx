import { t } from '@lingui/core/macro';
import { decimal, percent } from '../../core/figures';
import { curvePath } from '../../core/log/curvePath';
import { curveRange } from '../../core/log/curveRange';
import { curvesWords } from '../../core/log/entryWords';
import type { LogCurves } from '../../core/log/logEntry';

export interface SparklinesProps {
  /** Both arms. */
  readonly curves: readonly LogCurves[];
  /** Planned: a training that was cut short ends in the middle. */
  readonly epochs: number;
}

const width = 150;
const height = 52;
const edge = 3;

/** Both arms' accuracies, small, on one axis; dash and words tell training from validation. */
export function Sparklines({ curves, epochs }: SparklinesProps) {
  const range = curveRange(curves, 'accuracy');
  return (
    <div className="log-sparks">
      {curves.map((own, arm) => (
        <figure key={own.arm} className="log-spark" data-arm={arm === 0 ? 'without' : 'with'}>
          <figcaption>{arm === 0 ? t`Without dropout` : withWords(decimal(own.dropoutRate))}</figcaption>
          {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here, so that there is no file for an <img> */}
          <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={curvesWords(own)}>
            <path className="log-spark-ground" d={`M0,${height - 0.5}H${width}`} />
            <path className="log-spark-training" d={path(own.training, epochs, range)} />
            <path className="log-spark-validation" d={path(own.validation, epochs, range)} />
          </svg>
          <LastFigure name="training" values={own.training} />
          <LastFigure name="validation" values={own.validation} />
        </figure>
      ))}
    </div>
  );
}

const withWords = (rate: string) => t`With dropout ${rate}`;

function LastFigure({
  name,
  values,
}: {
  readonly name: 'training' | 'validation';
  readonly values: readonly number[];
}) {
  return (
    <span className="log-spark-figure">
      <svg viewBox="0 0 26 8" width="26" height="8" aria-hidden>
        <path className={`log-spark-${name}`} d="M0,4H26" />
      </svg>
      {name === 'training' ? t`training` : t`validation`}{' '}
      <strong>{values.length === 0 ? '–' : percent(values.at(-1) ?? Number.NaN)}</strong>
    </span>
  );
}

/** A single epoch is drawn as a short line. */
function path(values: readonly number[], epochs: number, [low, high]: readonly [number, number]): string {
  const drawn = curvePath(
    values,
    (epoch) => (width * epoch) / Math.max(epochs, 1),
    (value) => edge + (height - 2 * edge) * (1 - (value - low) / (high - low)),
  );
  return values.length === 1 && drawn !== '' ? `${drawn}h3` : drawn;
}
