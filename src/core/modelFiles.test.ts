import { beforeAll, describe, expect, it } from 'vitest';
import { mobilenetFiles } from '../../e2e/fixtures/mobilenet';
import { layersModelFiles } from '../../e2e/fixtures/layersModel';
import { readModel, type ModelFile } from './modelFiles';

interface Made {
  readonly json: string;
  readonly shards: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const filesOf = ({ shards }: Made): readonly ModelFile[] =>
  shards.map(({ name, bytes }) => ({ name, size: bytes.length }));
const read = (made: Made, metadata: string | null = null) => readModel(made.json, filesOf(made), metadata);

let v1: Made;
let v2: Made;
let plain: Made;

beforeAll(async () => {
  v1 = mobilenetFiles({ version: 1, alpha: 0.25, seed: 1 });
  v2 = mobilenetFiles({ version: 2, alpha: 0.5, seed: 1 });
  plain = await layersModelFiles('convolutional', 1);
});

describe('a model out of files', () => {
  it('of the hub is known by its names and width', () => {
    expect(read(v1)).toMatchObject({
      ok: true,
      finding: { format: 'graph', inputSize: 224, inputRange: [0, 1], hub: { version: 1, alpha: 0.25 } },
    });
    expect(read(v2)).toMatchObject({ ok: true, finding: { hub: { version: 2, alpha: 0.5 } } });
  });

  it('of Keras tells its size; the range has to be asked', () => {
    expect(read(plain)).toMatchObject({
      ok: true,
      finding: { format: 'layers', inputSize: 96, inputRange: null, labels: null, hub: null },
    });
  });

  it('of Teachable Machine tells size, range and labels', async () => {
    const { json, shards, metadata } = await layersModelFiles('teachable-machine', 1);
    expect(readModel(json, filesOf({ json, shards }), metadata ?? null)).toMatchObject({
      ok: true,
      finding: { format: 'layers', inputRange: [-1, 1], labels: ['a', 'b'] },
    });
  });

  it.each([
    ['damaged JSON', '{"a": ', /not JSON/],
    ['other JSON', '{"a": 1}', /no modelTopology/],
    ['a list', '[]', /not JSON/],
  ])('is refused: %s', (_, json, reason) => {
    expect(readModel(json, [], null)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  it('names the weight file that is missing, or cut off', () => {
    const [first, ...rest] = filesOf(v2);
    expect(readModel(v2.json, rest, null)).toMatchObject({
      reason: expect.stringContaining(`${first?.name} is missing`),
    });
    const short = filesOf(v1).map(({ name }) => ({ name, size: 1000 }));
    expect(readModel(v1.json, short, null)).toMatchObject({ reason: expect.stringMatching(/1,000 bytes, but/) });
  });

  it('is refused where it takes no picture', async () => {
    expect(read(await layersModelFiles('numbers', 1))).toMatchObject({
      reason: expect.stringMatching(/takes \? × 20, which is no colour picture/),
    });
  });

  it.each([
    [[-1, 224, 224, 1], /grey pictures/],
    [[-1, 224, 320, 3], /224 × 320 pixels; only square/],
    [[-1, 1024, 1024, 3], /1024 × 1024 pixels; here they can have 32 to 512/],
  ])('is refused where the picture is %j', (shape, reason) => {
    const model = JSON.parse(v1.json) as { modelTopology: { node: { op: string; attr: Record<string, unknown> }[] } };
    for (const node of model.modelTopology.node)
      if (node.op === 'Placeholder') node.attr['shape'] = { shape: { dim: shape.map((size) => ({ size })) } };
    expect(readModel(JSON.stringify(model), filesOf(v1), null)).toMatchObject({
      reason: expect.stringMatching(reason),
    });
  });

  it('of any size asks for one', () => {
    const model = JSON.parse(v1.json) as { modelTopology: { node: { op: string; attr: Record<string, unknown> }[] } };
    for (const node of model.modelTopology.node)
      if (node.op === 'Placeholder')
        node.attr['shape'] = { shape: { dim: [-1, -1, -1, 3].map((size) => ({ size: String(size) })) } };
    expect(readModel(JSON.stringify(model), filesOf(v1), null)).toMatchObject({
      ok: true,
      finding: { inputSize: null },
    });
  });
});
