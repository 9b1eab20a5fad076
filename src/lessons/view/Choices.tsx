import { useId } from 'react';

export interface ChoicesProps {
  readonly question: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  /** Null: none is chosen. */
  readonly chosen: string | null;
  readonly isLocked: boolean;
  readonly onChoose: (id: string) => void;
}

/** A question with its answers, of which one is chosen. */
export function Choices({ question, options, chosen, isLocked, onChoose }: ChoicesProps) {
  const name = useId();
  return (
    <fieldset className="lesson-choices" disabled={isLocked}>
      <legend>{question}</legend>
      {options.map(({ id, text }) => (
        <label key={id}>
          <input type="radio" name={name} checked={chosen === id} onChange={() => onChoose(id)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
