import { t } from '@lingui/core/macro';
import { catalogue, isOwnId } from '../catalogue';
import { parseNumber } from '../parseNumber';
import { fields, type Field } from '../settingFields';
import { defaultSettings, type Settings } from '../settings';

const keys = Object.keys(fields) as readonly (keyof Settings)[]; // Object.keys forgets the key type

/**
 * Settings out of a file. What is missing has its default, since an older version had fewer; what is unknown or out of
 * range is named in `notes` and left out.
 */
export function parseSettings(value: unknown): { readonly settings: Settings; readonly notes: readonly string[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { settings: defaultSettings, notes: [t`Its settings are not there or damaged; the defaults are used.`] };
  const given = new Map<string, unknown>(Object.entries(value));
  const notes: string[] = [];
  const settings = keys.reduce<Settings>((so, key) => {
    const found = given.get(key);
    if (found === undefined) return so;
    if (fits(fields[key], found)) return { ...so, [key]: found };
    notes.push(cannotBe(fields[key].label, shown(found), String(defaultSettings[key])));
    return so;
  }, defaultSettings);
  for (const key of given.keys()) if (!keys.some((known) => known === key)) notes.push(notKnown(shown(key)));
  return { settings, notes };
}

const cannotBe = (setting: string, found: string, used: string): string =>
  t`Its setting “${setting}” is ${found}, which cannot be; ${used} is used.`;

const notKnown = (setting: string): string => t`Its setting ${setting} is not known here and was left out.`;

function fits(field: Field, value: unknown): boolean {
  if (field.kind === 'number') return typeof value === 'number' && parseNumber(field, String(value)).ok;
  if (typeof value !== 'string') return false;
  if (field.kind === 'base') return isOwnId(value) || catalogue.some(({ id }) => id === value);
  return field.options.some((option) => option.value === value);
}

const shown = (value: unknown): string => {
  const words = typeof value === 'string' ? value : JSON.stringify(value);
  return `“${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`;
};
