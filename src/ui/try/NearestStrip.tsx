import { Trans } from '@lingui/react/macro';
import { Note } from '../layout/Note';
import { ClassMark } from '../pictures/ClassMark';
import { Word } from '../words/Word';
import { distanceFigures, distanceWords, goneWords, isFar, type Unusual } from './tryWords';

export interface ShownNeighbour {
  /** Of the picture. */
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly className: string;
  /** The class's `style`. */
  readonly style: number;
  /** The class that training was told instead, on purpose; null: the true one. */
  readonly toldClass: string | null;
  readonly distance: number;
}

export interface NearestStripProps {
  /** "the first seed" */
  readonly seed: string;
  /** The nearest first. */
  readonly nearest: readonly ShownNeighbour[];
  /** How far that is from what is usual; null: it is being worked out, or there is nothing to compare with. */
  readonly unusual: Unusual | null;
  /** Training pictures that are no longer there. */
  readonly gone: number;
}

/** The training pictures that lie nearest, and whether that is near. */
export function NearestStrip({ seed, nearest, unusual, gone }: NearestStripProps) {
  return (
    <div className="try-nearest">
      <h4 className="try-arm-name">
        <Trans>
          The <Word of="nearest-neighbour">nearest</Word> <Word of="training">training pictures</Word>
        </Trans>
      </h4>
      {unusual && <Note tone={isFar(unusual) ? 'warn' : 'plain'}>{distanceWords(unusual)}</Note>}
      <ol className="try-neighbours">
        {nearest.map(({ id, url, name, className, style, toldClass }) => (
          <li key={id}>
            <img src={url} alt="" width={88} height={88} title={name} />
            <span className="try-neighbour-class">
              <ClassMark style={style} size={14} />
              {className}
            </span>
            {toldClass !== null && (
              <span className="lab-soft">
                <Trans>told to be {toldClass}, on purpose</Trans>
              </span>
            )}
          </li>
        ))}
      </ol>
      {gone > 0 && <p className="lab-soft">{goneWords(gone)}</p>}
      <details className="measure-more">
        <summary>
          <Trans>How near is that?</Trans>
        </summary>
        <p className="lab-soft lab-numbers">
          {distanceFigures(
            nearest.map(({ distance }) => distance),
            unusual,
            seed,
          )}{' '}
          <Trans>
            Measured as Euclidean distance over the base’s <Word of="features">features</Word>, each{' '}
            <Word of="standardise">standardised</Word> as for this seed’s heads.
          </Trans>
        </p>
      </details>
    </div>
  );
}
