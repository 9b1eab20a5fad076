import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Slider, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { decimal } from '../../core/figures';
import type { NumberField } from '../../core/settingFields';
import { parseNumber, spanWords } from '../../core/parseNumber';
import { SetByInstructor } from '../prepared/SetByInstructor';
import { Worded } from '../words/Worded';
import { useDescription } from './useDescription';

export interface NumberControlProps {
  readonly field: NumberField;
  readonly value: number;
  /** Only ever called with values in the field's range. */
  readonly onChange: (value: number) => void;
  readonly slider?: boolean;
  /** An instructor set it: it shows its value and cannot be changed. */
  readonly isLocked?: boolean;
  /** Stands under the definition: what the value means for the pictures at hand. */
  readonly consequence?: string | undefined;
}

/** A setting that is a number: typed, stepped by the arrow keys, or slid. Bad input keeps the last good value. */
export function NumberControl(props: NumberControlProps) {
  const { field, value, onChange, slider = false, isLocked = false, consequence } = props;
  // What is being typed, while it is not the value.
  const [draft, setDraft] = useState<string | null>(null);
  const id = useId();
  const parsed = draft === null ? null : parseNumber(field, draft);
  const { label } = field;
  const wanted = parsed?.ok === false ? parsed.wanted : null;
  const error = wanted === null ? null : t`${label}: type ${wanted}.`;
  const kept = decimal(value);
  const described = useDescription<HTMLInputElement>(
    [...(error === null ? [] : [`${id}-error`]), ...(isLocked ? [`${id}-set`] : []), `${id}-hint`].join(' '),
  );

  const type = (text: string) => {
    setDraft(text);
    const next = parseNumber(field, text);
    if (next.ok && next.value !== value) onChange(next.value);
  };
  const stepBy = (steps: number) => {
    const next = Math.min(field.max, Math.max(field.min, value + steps * field.step));
    setDraft(null);
    // Away with 0.30000000000000004.
    onChange(Number(next.toFixed(6)));
  };

  return (
    <div className="setting" data-invalid={error !== null || undefined} data-locked={isLocked || undefined}>
      <div className="setting-head">
        <label htmlFor={id}>{label}</label>
        <TextInput
          id={id}
          className="setting-input"
          inputMode={field.integer ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={draft ?? kept}
          disabled={isLocked}
          error={error !== null}
          ref={described}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => setDraft(null)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') setDraft(null);
            if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
              event.preventDefault();
              stepBy(event.key === 'ArrowUp' ? 1 : -1);
            }
          }}
        />
      </div>
      {slider && (
        <Slider
          min={field.min}
          max={field.max}
          step={field.step}
          value={value}
          disabled={isLocked}
          label={null}
          size={6}
          thumbSize={24}
          color="ember"
          thumbLabel={t`${label}, slider`}
          onChange={(next) => {
            setDraft(null);
            onChange(Number(next.toFixed(6)));
          }}
        />
      )}
      {error !== null && (
        <p className="setting-error" id={`${id}-error`} role="alert">
          {error} <Trans>{kept} is kept.</Trans>
        </p>
      )}
      {isLocked && <SetByInstructor id={`${id}-set`} />}
      <p className="setting-hint" id={`${id}-hint`}>
        <Worded text={field.definition} terms={field.terms} />
        <span className="setting-range">
          {spanWords(field)}, {field.unit}
        </span>
        {consequence !== undefined && <span className="setting-consequence">{consequence}</span>}
      </p>
    </div>
  );
}
