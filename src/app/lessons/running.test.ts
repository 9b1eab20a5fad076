// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptySession } from '../../core/session.fixture';
import type { CutsResult } from '../../core/why/cuts';
import { nothingPrepared } from '../../core/prepared';
import { byHeart } from '../../lessons/chapters/byHeart';
import { setUpsOf } from '../../lessons/answersOf';
import type { SetUp } from '../../lessons/lesson';
import { clearFeatures } from '../../storage/features';
import { listProjects, removeProject } from '../../storage/projects';
import { deferred } from '../../worker/deferred';
import type { Lab } from '../lab';
import { allSaved, link, makeLab, otherSampleId, playSamples, sampleId } from '../lab.fixture';
import type { RunStudy } from '../why/parts';
import { planned } from '../trialPlanning';
import { originOf } from '../why/wayData';
import { runSetUp } from './running';

const runCuts = vi.hoisted(() => vi.fn<RunStudy<CutsResult>>());
vi.mock('../why/cuts', () => ({ runCuts }));

const [wrong] = setUpsOf(byHeart);
if (!wrong) throw new Error('The chapter has nothing to run.');
const short: SetUp = { ...wrong, sample: sampleId, changes: { epochs: 3, seeds: 2, hidden: 4 } };
const cuts: SetUp = { ...short, does: { does: 'study', study: 'cuts' } };
const sweep: SetUp = { ...short, does: { does: 'sweep' } };
const knockOut: SetUp = { ...short, does: { does: 'train', asks: 'knock-out' } };
const alike: SetUp = { ...short, does: { does: 'train', asks: 'similarity' } };

/** The study comes to its end when the gate opens, or when it is stopped. */
const playCuts = (gate: Promise<unknown>) =>
  runCuts.mockImplementation(async ({ features, store }, _, signal) => {
    const plan = await planned(features, store);
    if (signal.aborted) return null;
    await Promise.race([gate, new Promise((resolve) => signal.addEventListener('abort', resolve))]);
    if (signal.aborted || !plan) return null;
    const points = [1, 2].map((block) => ({ block, dimension: 1, accuracies: plan.trials.map(() => 0.5) }));
    return { origin: originOf(plan), blocks: 2, chosen: 2, points, pixels: null } as unknown as CutsResult; // what the figures read
  });

const run = (lab: Lab, setUp: SetUp) => runSetUp(lab, 'by-heart', setUp, false);
const why = (lab: Lab) => lab.store.getState().why.cuts;
const changed = { ok: false, reason: expect.stringMatching(/were changed on the way/) };
const stopped = { ok: false, reason: expect.stringMatching(/stopped before its end/) };
const open = Promise.resolve();

async function begun(wait: Promise<unknown> = open): Promise<Lab> {
  const { lab } = makeLab({ head: { wait } });
  await lab.begin(link);
  return lab;
}

/** With the set's pictures there. */
async function opened(): Promise<Lab> {
  const lab = await begun();
  await run(lab, { ...short, does: { does: 'open' } });
  lab.show('lab');
  return lab;
}

/** Once, as soon as the set-up has set its settings: nothing runs yet. */
function onOpening(lab: Lab, act: () => void): void {
  const stop = lab.store.subscribe(({ page }) => {
    if (page !== 'lesson-by-heart') return;
    stop();
    act();
  });
}

beforeEach(() => {
  vi.spyOn(window, 'addEventListener').mockImplementation(() => undefined);
  playSamples();
  playCuts(open);
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await allSaved();
  for (const { id } of await listProjects()) await removeProject(id);
  sessionStorage.clear();
  await clearFeatures(null);
});

describe('an experiment on transfer', () => {
  it('is waited for on another set too, where the first set’s result is put away with its pictures', async () => {
    const lab = await begun();
    expect(await run(lab, cuts)).toMatchObject({ ok: true, found: { kind: expect.any(String) } });
    const gate = deferred<undefined>();
    playCuts(gate.promise);
    let isOver = false;
    const second = run(lab, { ...cuts, sample: otherSampleId }).finally(() => (isOver = true));
    await vi.waitFor(() => expect([lab.store.getState().sample, why(lab).phase]).toEqual([otherSampleId, 'running']));
    await new Promise((goOn) => setTimeout(goOn, 20));
    expect(isOver).toBe(false);
    gate.resolve(undefined);
    expect(await second).toMatchObject({ ok: true });
  });

  it('whose set is cancelled on its way in has not begun, and says so at once', async () => {
    const gate = deferred<undefined>();
    const { lab } = makeLab({ pool: { wait: gate.promise } });
    await lab.begin(link);
    const running = run(lab, cuts);
    await vi.waitFor(() => expect(lab.store.getState().importing?.total).toBeGreaterThan(0));
    const cancelled = lab.importer.cancel();
    gate.resolve(undefined);
    await cancelled;
    expect(await running).toEqual({ ok: false, reason: expect.stringMatching(/did not start/) });
  }, 5000);

  it('that is stopped does not pass an earlier result off as its own', async () => {
    const lab = await begun();
    expect(await run(lab, cuts)).toMatchObject({ ok: true });
    playCuts(deferred<undefined>().promise);
    const second = run(lab, cuts);
    await vi.waitFor(() => expect(why(lab).phase).toBe('running'));
    lab.askWhy(({ studies }) => studies.stop());
    expect(await second).toEqual(stopped);
    expect(why(lab).phase).toBe('done');
  });

  it('that runs already is over before the new one begins', async () => {
    const lab = await begun();
    await run(lab, cuts);
    playCuts(deferred<undefined>().promise);
    lab.askWhy(({ studies }) => studies.start('cuts'));
    await vi.waitFor(() => expect(why(lab).phase).toBe('running'));
    const former = why(lab);
    playCuts(open);
    expect(await run(lab, cuts)).toMatchObject({ ok: true });
    expect(why(lab)).not.toBe(former);
  });

  it('with other settings than were asked about says nothing', async () => {
    const lab = await opened();
    onOpening(lab, () => lab.set({ epochs: 4 }));
    expect(await run(lab, cuts)).toEqual(changed);
  });
});

describe('a training', () => {
  it('with other settings than were asked about says nothing', async () => {
    const lab = await opened();
    onOpening(lab, () => lab.set({ epochs: 4 }));
    expect(await run(lab, short)).toEqual(changed);
    expect(await run(lab, short)).toMatchObject({ ok: true });
  });

  it('counts whatever is set that only fine-tuning reads', async () => {
    const lab = await opened();
    onOpening(lab, () => lab.set({ tuneEpochs: 1 }));
    expect(await run(lab, short)).toMatchObject({ ok: true });
  });
});

describe('a sweep', () => {
  it('that cannot begin does not pass an earlier one off as its own', async () => {
    const lab = await begun();
    expect(await run(lab, sweep)).toMatchObject({ ok: true });
    lab.show('lab');
    onOpening(lab, () => lab.store.setState({ training: { phase: 'running', session: emptySession } }));
    expect(await run(lab, sweep)).toMatchObject({ ok: false, reason: expect.stringMatching(/did not start/) });
    expect(lab.store.getState().sweep.phase).toBe('done');
  });

  it('with other settings than were asked about says nothing', async () => {
    const lab = await opened();
    onOpening(lab, () => lab.set({ epochs: 4 }));
    expect(await run(lab, sweep)).toEqual(changed);
  });
});

describe('a look inside', () => {
  it.each([
    ['the knock-out test', knockOut],
    ['how alike neurons are', alike],
  ])('is at the last epoch, whichever was looked at while it trained: %s', async (_, setUp) => {
    const gate = deferred<undefined>();
    const lab = await begun(gate.promise);
    const running = run(lab, setUp);
    await vi.waitFor(() => expect(lab.store.getState().training.phase).toBe('running'));
    lab.inside.setKind('activations');
    lab.inside.showEpoch(1);
    gate.resolve(undefined);
    expect(await running).toMatchObject({ ok: true });
  });

  it('ends where another epoch is chosen before it has measured', async () => {
    const lab = await begun();
    const stop = lab.store.subscribe(({ inside }) => {
      if (!inside.asked.includes('knockOut')) return;
      stop();
      lab.inside.showEpoch(1);
    });
    expect(await run(lab, knockOut)).toMatchObject({ ok: false, reason: expect.stringMatching(/Something else was/) });
  });

  it('ends where nothing shows it any more', async () => {
    const gate = deferred<undefined>();
    const lab = await begun(gate.promise);
    lab.store.setState({ prepared: { ...nothingPrepared, hide: ['station-inside'] } });
    const running = run(lab, knockOut);
    await vi.waitFor(() => expect(lab.store.getState().training.phase).toBe('running'));
    lab.show('lab');
    gate.resolve(undefined);
    expect(await running).toMatchObject({ ok: false, reason: expect.stringMatching(/was closed/) });
  });
});
