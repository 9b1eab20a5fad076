import { describe, expect, it } from 'vitest';
import { presets } from '../presets';
import { capOf, keys, pressedBy, pressedOn, shortcutOf, type KeyEventParts } from './presentKeys';

const event = (key: string, parts: Partial<KeyEventParts> = {}): KeyEventParts => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  ...parts,
});
const command = (key: string, parts?: Partial<KeyEventParts>) => {
  const pressed = pressedBy(event(key, parts), 'elsewhere');
  return pressed?.kind === 'command' ? pressed.command : null;
};

describe('the keys', () => {
  it('ask for one thing each', () => {
    const all = keys.flatMap((key) => key.keys);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(keys.map((key) => key.command)).size).toBe(keys.length);
    for (const key of keys) for (const name of key.keys) expect(command(name)).toBe(key.command);
  });

  it('do the same in capitals, and leave room for the digits', () => {
    expect(command('Z')).toBe('freeze');
    expect(command('ArrowRight')).toBe('forward');
    expect(pressedBy(event('3'), 'elsewhere')).toEqual({ kind: 'set-up', number: 3 });
    expect(command('0')).toBeNull();
    expect(presets.length).toBeLessThanOrEqual(9);
  });

  it('are those of the browser where it has them', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey'] as const)
      expect(command('c', { [modifier]: true })).toBeNull();
    expect(command('s', { isComposing: true })).toBeNull();
    expect(pressedBy(event('s'), 'field')).toBeNull();
    expect(pressedBy(event(' '), 'button')).toBeNull();
    expect(pressedBy(event('s'), 'button')).toEqual({ kind: 'command', command: 'spotlight' });
  });

  it('go on where they are held down only if that is of use', () => {
    expect(command('ArrowLeft', { repeat: true })).toBe('back');
    expect(command('b', { repeat: true })).toBeNull();
    expect(pressedBy(event('2', { repeat: true }), 'elsewhere')).toBeNull();
  });

  it('stand on their buttons', () => {
    expect(capOf('freeze')).toBe('Z');
    expect(shortcutOf('go')).toBe('Space');
    expect(shortcutOf('leave')).toBe('Escape');
    expect(shortcutOf('forward')).toBe('ArrowRight');
    expect(shortcutOf('longer')).toBe('+');
  });
});

describe('what is done of a key', () => {
  const lit = { isBlank: false, panel: null };
  const blank = { isBlank: true, panel: null };
  const digit = { kind: 'set-up', number: 3 } as const;
  const asks = (name: 'go' | 'blank' | 'leave' | 'stop' | 'keys') => ({ kind: 'command', command: name }) as const;

  it('is all of it on a screen that shows something', () => {
    for (const pressed of [digit, asks('go'), asks('stop')]) expect(pressedOn(pressed, lit)).toEqual(pressed);
  });

  it('is nothing on a black screen but what ends that', () => {
    expect(pressedOn(digit, blank)).toBeNull();
    expect(pressedOn(asks('stop'), blank)).toBeNull();
    expect(pressedOn(asks('go'), blank)).toEqual(asks('blank'));
    expect(pressedOn(asks('leave'), blank)).toEqual(asks('leave'));
  });

  it('is what belongs to a list that is open, and the digits', () => {
    const listed = { isBlank: false, panel: 'keys' } as const;
    expect(pressedOn(asks('go'), listed)).toBeNull();
    expect(pressedOn(asks('keys'), listed)).toEqual(asks('keys'));
    expect(pressedOn(digit, listed)).toEqual(digit);
  });
});
