import { plural, t } from '@lingui/core/macro';
import { runsOf, type Experiment } from './experiment';
import type { RunFingerprint } from './runFingerprint';
import { seedOf } from './rng';
import { fields } from './settingFields';
import type { Settings } from './settings';
import { settingValue } from './settingValue';

/** One setting as each side of the comparison had it. */
export interface SettingRow {
  readonly label: string;
  readonly unit: string;
  readonly values: readonly [string, string];
  readonly differs: boolean;
}

/**
 * Every setting of both sides, and what the runs of each side really used, compared value by value. Nothing here knows
 * which row should differ.
 *
 * @param settings those of this training, not the ones on screen now.
 * @param fingerprints of every run, in run order; empty before they are measured.
 */
export function differences(
  settings: Settings,
  experiment: Experiment,
  fingerprints: readonly RunFingerprint[],
): readonly SettingRow[] {
  const measured = fingerprints.length === runsOf(experiment).length ? fingerprints : [];
  const [left, right] = [0, 1].map((a) => configurationOf(settings, experiment, measured, a));
  return (left ?? []).map(({ label, unit, value, shown = value }, i) => {
    const other = right?.[i];
    return {
      label,
      unit,
      values: [shown, other?.shown ?? other?.value ?? ''],
      differs: value !== other?.value,
    };
  });
}

/** "Exactly one row differs: Dropout rate." */
export function differencesInWords(rows: readonly SettingRow[]): string {
  const open = rows.some((row) => row.values.includes(notMeasured));
  return open ? `${counted(rows)} ${t`What the runs really use is measured when they begin.`}` : counted(rows);
}

function counted(rows: readonly SettingRow[]): string {
  const different = rows.filter((row) => row.differs).map((row) => row.label);
  if (different.length === 0) return t`No row differs: this is an A/A test, and both sides must give the same curves.`;
  const [number, labels] = [different.length, different.join(', ')];
  return number === 1 ? t`Exactly one row differs: ${labels}.` : t`${number} rows differ: ${labels}.`;
}

interface SettingValue {
  readonly label: string;
  readonly unit: string;
  /** What is compared. */
  readonly value: string;
  /** What is shown, where the value is too long. */
  readonly shown?: string;
}

function configurationOf(
  settings: Settings,
  experiment: Experiment,
  fingerprints: readonly RunFingerprint[],
  armIndex: number,
): readonly SettingValue[] {
  const arm = experiment.arms[armIndex];
  if (!arm) throw new RangeError(t`There is no arm ${armIndex}.`);
  const own: Settings = { ...settings, dropout: arm.dropoutRate };
  const seeds = experiment.trials.length;
  const ownRuns = runsOf(experiment).slice(armIndex * seeds, (armIndex + 1) * seeds);
  const ownPrints = fingerprints.slice(armIndex * seeds, (armIndex + 1) * seeds);
  return [
    ...settingKeys.map((key) => ({ label: fields[key].label, unit: unitOf(key), value: settingValue(key, own) })),
    { label: t`Seeds of the runs`, unit: t`one per run`, value: ownRuns.map((run) => run.trial.seed).join(', ') },
    ...printKeys.map((key) => ({
      label: printLabels[key],
      unit: plural(seeds, { one: 'fingerprint of the run', other: 'fingerprint of all # runs' }),
      ...measuredValue(ownPrints.map((print) => print[key])),
    })),
  ];
}

/** In the words of someone who has never heard of a tensor. */
const printLabels: Readonly<Record<keyof RunFingerprint, string>> = {
  initialWeights: t`First weights of the head`,
  batchOrder: t`Order of the pictures`,
  trainingPictures: t`Pictures to learn from`,
  validationPictures: t`Pictures to check with`,
  givenLabels: t`Labels given in training`,
};

const printKeys = Object.keys(printLabels).filter((key): key is keyof RunFingerprint => key in printLabels);

const notMeasured = t`not measured yet`;

function measuredValue(prints: readonly string[]): Pick<SettingValue, 'value' | 'shown'> {
  if (prints.length === 0) return { value: notMeasured };
  const value = prints.join(' ');
  return { value, shown: digest(value) };
}

const settingKeys = Object.keys(fields).filter((key): key is keyof Settings => key in fields);

function unitOf(key: keyof Settings): string {
  const field = fields[key];
  return field.kind === 'number' ? field.unit : '';
}

/** As 8 hexadecimal digits: two that differ look different. */
const digest = (text: string) => seedOf(text).toString(16).padStart(8, '0');
