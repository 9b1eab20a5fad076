import type { Checkpoint } from '../core/checkpoint';
import type { Dataset, Experiment } from '../core/experiment';
import { nothingInside, shownEpoch, stepAfter, type InsideState, type Question } from '../core/inside/insideState';
import type { SimilarityKind } from '../core/inside/similarity';
import type { InspectClient } from '../worker/inspectClient';
import type { Kept } from '../worker/inspectService';
import { messageOf } from './messages';
import type { LabStore } from './store';

/** Looks into the heads of the training under way or just done. */
export interface Inside {
  readonly begin: (experiment: Experiment, dataset: Dataset) => Promise<void>;
  readonly add: (checkpoint: Checkpoint) => Promise<void>;
  /** There is no training any more. */
  readonly end: () => void;
  /** @param epoch null: always the latest */
  readonly showEpoch: (epoch: number | null) => void;
  readonly setMode: (mode: InsideState['mode']) => void;
  /** One stage of the slow step; after the last the next batch. */
  readonly step: () => void;
  readonly togglePlay: () => void;
  readonly showInBatch: (index: number) => void;
  /** @param row of the dataset */
  readonly showPicture: (row: number) => void;
  readonly setKind: (kind: SimilarityKind) => void;
  readonly ask: (question: Question) => void;
}

/** Between two steps that are played, in ms: several a second. */
const playEvery = 350;

export function createInside(store: LabStore, inspect: InspectClient): Inside {
  /** Of the training that is looked into; answers to questions about an earlier one are thrown away. */
  let training = 0;
  let planned = 0;
  let firstRow: number | null = null;
  let isReading = false;
  let isStale = false;
  let player: ReturnType<typeof setTimeout> | undefined;

  const inside = () => store.getState().inside;
  const set = (changes: Partial<InsideState>) => store.setState((s) => ({ inside: { ...s.inside, ...changes } }));
  const setKept = ({ epochs, bytes, trials }: Kept) => set({ epochs, bytes, trials });

  /** Runs a question of this training; its failure is a sentence. */
  async function asking(work: (isCurrent: () => boolean) => Promise<void>): Promise<void> {
    const own = training;
    try {
      await work(() => own === training);
    } catch (error) {
      // What follows from a fault says less than the fault.
      if (own === training) set({ trouble: inside().trouble ?? messageOf(error), busy: [] });
    }
  }

  /** Reads what is shown, once more if something changed meanwhile: never two at a time, and the last always. */
  const read = () => {
    isStale = true;
    if (isReading) return;
    isReading = true;
    void (async () => {
      while (isStale) {
        isStale = false;
        await asking(readOnce);
      }
      isReading = false;
    })();
  };

  async function readOnce(isCurrent: () => boolean): Promise<void> {
    const state = inside();
    const epoch = shownEpoch(state);
    if (epoch === null) return;
    const after = stepAfter(state, planned);
    const row = state.row ?? firstRow;
    const isOther = state.step?.epoch !== (after ?? -1) + 1;
    const look = await inspect.look(epoch, {
      stepAfter: isOther ? after : null,
      row: state.mode === 'predict' ? row : null,
    });
    // Without an answer the epoch was let go of this very moment, and another look is on its way.
    if (!isCurrent() || !look) return;
    const { step, ...seen } = look;
    set({ ...seen, ...(isOther ? { step, stage: 0 } : {}), trouble: null });
    for (const question of state.asked) {
      // Beside a training, measuring all seeds slows both: what is there already waits for its end.
      if (isAnswered(question) && (isStale || isRunning())) continue;
      await answer(question, epoch, row, isCurrent);
    }
  }

  const isAnswered = (question: Question) => {
    const { similarity, knockOut, monteCarlo } = inside();
    return { similarity, knockOut, monteCarlo }[question] !== null;
  };

  async function answer(question: Question, epoch: number, row: number | null, isCurrent: () => boolean) {
    const state = inside();
    const { kind } = state;
    const isKnown = {
      similarity: state.course?.at === epoch && state.course.kind === kind,
      knockOut: state.knockOut?.epoch === epoch,
      monteCarlo: state.monteCarlo?.epoch === epoch && state.monteCarlo.row === row,
    }[question];
    if (isKnown) return;
    set({ busy: [question] });
    if (question === 'similarity') {
      const similarity = await inspect.similarity(epoch, kind);
      if (!isCurrent()) return;
      if (similarity) set({ similarity });
      const course = await inspect.similarityCourse(epoch, kind);
      if (isCurrent() && course) set({ course });
    } else if (question === 'knockOut') {
      const knockOut = await inspect.knockOut(epoch);
      if (isCurrent() && knockOut) set({ knockOut });
    } else if (row !== null) {
      const monteCarlo = await inspect.monteCarlo(epoch, row);
      if (isCurrent() && monteCarlo) set({ monteCarlo });
    }
    if (isCurrent()) set({ busy: [] });
  }

  /** The next batch of the epoch, and at its end its first one again. */
  const nextStep = () =>
    asking(async (isCurrent) => {
      const after = stepAfter(inside(), planned);
      if (after === null) return;
      const step = (await inspect.step(after, false)) ?? (await inspect.step(after, true));
      if (isCurrent() && step)
        set({ step, stage: 0, shownInBatch: Math.min(inside().shownInBatch, step.rows.length - 1) });
    });

  const play = () => {
    player = setTimeout(() => void playOn(), playEvery);
  };
  const playOn = async () => {
    await nextStep();
    if (inside().playing) play();
  };
  const stopPlaying = () => {
    clearTimeout(player);
    if (inside().playing) set({ playing: false });
  };

  const forget = () => {
    training++;
    stopPlaying();
    const { mode, kind } = inside();
    store.setState({ inside: { ...nothingInside, mode, kind } });
  };
  /** Those of these questions that will be answered, as they were asked before. */
  const busyWith = (questions: readonly Question[]) =>
    questions.filter((question) => inside().asked.includes(question));
  const isRunning = () => store.getState().training.phase === 'running';
  // What was measured before is measured again for the epoch that a training ended with.
  store.subscribe((now, before) => {
    if (before.training.phase === 'running' && now.training.phase !== 'running') read();
  });

  return {
    begin: async (experiment, dataset) => {
      forget();
      planned = experiment.epochs;
      firstRow = experiment.trials[0]?.validation[0] ?? null;
      await asking(async (isCurrent) => {
        const kept = await inspect.open(experiment, dataset);
        if (isCurrent()) setKept(kept);
      });
      read();
    },
    add: (checkpoint) =>
      asking(async (isCurrent) => {
        const kept = await inspect.add(checkpoint);
        if (!isCurrent()) return;
        setKept(kept);
        if (inside().chosen === null) read();
      }),
    end: () => {
      forget();
      firstRow = null;
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
      play();
    },
    showInBatch: (shownInBatch) => set({ shownInBatch }),
    showPicture: (row) => {
      set({ row, monteCarlo: null, busy: busyWith(['monteCarlo']) });
      read();
    },
    setKind: (kind) => {
      set({ kind, similarity: null, course: null, busy: busyWith(['similarity']) });
      read();
    },
    ask: (question) => {
      set({ asked: [...new Set([...inside().asked, question])] });
      set({ busy: busyWith([question]) });
      read();
    },
  };
}
