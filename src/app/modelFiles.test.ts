import { describe, expect, it } from 'vitest';
import type { ModelFiles } from '../../e2e/fixtures/graphModel';
import { layersModelFiles } from '../../e2e/fixtures/layersModel';
import { mobilenetFiles } from '../../e2e/fixtures/mobilenet';
import { zipBytes } from '../../e2e/fixtures/zip';
import { findModel } from './modelFiles';

const small = mobilenetFiles({ version: 2, alpha: 0.01, lastChannels: 64, seed: 1, shardBytes: 100_000 });
const filesOf = ({ json, shards }: ModelFiles) => [
  new File([json], 'model.json'),
  ...shards.map(({ name, bytes }) => new File([bytes], name)),
];
const zipOf = async ({ json, shards }: ModelFiles, folder: string) =>
  new File(
    [
      new Uint8Array(
        await zipBytes([
          [`${folder}model.json`, Buffer.from(json)] as const,
          ...shards.map(({ name, bytes }) => [`${folder}${name}`, Buffer.from(bytes)] as const),
        ]),
      ),
    ],
    'my model.zip',
  );

describe('a model among files', () => {
  it('is found with its weights in the order of its description, whatever order the files come in', async () => {
    const found = await findModel(filesOf(small).toReversed());
    if (!found.ok) throw new Error(found.reason);
    expect([...found.model.shards.keys()]).toEqual(small.shards.map(({ name }) => name));
    expect(found.model.shards.size).toBeGreaterThan(2);
    expect(found.model.title).toBe('My own model');
  });

  it('is found in a ZIP, in a folder of it too', async () => {
    const found = await findModel([await zipOf(small, 'export/web/')]);
    if (!found.ok) throw new Error(found.reason);
    expect(found.model.title).toBe('my model');
    expect(found.model.json).toBe(small.json);
  });

  it('of Teachable Machine brings its name and labels', async () => {
    const made = await layersModelFiles('teachable-machine', 1);
    const found = await findModel([...filesOf(made), new File([made.metadata ?? ''], 'metadata.json')]);
    if (!found.ok) throw new Error(found.reason);
    expect(found.model.finding.labels).toEqual(['a', 'b']);
  });

  it.each([
    ['nothing but weights', () => filesOf(small).slice(1), /no model\.json in “.+”, “.+”, “.+” and \d+ more\. A/],
    ['a missing shard', () => filesOf(small).slice(0, -1), /is missing: model\.json needs \d weight files/],
    ['a Keras file', () => [new File(['x'], 'net.h5')], /net\.h5 is a model of another format\. Convert it/],
    ['a picture', () => [new File(['x'], 'cat.jpg')], /no model\.json in “cat\.jpg”\./],
    [
      'another JSON file',
      () => [new File(['{"a":1}'], 'model.json')],
      /^model\.json: This JSON file does not describe/,
    ],
    ['two ZIPs', () => [new File(['x'], 'a.zip'), new File(['x'], 'b.zip')], /several ZIPs/],
    ['a damaged ZIP', () => [new File(['PK nonsense'], 'a.zip')], /ZIP is damaged/],
    [
      'two models',
      () => [...filesOf(small), new File([small.json], 'other.json')],
      /several models among these files \(model\.json, other\.json\)/,
    ],
  ])('is refused with a reason: %s', async (_, files, reason) => {
    expect(await findModel(files())).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });
});
