import { t } from '@lingui/core/macro';

/** What can be asked for in the presenter's view, by key and by button. */
export type Command =
  | 'go'
  | 'back'
  | 'forward'
  | 'first'
  | 'last'
  | 'stop'
  | 'spotlight'
  | 'freeze'
  | 'countdown'
  | 'longer'
  | 'shorter'
  | 'acts'
  | 'measure'
  | 'layout'
  | 'set-ups'
  | 'blank'
  | 'full screen'
  | 'keys'
  | 'leave';

export type Pressed =
  | { readonly kind: 'command'; readonly command: Command }
  /** A set-up by its number, 1 to 9. */
  | { readonly kind: 'set-up'; readonly number: number };

interface Key {
  readonly command: Command;
  /** As the browser calls them, in small letters; the first is the one that buttons name. */
  readonly keys: readonly string[];
  /** What stands on the key. */
  readonly cap: string;
  /** What it does, as a whole sentence. */
  readonly words: string;
}

/** In the order in which they are listed. Page keys are what the remote control of a projector sends. */
export const keys: readonly Key[] = [
  { command: 'go', keys: [' '], cap: t`Space`, words: t`Trains, pauses and goes on.` },
  {
    command: 'forward',
    keys: ['arrowright', 'pagedown'],
    cap: '→',
    words: t`Paused, trains one epoch; after going back, one epoch forward.`,
  },
  { command: 'back', keys: ['arrowleft', 'pageup'], cap: '←', words: t`One epoch back, when paused or over.` },
  { command: 'first', keys: ['home'], cap: t`Home`, words: t`To the first epoch.` },
  { command: 'last', keys: ['end'], cap: t`End`, words: t`To the latest epoch.` },
  { command: 'stop', keys: ['x'], cap: 'X', words: t`Ends a paused training here; its curves stay in the log.` },
  { command: 'set-ups', keys: ['u'], cap: 'U', words: t`Lists the set-ups; their digits open them at any time.` },
  {
    command: 'spotlight',
    keys: ['s'],
    cap: 'S',
    words: t`Puts one curve in the spotlight; again for the next, then for all.`,
  },
  {
    command: 'freeze',
    keys: ['z', '.'],
    cap: 'Z',
    words: t`Freezes the charts while the training goes on, so that the room can predict; again to reveal.`,
  },
  {
    command: 'countdown',
    keys: ['c'],
    cap: 'C',
    words: t`Starts or ends a countdown. While a training runs, the charts freeze for it.`,
  },
  { command: 'longer', keys: ['+', '='], cap: '+', words: t`Five seconds more.` },
  { command: 'shorter', keys: ['-', '_'], cap: '−', words: t`Five seconds less.` },
  {
    command: 'acts',
    keys: ['a'],
    cap: 'A',
    words: t`Whether the end of the countdown reveals or starts by itself, or nothing happens.`,
  },
  { command: 'measure', keys: ['l'], cap: 'L', words: t`Accuracy or loss.` },
  { command: 'layout', keys: ['o'], cap: 'O', words: t`Both sides in one chart, or side by side.` },
  { command: 'blank', keys: ['b'], cap: 'B', words: t`Blanks the screen, and shows it again.` },
  { command: 'full screen', keys: ['f'], cap: 'F', words: t`Full screen and back.` },
  { command: 'keys', keys: ['?'], cap: '?', words: t`This list.` },
  { command: 'leave', keys: ['escape'], cap: t`Esc`, words: t`Leaves full screen, then the presenter’s view.` },
];

/** Held down, these go on. */
const repeating: ReadonlySet<Command> = new Set(['back', 'forward', 'longer', 'shorter']);

export interface KeyEventParts {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
}

/**
 * What a key asks for; null: nothing here.
 * @param where the focus is: what is typed into a field stays there, and Space and Enter press the button that has it.
 */
export function pressedBy(event: KeyEventParts, where: 'field' | 'button' | 'elsewhere'): Pressed | null {
  const { ctrlKey, metaKey, altKey, repeat, isComposing } = event;
  if (ctrlKey || metaKey || altKey || isComposing || where === 'field') return null;
  const key = event.key.toLowerCase();
  if (where === 'button' && key === ' ') return null;
  if (/^[1-9]$/.test(key)) return repeat ? null : { kind: 'set-up', number: Number(key) };
  const found = keys.find((each) => each.keys.includes(key));
  if (!found || (repeat && !repeating.has(found.command))) return null;
  return { kind: 'command', command: found.command };
}

/**
 * What is done of it on a screen as it is; null: nothing.
 * @param panel the list that is open: it has all keys but the digits and its own, and the browser closes it.
 */
export function pressedOn(
  pressed: Pressed,
  { isBlank, panel }: { readonly isBlank: boolean; readonly panel: Command | null },
): Pressed | null {
  // Blanked, only what is black can be undone: nobody sees what else would be done.
  if (isBlank) {
    if (pressed.kind === 'set-up') return null;
    const { command } = pressed;
    return command === 'go'
      ? { kind: 'command', command: 'blank' }
      : command === 'blank' || command === 'leave'
        ? pressed
        : null;
  }
  return pressed.kind === 'set-up' || panel === null || pressed.command === panel ? pressed : null;
}

/** The value of aria-keyshortcuts for what asks for a command. */
export function shortcutOf(command: Command): string {
  const names: Readonly<Record<string, string>> = {
    ' ': 'Space',
    arrowleft: 'ArrowLeft',
    arrowright: 'ArrowRight',
    home: 'Home',
    end: 'End',
    escape: 'Escape',
  };
  const [key = ''] = keyOf(command).keys;
  return names[key] ?? key.toUpperCase();
}

export const capOf = (command: Command): string => keyOf(command).cap;

function keyOf(command: Command): Key {
  const found = keys.find((each) => each.command === command);
  if (!found) throw new RangeError(t`There is no key for ${command}.`);
  return found;
}
