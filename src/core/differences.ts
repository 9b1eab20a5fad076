import { runsOf, type Experiment } from './experiment';
import { fields, type Settings } from './settings';

/** One setting as each side of the comparison had it. */
export interface SettingRow {
  readonly label: string;
  readonly unit: string;
  readonly values: readonly [string, string];
  readonly differs: boolean;
}

/**
 * Every setting of both sides, compared value by value. An arm's configuration is the settings with the rate the arm
 * really ran with, and what its own runs drew; nothing here knows which row should differ.
 *
 * @param settings those of this training, not the ones on screen now.
 */
export function differences(settings: Settings, experiment: Experiment): readonly SettingRow[] {
  const [left, right] = [configurationOf(settings, experiment, 0), configurationOf(settings, experiment, 1)];
  return left.map(({ label, unit, value }, i) => {
    const other = right[i]?.value ?? '';
    return { label, unit, values: [value, other], differs: value !== other };
  });
}

/** "Exactly one row differs: Dropout rate." */
export function differencesInWords(rows: readonly SettingRow[]): string {
  const different = rows.filter((row) => row.differs).map((row) => row.label);
  if (different.length === 0) return 'No row differs: this is an A/A test, and both sides must give the same curves.';
  if (different.length === 1) return `Exactly one row differs: ${different.join()}.`;
  return `${different.length} rows differ: ${different.join(', ')}.`;
}

interface SettingValue {
  readonly label: string;
  readonly unit: string;
  readonly value: string;
}

function configurationOf(settings: Settings, experiment: Experiment, armIndex: number): readonly SettingValue[] {
  const arm = experiment.arms[armIndex];
  if (!arm) throw new RangeError(`There is no arm ${armIndex}.`);
  const own: Settings = { ...settings, dropout: arm.dropoutRate };
  const seeds = experiment.trials.length;
  const trials = runsOf(experiment)
    .slice(armIndex * seeds, (armIndex + 1) * seeds)
    .map((run) => run.trial);
  return [
    ...settingKeys.map((key) => ({
      label: fields[key].label,
      unit: unitOf(key),
      value: written(key, own),
    })),
    drawn('Seeds of the runs', 'one per run', trials.map((t) => t.seed).join(', ')),
    drawn('Training pictures', 'per run', spread(trials.map((t) => t.training.length))),
    drawn('Validation pictures', 'per run', spread(trials.map((t) => t.validation.length))),
    drawn(
      'Split and given labels',
      'fingerprint',
      fingerprint(trials.flatMap((t) => [t.seed, ...t.training, -1, ...t.validation, -1, ...t.givenLabels])),
    ),
  ];
}

const drawn = (label: string, unit: string, value: string): SettingValue => ({ label, unit, value });

const settingKeys = Object.keys(fields).filter((key): key is keyof Settings => key in fields);

function unitOf(key: keyof Settings): string {
  const field = fields[key];
  return field.kind === 'number' ? field.unit : '';
}

function written(key: keyof Settings, settings: Settings): string {
  const field = fields[key];
  const value = settings[key];
  if (field.kind === 'number') return String(value);
  return field.options.find((option) => option.value === value)?.label ?? String(value);
}

function spread(sizes: readonly number[]): string {
  const [fewest, most] = [Math.min(...sizes), Math.max(...sizes)];
  return fewest === most ? String(most) : `${fewest} to ${most}`;
}

/** FNV-1a, 32 bits, over whole numbers: equal draws give equal letters. */
function fingerprint(numbers: readonly number[]): string {
  let hash = 0x811c9dc5;
  for (const n of numbers) hash = Math.imul(hash ^ n, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
