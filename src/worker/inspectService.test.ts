import { describe, expect, it } from 'vitest';
import { snapshotAt, dataset, experiment } from '../core/inside/head.fixture';
import { createInspectService } from './inspectService';

async function opened() {
  const service = createInspectService();
  await service.open(experiment, dataset);
  await service.add(snapshotAt(1));
  return service;
}

describe('the service that looks into heads', () => {
  it('has nothing to tell before a training', async () => {
    const service = createInspectService();
    await expect(service.look(0, { stepAfter: null, row: null })).rejects.toThrow('Nothing was trained yet.');
    await expect(service.add(snapshotAt(1))).rejects.toThrow('Nothing was trained yet.');
  });

  it('says what it keeps, from the start on', async () => {
    const service = createInspectService();
    expect(await service.open(experiment, dataset)).toMatchObject({ epochs: [0], trials: 3 });
    const { epochs, bytes } = await service.add(snapshotAt(1));
    expect(epochs).toEqual([0, 1]);
    // Two arms of three seeds twice, and once two moments of the first seed.
    expect(bytes).toBe(4 * 83 * 2 * (3 + 3 + 2));
    expect((await service.open(experiment, dataset)).epochs).toEqual([0]);
  });

  it('shows an epoch whole, and nothing of one that was let go of', async () => {
    const service = await opened();
    const look = await service.look(1, { stepAfter: 0, row: 12 });
    expect(look?.network.epoch).toBe(1);
    expect([look?.answers.epoch, look?.strip.epoch, look?.step?.epoch, look?.predict?.row]).toEqual([1, 1, 1, 12]);
    expect(await service.look(3, { stepAfter: null, row: null })).toBeNull();
    expect([await service.knockOut(3), await service.similarity(3, 'weights')]).toEqual([null, null]);
  });

  it('knows nothing of the training before when a head is too big to be kept', async () => {
    const service = await opened();
    const tooBig = { ...experiment, hidden: 3_000_000 };
    await expect(service.open(tooBig, dataset)).rejects.toThrow('too many to keep');
    await expect(service.add(snapshotAt(2))).rejects.toThrow('Nothing was trained yet.');
  });

  it('gives up a long question when the same is asked again, and answers the last', async () => {
    const service = await opened();
    const [first, second, third] = await Promise.all([service.knockOut(0), service.knockOut(1), service.knockOut(1)]);
    expect([first, second]).toEqual([null, null]);
    expect(third?.epoch).toBe(1);
    const [early, late] = await Promise.all([
      service.similarityCourse(1, 'weights'),
      service.similarityCourse(1, 'change'),
    ]);
    expect(early).toBeNull();
    expect(late?.kind).toBe('change');
  });

  it('answers different long questions side by side', async () => {
    const service = await opened();
    const [knockOut, course] = await Promise.all([service.knockOut(1), service.similarityCourse(1, 'weights')]);
    expect(knockOut?.epoch).toBe(1);
    expect(course?.at).toBe(1);
  });

  it('gives up what was asked about a training when another begins', async () => {
    const service = await opened();
    const asked = [service.knockOut(1), service.similarityCourse(1, 'activations')];
    await service.open(experiment, dataset);
    expect(await Promise.all(asked)).toEqual([null, null]);
    expect((await service.knockOut(0))?.epoch).toBe(0);
  });
});
