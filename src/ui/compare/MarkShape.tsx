import type { Mark } from './series';

interface MarkShapeProps {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly size?: number;
}

/** A marker; circles are hollow, so that training and validation differ without colour. */
export function MarkShape({ mark, x, y, colour, size = 4 }: MarkShapeProps) {
  const paper = 'var(--compare-paper)';
  const path = shapes[mark](x, y, size);
  return mark === 'circle' ? (
    <path d={path} fill={paper} stroke={colour} strokeWidth={2} />
  ) : (
    <path d={path} fill={colour} stroke={paper} strokeWidth={1.25} />
  );
}

const shapes: Readonly<Record<Mark, (x: number, y: number, r: number) => string>> = {
  circle: (x, y, r) => `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`,
  square: (x, y, r) => `M${x - r},${y - r}h${2 * r}v${2 * r}h${-2 * r}z`,
  triangle: (x, y, r) => `M${x},${y - r * 1.2}l${r * 1.2},${r * 2.1}h${-r * 2.4}z`,
  diamond: (x, y, r) =>
    `M${x},${y - r * 1.35}l${r * 1.35},${r * 1.35}l${-r * 1.35},${r * 1.35}l${-r * 1.35},${-r * 1.35}z`,
};
