import type { Side } from '../../core/collection';
import { classPaths, type ClassShape } from '../pictures/classStyle';

/** How one class looks on a canvas. */
export interface MarkStyle {
  /** Resolved: a canvas knows no CSS variables. */
  readonly color: string;
  readonly shape: ClassShape;
}

const pathSize = 20;
/** Edge of a dot and of the sign on a thumbnail, in px. */
const dotSize = 11;
const signSize = 10;
const frameWidth = 2;

/** Where to draw. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** A dot: filled on the training side, hollow on the validation side, small on neither. */
export function drawDot(
  context: CanvasRenderingContext2D,
  at: Place,
  style: MarkStyle,
  side: Side | null,
  ground: string,
): void {
  const size = side === null ? dotSize / 2 : dotSize;
  drawSign(context, at, style, size, side === 'validation' ? ground : style.color, style.color);
}

/** A picture in the frame of its class, solid on the training side and dashed otherwise, with the sign of its class. */
export function drawThumbnail(
  context: CanvasRenderingContext2D,
  at: Place,
  picture: CanvasImageSource,
  size: number,
  style: MarkStyle,
  side: Side | null,
  ground: string,
): void {
  const [left, top] = [Math.round(at.x - size / 2), Math.round(at.y - size / 2)];
  context.drawImage(picture, left, top, size, size);
  context.lineWidth = frameWidth;
  // Under the gaps of a dashed line there is the page, not the picture.
  context.setLineDash([]);
  context.strokeStyle = ground;
  context.strokeRect(left, top, size, size);
  context.setLineDash(side === 'training' ? [] : side === 'validation' ? [4, 3] : [1, 4]);
  context.strokeStyle = style.color;
  context.strokeRect(left, top, size, size);
  context.setLineDash([]);
  drawSign(context, { x: left, y: top }, style, signSize, style.color, ground);
}

function drawSign(
  context: CanvasRenderingContext2D,
  { x, y }: Place,
  { shape }: MarkStyle,
  size: number,
  fill: string,
  line: string,
): void {
  const factor = size / pathSize;
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(factor, factor);
  const path = new Path2D(classPaths[shape]);
  context.fillStyle = fill;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
  context.fill(path);
  context.lineWidth = 1.5 / factor;
  context.strokeStyle = line;
  context.stroke(path);
  context.restore();
}
