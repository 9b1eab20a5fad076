import { memo } from 'react';
import { histogram } from './monteCarloWords';

export interface PassStripProps {
  /** Sorted probabilities of the passes; may be empty. */
  readonly passes: Float32Array;
  /** Of the whole network. */
  readonly whole: number;
  readonly side: 'without' | 'with';
  /** In words. */
  readonly label: string;
}

const bins = 50;
const height = 40;

/** Where the answers of the masked passes lie between 0 and 100 %, and the one of the whole network. */
export const PassStrip = memo(function PassStrip({ passes, whole, side, label }: PassStripProps) {
  const counts = histogram(passes, bins);
  const most = Math.max(1, ...counts);
  const bars = counts
    .map((n, i) => (n === 0 ? '' : `M${i + 0.08},${height}v${-Math.max(1.5, (n / most) * height)}h0.84V${height}z`))
    .join('');
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here, so that there is no file for an <img>
    <div className="measure-strip" data-side={side} role="img" aria-label={label}>
      <svg viewBox={`0 0 ${bins} ${height}`} preserveAspectRatio="none" aria-hidden>
        <path d={bars} />
      </svg>
      <span className="measure-strip-single" style={{ left: `${whole * 100}%` }} />
    </div>
  );
});
