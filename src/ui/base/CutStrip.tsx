import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { IconArrowsHorizontal } from '@tabler/icons-react';
import { type CSSProperties, useCallback } from 'react';
import type { Anatomy, FeatureCut } from '../../core/base';
import { grouped } from '../../core/figures';
import type { BlockResponse } from '../../core/insight';
import { useControl } from '../prepared/controls';
import { blockShapes } from '../model/blockShape';
import { lineOf, lineWords } from './cutWords';
import { MapCanvas } from './MapCanvas';
import './strip.css';

export interface CutStripProps {
  readonly anatomy: Anatomy;
  /** As drawn: while the line is dragged, where it is dragged to. */
  readonly cut: FeatureCut;
  /** One entry for each block; empty while there is no picture to look at. */
  readonly responses: readonly BlockResponse[];
  /** A pointer holds the line. */
  readonly held: boolean;
  readonly onHold: () => void;
  /** @param line 0-based */
  readonly onMove: (line: number) => void;
  readonly onRelease: () => void;
}

/** The base's blocks from early to late, and the line that cuts them: a slider as high as the drawing. */
export function CutStrip({ anatomy, cut, responses, held, onHold, onMove, onRelease }: CutStripProps) {
  const { blocks } = anatomy;
  const shown = useControl('cut');
  const line = lineOf(cut);
  const taken: ReadonlySet<number> = new Set(cut.blocks);
  const shapes = blockShapes(blocks);
  // On a narrow page the strip scrolls in its own box: a new line comes into sight, but not under the finger.
  const follow = useCallback(
    (box: HTMLDivElement | null) => {
      if (!box || held) return;
      const at = ((line + 1) / blocks.length) * box.scrollWidth;
      if (at < box.scrollLeft + margin || at > box.scrollLeft + box.clientWidth - margin)
        box.scrollLeft = at - box.clientWidth / 2;
    },
    [line, blocks.length, held],
  );
  return (
    // Without the slider in it, the keyboard scrolls the box itself.
    <div
      className="strip-box"
      ref={follow}
      {...(shown === 'shown' ? {} : { role: 'group', tabIndex: 0, 'aria-label': t`Blocks of the base` })}
    >
      <div className="strip" style={{ '--blocks': blocks.length, '--line': line + 1 } as CSSProperties}>
        <ol className="strip-blocks" aria-hidden>
          {blocks.map((block, at) => {
            const response = responses[at];
            const strongest = response?.maps[0];
            const shape = shapes[at] ?? { height: 1, width: 1 };
            return (
              <li key={block.node} data-unused={at > line || undefined} data-taken={taken.has(at) || undefined}>
                <span className="strip-number">{at + 1}</span>
                <span className="strip-drawing">
                  <span
                    className="strip-bar"
                    style={{ height: `${100 * shape.height}%`, width: `${100 * shape.width}%` }}
                  />
                </span>
                <span className="strip-map">
                  {response && strongest && <MapCanvas map={strongest} side={response.side} label={null} />}
                </span>
                <span className="strip-size lab-numbers">
                  {grouped(block.channels)}
                  <br />
                  {block.side}×{block.side}
                </span>
              </li>
            );
          })}
        </ol>
        {shown !== 'hidden' && (
          <input
            type="range"
            className="strip-range"
            aria-label={t`Cut the base`}
            aria-valuetext={lineWords(anatomy, line)}
            min={1}
            max={blocks.length}
            step={1}
            value={line + 1}
            disabled={shown === 'locked' || blocks.length === 1}
            onPointerDown={onHold}
            onChange={(event) => onMove(event.currentTarget.valueAsNumber - 1)}
            onPointerUp={onRelease}
            onPointerCancel={onRelease}
            onBlur={onRelease}
          />
        )}
        <div className="strip-line" aria-hidden>
          <span>
            <Trans>cut</Trans> {shown === 'shown' && <IconArrowsHorizontal size={16} />}
          </span>
        </div>
      </div>
    </div>
  );
}

/** Pixels that the line keeps from the edges of the box. */
const margin = 48;
