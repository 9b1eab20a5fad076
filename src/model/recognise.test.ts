import { describe, expect, it } from 'vitest';
import { cocoKinds } from '../core/cocoKinds';
import { kindsOf, thingsOf } from './recognise';
import { strongest } from './responses';

describe('what a detector sees', () => {
  const side = 8;
  const heat = (peaks: readonly (readonly [x: number, y: number, kind: string, score: number])[]) => {
    const values = new Float32Array(side * side * cocoKinds.length);
    for (const [x, y, kind, score] of peaks)
      values[(y * side + x) * cocoKinds.length + cocoKinds.indexOf(kind)] = score;
    return values;
  };
  /** Boxes reach 8 pixels to every side. */
  const reach = new Float32Array(side * side * 4).fill(8);

  it('is the peaks, surest first, each once, with its box as shares of the picture', () => {
    const seen = thingsOf(
      heat([
        [4, 4, 'cat', 0.6],
        [5, 4, 'cat', 0.59],
        [1, 1, 'dog', 0.8],
        [6, 6, 'kite', 0.1],
      ]),
      reach,
      side,
      64,
    );
    expect(seen).toEqual({
      kind: 'things',
      things: [
        { name: 'dog', score: expect.closeTo(0.8), box: [0, 0, 0.25, 0.25] },
        { name: 'cat', score: expect.closeTo(0.6), box: [0.375, 0.375, 0.25, 0.25] },
      ],
    });
  });

  it('is nothing where nothing is sure enough', () => {
    expect(thingsOf(heat([[2, 2, 'cat', 0.19]]), reach, side, 64)).toEqual({ kind: 'things', things: [] });
  });

  it('has COCO’s 80 kinds', () => {
    expect(new Set(cocoKinds).size).toBe(80);
    expect([cocoKinds[0], cocoKinds[15], cocoKinds[16], cocoKinds[79]]).toEqual(['person', 'cat', 'dog', 'toothbrush']);
  });
});

describe('what a classifier sees', () => {
  const name = (index: number) => `k${index}`;

  it('is its five most probable kinds, from logits or from probabilities', () => {
    const logits = Float32Array.of(0, Math.log(2), Math.log(5), -20, -20, -20);
    const seen = kindsOf(logits, name);
    if (seen.kind !== 'kinds') throw new Error('It should answer in kinds.');
    expect(seen.kinds.map((kind) => kind.name)).toEqual(['k2', 'k1', 'k0', 'k3', 'k4']);
    expect(seen.kinds.map((kind) => kind.probability)).toEqual(
      [0.625, 0.25, 0.125, 0, 0].map((p) => expect.closeTo(p, 5)),
    );
    expect(kindsOf(Float32Array.of(0.25, 0.75), name)).toEqual({
      kind: 'kinds',
      kinds: [
        { name: 'k1', probability: 0.75 },
        { name: 'k0', probability: 0.25 },
      ],
    });
  });
});

describe('the strongest maps', () => {
  it('are those that vary most, each stretched to 0..255', () => {
    // Channels: one that is high everywhere, one that varies a little, one that varies much.
    const maps = Float32Array.of(9, 1, -4, 9, 2, 4, 9, 1, 0, 9, 2, 0);
    expect(strongest(maps, 2, 3, 2)).toEqual({
      side: 2,
      maps: [
        { channel: 2, values: Uint8Array.of(0, 255, 128, 128) },
        { channel: 1, values: Uint8Array.of(0, 255, 0, 255) },
      ],
    });
    expect(strongest(maps, 2, 3, 3).maps[2]).toEqual({ channel: 0, values: new Uint8Array(4) });
  });
});
