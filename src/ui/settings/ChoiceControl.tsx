import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import type { ChoiceField } from '../../core/settingFields';
import { SetByInstructor } from '../prepared/SetByInstructor';
import { Worded } from '../words/Worded';
import { useDescription } from './useDescription';
import './settings.css';

export interface ChoiceControlProps<T extends string> {
  readonly field: ChoiceField<T>;
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** An instructor set it: it shows its value and cannot be changed. */
  readonly isLocked?: boolean;
}

export function ChoiceControl<T extends string>({ field, value, onChange, isLocked = false }: ChoiceControlProps<T>) {
  const id = useId();
  const described = useDescription<HTMLSelectElement>(isLocked ? [`${id}-set`, `${id}-hint`].join(' ') : `${id}-hint`);
  return (
    <div className="setting" data-locked={isLocked || undefined}>
      <div className="setting-head">
        <label htmlFor={id}>{field.label}</label>
        <NativeSelect
          id={id}
          className="setting-select"
          value={value}
          disabled={isLocked}
          data={field.options.map((o) => ({ value: o.value, label: o.label }))}
          ref={described}
          onChange={(event) => {
            const chosen = field.options.find((o) => o.value === event.currentTarget.value);
            if (chosen) onChange(chosen.value);
          }}
        />
      </div>
      {isLocked && <SetByInstructor id={`${id}-set`} />}
      <p className="setting-hint" id={`${id}-hint`}>
        <Worded text={field.definition} terms={field.terms} />
      </p>
    </div>
  );
}
