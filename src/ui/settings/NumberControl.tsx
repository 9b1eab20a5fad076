import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Slider, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { decimal } from '../../core/figures';
import type { NumberField } from '../../core/settingFields';
import { parseNumber, spanWords } from '../../core/parseNumber';
import { Worded } from '../words/Worded';

export interface NumberControlProps {
  readonly field: NumberField;
  readonly value: number;
  /** Only ever called with values in the field's range. */
  readonly onChange: (value: number) => void;
  readonly slider?: boolean;
  /** Stands under the definition: what the value means for the pictures at hand. */
  readonly consequence?: string | undefined;
}

/** A setting that is a number: typed, stepped by the arrow keys, or slid. Bad input keeps the last good value. */
export function NumberControl({ field, value, onChange, slider = false, consequence }: NumberControlProps) {
  // What is being typed, while it is not the value.
  const [draft, setDraft] = useState<string | null>(null);
  const id = useId();
  const parsed = draft === null ? null : parseNumber(field, draft);
  const { label } = field;
  const wanted = parsed?.ok === false ? parsed.wanted : null;
  const error = wanted === null ? null : t`${label}: type ${wanted}.`;
  const kept = decimal(value);

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
    <div className="setting" data-invalid={error !== null || undefined}>
      <div className="setting-head">
        <label htmlFor={id}>{label}</label>
        <TextInput
          id={id}
          className="setting-input"
          inputMode={field.integer ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={draft ?? kept}
          error={error !== null}
          aria-describedby={error === null ? `${id}-hint` : `${id}-error ${id}-hint`}
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
