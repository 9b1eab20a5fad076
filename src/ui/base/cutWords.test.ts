import { describe, expect, it, test } from 'vitest';
import { fitCut } from '../../core/base';
import { bundledAnatomy as anatomy } from '../../core/bundledAnatomy';
import {
  cutAfter,
  depthWords,
  frozenFigure,
  joinOptions,
  lineWords,
  placeWords,
  poolingOptions,
  widthWords,
} from './cutWords';

it('says where the line is', () => {
  expect(lineWords(anatomy, 15)).toBe('after block 16 of 17, expanded_conv_14, 120 channels of 7 x 7');
});

describe('moving the line', () => {
  const joined = { blocks: [11, 15], pooling: 'average' } as const;

  it('keeps a joined block that lies before it, and lets go of one that does not', () => {
    expect(cutAfter(joined, 16)).toEqual({ cut: 17, join: 12 });
    expect(cutAfter(joined, 11)).toEqual({ cut: 12, join: 0 });
    expect(cutAfter({ blocks: [3], pooling: 'average' }, 0)).toEqual({ cut: 1, join: 0 });
  });

  it('asks for what the base can do', () => {
    for (let line = 0; line < 17; line++) {
      const { cut, problems } = fitCut(anatomy, 15, { pooling: 'average', ...cutAfter(joined, line) });
      expect(problems).toEqual([]);
      expect(cut.blocks.at(-1)).toBe(line);
    }
  });
});

it('tells why a cut cannot be flattened', () => {
  const early = poolingOptions(anatomy, { blocks: [4], pooling: 'average' });
  expect(early.map((o) => [o.pooling, o.width, o.reason !== null])).toEqual([
    ['average', 32, false],
    ['max', 32, false],
    ['flatten', 25_088, true],
  ]);
  expect(poolingOptions(anatomy, { blocks: [15], pooling: 'average' })[2]).toMatchObject({ width: 5880, reason: null });
});

it('joins only what lies before the cut and fits', () => {
  expect(joinOptions(anatomy, { blocks: [0], pooling: 'average' })).toEqual([]);
  const flat = joinOptions(anatomy, { blocks: [15], pooling: 'flatten' });
  expect(flat).toHaveLength(15);
  expect(flat.filter((o) => o.fits)).toEqual([]);
  expect(widthWords(anatomy, { blocks: [11, 15], pooling: 'average' })).toBe('88 + 120, averaged over the picture');
});

it('never rounds the head away', () => {
  expect(frozenFigure(1_692_984, 4131)).toBe('99.8\u00a0%');
  expect(frozenFigure(25_000_000, 200)).toMatch(/^More than 99\.9/);
});

test.each([
  [0, 'edges'],
  [8, 'textures'],
  [16, 'things'],
])('block %d answers to %s', (at, word) => expect(depthWords(at, 17)).toContain(word));

it('knows where a map is strongest', () => {
  const peak = (side: number, at: number) => Uint8Array.from({ length: side * side }, (_, i) => (i === at ? 255 : 0));
  expect(placeWords(peak(7, 0), 7)).toBe('upper left');
  expect(placeWords(peak(7, 24), 7)).toBe('centre');
  expect(placeWords(peak(7, 41), 7)).toBe('lower right');
  expect(placeWords(peak(112, 56), 112)).toBe('upper middle');
  expect(placeWords(peak(1, 0), 1)).toBe('centre');
});
