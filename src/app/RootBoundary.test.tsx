// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { LabContext } from './context';
import { Guarded } from './Guarded';
import { makeLab } from './lab.fixture';
import { RootBoundary } from './RootBoundary';

let root: Root | null = null;
afterEach(() => {
  act(() => root?.unmount());
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const missing = new TypeError('Failed to fetch dynamically imported module: http://localhost/a.js');

function Broken({ error }: { readonly error: Error }): never {
  throw error;
}

async function shown(fault: Error, isKept: boolean) {
  // React tells the console of every fault that is caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { lab } = makeLab();
  const save = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const given = {
    ...lab,
    projects: { ...lab.projects, keep: () => Promise.resolve(isKept) },
    projectFiles: { ...lab.projectFiles, save },
  };
  const place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  act(() => {
    root?.render(
      <MantineProvider>
        <LabContext value={given}>
          <RootBoundary>
            <Broken error={fault} />
          </RootBoundary>
        </LabContext>
      </MantineProvider>,
    );
  });
  // What is kept is known a moment later.
  await act(() => new Promise((later) => setTimeout(later, 20)));
  const button = (name: string) => [...place.querySelectorAll('button')].find((b) => b.textContent === name);
  return { text: () => place.textContent, button, save };
}

it('a fault in drawing the page leaves its message, what is kept, and ways on', async () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
  const { text, button, save } = await shown(new Error('x is not a function'), true);
  expect(text()).toContain('Something in it failed: x is not a function.');
  expect(text()).toContain('Your pictures, settings and log are kept in this browser');
  act(() => button('Load the page again')?.click());
  expect(reload).toHaveBeenCalledOnce();
  act(() => button('Save the project as a file')?.click());
  expect(save).toHaveBeenCalledOnce();
});

it('what is not kept is not said to be', async () => {
  const { text } = await shown(missing, false);
  expect(text()).toContain('Not all of your work is kept in this browser');
  expect(text()).toContain('A part of it could not be fetched: there is no connection');
});

it('where the code of one part does not come, the page is to be loaded again, and the rest goes on', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  const show = (error: Error) =>
    act(() =>
      root?.render(
        <MantineProvider>
          <p>The rest</p>
          <Guarded key={error.message} what="The charts" meanwhile={null}>
            <Broken error={error} />
          </Guarded>
        </MantineProvider>,
      ),
    );
  show(missing);
  expect(place.textContent).toContain('The rest');
  expect(place.textContent).toContain('The charts could not be fetched');
  expect([...place.querySelectorAll('button')].map((b) => b.textContent)).toEqual(['Load the page again']);
  show(new Error('x'));
  expect([...place.querySelectorAll('button')].map((b) => b.textContent)).toEqual(['Draw again']);
});
