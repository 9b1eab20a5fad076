export interface BaseBlocksProps {
  readonly blocks: number;
  /** Blocks before the cut; the others are not run. */
  readonly used: number;
}

/** Width and height of the drawing. */
const [w, h] = [420, 172];
const left = 10;
const right = w - 10;
const middle = 74;

/** Blocks from early (large maps, few channels) to late (small maps, many channels), and the cut. */
export function BaseBlocks({ blocks, used }: BaseBlocksProps) {
  const pitch = (right - left) / blocks;
  const cut = left + used * pitch;
  return (
    <svg viewBox={`0 0 ${w} ${h}`}>
      {Array.from({ length: blocks }, (_, i) => {
        const late = i / (blocks - 1);
        const height = 136 - 84 * late;
        const width = pitch * (0.42 + 0.3 * late);
        return (
          <rect
            key={`block-${i + 1}`}
            className={i < used ? 'block' : 'block block-unused'}
            style={{ animationDelay: `${i * 90}ms` }}
            x={left + (i + 0.5) * pitch - width / 2 - 1.5}
            y={middle - height / 2}
            width={width}
            height={height}
            rx="4"
          />
        );
      })}
      <path className="block-cut" d={`M${cut - 1.5} 0V${h - 22}`} />
      <text className="block-word" x={left} y={h - 4}>
        early: edges, colours
      </text>
      <text className="block-word" x={cut - 50} y={h - 4} textAnchor="end">
        late: parts, things
      </text>
      <text className="block-word block-word-cut" x={Math.min(cut, w - 20)} y={h - 4} textAnchor="middle">
        cut
      </text>
    </svg>
  );
}
