import { useEffect, type RefObject } from 'react';
import type { Side } from '../../core/collection';
import { spreadOut } from '../../core/why/mapPoints';
import { drawDot, drawThumbnail, type MarkStyle } from './mapMarks';
import type { Thumbnails } from './thumbnails';

/** Between the edge of a map and its outermost points, in px: half a thumbnail and its sign. */
export const mapMargin = 20;

/** Place on a map of that many px, of a coordinate in [0, 1]. */
export const onMap = (coordinate: number, size: number): number => mapMargin + coordinate * (size - 2 * mapMargin);

/** Thumbnails side by side would cover this share of the map: then most pictures stay dots, or nothing is to be seen. */
const crowded = 0.5;

/** Edge of a thumbnail in px: smaller the more there are. */
export const thumbnailSize = (pictures: number): number => (pictures <= 120 ? 28 : pictures <= 250 ? 24 : 20);

/** Of the frame around a thumbnail, both sides together, in px. */
const frame = 4;

/** How long a stretch of drawing takes at most, in ms: a frame has room for it. */
const stretch = 8;

export interface MapPaint {
  /** [N, 2] in [0, 1] */
  readonly points: Float32Array;
  readonly labels: Int32Array;
  readonly sides: readonly (Side | null)[];
  /** By class index; colours are CSS variables, e.g. "var(--class-0)". */
  readonly styles: readonly MarkStyle[];
  readonly thumbnails: Thumbnails;
  /** Edge of the map on the page, in px. */
  readonly size: number;
  /** Drawn again with it, because the colours are others. */
  readonly scheme: 'light' | 'dark';
}

/** Draws a map: dots at once, pictures over them as they come, in stretches short enough not to be felt. */
export function useMapPaint(ref: RefObject<HTMLCanvasElement | null>, paint: MapPaint): void {
  const { points, labels, sides, styles, thumbnails, size, scheme } = paint;
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas || size <= 0) return undefined;
    const leave = new AbortController();
    // Each map in a turn of its own.
    const turn = setTimeout(
      () => void draw(canvas, { points, labels, sides, styles, thumbnails, size, scheme }, leave.signal),
      0,
    );
    return () => {
      clearTimeout(turn);
      leave.abort();
    };
  }, [ref, points, labels, sides, styles, thumbnails, size, scheme]);
}

async function draw(canvas: HTMLCanvasElement, paint: MapPaint, signal: AbortSignal): Promise<void> {
  const { points, labels, sides, thumbnails, size } = paint;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  canvas.width = canvas.height = Math.round(size * ratio);
  context.scale(ratio, ratio);
  const css = getComputedStyle(canvas);
  const resolved = (color: string) => css.getPropertyValue(color.slice('var('.length, -1)).trim();
  const styles = paint.styles.map((style) => ({ ...style, color: resolved(style.color) }));
  const ground = css.getPropertyValue('--lab-card').trim();
  const at = (row: number) => ({ x: onMap(points[2 * row] ?? 0, size), y: onMap(points[2 * row + 1] ?? 0, size) });
  const styleOf = (row: number) => styles[labels[row] ?? 0];

  const breathe = pauses();
  for (let row = 0; row < labels.length; row++) {
    const style = styleOf(row);
    if (style) drawDot(context, at(row), style, sides[row] ?? null, ground);
    await breathe();
    if (signal.aborted) return;
  }
  const edge = thumbnailSize(labels.length);
  const shown = thumbnailRows(points, edge, size);
  const coming = shown.map((row) => [row, thumbnails.load(row)] as const);
  for (const [row, loading] of coming) {
    const picture = await loading;
    if (signal.aborted) return;
    const style = styleOf(row);
    if (picture && style) drawThumbnail(context, at(row), picture, edge, style, sides[row] ?? null, ground);
    await breathe();
    if (signal.aborted) return;
  }
}

/** Of a few pictures as many as do not hide each other; of many so few that the dots between them stay in sight. */
export function thumbnailRows(points: Float32Array, edge: number, size: number): readonly number[] {
  const inside = Math.max(1, size - 2 * mapMargin);
  const covered = ((points.length / 2) * edge * edge) / (inside * inside);
  return spreadOut(points, ((covered > crowded ? 1.5 : 1) * edge + frame) / inside);
}

/** Waits for the next task whenever a stretch is over. */
function pauses(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < stretch) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        since = performance.now();
        resolve();
      }, 0);
    });
  };
}
