import { emptyRecord, merged, parseRecord, type LessonRecord } from '../../lessons/record';
import { keepLessons, loadLessons } from '../../storage/lessons';
import type { LessonStore } from './lessonState';

/** Keeps a learner's answers in this browser, and in memory where it denies that. */
export interface Recorder {
  readonly change: (of: (record: LessonRecord) => LessonRecord) => void;
  /** Every answer of every chapter is gone. */
  readonly clear: () => void;
  /** Settled once all that was changed is written, or cannot be. */
  readonly flush: () => Promise<void>;
}

export function createRecorder(store: LessonStore): Recorder {
  /** What happens to the storage, one after the other. */
  let last: Promise<void> = loadLessons().then(
    (kept) => store.setState(({ record }) => ({ record: merged(parseRecord(kept), record), kept: 'browser' })),
    () => store.setState({ kept: 'memory' }),
  );
  const write = (change: (kept: LessonRecord) => LessonRecord) => {
    last = last
      .then(() => keepLessons((kept) => change(parseRecord(kept))))
      .then(
        () => store.setState({ kept: 'browser' }),
        () => store.setState({ kept: 'memory' }),
      );
  };
  return {
    change: (of) => {
      store.setState(({ record }) => ({ record: of(record) }));
      // Another tab may have kept answers meanwhile.
      write((kept) => merged(kept, store.getState().record));
    },
    clear: () => {
      store.setState({ record: emptyRecord, failed: new Map() });
      write(() => emptyRecord);
    },
    flush: () => last,
  };
}
