import { describe, expect, it } from 'vitest';
import { bundledAnatomy } from '../../core/bundledAnatomy';
import { accuraciesOf } from '../../core/why/ways';
import { runCuts } from './cuts';
import { fakeParts, picturesOf } from './parts.fixture';

const never = new AbortController().signal;
const silent = () => undefined;
const blocks = bundledAnatomy.blocks.length;

describe('the blocks', () => {
  it('are all taken before the first training, because pictures and base may change meanwhile', async () => {
    const { parts, asked } = fakeParts({ link: 'seeds=2&epochs=1' });
    await runCuts(parts, silent, never);
    const firstTraining = asked.indexOf('train');
    const taken = asked.slice(0, firstTraining);
    for (let block = 0; block < blocks; block++) expect(taken).toContain(`block ${block}`);
    expect(asked.slice(firstTraining)).toEqual(Array.from({ length: blocks + 1 }, () => 'train'));
  });

  it('are trained on early to late, then bare pixels, with the same pictures and the same plan', async () => {
    const { parts, trainings } = fakeParts({ link: 'seeds=2&epochs=3' });
    const result = await runCuts(parts, silent, never);
    expect(trainings).toHaveLength(blocks + 1);
    const [first, ...others] = trainings.map(({ dataset, experiment }) =>
      experiment.trials.map((trial) => picturesOf(dataset, trial)),
    );
    for (const other of others) expect(other).toEqual(first);
    for (const [block, { dataset }] of trainings.slice(0, blocks).entries()) expect(dataset.features[1]).toBe(block);
    expect(trainings.at(-1)?.dataset.dimension).toBe(768);
    // By the training side's own statistics, all of them.
    expect(trainings.some(({ experiment }) => experiment.isStandardised)).toBe(false);
    const last = trainings.map(({ history }) => accuraciesOf(history[2] ?? { runs: [] }));
    expect(result?.points.map(({ block }) => block)).toEqual([...bundledAnatomy.blocks.keys()]);
    expect([...(result?.points ?? []).map(({ accuracies }) => accuracies), result?.pixels]).toEqual(last);
    expect(result).toMatchObject({ blocks, chosen: 15 });
  });

  it('that are stopped keep those that are through', async () => {
    const controller = new AbortController();
    const { parts, trainings } = fakeParts({
      link: 'seeds=2&epochs=2',
      onEpoch: (training, epoch) => {
        if (training === 4 && epoch === 2) controller.abort();
      },
    });
    const result = await runCuts(parts, silent, controller.signal);
    expect(result?.points.map(({ block }) => block)).toEqual([0, 1, 2]);
    expect(result?.pixels).toBeNull();
    expect(trainings).toHaveLength(4);
  });

  it('are not compared where maps are flattened, or a block is missing', async () => {
    const flat = fakeParts({ link: 'pooling=flatten' });
    await expect(runCuts(flat.parts, silent, never)).rejects.toThrow(/Flattened maps/);
    const missing = fakeParts({ link: 'epochs=1', missing: [0] });
    await expect(runCuts(missing.parts, silent, never)).rejects.toThrow(/Not all pictures have their features/);
    expect([...flat.trainings, ...missing.trainings]).toEqual([]);
  });
});
