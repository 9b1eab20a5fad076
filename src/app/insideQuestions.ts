import type { InsideState, Question } from '../core/inside/insideState';
import type { InspectClient } from '../worker/inspectClient';

interface QuestionsGiven {
  readonly inspect: InspectClient;
  readonly inside: () => InsideState;
  readonly set: (changes: Partial<InsideState>) => void;
  /** Dataset row of the picture that is asked about; null: there is none. */
  readonly rowNow: () => number | null;
}

/** What is measured only because the person asked for it. */
export interface Questions {
  /** Takes a question in. False: it is answered already. */
  readonly ask: (question: Question) => boolean;
  /** Shows one as under way if it was asked before: its answer will come with the next look. */
  readonly expect: (question: Question) => void;
  /** Whether there is an answer of the present kind or to the present picture, of whatever epoch. */
  readonly isAnswered: (question: Question) => boolean;
  /** Answers one for an epoch, unless that is known. @throws what the worker failed with; it is then no longer asked. */
  readonly answer: (question: Question, epoch: number, isCurrent: () => boolean) => Promise<void>;
}

export function createQuestions({ inspect, inside, set, rowNow }: QuestionsGiven): Questions {
  const setBusy = (question: Question, isBusy: boolean) => {
    const others = inside().busy.filter((other) => other !== question);
    set({ busy: isBusy ? [...others, question] : others });
  };

  const isAnswered = (question: Question): boolean => {
    const { course, kind, knockOut, monteCarlo } = inside();
    switch (question) {
      case 'similarity':
        return course?.kind === kind;
      case 'knockOut':
        return knockOut !== null;
      case 'monteCarlo':
        return monteCarlo?.row === rowNow();
      default:
        return question satisfies never;
    }
  };

  const epochOf = (question: Question): number | undefined => {
    const { course, knockOut, monteCarlo } = inside();
    return { similarity: course?.at, knockOut: knockOut?.epoch, monteCarlo: monteCarlo?.epoch }[question];
  };

  const measures: Readonly<Record<Question, (epoch: number, isCurrent: () => boolean) => Promise<void>>> = {
    similarity: async (epoch, isCurrent) => {
      const { kind } = inside();
      const isWanted = () => isCurrent() && inside().kind === kind;
      const similarity = await inspect.similarity(epoch, kind);
      if (!isWanted()) return;
      if (similarity) set({ similarity });
      const course = await inspect.similarityCourse(epoch, kind);
      if (isWanted() && course) set({ course });
    },
    knockOut: async (epoch, isCurrent) => {
      const knockOut = await inspect.knockOut(epoch);
      if (isCurrent() && knockOut) set({ knockOut });
    },
    monteCarlo: async (epoch, isCurrent) => {
      const row = rowNow();
      if (row === null) return;
      const monteCarlo = await inspect.monteCarlo(epoch, row);
      if (isCurrent() && rowNow() === row && monteCarlo) set({ monteCarlo });
    },
  };

  return {
    ask: (question) => {
      const { asked } = inside();
      if (asked.includes(question) && isAnswered(question)) return false;
      set({ asked: [...new Set([...asked, question])] });
      setBusy(question, true);
      return true;
    },
    expect: (question) => {
      if (inside().asked.includes(question)) setBusy(question, true);
    },
    isAnswered,
    answer: async (question, epoch, isCurrent) => {
      try {
        if (isAnswered(question) && epochOf(question) === epoch) return;
        setBusy(question, true);
        await measures[question](epoch, isCurrent);
      } catch (error) {
        // It would fail again at every look, and keep the others from their answers.
        if (isCurrent()) set({ asked: inside().asked.filter((other) => other !== question) });
        throw error;
      } finally {
        if (isCurrent()) setBusy(question, false);
      }
    },
  };
}
