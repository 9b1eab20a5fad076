import { Trans } from '@lingui/react/macro';
import type { Anatomy, FeatureCut } from '../../core/base';
import { blockShapes } from './blockShape';

export interface BaseBlocksProps {
  /** null: not known before the base is here. */
  readonly anatomy: Anatomy | null;
  readonly cut: FeatureCut | null;
}

/** Width and height of the drawing. */
const [w, h] = [420, 190];
const left = 10;
const right = w - 10;
const middle = 88;
/** The tallest block. */
const tall = 128;
/** Where the features of a joined block run to those of the cut. */
const under = middle + tall / 2 + 8;

/** Blocks from early (large maps, few channels) to late (small maps, many channels), and the cut. */
export function BaseBlocks({ anatomy, cut }: BaseBlocksProps) {
  const shapes = anatomy ? blockShapes(anatomy.blocks) : unknown;
  const pitch = (right - left) / shapes.length;
  const line = cut ? (cut.blocks[cut.blocks.length - 1] ?? 0) : -1;
  const at = left + (line + 1) * pitch;
  const centre = (i: number) => left + (i + 0.5) * pitch - 1.5;
  return (
    <svg viewBox={`0 0 ${w} ${h}`}>
      {shapes.map((shape, i) => {
        const height = tall * shape.height;
        const width = (pitch - 6) * shape.width;
        return (
          <rect
            key={`block-${i + 1}`}
            className={i <= line ? 'block' : 'block block-unused'}
            style={{ animationDelay: `${i * 90}ms` }}
            x={centre(i) - width / 2}
            y={middle - height / 2}
            width={width}
            height={height}
            rx={Math.min(4, width / 2)}
          />
        );
      })}
      {cut?.blocks.length === 2 && (
        <>
          <path
            className="block-joined"
            d={`M${centre(cut.blocks[0])} ${middle + (tall / 2) * (shapes[cut.blocks[0]]?.height ?? 1)}V${under}H${at}`}
          />
          <text className="block-word block-word-joined" x={at - 8} y={under - 9} textAnchor="end">
            <Trans>joined</Trans>
          </text>
        </>
      )}
      {cut && (
        <>
          <path className="block-cut" d={`M${at - 1.5} 20V${under}`} />
          <text className="block-word block-word-cut" x={Math.min(at, w - 14)} y={14} textAnchor="middle">
            <Trans>cut</Trans>
          </text>
        </>
      )}
      <text className="block-word" x={left} y={h - 4}>
        <Trans>early: edges, colours</Trans>
      </text>
      <text className="block-word" x={right} y={h - 4} textAnchor="end">
        <Trans>late: parts, things</Trans>
      </text>
    </svg>
  );
}

/** What every convolutional base looks like. */
const unknown = Array.from({ length: 12 }, (_, i) => ({ height: 1 - (0.62 * i) / 11, width: 0.35 + (0.5 * i) / 11 }));
