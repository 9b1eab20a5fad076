import { t } from '@lingui/core/macro';
import { listed } from './listed';
import { lessonOf, type PageId } from './page';
import { controlIds, isFree, isSetting, type ControlId, type Prepared } from './prepared';
import { controlName } from './preparedControls';
import { stationParts } from './preparedParts';
import { sampleOf } from './samples';

/** A link as an instructor prepares it. */
export interface PreparedPage {
  /** A built-in set by its id, the path of a project file, or neither: pictures that learners bring. */
  readonly pictures:
    | { readonly kind: 'sample'; readonly id: string }
    | { readonly kind: 'project'; readonly path: string }
    | { readonly kind: 'own' };
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
  const free = settings.filter((id) => isFree(prepared, id));
  const lockedSettings = prepared.lock.filter(isSetting);
  const lockedParts = prepared.lock.filter((id) => !isSetting(id));
  const hiddenSettings = prepared.hide.filter(isSetting);
  const hiddenStations = prepared.hide.filter((id) => stationParts.some((part) => part === id));
  const hiddenRest = prepared.hide.filter((id) => !isSetting(id) && !hiddenStations.includes(id));
  return [
    picturesWords(pictures),
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
  const someSet = prepared.hide.some(isSetting) || prepared.lock.length > 0;
  return [
    ...(isStuck
      ? [
          t`Nobody could bring pictures in: choose a built-in set or a project file, or show “Adding and changing pictures”.`,
        ]
      : []),
    ...(lessonOf(page) !== null && someSet
      ? [t`Set-ups of the chapter that would change what is locked or hidden cannot be run from it.`]
      : []),
  ];
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
  if (chapter !== null) return t`The chapter “${chapter}” is open beside the stations.`;
  if (page === 'lessons') return t`The list of lessons is open beside the stations.`;
  return page === 'present' ? t`The presenter’s view is open.` : t`The stations are open, with nothing beside them.`;
}

const freeWords = (names: string) => t`To be changed: ${names}.`;
const lockedWords = (names: string) => t`Shown and not to be changed: ${names}.`;
const hiddenWords = (names: string) => t`Set and not shown: ${names}.`;
const fixedWords = (names: string) => t`Shown and locked: ${names}.`;
const stationsWords = (names: string) => t`Stations left out: ${names}.`;
const restWords = (names: string) => t`Also left out: ${names}.`;
