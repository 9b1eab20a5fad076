import { t } from '@lingui/core/macro';
import { catalogue, isOwnId } from './catalogue';
import { pageIds, type PageId } from './page';
import { parseNumber } from './parseNumber';
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
  /** False for an address that asks for no set and no settings: a bare one, or one of a page. */
  readonly given: boolean;
  /** One sentence for each value that could not be used. */
  readonly problems: readonly string[];
}

/** Raised when a link of today could no longer be read as it is meant. */
const version = '1';
/** What an address can ask for without touching pictures and settings. */
const beside: readonly string[] = ['page', 'lang'];
const keys = Object.keys(fields) as readonly (keyof Settings)[]; // Object.keys forgets the key type

/** Every setting by name, so that a link stays what it is when a default changes. */
export function formatLink(
  { sample, settings, page = 'lab' }: Pick<Link, 'sample' | 'settings'> & Partial<Pick<Link, 'page'>>,
  run = false,
): string {
  const parts = new URLSearchParams({ v: version });
  if (sample) parts.set('sample', sample);
  for (const key of keys) parts.set(key, String(settings[key]));
  if (run) parts.set('run', '1');
  if (page !== 'lab') parts.set('page', page);
  return `#${parts.toString()}`;
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
  const defaults = defaultsFor(sample);
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
  for (const key of new Set(parts.keys())) {
    if (!['v', 'sample', 'run', 'study', ...beside, ...keys].includes(key)) problems.push(notKnown(quoted(key)));
  }
  return {
    sample,
    settings,
    run: run === '1',
    study,
    page,
    given: [...parts.keys()].some((key) => !beside.includes(key)),
    problems,
  };
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
const notKnown = (name: string) => t`${name} in the link is not known.`;
const oneOf = (values: string) => t`one of ${values}`;
const notWanted = (setting: string, value: string, wanted: string, used: string) =>
  t`${setting} ${value} in the link is not ${wanted}; ${used} is used.`;

const quoted = (text: string) => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
