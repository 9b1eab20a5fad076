import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import type { ChoiceField } from '../../core/settingFields';
import { Worded } from '../words/Worded';
import './settings.css';

export interface ChoiceControlProps<T extends string> {
  readonly field: ChoiceField<T>;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

export function ChoiceControl<T extends string>({ field, value, onChange }: ChoiceControlProps<T>) {
  const id = useId();
  return (
    <div className="setting">
      <div className="setting-head">
        <label htmlFor={id}>{field.label}</label>
        <NativeSelect
          id={id}
          className="setting-select"
          value={value}
          data={field.options.map((o) => ({ value: o.value, label: o.label }))}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const chosen = field.options.find((o) => o.value === event.currentTarget.value);
            if (chosen) onChange(chosen.value);
          }}
        />
      </div>
      <p className="setting-hint" id={`${id}-hint`}>
        <Worded text={field.definition} terms={field.terms} />
      </p>
    </div>
  );
}
