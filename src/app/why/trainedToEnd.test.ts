import { expect, it } from 'vitest';
import { experimentOf, run, score } from '../../core/history.fixture';
import type { Dataset } from '../../core/experiment';
import type { HeadClient } from '../../worker/headClient';
import { trainedToEnd } from './trainedToEnd';

const dataset: Dataset = {
  classNames: [],
  pictureIds: [],
  labels: new Int32Array(),
  features: new Float32Array(),
  copies: new Int32Array(),
  dimension: 0,
};

/** Hands over so many epochs, and then ends without a word, as it does when another training takes the worker. */
const endingAfter = (epochs: number): Pick<HeadClient, 'train'> => ({
  train: async function* train(_experiment, _dataset, _signal, onEngine) {
    onEngine({ engine: 'cpu', measured: [], fingerprints: [], switched: null });
    for (let epoch = 1; epoch <= epochs; epoch++) yield { epoch, runs: [run(score(1, 0), score(epoch / 10, 1))] };
  },
});

/** The epochs that are told before it ends, and how it ends. @param abortAt epoch at which the person stops. */
async function trained(epochs: number, abortAt = Infinity, onBegin?: () => void) {
  const controller = new AbortController();
  if (abortAt === 0) controller.abort();
  const client: HeadClient = { ...endingAfter(epochs), tensors: () => Promise.resolve(0) };
  const told: number[] = [];
  try {
    for await (const { epoch } of trainedToEnd(client, experimentOf(2, 3), dataset, controller.signal, onBegin)) {
      told.push(epoch);
      if (epoch === abortAt) controller.abort();
    }
    return { told, end: 'over' };
  } catch (error) {
    return { told, end: error instanceof Error ? error.message : '' };
  }
}

it('hands over all epochs, and says when training begins', async () => {
  let begun = 0;
  expect(await trained(3, Infinity, () => void begun++)).toEqual({ told: [1, 2, 3], end: 'over' });
  expect(begun).toBe(1);
});

it.each([0, 1, 2])('fails with a sentence where it ends after %i of three epochs by itself', async (epochs) => {
  const { told, end } = await trained(epochs);
  expect(told).toHaveLength(epochs);
  expect(end).toMatch(/^Another training took the worker .* Start again when it is over\.$/);
});

it.each([0, 1, 2])('just ends where the person stops it after epoch %i', async (epoch) =>
  expect(await trained(epoch, epoch)).toMatchObject({ end: 'over' }),
);
