import type { LessonId } from '../../core/page';
import type { Check, SetUp } from '../../lessons/lesson';
import { momentIn, withAnswer, withEnd, withTry } from '../../lessons/record';
import { freshId } from '../freshId';
import type { Lab } from '../lab';
import { createLessonState, type LessonStore } from './lessonState';
import { createRecorder, type Recorder } from './recording';
import { runSetUp } from './running';

/** What can be done in the lessons. */
export interface Lessons {
  readonly store: LessonStore;
  /** Runs a set-up; nothing where one is under way. @param said the option that was predicted; null: none. */
  readonly run: (lesson: LessonId, setUp: SetUp, said: string | null, onOwn: boolean) => Promise<void>;
  readonly answer: (lesson: LessonId, check: Check, chose: string) => void;
  readonly clear: Recorder['clear'];
  readonly flush: Recorder['flush'];
}

const made = new WeakMap<Lab, Lessons>();

/** One for the page: a run goes on, and its outcome is written down, while the chapter is closed. */
export function lessonsOf(lab: Lab): Lessons {
  const lessons = made.get(lab) ?? createLessons(lab);
  made.set(lab, lessons);
  return lessons;
}

function createLessons(lab: Lab): Lessons {
  const store = createLessonState();
  const recorder = createRecorder(store);
  return {
    store,
    clear: recorder.clear,
    flush: recorder.flush,
    run: async (lesson, setUp, said, onOwn) => {
      if (store.getState().running) return;
      const id = freshId();
      store.setState(({ failed }) => ({
        running: { tryId: id, setUp: setUp.id },
        failed: new Map([...failed].filter(([of]) => of !== setUp.id)),
        said: '',
      }));
      const at = momentIn(store.getState().record, Date.now());
      const none = { runId: null, outcome: null, words: null };
      if (setUp.prediction)
        recorder.change((record) => withTry(record, { id, lesson, setUp: setUp.id, at, onOwn, said, ...none }));
      try {
        const end = await runSetUp(lab, lesson, setUp, onOwn);
        if (!end.ok) {
          store.setState(({ failed }) => ({ failed: new Map([...failed, [setUp.id, end.reason]]), said: end.reason }));
          return;
        }
        const { prediction } = setUp;
        if (!prediction || !end.found) return;
        const words = prediction.words(end.found);
        const outcome = prediction.outcome(end.found);
        recorder.change((record) => withEnd(record, id, { runId: end.runId, outcome, words }));
        store.setState({ said: words });
      } finally {
        store.setState({ running: null });
      }
    },
    answer: (lesson, check, chose) => {
      const isRight = check.options.some((option) => option.id === chose && option.isRight);
      recorder.change((record) =>
        withAnswer(record, {
          id: freshId(),
          lesson,
          check: check.id,
          at: momentIn(record, Date.now()),
          chose,
          isRight,
        }),
      );
    },
  };
}
