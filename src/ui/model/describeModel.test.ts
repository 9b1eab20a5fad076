import { expect, it } from 'vitest';
import { bundledAnatomy } from '../../core/bundledAnatomy';
import { bundled } from '../../core/catalogue';
import { describeModel, dropoutWhere, type ModelShape } from './describeModel';

const model: ModelShape = {
  card: bundled,
  anatomy: bundledAnatomy,
  cut: { blocks: [15], pooling: 'average' },
  classes: [],
  hidden: 32,
  dropout: 0.5,
  dropoutAt: 'both',
  busy: null,
};

it('knows what there is to drop', () => {
  expect(dropoutWhere({ hidden: 0, dropoutAt: 'hidden' })).toBeNull();
  expect(dropoutWhere({ hidden: 0, dropoutAt: 'both' })).toBe('the features');
  expect(dropoutWhere({ hidden: 32, dropoutAt: 'hidden' })).toBe('the hidden units');
  expect(dropoutWhere({ hidden: 32, dropoutAt: 'both' })).toBe('the features and the hidden units');
});

it('says where the base is cut, and what comes out', () => {
  expect(describeModel(model)).toContain(
    'It is cut after block 16 of 17, expanded_conv_14, which has 120 channels of 7 by 7. Averaged over the picture, 120 features come out.',
  );
  const joined = describeModel({ ...model, cut: { blocks: [11, 15], pooling: 'max' } });
  expect(joined).toContain('Block 12, expanded_conv_10, is joined to it.');
  expect(joined).toContain('208 features come out');
});

it('claims nothing of a base that is not here yet', () => {
  const said = describeModel({ ...model, card: { ...bundled, taskA: null }, anatomy: null, cut: null });
  expect(said).toContain('pictures enter the frozen base MobileNetV3, COCO.');
  expect(said).toContain('as soon as it is here');
});
