import { plural, t } from '@lingui/core/macro';
import { isOwnId } from '../catalogue';
import { grouped } from '../figures';
import { listed } from '../listed';
import { fields } from '../settingFields';
import { tuningKeys, type Settings } from '../settings';
import { baseEngineWords, entrySetting, headsEngineWords, picturesWords } from './entryWords';
import type { LogEntry } from './logEntry';
import { drawOrder } from './picturesDigest';

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

/**
 * Keys of the settings that differ, in the order of the controls. How far copies are turned only counts with copies, and
 * how the engine was chosen only where another one came of it.
 */
const changedSettings = (before: LogEntry, after: LogEntry): readonly (keyof Settings)[] =>
  comparedKeys.filter((key) => {
    const [one, other] = [before.settings, after.settings];
    if (one[key] === other[key]) return false;
    if (key === 'rotation') return one.copies > 0 || other.copies > 0;
    return key !== 'engine' || before.engine.base !== after.engine.base;
  });

/** What an entry's numbers depend on and no setting tells: what follows from a setting that differs is left out. */
function otherChanges(before: LogEntry, after: LogEntry): readonly Change[] {
  const settings = new Set(changedSettings(before, after));
  const follows = (...keys: readonly (keyof Settings)[]) => keys.some((key) => settings.has(key));
  const both = (of: (entry: LogEntry) => string) => [of(before), of(after)] as const;
  const isWhole = [before, after].every((entry) => entry.epochsDone === entry.settings.epochs);
  return [
    ...pictures(before, after),
    ...(isWhole ? [] : changed(t`Epochs that came`, ...both(({ epochsDone }) => grouped(epochsDone)))),
    ...(follows('base', 'cut', 'join', 'pooling')
      ? []
      : changed(t`Features`, ...both(({ base }) => grouped(base.features)))),
    ...(follows('base') ? [] : changed(t`Files of the base`, ...both(({ base }) => base.revision.slice(0, 12)))),
    ...(follows('engine') ? [] : changed(t`Features computed on`, ...both(({ engine }) => baseEngineWords(engine)))),
    ...changed(t`Heads trained on`, ...both(({ engine }) => headsEngineWords(engine))),
    ...versions(before, after),
  ];
}

/** All that differs between two experiments: settings, pictures, and what computed them. */
export const changesBetween = (before: LogEntry, after: LogEntry): readonly Change[] => [
  ...changedSettings(before, after).map((key) => {
    const [one, other] = [entrySetting(key, before), entrySetting(key, after)];
    const isAlike = key === 'base' && one === other;
    return {
      label: fields[key].label,
      before: isAlike ? told(one, before) : one,
      after: isAlike ? told(other, after) : other,
    };
  }),
  ...otherChanges(before, after),
];

/** Two bases of one's own can be called alike: their content tells them apart. */
const told = (title: string, { base: { id } }: LogEntry) => `${title} (${isOwnId(id) ? id.slice(4, 12) : id})`;

/** What another version of the app or of TensorFlow.js brings along is no change of its own. */
function versions(before: LogEntry, after: LogEntry): readonly Change[] {
  const names = [...new Set([before, after].flatMap((entry) => Object.keys(entry.versions)))];
  const differing = new Set(names.filter((name) => before.versions[name] !== after.versions[name]));
  return [...differing]
    .filter((name) => name === app || !differing.has(app))
    .filter((name) => !(name.startsWith(`${tensorflow}-`) && differing.has(tensorflow)))
    .map((name) => ({
      label: versionOf(titles[name] ?? name),
      before: before.versions[name] ?? '–',
      after: after.versions[name] ?? '–',
    }));
}

const versionOf = (title: string): string => t`Version of ${title}`;

const [app, tensorflow] = ['transfer-lab', '@tensorflow/tfjs'];

const titles: Readonly<Record<string, string>> = { [app]: 'Transfer Lab', [tensorflow]: 'TensorFlow.js' };

const changed = (label: string, before: string, after: string): readonly Change[] =>
  before === after ? [] : [{ label, before, after }];

function pictures(before: LogEntry, after: LogEntry): readonly Change[] {
  const [one, other] = [picturesWords(before), picturesWords(after)];
  if (before.picturesDigest !== after.picturesDigest) {
    const isAlike = one === other;
    return changed(t`Pictures`, one, isAlike ? but(other, otherPictures(before, after)) : other);
  }
  const [names, others] = [before, after].map(({ classes }) => classes.map(({ name }) => name).join(', '));
  const own = (entry: LogEntry) => entry.classes.map(({ digest }) => digest).join();
  // The head's outputs stand in their order.
  if (own(before) !== own(after)) return [{ label: t`Order of the classes`, before: names ?? '', after: others ?? '' }];
  const isNoisy = before.settings.noise > 0 && after.settings.noise > 0;
  if (isNoisy && drawOrder(before.classes).join() !== drawOrder(after.classes).join())
    return [
      {
        label: t`Names of the classes, which order the draw of wrong labels`,
        before: names ?? '',
        after: others ?? '',
      },
    ];
  return [];
}

const but = (pictures: string, difference: string): string => t`${pictures}, but ${difference}`;

/** What differs in pictures that are as many in every class: told by their parts, or, of older entries, by the test set. */
function otherPictures(before: LogEntry, after: LogEntry): string {
  const [one, other] = [before.pictureParts, after.pictureParts];
  if (!one || !other) {
    const [aside, now] = [before, after].map(({ classes }) => classes.reduce((sum, { test }) => sum + test, 0));
    const [then, since] = [aside ?? 0, now ?? 0];
    return then === since
      ? t`other pictures or labels`
      : plural(since, {
          one: `# set aside for the test in the place of ${then}`,
          other: `# set aside for the test in the place of ${then}`,
        });
  }
  // Pictures that are others bring all the rest along.
  if (one.pictures !== other.pictures) return t`other pictures`;
  const differing = partWords.filter(([part]) => one[part] !== other[part]).map(([, words]) => words);
  return differing.length === 0 ? t`other pictures or labels` : listed(differing);
}

const partWords = [
  ['labels', t`other labels`],
  ['groups', t`other groups`],
  ['pins', t`other pins`],
  ['test', t`another test set`],
] as const;
