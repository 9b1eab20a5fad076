// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { listHeads } from '../../storage/heads';
import { loadTraining } from '../../storage/trainings';
import type { Lab } from '../lab';
import { link, makeLab, otherSampleId, sampleId } from '../lab.fixture';
import { addOwn, beginEmpty, begun, createTabs, isSaved, phases, state, train, until } from './projects.fixture';
import type { TabChannel } from './tabs';

beginEmpty();

const sessionOf = (lab: Lab) => {
  const { training } = state(lab);
  return training.phase === 'none' ? null : training.session;
};
const keptRun = async (lab: Lab) => (await loadTraining(state(lab).project.id))?.runId;

/** A lab with a training in its middle: two epochs of four are there, and no more come. */
async function trainedHalf(channel: TabChannel | null = null): Promise<Lab> {
  const { lab } = makeLab({ head: { wait: new Promise(() => undefined) } }, channel);
  await lab.begin(link);
  await addOwn(lab);
  lab.set({ seeds: 2, epochs: 4 });
  await lab.features.resume();
  void lab.trainer.start();
  await until(() => sessionOf(lab)?.history.length === 1);
  return lab;
}

describe('the curves of the last training', () => {
  it('are there as they were, though the browser was killed in the middle', async () => {
    const lab = await trainedHalf();
    await until(async () => (await keptRun(lab)) !== undefined);
    await until(() => phases(lab).length === 1);
    await until(isSaved(lab));
    // Whether another tab has it is known later than what was trained.
    const again = await begun(createTabs()());
    await until(() => state(again).training.phase === 'stopped');
    expect(sessionOf(again)).toMatchObject({ ...sessionOf(lab), collection: state(again).collection });
    await until(() => phases(again)[0] === 'interrupted');
    expect(state(again).log).toHaveLength(1);
  });

  it('are not said to be stopped where they go on in another tab', async () => {
    const channel = createTabs();
    const lab = await trainedHalf(channel());
    await until(async () => (await keptRun(lab)) !== undefined);
    await until(() => phases(lab).length === 1);
    await until(isSaved(lab));
    const second = await begun(channel());
    await until(() => state(second).tab === 'second');
    await new Promise((later) => setTimeout(later, 300));
    expect([state(second).training.phase, phases(second)]).toEqual(['none', ['running']]);
  });

  it('are kept, with the heads, where another project takes their place in the middle', async () => {
    const lab = await trainedHalf();
    const { project } = state(lab);
    await until(() => state(lab).heads !== null);
    const session = sessionOf(lab);
    await lab.projects.create();
    expect(state(lab).training.phase).toBe('none');
    await lab.projects.open(project.id);
    await until(() => state(lab).training.phase === 'stopped');
    expect(sessionOf(lab)).toMatchObject({ history: session?.history, runId: session?.runId });
    expect(state(lab).heads?.runId).toBe(session?.runId);
  });

  it('go on to be of pictures that have changed since, and come back with a copy', async () => {
    const lab = await begun();
    await addOwn(lab);
    await train(lab);
    const [first] = state(lab).collection.pictures;
    lab.change({ type: 'pictures removed', ids: [first?.id ?? ''] });
    await until(isSaved(lab));
    await until(async () => (await keptRun(lab)) !== undefined);
    const again = await begun();
    await until(() => state(again).training.phase === 'finished');
    expect(sessionOf(again)?.collection.pictures).toHaveLength(8);
    expect(state(again).collection.pictures).toHaveLength(7);
    await again.projects.duplicate();
    await until(async () => (await keptRun(again)) === sessionOf(again)?.runId);
    expect(state(again).project.id).not.toBe(state(lab).project.id);
  });

  it('are not shown on other pictures, and go with their experiment and their project', async () => {
    const lab = await begun();
    await lab.loadSample(sampleId);
    await train(lab);
    await until(isSaved(lab));
    await until(async () => (await keptRun(lab)) !== undefined);
    await lab.loadSample(otherSampleId);
    // The played sets have the same pictures.
    lab.change({ type: 'pictures removed', ids: state(lab).collection.pictures.map(({ id }) => id) });
    await until(isSaved(lab));
    const again = await begun();
    await until(async () => (await listHeads(state(again).project.id)).length === 1);
    expect([state(again).training.phase, state(again).heads]).toEqual(['none', null]);
    expect(await keptRun(again)).toBe(state(lab).log[0]?.id);

    again.logbook.remove([state(again).log[0]?.id ?? '']);
    again.projects.rename('Kept');
    await until(isSaved(again));
    const last = await begun();
    await until(async () => (await keptRun(last)) === undefined);
    await last.projects.remove(state(last).project.id);
  });
});
