import { cocoKinds } from '../core/cocoKinds';
import type { Recognition, Thing } from '../core/insight';

/** A peak below this is noise: at half of it, carpets are full of cats. */
const leastScore = 0.2;
const mostThings = 5;

/** Centres as near as this, in positions, are one thing that two peaks speak of. */
const sameCentre = 3;

/**
 * What a CenterNet detector sees (Zhou et al. 2019, "Objects as Points"): the peaks of its heat maps, each with the
 * distances to the four sides of its box.
 *
 * @param heat [side, side, kinds] in [0, 1]. @param reach [side, side, 4] pixels from the centre to left, top, right and
 *   bottom. @param size of the picture, in pixels.
 */
export function thingsOf(heat: Float32Array, reach: Float32Array, side: number, size: number): Recognition {
  const kinds = cocoKinds.length;
  const at = (x: number, y: number, kind: number) =>
    x < 0 || y < 0 || x >= side || y >= side ? 0 : (heat[(y * side + x) * kinds + kind] ?? 0);
  const peaks: { x: number; y: number; kind: number; score: number }[] = [];
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      for (let kind = 0; kind < kinds; kind++) {
        const score = at(x, y, kind);
        if (score >= leastScore && around.every(([dx, dy]) => at(x + dx, y + dy, kind) <= score))
          peaks.push({ x, y, kind, score });
      }
  peaks.sort((a, b) => b.score - a.score);
  const kept: typeof peaks = [];
  for (const peak of peaks) {
    const known = kept.some((k) => k.kind === peak.kind && Math.hypot(k.x - peak.x, k.y - peak.y) < sameCentre);
    if (!known && kept.length < mostThings) kept.push(peak);
  }
  const things = kept.map(({ x, y, kind, score }): Thing => {
    const [left = 0, top = 0, right = 0, bottom = 0] = reach.subarray((y * side + x) * 4, (y * side + x) * 4 + 4);
    const pixel = size / side;
    const share = (position: number) => Math.min(1, Math.max(0, position / size));
    const [x0, y0] = [share(x * pixel - left), share(y * pixel - top)];
    const [x1, y1] = [share(x * pixel + right), share(y * pixel + bottom)];
    return { name: cocoKinds[kind] ?? '', score, box: [x0, y0, x1 - x0, y1 - y0] };
  });
  return { kind: 'things', things };
}

const around = [-1, 0, 1]
  .flatMap((dy) => [-1, 0, 1].map((dx) => [dx, dy] as const))
  .filter(([x, y]) => x !== 0 || y !== 0);

/**
 * The five most probable kinds of a classifier.
 *
 * @param answers probabilities, or logits, which are brought to probabilities by softmax. Answers that are each between
 *   0 and 1 without adding up to 1 are separate yes or no questions, and are left as they are.
 * @param name of the kind with that index.
 */
export function kindsOf(answers: Float32Array, name: (index: number) => string): Recognition {
  const probabilities = asProbabilities(answers);
  const order = [...probabilities.keys()].toSorted((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0));
  return {
    kind: 'kinds',
    kinds: order.slice(0, 5).map((index) => ({ name: name(index), probability: probabilities[index] ?? 0 })),
  };
}

function asProbabilities(answers: Float32Array): Float32Array {
  if (answers.every((value) => value >= 0 && value <= 1)) return answers;
  const most = Math.max(...answers);
  const powers = answers.map((value) => Math.exp(value - most));
  const total = powers.reduce((so, value) => so + value, 0);
  return powers.map((value) => value / total);
}
