import { t } from '@lingui/core/macro';
import { useId } from 'react';
import type { Shown } from '../../core/prepared';
import './prepare.css';

export interface ShownChoiceProps {
  /** The control that it is about. */
  readonly name: string;
  readonly shown: Shown;
  /** It can be shown and set; left out: it is there or not. */
  readonly canBeLocked: boolean;
  readonly onChange: (shown: Shown) => void;
}

const words: Readonly<Record<Shown, string>> = { shown: t`Shown`, locked: t`Locked`, hidden: t`Hidden` };

/** What becomes of one control for whoever opens the link. */
export function ShownChoice({ name, shown, canBeLocked, onChange }: ShownChoiceProps) {
  const id = useId();
  const states = canBeLocked ? (['shown', 'locked', 'hidden'] as const) : (['shown', 'hidden'] as const);
  return (
    <fieldset className="shown-choice">
      <legend className="lab-hidden">{t`For learners: ${name}`}</legend>
      {states.map((state) => (
        <label key={state} data-chosen={state === shown || undefined}>
          <input type="radio" name={id} checked={state === shown} onChange={() => onChange(state)} />
          {words[state]}
        </label>
      ))}
    </fieldset>
  );
}
