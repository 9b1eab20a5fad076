import { t } from '@lingui/core/macro';
import type { PictureClass, Side } from '../../core/collection';
import { ClassMark } from '../pictures/ClassMark';

export interface MapLegendProps {
  readonly classes: readonly PictureClass[];
  /** Sides that occur. */
  readonly sides: readonly (Side | null)[];
}

const words = { training: t`training`, validation: t`validation`, none: t`not used by this seed` } as const;

/** What colours, signs, frames and dots stand for. */
export function MapLegend({ classes, sides }: MapLegendProps) {
  return (
    <ul className="feature-legend" aria-label={t`Legend`}>
      {classes.map(({ id, name, style }) => (
        <li key={id}>
          <ClassMark style={style} size={16} />
          {name}
        </li>
      ))}
      {sides.map((side) => (
        <li key={side ?? 'none'}>
          <SideSample side={side} />
          {words[side ?? 'none']}
        </li>
      ))}
    </ul>
  );
}

/** A frame and a dot as on the maps, without the colour of a class. */
function SideSample({ side }: { readonly side: Side | null }) {
  const dash = side === 'training' ? undefined : side === 'validation' ? '4 3' : '1 4';
  return (
    <svg className="feature-side" width={40} height={20} viewBox="0 0 40 20" aria-hidden>
      <rect x={2} y={2} width={16} height={16} strokeDasharray={dash} fill="none" strokeWidth={2} />
      <circle
        cx={31}
        cy={10}
        r={side === null ? 2.5 : 5}
        fill={side === 'validation' ? 'none' : undefined}
        strokeWidth={1.5}
      />
    </svg>
  );
}
