// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ArmAnswer, type ArmAnswerProps } from './ArmAnswer';
import { NearestStrip } from './NearestStrip';
import { TeachRow, type TeachRowProps } from './TeachRow';

let root: Root;
const show = (element: ReactElement) =>
  act(async () => root.render(<MantineProvider env="test">{element}</MantineProvider>));
const said = () => document.body.textContent;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  root = createRoot(place);
});
afterEach(() => act(async () => root.unmount()));

describe('what one head answers', () => {
  const props: ArmAnswerProps = {
    side: 'without',
    name: 'without dropout',
    classNames: ['cats', 'dogs'],
    probabilities: [0.25, 0.75],
    counts: [1, 4],
    seeds: 5,
    truth: 1,
  };

  it('is right or wrong by the label', async () => {
    await show(<ArmAnswer {...props} />);
    expect(said()).toContain('dogs 75.0\u00a0% ✓ right');
    await show(<ArmAnswer {...props} truth={0} />);
    expect(said()).toContain('✗ wrong');
    await show(<ArmAnswer {...props} truth={null} />);
    expect(said()).not.toMatch(/right|wrong/);
  });

  it('is nothing where its weights are no numbers, and never right', async () => {
    await show(<ArmAnswer {...props} probabilities={[NaN, NaN]} counts={[0, 4]} truth={0} />);
    expect(said()).toContain('This head’s weights are no numbers: it answers nothing.');
    expect(said()).toContain('4 of 5 seeds say dogs. 1 of 5 answers nothing');
    expect(said()).not.toMatch(/right|NaN/);
  });

  it('that most seeds do not share is marked', async () => {
    const marked = () => document.querySelector('.try-seeds[data-outvoted]')?.textContent;
    await show(<ArmAnswer {...props} probabilities={[0.75, 0.25]} />);
    expect(marked()).toBe('This seed stands alone: 4 of 5 seeds say dogs, 1 cats.');
    await show(<ArmAnswer {...props} />);
    expect(marked()).toBeUndefined();
  });
});

describe('the nearest', () => {
  const one = { url: 'blob:1', name: '1.png', className: 'cats', style: 0, toldClass: null, distance: 1 };

  it('may be one content in two classes', async () => {
    const complained = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const nearest = [
      { ...one, id: 'a' },
      { ...one, id: 'a-2', className: 'dogs' },
    ];
    await show(<NearestStrip seed="the first seed" nearest={nearest} unusual={null} gone={1} />);
    expect(document.querySelectorAll('.try-neighbours > li')).toHaveLength(2);
    expect(complained).not.toHaveBeenCalled();
    expect(said()).toContain('1 of its training pictures is no longer here, and is left out.');
  });
});

describe('teaching', () => {
  const props: TeachRowProps = {
    classes: [{ id: 'c', name: 'Cats' }],
    inClass: null,
    isBusy: false,
    onTeach: vi.fn<TeachRowProps['onTeach']>(),
  };

  const choose = () =>
    act(async () => {
      const select = document.querySelector('select');
      if (!select) throw new RangeError('There is a choice.');
      select.value = 'c';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });

  it('keeps the focus and is told where the button was', async () => {
    await show(<TeachRow {...props} />);
    const told = document.querySelector('output');
    expect(told?.textContent).toBe('');
    const add = document.querySelector('button');
    add?.focus();
    // No class is proposed.
    await act(async () => add?.click());
    expect(props.onTeach).not.toHaveBeenCalled();
    expect(said()).toContain('Choose its class first.');
    await choose();
    await act(async () => add?.click());
    expect(props.onTeach).toHaveBeenCalledExactlyOnceWith('c');
    await show(<TeachRow {...props} isBusy />);
    expect(document.activeElement).toBe(add);
    await show(<TeachRow {...props} inClass="Cats" />);
    // The same region says it, or it would not be read out.
    expect(document.querySelector('output')).toBe(told);
    expect(told?.textContent).toContain('It is in your pictures as “Cats”.');
    expect(document.activeElement).toBe(told?.parentElement);
  });

  it('waits while pictures come in', async () => {
    vi.mocked(props.onTeach).mockClear();
    await show(<TeachRow {...props} />);
    await choose();
    await show(<TeachRow {...props} isBusy />);
    await act(async () => document.querySelector('button')?.click());
    expect(props.onTeach).not.toHaveBeenCalled();
  });
});
