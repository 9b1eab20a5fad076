import { clearedRecord, keptOf, merged, momentIn, parseRecord, type LessonRecord } from '../../lessons/record';
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
  const written = async (change: (kept: LessonRecord) => LessonRecord) => {
    await keepLessons((kept) => keptOf(change(parseRecord(kept))));
    // What another tab has cleared or added counts here too.
    const now = parseRecord(await loadLessons());
    store.setState(({ record }) => ({ record: merged(now, record), kept: 'browser' }));
  };
  const write = (change: (kept: LessonRecord) => LessonRecord) => {
    last = last.then(() => written(change)).catch(() => store.setState({ kept: 'memory' }));
  };
  return {
    change: (of) => {
      store.setState(({ record }) => ({ record: of(record) }));
      // Another tab may have kept answers meanwhile.
      write((kept) => merged(kept, store.getState().record));
    },
    clear: () => {
      const none = clearedRecord(momentIn(store.getState().record, Date.now()));
      store.setState({ record: none, failed: new Map() });
      write((kept) => merged(kept, none));
    },
    flush: () => last,
  };
}
