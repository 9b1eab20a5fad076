import { t } from '@lingui/core/macro';
import { grouped } from '../../core/figures';
import type { Picture } from '../../core/collection';
import type { FeatureRecord } from '../../core/featureRecord';
import type { ImportReport } from '../../core/importReport';
import type { PreparedPicture } from '../../images/prepare';
import { freshId } from '../freshId';
import type { Lab } from '../lab';
import { isAbort, messageOf } from '../messages';
import type { Grab } from '../webcam/frames';
import { createTryState, type Seen, type Tried } from './tryState';

/** So many tried pictures can be gone back to. */
const mostKept = 8;

/** How far back the frame rate looks, in ms. */
const rateOver = 2000;

/** Shows pictures to the trained heads. */
export type Trying = ReturnType<typeof createTrying>;

/** What heads see by: two of the same key see alike. */
const baseKey = ({ id, revision, blocks, pooling }: FeatureRecord): string =>
  JSON.stringify([id, revision, blocks, pooling]);

export function createTrying(lab: Lab) {
  const state = createTryState();
  /** Of pictures: what an earlier one becomes is of no use. */
  let turn = 0;
  /** Of live runs. */
  let run = 0;

  const show = (tried: Tried, note: string | null) => {
    const { history } = state.getState();
    // One that is looked at again keeps its place.
    const next = history.some(({ id }) => id === tried.id) ? history : [tried, ...history];
    for (const gone of next.slice(mostKept)) if (gone.from !== 'collection') URL.revokeObjectURL(gone.url);
    state.setState({ tried, seen: null, live: null, trouble: null, note, history: next.slice(0, mostKept) });
    return see();
  };

  /** Has the base look at the picture: first its features, then its maps. */
  async function see(): Promise<void> {
    const own = ++turn;
    const { tried } = state.getState();
    const { heads } = lab.store.getState();
    if (!tried || !heads) return state.setState({ isBusy: false, seen: null });
    const key = baseKey(heads.base);
    const isWanted = () => own === turn;
    state.setState({ isBusy: true, trouble: null });
    try {
      // What it was trained or watched with, to the last digit, where that is there.
      const known = tried.from === 'collection' ? lab.seeing.known(heads.base)?.get(tried.hash) : undefined;
      const features = known ?? (await lab.seeing.features(tried.pixels, 1, heads.base));
      if (!isWanted()) return;
      state.setState({ seen: { base: key, features, maps: null } });
      const maps = await lab.seeing.maps(tried.pixels, heads.base);
      if (isWanted()) state.setState({ seen: { base: key, features, maps }, isBusy: false });
    } catch (error) {
      if (!isWanted()) return;
      // Another base or engine took the workers: whoever chose it is followed below.
      state.setState({ isBusy: false, ...(isAbort(error) ? {} : { trouble: messageOf(error) }) });
    }
  }

  /** What was tried belongs to the project in which it was. A camera goes on. */
  const forget = () => {
    turn++;
    for (const { from, url } of state.getState().history) if (from !== 'collection') URL.revokeObjectURL(url);
    const { live } = state.getState();
    state.setState({ ...state.getInitialState(), live });
  };
  lab.store.subscribe((now, before) => {
    if (now.project.id !== before.project.id) forget();
  });

  /** Prepares what comes in; the last one that was asked for is shown. */
  async function take(
    name: string,
    from: Tried['from'],
    prepared: () => Promise<PreparedPicture>,
    note: string | null,
  ) {
    const own = ++turn;
    state.setState({ isBusy: true, trouble: null, note: null });
    try {
      const picture = await prepared();
      if (own !== turn) return;
      await show({ ...picture, id: freshId(), name, from, url: URL.createObjectURL(picture.blob) }, note);
    } catch (error) {
      if (own === turn) state.setState({ isBusy: false, trouble: messageOf(error) });
    }
  }

  const stopLive = () => {
    run++;
    state.setState({ live: null });
  };

  /** Frame after frame, never two at a time. @param grab null: there is no frame yet. @returns whether it failed. */
  async function goLive(grab: Grab): Promise<boolean> {
    const own = ++run;
    turn++;
    state.setState({ tried: null, seen: null, live: null, trouble: null, note: null, isBusy: false });
    let answered: number[] = [];
    const isWanted = () => own === run;
    try {
      while (isWanted()) {
        const { heads } = lab.store.getState();
        const frame = heads && (await grab());
        if (!frame) {
          await pause(100);
          continue;
        }
        const features = await lab.seeing.features(frame.pixels, 1, heads.base);
        if (!isWanted()) return false;
        const now = performance.now();
        answered = [...answered.filter((at) => at > now - rateOver), now];
        state.setState({
          live: { frame, seen: { base: baseKey(heads.base), features, maps: null }, rate: rateOf(answered) },
        });
        // The page draws what was answered before the next frame is read.
        await pause(0);
      }
    } catch (error) {
      if (!isWanted()) return false;
      state.setState({ live: null, trouble: messageOf(error) });
      return true;
    }
    return false;
  }

  /** Looks again where the heads see otherwise than before, or another base may have come back. */
  const follow = () => {
    if (state.getState().seen === null) void see();
    return lab.store.subscribe((now, before) => {
      if (now.heads && now.heads.trials !== before.heads?.trials)
        state.setState(({ trial }) => ({ trial: now.heads && trial in now.heads.trials ? trial : 0 }));
      const { seen, trouble, tried, isBusy } = state.getState();
      if (!tried || !now.heads) return;
      const isOther = (seen?.base ?? null) !== baseKey(now.heads.base) && now.heads.base !== before.heads?.base;
      const isBack = now.settings.base !== before.settings.base || now.settings.engine !== before.settings.engine;
      if (isOther || (isBack && (trouble !== null || isBusy || seen?.maps === null))) void see();
    });
  };

  return {
    state,
    follow,
    goLive,
    stopLive,
    files(files: readonly File[], how: 'chosen' | 'dropped' | 'pasted') {
      // A folder is dropped as one file without a type.
      const first = files.find(isPicture) ?? files[0];
      if (!first) return;
      stopLive();
      const note = files.length > 1 ? `${ofSeveralWords(files.length, how, first.name)} ${oneAtATime}` : null;
      void take(
        first.name,
        'file',
        async () => {
          const prepared = await lab.prepare({ name: first.name, blob: first });
          if (!prepared.ok)
            throw new Error(
              isPicture(first)
                ? `“${first.name}”: ${prepared.reason}`
                : t`“${first.name}” is not one picture. ${oneAtATime}`,
            );
          return prepared.picture;
        },
        note,
      );
    },
    /** One of the collection. */
    async picture({ hash, name }: Pick<Picture, 'hash' | 'name'>) {
      stopLive();
      const own = ++turn;
      state.setState({ isBusy: true, trouble: null, note: null });
      try {
        const url = lab.thumbnailUrl(hash);
        const pixels = Uint8Array.from(await lab.pixelsOf(hash));
        if (own === turn) await show({ id: hash, hash, name, pixels, blob: null, url, from: 'collection' }, null);
      } catch (error) {
        if (own === turn) state.setState({ isBusy: false, trouble: messageOf(error) });
      }
    },
    /** The last frame that was answered, to look at it closely. */
    freeze() {
      const { live } = state.getState();
      stopLive();
      if (live) void take(t`Frame of the camera`, 'camera', () => Promise.resolve(live.frame), null);
    },
    again: (tried: Tried) => {
      stopLive();
      void show(tried, null);
    },
    see,
    setTrial: (trial: number) => state.setState({ trial }),
    say: (trouble: string) => state.setState({ trouble }),
    /** Into the collection, so that the heads can learn it next time; where that cannot be, the reason is the note. */
    teach: async (tried: Tried, classId: string) => {
      if (!tried.blob) return;
      const name =
        tried.from === 'camera'
          ? `${t`camera`} ${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.png`
          : tried.name;
      await lab.importer.add([new File([tried.blob], name, { type: 'image/png' })], classId);
      const { collection, report } = lab.store.getState();
      const isIn = collection.pictures.some((p) => p.hash === tried.hash && p.classId === classId);
      if (isIn) {
        // The place beside the picture says it. Whatever else there is to tell stays.
        if (report && isBare(report)) lab.store.setState({ report: null });
        return;
      }
      const reason = report?.skipped[0]?.reason ?? report?.notes[0] ?? t`It could not be read.`;
      if (state.getState().tried === tried) state.setState({ note: t`It was not added. ${reason}` });
    },
  };
}

const oneAtATime = t`One picture at a time here; add ZIPs and folders at station 1.`;

/** Of several files one is tried. @param n at least 2. */
function ofSeveralWords(n: number, how: 'chosen' | 'dropped' | 'pasted', name: string): string {
  const files = grouped(n);
  switch (how) {
    case 'chosen':
      return t`Of the ${files} files that were chosen, “${name}” is tried.`;
    case 'dropped':
      return t`Of the ${files} files that were dropped, “${name}” is tried.`;
    case 'pasted':
      return t`Of the ${files} files that were pasted, “${name}” is tried.`;
    default:
      return how satisfies never;
  }
}

/** By its type, or its ending where the browser knows no type. */
const isPicture = ({ type, name }: File): boolean =>
  type.startsWith('image/') || /\.(jpe?g|png|webp|gif|bmp|avif|hei[cf]|tiff?)$/i.test(name);

/** Whether it tells of one picture that came in, and of nothing else. */
const isBare = ({ added, duplicates, contradictions, skipped, notes }: ImportReport): boolean =>
  added === 1 && [duplicates, contradictions, skipped, notes].every((list) => list.length === 0);

/** Seen for these heads; null while it is still of others. */
export const seenBy = (seen: Seen | null, base: FeatureRecord): Seen | null =>
  seen?.base === baseKey(base) ? seen : null;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function rateOf(answered: readonly number[]): number | null {
  const [first, last] = [answered[0] ?? 0, answered.at(-1) ?? 0];
  return answered.length < 3 ? null : (answered.length - 1) / ((last - first) / 1000);
}
