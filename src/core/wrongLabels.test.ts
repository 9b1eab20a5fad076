import { expect, it } from 'vitest';
import { experimentOf } from './history.fixture';
import { wrongLabelsOf, wrongShare } from './wrongLabels';

it('counts what was drawn, on training pictures alone', () => {
  const labels = new Int32Array(300).fill(1, 190, 210);
  const drawn = wrongLabelsOf(experimentOf(2, 1, { fixed: true }), labels);
  // Rows 190 to 199 are trained on by both seeds, 200 to 209 by none.
  expect(drawn).toEqual({ wrong: 20, training: 400 });
  expect([wrongShare(drawn), wrongShare({ wrong: 0, training: 0 })]).toEqual([0.05, 0]);
});
