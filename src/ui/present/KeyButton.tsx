import type { ReactNode } from 'react';
import { capOf, shortcutOf, type Command } from '../../core/present/presentKeys';

export interface KeyButtonProps {
  readonly command: Command;
  /** What it does now: "Freeze", "Reveal". */
  readonly label: string;
  /** The same in full, where the label is short; it begins with the label. */
  readonly name?: string;
  /** In the place of the written label, which is then only read; null: the label itself. */
  readonly icon?: ReactNode;
  /** It shows as on. */
  readonly isOn?: boolean;
  /** Its label does not say whether it is on. */
  readonly isToggle?: boolean;
  /** It stays where it is, and says nothing. */
  readonly isOff?: boolean;
  readonly onPress: (command: Command) => void;
}

/** A button with its key on it. A click leaves the focus where it is: Space goes on pressing the one control. */
export function KeyButton({
  command,
  label,
  name,
  icon,
  isOn = false,
  isToggle = false,
  isOff = false,
  onPress,
}: KeyButtonProps) {
  return (
    <button
      type="button"
      className="present-key"
      aria-label={name ?? (icon === undefined ? undefined : label)}
      aria-keyshortcuts={shortcutOf(command)}
      aria-pressed={isToggle ? isOn : undefined}
      data-on={isOn || undefined}
      aria-disabled={isOff || undefined}
      title={name ?? (icon === undefined ? undefined : label)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPress(command)}
    >
      {icon ?? <span>{label}</span>}
      <kbd aria-hidden>{capOf(command)}</kbd>
    </button>
  );
}
