// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HoldButton, type HoldButtonProps } from './HoldButton';
import { RecordPanel, type RecordPanelProps, type RecordPhase } from './RecordPanel';

let root: Root;
const show = (element: ReactElement) =>
  act(async () => root.render(<MantineProvider env="test">{element}</MantineProvider>));

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  root = createRoot(place);
});
afterEach(() => act(async () => root.unmount()));

const button = () => {
  const found = document.querySelector('button');
  if (!found) throw new RangeError('There is a button.');
  return found;
};
const press = (type: 'keydown' | 'keyup') =>
  act(async () => void button().dispatchEvent(new KeyboardEvent(type, { key: ' ', bubbles: true })));

describe('the button that records', () => {
  const props = (more: Partial<HoldButtonProps> = {}): HoldButtonProps => ({
    isOn: false,
    isToggle: false,
    disabled: false,
    onStart: vi.fn<() => void>(),
    onStop: vi.fn<() => void>(),
    ...more,
  });

  it('starts again after a recording that ended by itself while it was held', async () => {
    const given = props();
    await show(<HoldButton {...given} />);
    await press('keydown');
    await show(<HoldButton {...given} isOn />);
    // Full: it is disabled while the pictures go in, and whoever lets go now is not heard.
    await show(<HoldButton {...given} disabled />);
    await show(<HoldButton {...given} />);
    await press('keydown');
    expect(given.onStart).toHaveBeenCalledTimes(2);
    expect(given.onStop).not.toHaveBeenCalled();
  });

  it('says once what it does', async () => {
    await show(<HoldButton {...props({ isOn: true, isToggle: true })} />);
    expect(button().textContent).toBe('Stop');
    expect(button().hasAttribute('aria-pressed')).toBe(false);
  });
});

describe('what is told of a recording', () => {
  const nothing = () => undefined;
  const panel = (state: RecordPhase): RecordPanelProps => ({
    className: 'Cats',
    view: null,
    controls: null,
    canRecord: true,
    state,
    trouble: null,
    recordings: [],
    isOneSided: false,
    isMostlyOne: false,
    onStart: nothing,
    onStop: nothing,
    onCountdown: nothing,
    onCancel: nothing,
    onDelete: nothing,
  });

  it('is read out at its start and its end, not every picture', async () => {
    const heard: string[] = [];
    const seen: string[] = [];
    const phases: readonly RecordPhase[] = [
      { phase: 'counting', seconds: 3 },
      { phase: 'counting', seconds: 2 },
      { phase: 'recording', frames: 0 },
      { phase: 'recording', frames: 8 },
      { phase: 'recording', frames: 9 },
      { phase: 'keeping', frames: 9 },
      { phase: 'ready' },
    ];
    for (const phase of phases) {
      await show(<RecordPanel {...panel(phase)} />);
      heard.push(document.querySelector('output')?.textContent ?? '');
      seen.push(document.querySelector('.record-state')?.textContent ?? '');
    }
    expect([...new Set(heard)]).toEqual([
      'Recording starts in a moment.',
      'Recording.',
      'Putting 9 pictures into the class …',
      '',
    ]);
    expect(seen).toContain('Recording: 8 pictures');
  });

  it('warns where the validation side is mostly one recording, once', async () => {
    const warned = () => document.querySelectorAll('.lab-note').length;
    await show(<RecordPanel {...panel({ phase: 'ready' })} isMostlyOne />);
    expect(document.body.textContent).toContain('Most validation pictures of “Cats” are one recording');
    await show(<RecordPanel {...panel({ phase: 'ready' })} isMostlyOne isOneSided />);
    expect(document.body.textContent).not.toContain('Most validation pictures');
    expect(warned()).toBe(1);
  });
});
