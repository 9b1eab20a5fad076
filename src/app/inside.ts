import type { Experiment } from '../core/experiment';
import { headShape } from '../core/headShape';
import { nothingInside, shownEpoch, stepAfter, type InsideState } from '../core/inside/insideState';
import { snapshotOf, snapshotOfHeads } from '../core/inside/snapshotOf';
import { trialsKept } from '../core/inside/snapshots';
import type { InspectClient } from '../worker/inspectClient';
import type { Kept } from '../worker/inspectService';
import { createBeat } from './beat';
import type { Inside } from './insideContract';
import { createQuestions } from './insideQuestions';
import { messageOf } from './messages';
import { isInsideSeen } from './prepared/hiddenStations';
import type { LabStore } from './store';

/** Between two steps that are played, in ms: several a second. */
const playEvery = 350;

/** Between two looks at a training under way, in ms: its curves need the page's thread more. */
const lookEvery = 500;

export function createInside(store: LabStore, inspect: InspectClient): Inside {
  /** Of the training that is looked into; answers to questions about an earlier one are thrown away. */
  let training = 0;
  /** Of looks: a step that was asked for before the last one is thrown away. */
  let looks = 0;
  /** Null: its head cannot be kept, or there is none. */
  let opened: { readonly experiment: Experiment; readonly kept: number } | null = null;
  let firstRow: number | null = null;
  let isReading = false;
  let isStale = false;
  let isAsked = false;

  const inside = () => store.getState().inside;
  const set = (changes: Partial<InsideState>) => store.setState((s) => ({ inside: { ...s.inside, ...changes } }));
  let kept: Kept | null = null;
  let keptAt = 0;
  let keeper: ReturnType<typeof setTimeout> | undefined;
  const rowNow = () => inside().row ?? firstRow;
  const isRunning = () => store.getState().training.phase === 'running';

  /** Tells what is kept by now, and looks where that is another epoch. */
  const follow = () => {
    clearTimeout(keeper);
    keeper = undefined;
    if (!kept) return;
    const { epochs, bytes, trials } = kept;
    keptAt = performance.now();
    set({ epochs, bytes, trials });
    if (shownEpoch(inside()) !== inside().network?.epoch) read();
  };

  /** Runs a question of this training; its failure is a sentence. */
  async function asking(work: (isCurrent: () => boolean) => Promise<void>): Promise<void> {
    const own = training;
    try {
      await work(() => own === training);
    } catch (error) {
      // What follows from a fault says less than the fault.
      if (own === training) set({ trouble: inside().trouble ?? messageOf(error) });
    }
  }

  const questions = createQuestions({ inspect, inside, set, rowNow });

  /** Reads what is shown, once more if something changed meanwhile: never two at a time, and the last always. */
  const read = () => {
    if (!isInsideSeen(store.getState())) return;
    isStale = true;
    looks++;
    answer();
  };
  /** Answers what was asked, after what there is to read. */
  const answer = () => {
    isAsked = true;
    if (isReading) return;
    isReading = true;
    void (async () => {
      while (isAsked) {
        const isLook = isStale;
        isStale = isAsked = false;
        if (isLook) await asking(look);
        await asking(answerAll);
      }
      isReading = false;
    })();
  };

  async function look(isCurrent: () => boolean): Promise<void> {
    const state = inside();
    const epoch = shownEpoch(state);
    if (epoch === null) return;
    const after = stepAfter(state, lastEpoch());
    const isOther = state.step?.epoch !== (after ?? -1) + 1;
    const seen = await inspect.look(epoch, {
      stepAfter: isOther ? after : null,
      row: state.mode === 'predict' ? rowNow() : null,
    });
    // Without an answer the epoch was let go of this very moment, and another look is on its way.
    if (!isCurrent() || !seen) return;
    const { step, ...others } = seen;
    set({ ...others, ...(isOther ? { step, stage: 0 } : {}), trouble: null });
  }

  async function answerAll(isCurrent: () => boolean): Promise<void> {
    const epoch = inside().network?.epoch;
    if (epoch === undefined) return;
    for (const question of inside().asked) {
      // Beside a training, measuring all seeds slows both: what is there already waits for its end.
      if (questions.isAnswered(question) && (isStale || isRunning())) continue;
      await asking((isWanted) => questions.answer(question, epoch, isWanted));
      if (!isCurrent()) return;
    }
  }

  /** One that has ended takes no more steps. */
  const lastEpoch = () => {
    const { phase } = store.getState().training;
    const planned = opened?.experiment.epochs ?? 0;
    const isOver = phase === 'finished' || phase === 'stopped' || phase === 'failed';
    return isOver ? (inside().epochs.at(-1) ?? planned) : planned;
  };

  /** The next batch of the epoch, and at its end its first one again. */
  const nextStep = () =>
    asking(async (isCurrent) => {
      const after = stepAfter(inside(), lastEpoch());
      if (after === null) return;
      const before = looks;
      const step = (await inspect.step(after, false)) ?? (await inspect.step(after, true));
      if (isCurrent() && before === looks && step)
        set({ step, stage: 0, shownInBatch: Math.min(inside().shownInBatch, step.rows.length - 1) });
    });

  const player = createBeat(playEvery, nextStep);
  const stopPlaying = () => {
    player.stop();
    if (inside().playing) set({ playing: false });
  };

  const forget = () => {
    training++;
    stopPlaying();
    clearTimeout(keeper);
    keeper = undefined;
    kept = null;
    opened = null;
    const { mode, kind } = inside();
    store.setState({ inside: { ...nothingInside, mode, kind } });
  };
  store.subscribe(({ training: { phase } }, { training: { phase: before } }) => {
    if (phase === before) return;
    if (phase === 'running') return stopPlaying();
    // What was measured before is measured again for the epoch that a training ended with, and its last step is shown.
    follow();
    read();
  });

  store.subscribe((now, before) => {
    if (opened && isInsideSeen(now) && !isInsideSeen(before)) read();
  });

  return {
    begin: async (experiment, dataset, earlier) => {
      forget();
      firstRow = experiment.trials[0]?.validation[0] ?? null;
      await asking(async (isCurrent) => {
        const { size } = headShape(dataset.dimension, experiment.hidden, dataset.classNames.length);
        opened = { experiment, kept: trialsKept(experiment.arms.length, experiment.trials.length, size) };
        try {
          const first = await inspect.open(experiment, dataset, earlier?.trials.length);
          const latest = earlier && isCurrent() ? await inspect.add(snapshotOfHeads(earlier, first.trials)) : first;
          if (isCurrent()) kept = latest;
        } catch (error) {
          if (isCurrent()) opened = null;
          throw error;
        }
      });
      follow();
    },
    add: (checkpoint) =>
      asking(async (isCurrent) => {
        if (!opened) return;
        const { experiment, kept: trials } = opened;
        const counts = { arms: experiment.arms.length, trials: experiment.trials.length, kept: trials };
        const added = await inspect.add(snapshotOf(checkpoint, counts));
        if (!isCurrent()) return;
        kept = added;
        const wait = isRunning() ? keptAt + lookEvery - performance.now() : 0;
        if (wait <= 0) follow();
        else keeper ??= setTimeout(follow, wait);
      }),
    end: () => {
      forget();
      firstRow = null;
      // A worker that has crashed holds nothing any more.
      inspect.close().catch(() => undefined);
    },
    showEpoch: (chosen) => {
      stopPlaying();
      set({ chosen });
      read();
    },
    setMode: (mode) => {
      stopPlaying();
      set({ mode });
      read();
    },
    step: () => {
      stopPlaying();
      const { stage, step } = inside();
      if (step && stage < 3) set({ stage: (stage + 1) as InsideState['stage'] });
      else void nextStep();
    },
    togglePlay: () => {
      if (inside().playing) return stopPlaying();
      set({ playing: true, mode: 'masks', stage: 0 });
      player.start();
    },
    showInBatch: (shownInBatch) => set({ shownInBatch }),
    showPicture: (row) => {
      set({ row, monteCarlo: null });
      questions.expect('monteCarlo');
      if (inside().mode === 'predict') read();
      else answer();
    },
    setKind: (kind) => {
      set({ kind, similarity: null, course: null });
      questions.expect('similarity');
      answer();
    },
    ask: (question) => {
      if (!questions.ask(question)) return;
      set({ trouble: null });
      answer();
    },
  };
}
