import { describe, expect, it, vi } from 'vitest';
import { checkpointOf, dataset, experiment } from '../core/inside/head.fixture';
import { standardisersOf } from '../core/heads/standardisers';
import type { FrameSource } from '../core/heads/trainedHeads';
import { parseLink } from '../core/link';
import { emptySession } from '../core/session.fixture';
import type { Standardiser } from '../core/standardise';
import { deferred } from '../worker/deferred';
import { createHeadsKeeper } from './headsKeeping';
import { createStore } from './store';

const source: FrameSource = {
  runId: 'run',
  settings: emptySession.settings,
  classes: [],
  base: emptySession.features,
  experiment,
  dataset,
};

function make(standardisers = async () => standardisersOf(experiment, dataset)) {
  const store = createStore(parseLink(''));
  const keeper = createHeadsKeeper(store, { standardisers });
  return { store, keeper, heads: () => store.getState().heads };
}

describe('the heads at hand', () => {
  it('are those of the latest checkpoint that was shown, and of the last one always', async () => {
    const { keeper, heads } = make();
    await keeper.begin(source);
    expect(heads()).toBeNull();
    keeper.add(checkpointOf(1));
    expect(heads()).toMatchObject({ runId: 'run', epoch: 1 });
    // So soon after the first one is passed over; the last of all is not.
    keeper.add(checkpointOf(2));
    expect(heads()?.epoch).toBe(1);
    keeper.add(checkpointOf(experiment.epochs));
    expect(heads()?.epoch).toBe(experiment.epochs);
  });

  it('are the latest when a training pauses or stops', async () => {
    const { store, keeper, heads } = make();
    store.setState({ training: { phase: 'running', session: emptySession } });
    await keeper.begin(source);
    keeper.add(checkpointOf(1));
    keeper.add(checkpointOf(2));
    store.setState({ training: { phase: 'stopped', session: emptySession } });
    expect(heads()?.epoch).toBe(2);
  });

  it('come as soon as it is known what their features go through', async () => {
    const answer = deferred<readonly Standardiser[]>();
    const { keeper, heads } = make(() => answer.promise);
    const begun = keeper.begin(source);
    keeper.add(checkpointOf(3));
    expect(heads()).toBeNull();
    answer.resolve(standardisersOf(experiment, dataset));
    await begun;
    expect(heads()?.epoch).toBe(3);
  });

  it('of a training that another has replaced never come', async () => {
    const answer = deferred<readonly Standardiser[]>();
    const standardisers = vi
      .fn<() => Promise<readonly Standardiser[]>>()
      .mockReturnValueOnce(answer.promise)
      .mockResolvedValue(standardisersOf(experiment, dataset));
    const { keeper, heads } = make(standardisers);
    const first = keeper.begin({ ...source, runId: 'first' });
    keeper.add(checkpointOf(3));
    await keeper.begin({ ...source, runId: 'second' });
    answer.resolve(standardisersOf(experiment, dataset));
    await first;
    expect(heads()).toBeNull();
    keeper.add(checkpointOf(1));
    expect(heads()?.runId).toBe('second');
  });

  it('that cannot be used are told in a sentence', async () => {
    const { store, keeper } = make(async () => {
      throw new Error('no worker');
    });
    await keeper.begin(source);
    expect(store.getState().trouble).toBe('The heads cannot be used after this training (no worker).');
  });
});
