import { experimentOf, historyOf, run, score } from '../history.fixture';
import { emptySession } from '../session.fixture';
import type { Settings } from '../settings';
import { entryOf } from './entryOf';
import type { LogEntry } from './logEntry';

interface EntryGiven extends Partial<LogEntry> {
  readonly set?: Partial<Settings>;
  /** Validation accuracy of every seed, without and with dropout, in [0, 1]. */
  readonly scores?: readonly (readonly [number, number])[];
  /** Every seed checks with the same pictures. */
  readonly fixed?: boolean;
  /** Sizes of the groups that the validation pictures come in; none: each is one of its own. */
  readonly groups?: readonly number[];
  /** Epochs that came. */
  readonly epochs?: number;
}

/** Of 100 pictures in each of two seeds. */
const confusion = [
  [
    [80, 20],
    [38, 62],
  ],
  [
    [90, 10],
    [32, 68],
  ],
] as const;

/** An entry of a finished training: two epochs, two seeds, if nothing else is said. */
export function logEntry({
  set = {},
  scores,
  fixed = false,
  groups = [],
  epochs = 2,
  ...changes
}: EntryGiven = {}): LogEntry {
  const own = scores ?? [
    [0.7, 0.8],
    [0.72, 0.78],
  ];
  const settings = { ...emptySession.settings, seeds: own.length, epochs: 2, ...set };
  const runs = ([0, 1] as const).flatMap((arm) =>
    own.map((pair) => run(score(0.9, 0.3), score(pair[arm], 0.6), score(0.8, 0.4))),
  );
  const planned = experimentOf(own.length, settings.epochs, { rate: settings.dropout, fixed, groups });
  const trials = planned.trials.map((trial, k) => ({ ...trial, seed: settings.seed + k }));
  const session = {
    ...emptySession,
    settings,
    collection: {
      classes: [
        { id: 'class-1', name: 'Cats', style: 0 },
        { id: 'class-2', name: 'Dogs', style: 1 },
      ],
      pictures: [],
    },
    classNames: ['Cats', 'Dogs'],
    labels: new Int32Array(300),
    experiment: { ...planned, trials },
    history: historyOf(...Array.from({ length: epochs }, () => runs)).map((epoch) => ({ ...epoch, confusion })),
  };
  const entry = entryOf(session, {
    number: 1,
    note: '',
    pinned: false,
    test: null,
    versions: { 'transfer-lab': '0.4.0' },
    phase: 'finished',
    reason: null,
    lastAt: 12_000,
  });
  return { ...entry, ...changes };
}
