import { Plural, Trans } from '@lingui/react/macro';
import type { SubnetworkStrip } from '../../core/inside/inside';
import { Word } from '../words/Word';
import { distinctWords, gridWords } from './networkWords';

/** The strip of one network. */
export type ArmMasks = Pick<SubnetworkStrip, 'epoch' | 'drawn' | 'layer'> & SubnetworkStrip['arms'][number];

interface SubnetworkStripViewProps {
  readonly strip: ArmMasks;
  /** Units of the strip's layer that are drawn; 0: the layer is not there. */
  readonly units: number;
  /** P(a unit is dropped) */
  readonly rate: number;
}

const most = 24;
const step = 7;

/** The sub-networks that one network has been so far, each as a grid of its units. */
export function SubnetworkStripView({ strip, units, rate }: SubnetworkStripViewProps) {
  const { epoch, drawn, layer } = strip;
  // At the start none are drawn either, and that does not mean that none ever will be.
  const isSame = rate === 0 || (drawn === 0 && epoch > 0);
  const latest = isSame ? [Array.from({ length: units }, () => false)] : strip.masks.slice(-most);
  const shown = units === 0 ? [] : latest;
  return (
    <div className="net-subnetworks">
      <p className="lab-soft lab-numbers">
        {isSame ? (
          <>
            <Trans>
              <strong>Always the same network:</strong> nothing is ever dropped.
            </Trans>
          </>
        ) : drawn === 0 ? (
          <>
            <Trans>
              <strong>No masks drawn yet:</strong> nothing is trained.
            </Trans>
          </>
        ) : (
          <>
            <Trans>
              <strong>
                <Plural value={drawn} one="# mask" other="# masks" /> drawn so far,
              </strong>{' '}
              a <Word of="subnetwork">sub-network</Word> each.
            </Trans>{' '}
            {distinctWords(strip)}
          </>
        )}
        {shown.length > 0 && ` ${gridWords(shown.length, units, layer, !isSame)}`}
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
