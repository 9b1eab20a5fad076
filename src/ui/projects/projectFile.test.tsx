// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FileAnswer } from '../../core/project/fileWork';
import { picture, whole } from '../../core/project/project.fixture';
import { manifestOf } from '../../core/project/projectManifest';
import { ProjectFileAsking } from './ProjectFileAsking';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

const ours = {
  classes: [{ id: 'class-1', name: 'dogs', style: 0 }],
  pictures: [picture(2, 'class-1')],
};

let unmount: () => void = () => undefined;
afterEach(() => act(() => unmount()));
beforeEach(() => document.body.replaceChildren());

function shown(isTestOpened: boolean) {
  const answers: (FileAnswer | null)[] = [];
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  unmount = () => root.unmount();
  act(() =>
    root.render(
      <MantineProvider env="test">
        <ProjectFileAsking
          fileName="ben.zip"
          manifest={manifestOf(whole)}
          notes={['Its setting “colour” is not known here and was left out.']}
          ours={ours}
          ourName="Mine"
          isTestOpened={isTestOpened}
          onAnswer={(answer) => answers.push(answer)}
        />
      </MantineProvider>,
    ),
  );
  const find = (selector: string, words: string) => {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.textContent.includes(words));
    if (!found) throw new Error(`There is no ${selector} with “${words}”.`);
    return found;
  };
  const press = (selector: string, words: string) => act(() => find(selector, words).click());
  return { answers, press, text: () => document.body.textContent };
}

it('tells what is in the file, and opens it', () => {
  const { answers, press, text } = shown(false);
  for (const words of [
    'with 5 pictures, 1 of them set aside for the test, which has been opened',
    '2 experiments',
    'colour',
  ])
    expect(text()).toContain(words);
  press('button', 'Open it');
  expect(answers).toEqual([{ kind: 'open' }]);
});

it('tells what adding would do, and asks where classes, test pictures and experiments go', () => {
  const { answers, press, text } = shown(false);
  press('label', 'Add its pictures');
  expect(text()).toContain('4 pictures would come in; 1 is here already and kept once');
  expect(text()).toContain('1 picture of them is set aside for the test.');
  press('label', 'Keep its 1 test picture');
  expect(text()).not.toContain('of them is set aside for the test.');
  press('label', 'Take over its log: 2 experiments');
  press('button', 'Add them');
  expect(answers).toEqual([
    {
      kind: 'merge',
      destinations: new Map([
        ['class-2', { kind: 'existing', classId: 'class-1' }],
        ['class-1', { kind: 'new' }],
      ]),
      keepsTest: false,
      takesLog: true,
    },
  ]);
});

it('sets nothing aside beside a test set that has been opened', () => {
  const { press, text } = shown(true);
  press('label', 'Add its pictures');
  expect(text()).toContain('Your test set has been opened already');
  expect(text()).not.toContain('of them is set aside for the test.');
});
