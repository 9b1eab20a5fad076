// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setUpsOf } from '../answersOf';
import { byHeart } from '../chapters/byHeart';
import { emptyRecord, withTry, type Answer, type Try } from '../record';
import { ChapterList } from './ChapterList';
import { CheckCard } from './CheckCard';
import { SetUpCard, type SetUpCardProps } from './SetUpCard';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

const [setUp] = setUpsOf(byHeart);
const [check] = byHeart.checks;
if (!setUp) throw new Error('The chapter has nothing to run.');
const byHeartOption = setUp.prediction?.options[0]?.text ?? '';

let unmount: () => void = () => undefined;
afterEach(() => act(() => unmount()));
beforeEach(() => document.body.replaceChildren());

function shown(child: ReactNode): void {
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  unmount = () => root.unmount();
  act(() => root.render(<MantineProvider env="test">{child}</MantineProvider>));
}

const button = (name: string) => [...document.querySelectorAll('button')].find((one) => one.textContent === name);
function press(name: string): void {
  const found = button(name);
  if (!found) throw new Error(`There is no button “${name}”: ${document.body.textContent}`);
  act(() => found.click());
}
function choose(text: string): void {
  const found = [...document.querySelectorAll('label')].find((one) => one.textContent === text);
  if (!found) throw new Error(`There is no answer “${text}”.`);
  act(() => found.querySelector('input')?.click());
}

const ended: Try = {
  id: '1',
  lesson: 'by-heart',
  setUp: setUp.id,
  at: 0,
  onOwn: false,
  said: 'half',
  runId: 'r',
  outcome: 'all',
  words: 'Training ended with all of them.',
};

describe('a set-up', () => {
  const onRun = vi.fn<SetUpCardProps['onRun']>();
  const card = (changes: Partial<SetUpCardProps> = {}) =>
    shown(
      <SetUpCard
        setUp={setUp}
        tries={[]}
        doing={null}
        isWaiting={false}
        failed={null}
        isBusy={false}
        hasOwn={false}
        onRun={onRun}
        onShow={() => undefined}
        {...changes}
      />,
    );
  beforeEach(() => onRun.mockReset());

  it('runs with what was predicted', () => {
    card();
    choose('Fewer than six in ten');
    press('Run it');
    expect(onRun).toHaveBeenCalledExactlyOnceWith('half', false);
  });

  it('asks for a prediction first, and lets it be skipped', () => {
    card();
    press('Run it');
    expect(onRun).not.toHaveBeenCalled();
    press('Run it without a prediction');
    expect(onRun).toHaveBeenCalledExactlyOnceWith(null, false);
  });

  it('asks before it stops a training', () => {
    card({ isBusy: true });
    choose('Fewer than six in ten');
    press('Run it');
    expect(onRun).not.toHaveBeenCalled();
    press('Let it go on');
    expect(onRun).not.toHaveBeenCalled();
    press('Run it');
    press('Stop it and run this');
    expect(onRun).toHaveBeenCalledExactlyOnceWith('half', false);
  });

  it.each(['Stop it and run this', 'Let it go on'])('keeps the focus in the card when “%s” goes away', (name) => {
    card({ isBusy: true });
    choose(byHeartOption);
    press('Run it');
    button(name)?.focus();
    press(name);
    expect(button(name)).toBeUndefined();
    expect(document.activeElement?.textContent).toBe(setUp.title);
  });

  it('says that pictures of one’s own are kept apart, and offers to run on them', () => {
    card({ hasOwn: true });
    expect(document.body.textContent).toContain('kept as a project apart');
    choose('Fewer than six in ten');
    press('Run it on my pictures');
    expect(onRun).toHaveBeenCalledExactlyOnceWith('half', true);
  });

  it('cannot have its prediction changed while it runs', () => {
    card({ tries: [{ ...ended, outcome: null, words: null }], doing: 'Epoch 3 of 40.' });
    expect(document.querySelector('fieldset')?.disabled).toBe(true);
    expect(document.querySelector<HTMLInputElement>('input:checked')?.closest('label')?.textContent).toBe(
      'Fewer than six in ten',
    );
    press('Running …');
    expect(onRun).not.toHaveBeenCalled();
  });

  it('shows what was said beside what came out, and why; a new try asks anew', () => {
    card({ tries: [ended] });
    const text = document.body.textContent;
    expect(text).toMatch(
      /You saidFewer than six in ten.*It came outNearly all.*not as you said.*Training ended.*Nothing that cakes/,
    );
    expect(document.querySelector('fieldset')).toBeNull();
    press('Try it again');
    expect(onRun).not.toHaveBeenCalled();
    expect(document.querySelector('input:checked')).toBeNull();
    choose('Nearly all (more than nineteen in twenty), the wrong ones too');
    press('Run it');
    expect(onRun).toHaveBeenCalledExactlyOnceWith('all', false);
  });

  it('says why a run came to nothing, and can be run again', () => {
    card({ tries: [ended], failed: 'It was stopped.' });
    expect(document.body.textContent).toContain('It was stopped.');
    expect(button('Run it')).toBeDefined();
  });
});

describe('a question', () => {
  const onAnswer = vi.fn<(chose: string) => void>();
  const asked = (last: Answer | null) => shown(<CheckCard check={check} last={last} onAnswer={onAnswer} />);
  beforeEach(() => onAnswer.mockReset());

  it('wants an answer before it is checked', () => {
    asked(null);
    press('Check my answer');
    expect(onAnswer).not.toHaveBeenCalled();
    expect(document.body.textContent).toContain('Choose an answer first.');
    choose('They will be answered at random');
    expect(document.body.textContent).not.toContain('Choose an answer first.');
    press('Check my answer');
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith('bad');
  });

  it.each(check.options.map((option) => [option.id, option] as const))('explains the answer %s', (id, option) => {
    asked({ id: '1', lesson: 'by-heart', check: check.id, at: 0, chose: id, isRight: option.isRight });
    expect(document.body.textContent).toContain(option.why);
    expect(document.body.textContent).toContain(option.isRight ? 'Right.' : 'Not quite.');
  });
});

describe('the list of chapters', () => {
  const onClear = vi.fn<() => void>();
  const onOpen = vi.fn<(id: string) => void>();
  const list = (record = withTry(emptyRecord, ended)) =>
    shown(<ChapterList lessons={[byHeart]} record={record} isForgotten onOpen={onOpen} onClear={onClear} />);

  it('says how far one is, and opens a chapter', () => {
    list();
    expect(document.body.textContent).toContain('1 of 4 done');
    act(() => document.querySelector('a')?.click());
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('by-heart');
    expect(document.body.textContent).toContain('keeps nothing');
  });

  it('clears all answers at a second press, and only where there are any', () => {
    list();
    press('Clear my answers');
    expect(onClear).not.toHaveBeenCalled();
    press('Press again to clear them all');
    expect(onClear).toHaveBeenCalledOnce();
    act(() => unmount());
    document.body.replaceChildren();
    list(emptyRecord);
    expect(button('Clear my answers')).toBeUndefined();
  });
});
