import { describe, expect, it } from 'vitest';
import { bundledAnatomy } from '../bundledAnatomy';
import type { FeatureCut } from '../base';
import { viewSources } from './viewSources';

const blocksOf = (cut: FeatureCut) =>
  viewSources(bundledAnatomy, cut).sources.map((s) => (s.kind === 'pixels' ? 'pixels' : s.cut.blocks.join('+')));

describe('the depths of the map', () => {
  it('are raw pixels, an early and a middle block, and the chosen cut', () => {
    expect(blocksOf({ blocks: [15], pooling: 'average' })).toEqual(['pixels', '2', '7', '15']);
    expect(blocksOf({ blocks: [3, 15], pooling: 'max' })).toEqual(['pixels', '2', '7', '3+15']);
  });

  it('leave out depths that coincide', () => {
    expect(blocksOf({ blocks: [2], pooling: 'average' })).toEqual(['pixels', '0', '1', '2']);
    expect(blocksOf({ blocks: [1], pooling: 'average' })).toEqual(['pixels', '0', '1']);
    expect(blocksOf({ blocks: [0], pooling: 'average' })).toEqual(['pixels', '0']);
  });

  it('pool alike, and say why there are no earlier cuts of flattened maps', () => {
    const { sources, missing } = viewSources(bundledAnatomy, { blocks: [15], pooling: 'max' });
    expect(sources.slice(1).every((s) => s.kind === 'features' && s.cut.pooling === 'max')).toBe(true);
    expect(missing).toBeNull();
    const flat = viewSources(bundledAnatomy, { blocks: [15], pooling: 'flatten' });
    expect(flat.sources).toHaveLength(2);
    expect(flat.missing).toContain('Flattened');
  });
});
