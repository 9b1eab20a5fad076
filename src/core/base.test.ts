import { describe, expect, it } from 'vitest';
import { cutBlock, featuresAt, featureWidth, fitCut, mostFeatures, tapFor, type CutChoice } from './base';
import { bundledAnatomy as anatomy } from './bundledAnatomy';
import { bundled, catalogue, defaultBlockOf, hubHosts, isOwnId } from './catalogue';

const last = defaultBlockOf(bundled.id, anatomy);
const choice = (changes: Partial<CutChoice> = {}): CutChoice => ({ cut: 0, join: 0, pooling: 'average', ...changes });
const fit = (changes: Partial<CutChoice>) => fitCut(anatomy, last, choice(changes));

describe('the cut', () => {
  it('is the base’s own default unless the person says otherwise', () => {
    expect(fit({})).toEqual({ cut: { blocks: [15], pooling: 'average' }, problems: [] });
    expect(cutBlock(anatomy, fit({}).cut).name).toBe('expanded_conv_14');
    expect(defaultBlockOf('mobilenet-v1-0.25', anatomy)).toBe(16);
  });

  it('joins two blocks, early to late, and each only once', () => {
    expect(fit({ cut: 16, join: 7 }).cut.blocks).toEqual([6, 15]);
    expect(fit({ cut: 7, join: 16 }).cut.blocks).toEqual([6, 15]);
    expect(fit({ join: 16 }).cut.blocks).toEqual([15]);
    expect(featureWidth(anatomy, fit({ cut: 16, join: 7 }).cut)).toBe(152);
  });

  it.each([
    [{ cut: 18 }, [15], /17 blocks, so it cannot be cut after block 18/],
    [{ cut: 3, join: 99 }, [2], /block 99 cannot be joined/],
    [{ cut: 1, pooling: 'flatten' }, [0], /200,704 features a picture; at most 8,192/],
  ] as const)('names what the base does not have: %o', (changes, blocks, sentence) => {
    const { cut, problems } = fit(changes);
    expect(cut).toEqual({ blocks, pooling: 'average' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
  });

  it('flattens where there is room for it', () => {
    const { cut, problems } = fit({ pooling: 'flatten' });
    expect(problems).toEqual([]);
    expect(featureWidth(anatomy, cut)).toBe(7 * 7 * 120);
    expect(featureWidth(anatomy, cut)).toBeLessThanOrEqual(mostFeatures);
    expect(tapFor(anatomy, cut)).toEqual(cut);
  });
});

describe('what is taken in one pass', () => {
  it('holds every cut of the same pooling', () => {
    const tap = tapFor(anatomy, fit({}).cut);
    const tapped = Float32Array.from({ length: featureWidth(anatomy, tap) }, (_, i) => i);
    expect(tap.blocks).toHaveLength(17);
    expect(featuresAt(anatomy, tap, { blocks: [0], pooling: 'average' }, tapped)).toEqual(tapped.slice(0, 16));
    const joined = featuresAt(anatomy, tap, { blocks: [1, 16], pooling: 'average' }, tapped);
    expect([...joined]).toEqual([...tapped.slice(16, 32), ...tapped.slice(-480)]);
  });
});

describe('the catalogue', () => {
  it('has the bundled base and every model of the package, each with all that its card shows', () => {
    expect(catalogue.map(({ id }) => id)).toEqual([
      'coco-mobilenet-v3',
      'mobilenet-v1-0.25',
      'mobilenet-v1-0.50',
      'mobilenet-v1-0.75',
      'mobilenet-v1-1.00',
      'mobilenet-v2-0.50',
      'mobilenet-v2-0.75',
      'mobilenet-v2-1.00',
    ]);
    for (const { taskA, parameters, bytes, multiplyAdds } of catalogue)
      expect([taskA?.pictures, parameters, bytes, multiplyAdds].every(Number)).toBe(true);
    expect([bundled.parameters, bundled.multiplyAdds]).toEqual([anatomy.parameters, anatomy.multiplyAdds]);
  });

  it('names the hosts that the policy lets through', () => {
    expect(hubHosts).toEqual(['tfhub.dev', 'www.kaggle.com', 'storage.googleapis.com']);
  });

  it('knows a base of somebody’s own by its id', () => {
    expect(isOwnId('own-0123456789abcdef')).toBe(true);
    expect(['own-', 'own-0123456789ABCDEF', bundled.id].some(isOwnId)).toBe(false);
  });
});
