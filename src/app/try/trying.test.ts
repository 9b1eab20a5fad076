import { afterEach, describe, expect, it, vi } from 'vitest';
import { addPicture } from '../../core/collection';
import { emptyReport } from '../../core/importReport';
import { parseLink } from '../../core/link';
import { headsOf } from '../../core/try/tried.fixture';
import type { Lab } from '../lab';
import { createStore, type LabStore } from '../store';
import { createTrying } from './trying';

const heads = headsOf({ features: 2, hidden: 0 });
const picture = (name: string) => ({ blob: new Blob([name]), pixels: Uint8Array.of(name.length), hash: name });

/** What is brought in goes to its class, but for a full one. */
function importer(store: LabStore) {
  return async ([file]: readonly File[], classId: string) => {
    const name = file?.name ?? '';
    const isFull = classId === 'full';
    const next = addPicture(store.getState().collection, classId, { hash: name.replace('.png', ''), name }).collection;
    store.setState({
      ...(isFull ? {} : { collection: next }),
      report: isFull
        ? { ...emptyReport, skipped: [{ path: name, reason: 'The collection is full.' }] }
        : { ...emptyReport, added: 1, notes: name === 'noted' ? ['Something else came of it.'] : [] },
    });
  };
}

/** As much of a lab as is used; pictures named `bad` cannot be read, `slow` ones take a while. */
function trying() {
  const store = createStore(parseLink(''));
  store.setState({ heads });
  const features = vi.fn<(pixels: Uint8Array) => Promise<Float32Array>>((pixels) =>
    Promise.resolve(Float32Array.of(pixels[0] ?? 0, 1)),
  );
  const lab = {
    store,
    importer: { add: importer(store) },
    seeing: {
      features,
      maps: async () => [{ side: 1, channels: 2, values: Float32Array.of(1, 2) }],
      known: () => null,
    },
    prepare: async ({ name }: { readonly name: string }) => {
      if (name === 'slow') await new Promise((resolve) => setTimeout(resolve, 50));
      return name === 'bad' ? { ok: false, reason: 'It is damaged.' } : { ok: true, picture: picture(name) };
    },
    // Only what is used is there.
  } as unknown as Lab;
  return { store, features, trying: createTrying(lab) };
}
const file = (name: string, type = 'image/png') => new File([name], name, { type });
const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), { timeout: 3000 });

afterEach(() => vi.restoreAllMocks());

it('shows what the base makes of a picture, and the first of several', async () => {
  const { trying: t } = trying();
  t.files([file('one'), file('two')], 'dropped');
  await until(() => t.state.getState().seen?.maps !== undefined && t.state.getState().seen?.maps !== null);
  expect(t.state.getState()).toMatchObject({
    tried: { name: 'one' },
    note: 'Of the 2 files that were dropped, “one” is tried. One picture at a time here; add ZIPs and folders at station 1.',
  });
  expect([...(t.state.getState().seen?.features ?? [])]).toEqual([3, 1]);
});

it('what cannot be read is a sentence with its name, and what was there stays', async () => {
  const { trying: t } = trying();
  t.files([file('good')], 'chosen');
  await until(() => t.state.getState().seen !== null);
  t.files([file('bad')], 'chosen');
  await until(() => t.state.getState().trouble !== null);
  expect(t.state.getState()).toMatchObject({
    trouble: '“bad”: It is damaged.',
    tried: { name: 'good' },
    isBusy: false,
  });
});

it('what holds several pictures is sent to station 1, and the first picture beside it is tried', async () => {
  const { trying: t } = trying();
  // A ZIP or a folder cannot be prepared as a picture.
  t.files([file('bad', 'application/zip')], 'dropped');
  await until(() => t.state.getState().trouble !== null);
  expect(t.state.getState().trouble).toBe(
    '“bad” is not one picture. One picture at a time here; add ZIPs and folders at station 1.',
  );
  t.files([file('bad', ''), file('good')], 'dropped');
  await until(() => t.state.getState().tried !== null);
  expect(t.state.getState()).toMatchObject({ tried: { name: 'good' }, trouble: null });
});

it('the last picture that was asked for is shown, whichever is ready first', async () => {
  const { trying: t } = trying();
  t.files([file('slow')], 'chosen');
  t.files([file('fast')], 'chosen');
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(t.state.getState().tried?.name).toBe('fast');
});

it('looks again when other heads see by another cut, and not for later heads of the same training', async () => {
  const { trying: t, store, features } = trying();
  const end = t.follow();
  t.files([file('one')], 'chosen');
  await until(() => !t.state.getState().isBusy && t.state.getState().seen !== null);
  store.setState({ heads: { ...heads, epoch: 8 } });
  expect(features).toHaveBeenCalledTimes(1);
  store.setState({ heads: { ...heads, base: { ...heads.base, blocks: [{ number: 2, node: 'm' }] } } });
  await until(() => features.mock.calls.length === 2);
  end();
});

it('live, one frame at a time; a fault ends it with a sentence', async () => {
  const { trying: t } = trying();
  let [asked, open, most] = [0, 0, 0];
  const failed = await t.goLive(async () => {
    most = Math.max(most, ++open);
    await new Promise((resolve) => setTimeout(resolve, 5));
    open--;
    if (++asked > 6) throw new Error('The camera shows no picture.');
    return picture(`frame ${asked}`);
  });
  expect(failed).toBe(true);
  expect(most).toBe(1);
  expect(t.state.getState()).toMatchObject({ live: null, trouble: 'The camera shows no picture.' });
});

it('a frozen frame is the one that was answered last, with its rate measured', async () => {
  const { trying: t } = trying();
  let asked = 0;
  const running = t.goLive(async () => picture(`frame ${++asked}`));
  await until(() => (t.state.getState().live?.rate ?? 0) > 0);
  const last = t.state.getState().live?.frame.hash;
  t.freeze();
  expect(await running).toBe(false);
  await until(() => t.state.getState().tried !== null);
  expect(t.state.getState()).toMatchObject({ tried: { hash: last, from: 'camera' }, live: null });
});

describe('teaching', () => {
  async function taught(name: string, classId: string) {
    const { trying: t, store } = trying();
    t.files([file(name)], 'chosen');
    await until(() => t.state.getState().tried !== null);
    const { tried } = t.state.getState();
    if (tried) await t.teach(tried, classId);
    return { note: t.state.getState().note, report: store.getState().report };
  }

  it('says beside the picture that it is in, and not a second time above', async () => {
    expect(await taught('one', 'cats')).toEqual({ note: null, report: null });
  });

  it('says why it did nothing', async () => {
    const { note, report } = await taught('one', 'full');
    expect(note).toBe('It was not added. The collection is full.');
    expect(report?.skipped).toHaveLength(1);
  });

  it('leaves a report that has more to tell', async () => {
    expect((await taught('noted', 'cats')).report?.notes).toEqual(['Something else came of it.']);
  });
});

it('what was tried in one project is gone in another, with its addresses', async () => {
  const { trying: t, store } = trying();
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  t.files([file('one')], 'chosen');
  await until(() => t.state.getState().seen?.maps !== undefined && !t.state.getState().isBusy);
  const url = t.state.getState().tried?.url;
  t.setTrial(1);
  store.setState({ project: { id: store.getState().project.id, name: 'Renamed' } });
  expect(t.state.getState().tried?.name).toBe('one');
  store.setState({ project: { id: 'another', name: 'Another' } });
  expect(t.state.getState()).toMatchObject({ tried: null, seen: null, history: [], trial: 0 });
  expect(revoked.mock.calls).toEqual([[url]]);
});
