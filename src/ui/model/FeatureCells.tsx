import { stream } from '../../core/rng';

export interface FeatureCellsProps {
  /** One entry for each drawn feature: is it dropped in this draw? */
  readonly dropped: readonly boolean[];
}

const columns = 4;
const pitch = 13;

/** A sample of the features as shades; the shades are only a picture of numbers, not somebody's real ones. */
export function FeatureCells({ dropped }: FeatureCellsProps) {
  const rows = Math.ceil(dropped.length / columns);
  return (
    <svg viewBox={`0 0 ${columns * pitch} ${rows * pitch}`}>
      {dropped.map((gone, i) => (
        <rect
          key={`cell-${i + 1}`}
          className={gone ? 'cell cell-dropped' : 'cell'}
          fillOpacity={gone ? 0 : (shades[i % shades.length] ?? 1)}
          x={(i % columns) * pitch + 1.5}
          y={Math.floor(i / columns) * pitch + 1.5}
          width={pitch - 3}
          height={pitch - 3}
          rx="2"
        />
      ))}
    </svg>
  );
}

const { uniform } = stream(7, 'init');
const shades = Array.from({ length: 60 }, () => 0.18 + 0.82 * uniform() ** 2);
