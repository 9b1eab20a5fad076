import { engineNames } from '../engine';
import { fields, tuningKeys, type Settings } from '../settings';
import { settingValue } from '../settingValue';
import { picturesWords } from './entryWords';
import type { LogEntry } from './logEntry';

/** Something that two experiments did not have alike. */
export interface Change {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** The settings that the comparison of the two sides depends on; fine-tuning's own take no part in it. */
export const comparedKeys: readonly (keyof Settings)[] = Object.keys(fields).filter(
  (key): key is keyof Settings => key in fields && !tuningKeys.some((own) => own === key),
);

/** Keys of the settings that differ, in the order of the controls. How far copies are turned only counts with copies. */
export const changedSettings = (before: Settings, after: Settings): readonly (keyof Settings)[] =>
  comparedKeys.filter(
    (key) => before[key] !== after[key] && !(key === 'rotation' && before.copies === 0 && after.copies === 0),
  );

/** All that differs between two experiments: settings, pictures, and what computed them. */
export function changesBetween(before: LogEntry, after: LogEntry): readonly Change[] {
  return [
    ...changedSettings(before.settings, after.settings).map((key) => ({
      label: fields[key].label,
      before: settingValue(key, before.settings),
      after: settingValue(key, after.settings),
    })),
    ...changed('Pictures', ...pictures(before, after)),
    ...changed('Features', ...both(before, after, ({ base }) => base.features.toLocaleString('en'))),
    // Of another base the files are another's anyway.
    ...(before.base.id === after.base.id
      ? changed('Files of the base', ...both(before, after, ({ base }) => base.revision.slice(0, 12)))
      : []),
    ...changed('Features computed on', ...both(before, after, ({ engine }) => engineNames[engine.base])),
    ...changed(
      'Heads trained on',
      ...both(before, after, ({ engine }) => (engine.head === null ? 'not chosen yet' : engineNames[engine.head])),
    ),
    ...changed('Version of Transfer Lab', ...both(before, after, ({ versions }) => versions['transfer-lab'] ?? '–')),
  ];
}

const both = (before: LogEntry, after: LogEntry, of: (entry: LogEntry) => string) => [of(before), of(after)] as const;

const changed = (label: string, before: string, after: string): readonly Change[] =>
  before === after ? [] : [{ label, before, after }];

function pictures(before: LogEntry, after: LogEntry): readonly [string, string] {
  const [one, other] = both(before, after, picturesWords);
  if (before.picturesDigest === after.picturesDigest) return [one, one];
  return one === other ? [one, `${other}, but other pictures, labels, pins or a test set`] : [one, other];
}
