import { type ReactNode, useId } from 'react';
import './radioLines.css';

export interface RadioLine<T extends string> {
  readonly value: T;
  readonly label: string;
  /** One line: what it means, or why it cannot be chosen. */
  readonly hint: ReactNode;
  readonly disabled?: boolean;
}

export interface RadioLinesProps<T extends string> {
  readonly legend: string;
  readonly lines: readonly RadioLine<T>[];
  /** null: nothing is chosen yet. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  /** Stands under the legend, e.g. that something has to be chosen. */
  readonly error?: string | null;
}

/** One of a few, each with a line that helps to choose. */
export function RadioLines<T extends string>({ legend, lines, value, onChange, error = null }: RadioLinesProps<T>) {
  const id = useId();
  return (
    <fieldset className="radio-lines" aria-describedby={error === null ? undefined : `${id}-error`}>
      <legend>{legend}</legend>
      {error !== null && (
        <p className="radio-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {lines.map((line) => (
        <div className="radio-line" key={line.value}>
          <input
            type="radio"
            name={id}
            id={`${id}-${line.value}`}
            checked={line.value === value}
            disabled={line.disabled === true}
            aria-describedby={`${id}-${line.value}-hint`}
            onChange={() => onChange(line.value)}
          />
          <label htmlFor={`${id}-${line.value}`}>{line.label}</label>
          <p id={`${id}-${line.value}-hint`} className="lab-numbers">
            {line.hint}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
