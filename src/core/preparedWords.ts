import { plural, t } from '@lingui/core/macro';
import { decimal, setPercent } from './figures';
import { listed } from './listed';
import { lessonOf, type PageId } from './page';
import { controlIds, isFree, isSetting, type ControlId, type Prepared } from './prepared';
import { controlName, seenAs, stationOf } from './preparedControls';
import { isPageBarred } from './preparedPage';
import { stationParts } from './preparedParts';
import { sampleOf } from './samples';
import type { Settings } from './settings';

/** A link as an instructor prepares it. */
export interface PreparedPage {
  /** A built-in set by its id, the path of a project file, or neither: pictures that learners bring. */
  readonly pictures:
    | { readonly kind: 'sample'; readonly id: string }
    | { readonly kind: 'project'; readonly path: string }
    | { readonly kind: 'own' };
  /** The values that learners get. */
  readonly settings: Settings;
  readonly prepared: Prepared;
  readonly page: PageId;
  /** Title of the chapter that is opened; null: none is. */
  readonly chapter: string | null;
  /** Name of the language; null: each learner's own. */
  readonly language: string | null;
  readonly run: boolean;
}

/** What somebody sees who opens the link: sentences. */
export function learnerSees(given: PreparedPage): readonly string[] {
  const { pictures, prepared, language, run } = given;
  const names = (ids: readonly ControlId[]) => listed(ids.map(controlName));
  const settings = controlIds.filter(isSetting);
  const free = settings.filter((id) => seenAs(prepared, id) === 'shown');
  const lockedSettings = settings.filter((id) => seenAs(prepared, id) === 'locked');
  const lockedParts = prepared.lock.filter((id) => !isSetting(id));
  const hiddenSettings = settings.filter((id) => seenAs(prepared, id) === 'hidden');
  const hiddenStations = prepared.hide.filter((id) => stationParts.some((part) => part === id));
  const hiddenRest = prepared.hide.filter(
    (id) => !isSetting(id) && !hiddenStations.includes(id) && !isInHidden(prepared, id),
  );
  return [
    picturesWords(pictures),
    valuesWords(given.settings),
    opening(given),
    free.length === settings.length
      ? t`Every setting can be changed.`
      : free.length === 0
        ? t`No setting can be changed.`
        : freeWords(names(free)),
    ...(lockedSettings.length > 0 ? [lockedWords(names(lockedSettings))] : []),
    ...(hiddenSettings.length > 0 ? [hiddenWords(names(hiddenSettings))] : []),
    ...(lockedParts.length > 0 ? [fixedWords(names(lockedParts))] : []),
    ...(hiddenStations.length > 0 ? [stationsWords(names(hiddenStations))] : []),
    ...(hiddenRest.length > 0 ? [restWords(names(hiddenRest))] : []),
    run ? t`Training starts at once.` : t`Training starts when Train is pressed.`,
    ...(language === null ? [] : [t`The page is in ${language}.`]),
    t`“Show the whole lab” is always there, and opens the same set-up with nothing hidden or locked.`,
  ];
}

/** What will keep it from working as it is meant: sentences. */
export function preparedWarnings({ pictures, prepared, page }: PreparedPage): readonly string[] {
  const isStuck = pictures.kind === 'own' && !isFree(prepared, 'pictures') && !isFree(prepared, 'samples');
  const hasLessons = isFree(prepared, 'lessons') || page === 'lessons';
  const someSet = prepared.hide.some(isSetting) || prepared.lock.length > 0;
  return [
    ...(isStuck
      ? [
          t`Nobody could bring pictures in: choose a built-in set or a project file, or show “Adding and changing pictures”.`,
        ]
      : []),
    ...(lessonOf(page) !== null && someSet
      ? [t`Set-ups of the lesson that would change what is locked or hidden cannot be run from it.`]
      : hasLessons && someSet
        ? [
            t`Set-ups of lessons that would change what is locked or hidden will not run. Hide “Learn” under Menus, or leave those settings to learners.`,
          ]
        : []),
    ...(isPageBarred(prepared, page)
      ? [t`What is open at first belongs to “Teach”, which is hidden: the stations will open instead.`]
      : []),
  ];
}

/** A control that is hidden by itself, in a station that is left out anyway: nothing more to say. */
function isInHidden(prepared: Prepared, id: ControlId): boolean {
  const station = stationOf[id];
  return station !== undefined && prepared.hide.includes(station);
}

/** The values that make most of what is seen, shown or not. */
function valuesWords({ noise, dropout, seeds, epochs, split }: Settings): string {
  const [wrong, rate, share] = [setPercent(noise), decimal(dropout), setPercent(split)];
  const times = plural(seeds, { one: '# seed', other: '# seeds' });
  const long = plural(epochs, { one: '# epoch', other: '# epochs' });
  return t`Set to: wrong labels ${wrong}, training share ${share}, dropout rate ${rate}, ${times}, ${long}.`;
}

function picturesWords(pictures: PreparedPage['pictures']): string {
  switch (pictures.kind) {
    case 'own':
      return t`The page begins without pictures, and learners bring theirs.`;
    case 'sample': {
      const title = sampleOf(pictures.id)?.title ?? pictures.id;
      return t`The built-in set “${title}” is loaded.`;
    }
    case 'project': {
      const { path } = pictures;
      return t`The project file ${path} is fetched from beside the page, and kept as a project of its own.`;
    }
    default:
      return pictures satisfies never;
  }
}

function opening({ page, chapter }: Pick<PreparedPage, 'page' | 'chapter'>): string {
  if (chapter !== null) return t`The lesson “${chapter}” is open beside the stations.`;
  if (page === 'lessons') return t`The list of lessons is open beside the stations.`;
  return page === 'present' ? t`The presenter’s view is open.` : t`The stations are open, with nothing beside them.`;
}

const freeWords = (names: string) => t`To be changed: ${names}.`;
const lockedWords = (names: string) => t`Shown and not to be changed: ${names}.`;
const hiddenWords = (names: string) => t`Set and not shown: ${names}.`;
const fixedWords = (names: string) => t`Shown and locked: ${names}.`;
const stationsWords = (names: string) => t`Stations left out: ${names}.`;
const restWords = (names: string) => t`Also left out: ${names}.`;
