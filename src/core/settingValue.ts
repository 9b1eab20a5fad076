import { t } from '@lingui/core/macro';
import { catalogue } from './catalogue';
import { decimal } from './figures';
import { fields } from './settingFields';
import type { Settings } from './settings';

/** A setting's value as a person reads it, without its unit: "0.5", "Hidden layer only", "MobileNetV3, COCO". */
export function settingValue(key: keyof Settings, settings: Settings): string {
  const field = fields[key];
  const value = settings[key];
  if (field.kind === 'number') return typeof value === 'number' ? decimal(value) : value;
  if (field.kind === 'base') return catalogue.find(({ id }) => id === value)?.title ?? t`one of your own`;
  const options: readonly { readonly value: string; readonly label: string }[] = field.options;
  return options.find((option) => option.value === value)?.label ?? String(value);
}
