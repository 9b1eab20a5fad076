import { t } from '@lingui/core/macro';
import { catalogue, isOwnId } from './catalogue';
import { pageIds, type PageId } from './page';
import { parseNumber } from './parseNumber';
import { canBeLocked, formatControls, nothingPrepared, parseControls, type Prepared } from './prepared';
import { openPage } from './preparedPage';
import { projectPath as checkedPath } from './projectPath';
import { defaultsFor, sampleOf } from './samples';
import { fields, type Field } from './settingFields';
import type { Settings } from './settings';
import { studyIds, type StudyId } from './why/study';

/** What an address asks for. Pictures are never in it. */
export interface Link {
  readonly sample: string | null;
  readonly settings: Settings;
  /** Load and train without a click. */
  readonly run: boolean;
  /** The experiment on transfer that is run without a click; null: none. */
  readonly study: StudyId | null;
  /** What to show. */
  readonly page: PageId;
  /** What an instructor hid or locked. */
  readonly prepared: Prepared;
  /** A project file that lies below the page's own address, instead of a built-in set; null: none. */
  readonly projectPath: string | null;
  /** The language that the page is in, as the link names it; null: whoever opens it has theirs. */
  readonly lang: string | null;
  /** False for an address that asks for no set and no settings: a bare one, or one of a page. */
  readonly given: boolean;
  /** One sentence for each value that could not be used. */
  readonly problems: readonly string[];
}

/** Raised when a link of today could no longer be read as it is meant. */
const version = '1';
/** What an address can ask for without touching pictures and settings. */
const beside: readonly string[] = ['page', 'word', 'lang'];
const keys = Object.keys(fields) as readonly (keyof Settings)[]; // Object.keys forgets the key type

/** Every setting by name, so that a link stays what it is when a default changes. */
export function formatLink(
  {
    sample,
    settings,
    page = 'lab',
    prepared = nothingPrepared,
    projectPath = null,
    lang = null,
  }: Pick<Link, 'sample' | 'settings'> & Partial<Pick<Link, 'page' | 'prepared' | 'projectPath' | 'lang'>>,
  run = false,
): string {
  const parts = new URLSearchParams({ v: version });
  if (projectPath !== null) parts.set('project', projectPath);
  else if (sample) parts.set('sample', sample);
  for (const key of keys) parts.set(key, String(settings[key]));
  if (run) parts.set('run', '1');
  if (page !== 'lab') parts.set('page', page);
  if (prepared.hide.length > 0) parts.set('hide', formatControls(prepared.hide));
  if (prepared.lock.length > 0) parts.set('lock', formatControls(prepared.lock));
  if (lang !== null) parts.set('lang', lang);
  // Commas and slashes need no escape behind a "#", and a QR code is the coarser for each sign that is saved.
  return `#${parts.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')}`;
}

/**
 * Reads a link. What is unknown or out of range is named in `problems` and replaced by the default; the rest works.
 *
 * @param hash the address from "#" on, which may be empty.
 */
export function parseLink(hash: string): Link {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const problems: string[] = [];
  const given = parts.get('v');
  if (given !== null && given !== version) problems.push(otherVersion(quoted(given)));
  const wanted = parts.get('sample');
  const sample = sampleOf(wanted)?.id ?? null;
  if (wanted && wanted !== 'none' && !sample) problems.push(noSet(quoted(wanted)));
  const linkedProject = parts.get('project');
  const path = linkedProject === null ? null : checkedPath(linkedProject);
  if (path?.ok === false) problems.push(path.reason);
  if (path?.ok && sample !== null) problems.push(bothSets());
  const defaults = defaultsFor(path?.ok ? null : sample);
  const settings = keys.reduce<Settings>((so, key) => {
    const text = parts.get(key);
    if (text === null) return so;
    const result = parseValue(fields[key], text);
    if (result.ok) return { ...so, [key]: result.value };
    problems.push(notWanted(fields[key].label, quoted(text), result.wanted, String(defaults[key])));
    return so;
  }, defaults);
  const run = parts.get('run');
  if (run !== null && run !== '1' && run !== '0') problems.push(noStart(quoted(run)));
  const wantedStudy = parts.get('study');
  const study = studyIds.find((id) => id === wantedStudy) ?? null;
  if (wantedStudy !== null && study === null) problems.push(noStudy(quoted(wantedStudy), studyIds.join(', ')));
  const wantedPage = parts.get('page');
  const page = pageIds.find((id) => id === wantedPage) ?? 'lab';
  if (wantedPage !== null && page !== wantedPage) problems.push(noPage(quoted(wantedPage)));
  const prepared = parsePrepared(parts, problems);
  for (const key of new Set(parts.keys())) {
    if (!['v', 'sample', 'project', 'run', 'study', 'hide', 'lock', ...beside, ...keys].includes(key))
      problems.push(notKnown(quoted(key)));
  }
  return {
    sample: path?.ok ? null : sample,
    settings,
    run: run === '1',
    study,
    page: openPage(prepared, page),
    prepared,
    projectPath: path?.ok ? path.path : null,
    lang: parts.get('lang'),
    given: [...parts.keys()].some((key) => !beside.includes(key)),
    problems,
  };
}

/** What is hidden and locked; what cannot be is named among the problems. */
function parsePrepared(parts: URLSearchParams, problems: string[]): Prepared {
  const hide = parseControls(parts.get('hide') ?? '');
  const lock = parseControls(parts.get('lock') ?? '');
  const unknown = [...new Set([...hide.unknown, ...lock.unknown])];
  if (unknown.length > 0) problems.push(noControl(unknown.map(quoted).join(', ')));
  const tooMuch = lock.ids.filter((id) => !canBeLocked(id));
  if (tooMuch.length > 0) problems.push(notLocked(tooMuch.map(quoted).join(', ')));
  return { hide: hide.ids, lock: lock.ids.filter((id) => canBeLocked(id) && !hide.ids.includes(id)) };
}

function parseValue(field: Field, text: string) {
  if (field.kind === 'number') return parseNumber(field, text);
  // Whether a learner's own base is on this device is only known when the browser's storage has been read.
  if (field.kind === 'base' && isOwnId(text)) return { ok: true, value: text } as const;
  const names = field.kind === 'base' ? catalogue.map(({ id }) => id) : field.options.map((o) => o.value);
  return names.includes(text)
    ? ({ ok: true, value: text } as const)
    : ({ ok: false, wanted: oneOf(names.join(', ')) } as const);
}

const otherVersion = (given: string) =>
  t`This link says version ${given}; this page reads version ${version} and used what it knows.`;
const noSet = (name: string) => t`There is no built-in set named ${name}, so none was loaded.`;
const noStart = (value: string) => t`“run” is ${value} in the link; only 1 starts the training.`;
const noStudy = (name: string, known: string) => t`There is no experiment named ${name}; a link can name ${known}.`;
const noPage = (name: string) => t`There is no page named ${name}; the stations are shown.`;
const bothSets = () => t`The link names a built-in set and a project file; the project file is used.`;
const noControl = (names: string) => t`Hidden or locked in the link, but no control of this page: ${names}.`;
const notLocked = (names: string) => t`Parts of the page can be hidden, but not locked: ${names}.`;
const notKnown = (name: string) => t`${name} in the link is not known.`;
const oneOf = (values: string) => t`one of ${values}`;
const notWanted = (setting: string, value: string, wanted: string, used: string) =>
  t`${setting} ${value} in the link is not ${wanted}; ${used} is used.`;

const quoted = (text: string) => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
