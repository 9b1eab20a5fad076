import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { presetSample } from '../../core/presets';
import { defaultsFor } from '../../core/samples';

/** Every run of the plans takes as many. */
const { epochs } = defaultsFor(presetSample);

/** Of the drawing, in its own units. */
const frame = { left: 44, top: 8, width: 300, height: 160 };

/** Charts without curves, to draw them by hand: where nothing can be run, and to predict. */
export const EmptyCharts = () => (
  <section className="lab-whole">
    <h3>
      <Trans>To draw the curves on</Trans>
    </h3>
    <p>
      <Trans>
        Run ____. One line for training accuracy, another kind of line for validation accuracy, from the first epoch to
        epoch {epochs}.
      </Trans>
    </p>
    <div className="lab-empty-charts">
      {[t`Without dropout`, t`With dropout`].map((side) => (
        <figure key={side}>
          <figcaption>{side}</figcaption>
          <EmptyChart />
        </figure>
      ))}
    </div>
  </section>
);

/** For the eye and the pencil alone. */
function EmptyChart() {
  const { left, top, width, height } = frame;
  const bottom = top + height;
  return (
    <svg viewBox={`0 0 ${left + width + 16} ${bottom + 38}`} aria-hidden>
      {[0, 25, 50, 75, 100].map((share) => {
        const y = bottom - (height * share) / 100;
        return (
          <g key={share}>
            <line x1={left} x2={left + width} y1={y} y2={y} />
            <text x={left - 6} y={y + 4} textAnchor="end">{`${share}\u00a0%`}</text>
          </g>
        );
      })}
      {[0, 1, 2, 3, 4].map((quarter) => (
        <text key={quarter} x={left + (width * quarter) / 4} y={bottom + 16} textAnchor="middle">
          {(epochs * quarter) / 4}
        </text>
      ))}
      <text x={left + width / 2} y={bottom + 33} textAnchor="middle">
        {t`Epochs`}
      </text>
      <rect x={left} y={top} width={width} height={height} />
    </svg>
  );
}
