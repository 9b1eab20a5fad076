import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import type { FeatureRecord } from '../featureRecord';
import type { LogEntry } from '../log/logEntry';
import type { Estimate } from '../statistics';
import type { Verdict } from '../verdict';
import { parseSettings } from './settingsParsing';
import { id, number, text, time, title, whole } from './shape';

/** Settings inside a log or a head: what does not fit is replaced by the default, without a word. */
export const settings = v.pipe(
  v.looseObject({}),
  v.transform((value) => parseSettings(value).settings),
);

export const featureRecord: v.GenericSchema<unknown, FeatureRecord> = v.object({
  id: title,
  title,
  revision: title,
  inputSize: whole,
  inputRange: v.tuple([number, number]),
  preprocessing: text,
  blocks: v.array(v.object({ number: whole, node: title })),
  pooling: v.picklist(['average', 'max', 'flatten']),
  features: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1e6)),
});

const engine = v.picklist(['webgl', 'webgpu', 'wasm', 'cpu']);

const estimate: v.GenericSchema<unknown, Estimate> = v.variant('kind', [
  v.object({ kind: v.literal('interval'), mean: number, low: number, high: number, n: whole }),
  v.object({ kind: v.literal('single'), mean: number, n: v.literal(1) }),
]);

const armResult = v.object({
  name: title,
  dropoutRate: number,
  training: estimate,
  validation: estimate,
  gap: estimate,
  validationLoss: estimate,
  lowestLoss: v.object({ epoch: whole, loss: number, accuracy: number }),
});

const atLeastOne = v.pipe(v.number(), v.finite(), v.minValue(1));

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const contrast = v.object({
  outcome: v.picklist(['helps', 'hurts', 'cannot tell', 'one run', 'identical']),
  difference: estimate,
  seedsToTell: v.nullable(number),
});

const verdict: v.GenericSchema<unknown, Verdict> = v.object({
  phase: v.picklist(['running', 'stopped', 'finished', 'failed']),
  epochs: whole,
  plannedEpochs: whole,
  seeds: whole,
  splitFixed: v.boolean(),
  sharedValidation: number,
  validationGroups: v.exactOptional(
    v.object({ pictures: whole, groups: whole, independent: atLeastOne, common: share }),
  ),
  sharedTraining: v.boolean(),
  noise: number,
  wrongLabels: v.object({ wrong: whole, training: whole }),
  dropoutActs: v.boolean(),
  validationPictures: v.object({ fewest: whole, most: whole }),
  onePicture: number,
  arms: v.tuple([armResult, armResult]),
  accuracy: contrast,
  gap: contrast,
  loss: contrast,
  headline: text,
  sentences: v.array(text),
});

const curve = v.array(number);

const curves = v.object({
  arm: title,
  dropoutRate: number,
  training: curve,
  validation: curve,
  trainingLoss: curve,
  validationLoss: curve,
});

const entry: v.GenericSchema<unknown, LogEntry> = v.object({
  id,
  number: whole,
  from: v.nullable(title),
  startedAt: time,
  seconds: number,
  phase: v.picklist(['running', 'finished', 'stopped', 'failed', 'interrupted']),
  reason: v.nullable(text),
  settings,
  sample: v.nullable(title),
  classes: v.array(v.object({ name: title, pictures: whole, test: whole, digest: title })),
  picturesDigest: title,
  pictureParts: v.exactOptional(v.object({ pictures: title, labels: title, groups: title, pins: title, test: title })),
  trained: whole,
  validated: whole,
  base: featureRecord,
  engine: v.object({
    base: engine,
    renderer: v.nullable(title),
    bits: v.picklist([16, 32]),
    measured: v.array(v.object({ engine, picturesPerSecond: number })),
    head: v.nullable(engine),
    switched: v.nullable(v.object({ epoch: whole, from: engine, reason: text })),
  }),
  versions: v.record(title, title),
  epochsDone: whole,
  curves: v.tuple([curves, curves]),
  runs: v.array(
    v.object({
      arm: title,
      dropoutRate: number,
      seed: whole,
      training: number,
      validation: number,
      trainingLoss: number,
      validationLoss: number,
    }),
  ),
  confusion: v.exactOptional(v.array(v.array(v.array(whole)))),
  verdict: v.nullable(verdict),
  note: text,
  pinned: v.boolean(),
  test: v.nullable(
    v.object({
      openedAt: time,
      pictures: whole,
      arms: v.array(v.object({ name: title, dropoutRate: number, accuracy: estimate })),
      difference: estimate,
      sentence: text,
      pictureIds: v.exactOptional(v.array(title)),
    }),
  ),
});

/** One experiment of the log, every field of it; both sides have the same seeds, and a figure for every epoch. */
export const logEntry = v.pipe(
  entry,
  v.check(
    ({ curves: sides, epochsDone }) =>
      sides.every((own) =>
        [own.training, own.validation, own.trainingLoss, own.validationLoss].every((c) => c.length === epochsDone),
      ),
    t`“curves” have not one figure for every epoch`,
  ),
  v.check(
    ({ confusion, classes }) =>
      confusion === undefined ||
      (confusion.length === 2 &&
        confusion.flatMap((table) => [table, ...table]).every(({ length }) => length === classes.length)),
    t`“confusion” is not a table of the classes by the classes for each side`,
  ),
  v.check(
    ({ curves: sides, runs }) => {
      const [one, other] = sides.map(({ arm }) => runs.filter((run) => run.arm === arm).map(({ seed }) => seed));
      const isOnce = new Set(one).size === one?.length;
      return isOnce && one.join() === other?.join() && runs.length === 2 * one.length;
    },
    t`“runs” have not the same seeds on both sides`,
  ),
);
