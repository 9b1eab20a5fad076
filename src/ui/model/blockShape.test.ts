import { expect, it } from 'vitest';
import { bundledAnatomy } from '../../core/bundledAnatomy';
import { blockShapes } from './blockShape';

it('draws early blocks tall and thin, late ones low and wide', () => {
  const shapes = blockShapes(bundledAnatomy.blocks);
  expect(shapes[0]?.height).toBe(1);
  expect(shapes.at(-1)?.width).toBe(1);
  expect(shapes.at(-1)?.height).toBeCloseTo(0.25);
  expect(shapes.every(({ height, width }) => Math.min(height, width) >= 0.15 && Math.max(height, width) <= 1)).toBe(
    true,
  );
});
