import { describe, expect, it } from 'vitest';
import { asWorker, FakeWorker } from './fakeWorker.fixture';
import { createMapClient } from './mapClient';
import { createMapService } from './mapService';

const pictures = { labels: Int32Array.of(0, 0, 1, 1), groups: Int32Array.of(0, 1, 2, 3), classes: 2 };
const line = () => Float32Array.of(0, 1, 5, 7);

function made() {
  const workers: FakeWorker[] = [];
  const client = createMapClient(() => {
    const worker = new FakeWorker(createMapService());
    workers.push(worker);
    return asWorker(worker);
  });
  return { client, workers };
}

describe('the way to the worker that draws maps', () => {
  it('makes no worker before a map is begun, and one for all maps after', async () => {
    const { client, workers } = made();
    await expect(client.beginUmap(1)).rejects.toThrow('draw it again');
    client.close();
    expect(workers).toHaveLength(0);
    await client.open(pictures);
    await client.open(pictures);
    expect(workers).toHaveLength(1);
    client.close();
  });

  it('hands the features over, and brings the view back', async () => {
    const { client } = made();
    await client.open(pictures);
    const features = line();
    const view = await client.view(features, 1);
    expect(view?.neighbours).toMatchObject({ counted: 4, same: 4 });
    expect(features).toHaveLength(0);
    client.close();
  });

  it('tells of a crash, and begins the next map with a fresh worker', async () => {
    const { client, workers } = made();
    await client.open(pictures);
    const view = client.view(line(), 1);
    workers[0]?.crash('out of memory');
    await expect(view).rejects.toThrow('The worker that draws the maps stopped (out of memory).');
    await expect(client.beginUmap(1)).rejects.toThrow('draw it again');
    await client.open(pictures);
    expect(workers).toHaveLength(2);
    client.close();
    expect(workers[1]?.terminated).toBe(true);
  });
});
