/**
 * A curve as the `d` of an SVG path, to a tenth of a pixel. Points that are no numbers break the line.
 *
 * @param values the first is of epoch 1. @param x of an epoch. @param y of a value.
 */
export function curvePath(
  values: readonly number[],
  x: (epoch: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let isDown = false;
  values.forEach((value, i) => {
    if (Number.isFinite(value)) path += `${isDown ? 'L' : 'M'}${tenth(x(i + 1))},${tenth(y(value))}`;
    isDown = Number.isFinite(value);
  });
  return path;
}

/** Rounded to a tenth. */
export const tenth = (value: number): number => Number(value.toFixed(1));
