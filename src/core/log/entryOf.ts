import { runsOfArm } from '../curves';
import type { RunMetrics } from '../metrics';
import { reportEngineOf } from '../reportEngine';
import type { Session } from '../session';
import { mean } from '../statistics';
import { verdictOf } from '../verdict';
import type { LogCurves, LogEntry, LogPhase, LogRun } from './logEntry';
import { loggedClasses, pictureParts, picturesDigest } from './picturesDigest';

/** What a training does not know of itself. */
export interface EntryFrame extends Pick<LogEntry, 'number' | 'note' | 'pinned' | 'test' | 'versions'> {
  readonly phase: Exclude<LogPhase, 'interrupted'>;
  /** Why it failed; null: it did not. */
  readonly reason: string | null;
  /** When the last epoch came, in ms since 1970. */
  readonly lastAt: number;
}

/** A training as the log keeps it. */
export function entryOf(session: Session, frame: EntryFrame): LogEntry {
  const { experiment, history, settings, collection, labels, splitFixed } = session;
  const { number, note, pinned, test, versions, phase, reason, lastAt } = frame;
  const [first] = experiment.trials;
  const confusion = history.at(-1)?.confusion;
  return {
    id: session.runId,
    number,
    from: null,
    startedAt: session.startedAt,
    seconds: Math.max(0, lastAt - session.startedAt) / 1000,
    phase,
    reason,
    settings,
    sample: session.sample,
    classes: loggedClasses(collection),
    picturesDigest: picturesDigest(collection),
    pictureParts: pictureParts(collection),
    trained: first?.training.length ?? 0,
    validated: first?.validation.length ?? 0,
    base: session.features,
    engine: reportEngineOf(session),
    versions,
    epochsDone: history.length,
    curves: logCurves(session),
    runs: logRuns(session),
    ...(confusion && { confusion }),
    verdict: verdictOf({ experiment, history, phase, labels, noise: settings.noise, splitFixed }),
    note,
    pinned,
    test,
  };
}

function logCurves({ experiment, history }: Session): readonly LogCurves[] {
  return experiment.arms.map(({ name, dropoutRate }, a) => {
    const means = (of: (run: RunMetrics) => number) =>
      history.map((epoch) => mean(runsOfArm(experiment, epoch, a).map(of)));
    return {
      arm: name,
      dropoutRate,
      training: means((run) => run.train.accuracy),
      validation: means((run) => run.validation.accuracy),
      trainingLoss: means((run) => run.train.loss),
      validationLoss: means((run) => run.validation.loss),
    };
  });
}

function logRuns({ experiment, history }: Session): readonly LogRun[] {
  const last = history.at(-1);
  if (!last) return [];
  return experiment.arms.flatMap(({ name, dropoutRate }, a) =>
    runsOfArm(experiment, last, a).map(({ train, validation }, k) => ({
      arm: name,
      dropoutRate,
      seed: experiment.trials[k]?.seed ?? 0,
      training: train.accuracy,
      validation: validation.accuracy,
      trainingLoss: train.loss,
      validationLoss: validation.loss,
    })),
  );
}
