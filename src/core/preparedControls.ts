import { t } from '@lingui/core/macro';
import { isSetting, shownAs, type ControlId, type Prepared, type Shown } from './prepared';
import type { PartId } from './preparedParts';
import { fields } from './settingFields';
import type { Settings } from './settings';

export interface ControlGroup {
  readonly id: string;
  readonly title: string;
  readonly settings: readonly (keyof Settings)[];
  readonly parts: readonly PartId[];
}

/** All that can be hidden, as an instructor reads it: each control is in one group. */
export const controlGroups: readonly ControlGroup[] = [
  {
    id: 'pictures',
    title: t`Pictures`,
    settings: ['split', 'copies', 'rotation'],
    parts: ['samples', 'pictures'],
  },
  {
    id: 'head',
    title: t`Head and training`,
    settings: ['dropout', 'dropoutAt', 'hidden', 'noise', 'epochs', 'seeds'],
    parts: ['presets', 'reset', 'training-extras'],
  },
  { id: 'more', title: t`More settings`, settings: ['perClass', 'lr', 'batch', 'l2', 'seed'], parts: [] },
  { id: 'base', title: t`Frozen base`, settings: ['base', 'cut', 'join', 'pooling', 'engine'], parts: [] },
  { id: 'tuning', title: t`Fine-tuning`, settings: ['unfreeze', 'tuneEpochs', 'tuneRate'], parts: [] },
  {
    id: 'stations',
    title: t`Stations`,
    settings: [],
    parts: [
      'station-base',
      'station-head',
      'station-inside',
      'station-why',
      'station-try',
      'station-mistakes',
      'station-work',
    ],
  },
  { id: 'menus', title: t`Menus`, settings: [], parts: ['projects', 'files', 'lessons', 'teaching'] },
];

interface PartWords {
  readonly name: string;
  /** What it is, in one sentence. */
  readonly covers: string;
}

export const partWords: Readonly<Record<PartId, PartWords>> = {
  'station-base': {
    name: t`2 Frozen base`,
    covers: t`The base, its engine and its cut; it shows while the base needs an answer.`,
  },
  'station-head': { name: t`3 Head`, covers: t`The settings of the head; the bar with Train stays.` },
  'station-inside': { name: t`5 Look inside`, covers: t`Masks, neurons and all dropout rates side by side.` },
  'station-why': { name: t`6 Why transfer`, covers: t`The experiments on transfer and fine-tuning.` },
  'station-try': { name: t`7 Try it`, covers: t`Pictures and the camera shown to the trained heads.` },
  'station-mistakes': {
    name: t`8 Find the mistakes`,
    covers: t`Wrong answers picture by picture, and the locked test set.`,
  },
  'station-work': { name: t`9 Keep it`, covers: t`The log, reports, the model to take away, and sharing.` },
  samples: { name: t`Built-in sets`, covers: t`Choosing another built-in set, here and at station 6.` },
  pictures: {
    name: t`Adding and changing pictures`,
    covers: t`Files, folders, the camera, classes, labels and pins; also at stations 7 and 8.`,
  },
  presets: { name: t`Set-ups that show something`, covers: t`The buttons above the settings of the head.` },
  reset: { name: t`Reset to defaults`, covers: t`The button under the settings of the head.` },
  'training-extras': {
    name: t`One epoch, and the epochs to go back to`,
    covers: t`In the bar with Train; Train, Pause and Stop stay.`,
  },
  projects: { name: t`Project menu`, covers: t`The projects in this browser, at the top of the page.` },
  files: { name: t`Project files`, covers: t`Saving a project as a file, and opening one.` },
  lessons: {
    name: t`Learn`,
    covers: t`Lessons, misconceptions and words in the menu; a lesson that the link opens is open.`,
  },
  teaching: { name: t`Teach`, covers: t`The pages for instructors in the menu.` },
};

/** The stations that hold controls: where one is left out, so is what is in it. Other places have theirs always. */
export const stationOf: Readonly<Partial<Record<ControlId, PartId>>> = {
  dropout: 'station-head',
  dropoutAt: 'station-head',
  hidden: 'station-head',
  noise: 'station-head',
  epochs: 'station-head',
  seeds: 'station-head',
  perClass: 'station-head',
  lr: 'station-head',
  batch: 'station-head',
  l2: 'station-head',
  seed: 'station-head',
  presets: 'station-head',
  reset: 'station-head',
  base: 'station-base',
  cut: 'station-base',
  join: 'station-base',
  pooling: 'station-base',
  engine: 'station-base',
  unfreeze: 'station-why',
  tuneEpochs: 'station-why',
  tuneRate: 'station-why',
};

/** How somebody finds a control who opens the page: what stands in a station that is hidden is hidden too. */
export function seenAs(prepared: Prepared, id: ControlId): Shown {
  const station = stationOf[id];
  return station !== undefined && shownAs(prepared, station) === 'hidden' ? 'hidden' : shownAs(prepared, id);
}

export const controlName = (id: ControlId): string => (isSetting(id) ? fields[id].label : partWords[id].name);
