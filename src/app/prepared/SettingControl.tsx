import { catalogue } from '../../core/catalogue';
import { fields, type ChoiceField } from '../../core/settingFields';
import type { Settings } from '../../core/settings';
import { ChoiceControl } from '../../ui/settings/ChoiceControl';
import { NumberControl } from '../../ui/settings/NumberControl';
import { useLabState } from '../context';

export interface SettingControlProps {
  readonly id: keyof Settings;
  readonly settings: Settings;
  readonly onChange: (changes: Partial<Settings>) => void;
}

/** Any setting, by the control that it has in the lab. */
export function SettingControl({ id, settings, onChange }: SettingControlProps) {
  if (id === 'base') return <BaseControl settings={settings} onChange={onChange} />;
  if (id === 'dropoutAt')
    return <ChoiceControl field={fields[id]} value={settings[id]} onChange={(value) => onChange({ [id]: value })} />;
  if (id === 'engine')
    return <ChoiceControl field={fields[id]} value={settings[id]} onChange={(value) => onChange({ [id]: value })} />;
  if (id === 'pooling')
    return <ChoiceControl field={fields[id]} value={settings[id]} onChange={(value) => onChange({ [id]: value })} />;
  return <NumberControl field={fields[id]} value={settings[id]} onChange={(value) => onChange({ [id]: value })} />;
}

/** Block numbers mean nothing on another base. */
function BaseControl({ settings, onChange }: Omit<SettingControlProps, 'id'>) {
  const shelf = useLabState((s) => s.shelf);
  const cards = [...catalogue, ...shelf.map(({ card }) => card).filter(({ origin }) => origin.kind === 'own')];
  const field: ChoiceField<string> = {
    kind: 'choice',
    label: fields.base.label,
    options: cards.map(({ id, title }) => ({ value: id, label: title })),
    definition: fields.base.definition,
    terms: [],
  };
  return <ChoiceControl field={field} value={settings.base} onChange={(base) => onChange({ base, cut: 0, join: 0 })} />;
}
