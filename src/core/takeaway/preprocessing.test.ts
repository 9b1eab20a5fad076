import { describe, expect, it } from 'vitest';
import { bundledAnatomy } from '../bundledAnatomy';
import { bundled } from '../catalogue';
import { featureRecord } from '../featureRecord';
import { preprocessingOf } from './preprocessing';

const record = featureRecord(bundled, bundledAnatomy, { blocks: [10, 15], pooling: 'max' }, 'r');

describe('the record of the preprocessing', () => {
  it('has the figures of the features', () => {
    expect(preprocessingOf(record, 224)).toMatchObject({
      schema: 'transfer-lab/preprocessing@1',
      pictureSide: 224,
      inputSize: 224,
      inputRange: [0, 255],
      cut: [{ block: 11 }, { block: 16, node: 'tower_0/MobilenetV3/expanded_conv_14/add' }],
      pooling: 'max',
      features: record.features,
    });
  });

  it('says in words what this base needs, and nothing else', () => {
    const plain = preprocessingOf(record, 224).steps.join('\n');
    expect(plain).toContain('Leave the numbers as they are');
    expect(plain).not.toContain('bilinear');
    const other = { ...record, inputSize: 96, inputRange: [-1, 1] as const };
    const words = preprocessingOf(other, 224).steps.join('\n');
    expect(words).toContain(
      'Resize it to 96 x 96, bilinear with half-pixel centres, after averaging blocks of 2 x 2 pixels.',
    );
    expect(words).toContain('Map 0 to -1 and 255 to 1: multiply by 2 / 255 and add -1.');
  });
});
