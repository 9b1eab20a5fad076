import { count } from '../../core/figures';
import { differWords } from './networkWords';

export interface SubnetworkStripViewProps {
  /** Masks of one network, latest last: [shown][drawn hidden units] dropped or not. */
  readonly masks: readonly (readonly boolean[])[];
  /** Masks drawn up to now. */
  readonly drawn: number;
  /** Drawn hidden units; 0: there is no hidden layer. */
  readonly units: number;
  /** P(a unit is dropped) */
  readonly rate: number;
}

const most = 24;
const step = 7;

/** The sub-networks that one network has been so far, each as a grid of its hidden units. */
export function SubnetworkStripView({ masks, drawn, units, rate }: SubnetworkStripViewProps) {
  const same = rate === 0;
  const latest = masks.slice(-most);
  const shown = units === 0 ? [] : same ? [Array.from({ length: units }, () => false)] : latest;
  return (
    <div className="net-subnetworks">
      <p className="lab-soft lab-numbers">
        {same ? (
          <>
            <strong>Always the same network:</strong> nothing is ever dropped.
          </>
        ) : (
          <>
            <strong>{count(drawn, 'mask')} drawn so far,</strong> a sub-network each.{' '}
            {units === 0 ? 'Without a hidden layer there are no hidden units to show.' : differWords(latest)}
          </>
        )}
      </p>
      {shown.length > 0 && (
        <div className="net-glyphs" aria-hidden>
          {shown.map((mask, i) => (
            // Masks have no names; the place in the strip is all there is.
            <Glyph key={`place-${i + 1}`} mask={mask} />
          ))}
        </div>
      )}
    </div>
  );
}

function Glyph({ mask }: { readonly mask: readonly boolean[] }) {
  const across = Math.ceil(Math.sqrt(mask.length));
  const down = Math.ceil(mask.length / across);
  return (
    <svg className="net-glyph" viewBox={`0 0 ${across * step} ${down * step}`} width={across * step} aria-hidden>
      {mask.map((dropped, i) => (
        <circle
          key={`unit-${i + 1}`}
          data-dropped={dropped}
          cx={((i % across) + 0.5) * step}
          cy={(Math.floor(i / across) + 0.5) * step}
          r="2.4"
        />
      ))}
    </svg>
  );
}
