// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { LabContext } from './context';
import { makeLab } from './lab.fixture';
import { ProjectMenu } from './ProjectMenu';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

vi.mock('./projects/ProjectPanels', () => {
  throw new Error('Failed to fetch dynamically imported module');
});

let unmount: () => void = () => undefined;
afterEach(() => {
  act(() => unmount());
  vi.restoreAllMocks();
});

it('stays, and says so, where its dialog does not come', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { lab } = makeLab();
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  unmount = () => root.unmount();
  act(() =>
    root.render(
      <MantineProvider env="test">
        <LabContext value={lab}>
          <ProjectMenu />
        </LabContext>
      </MantineProvider>,
    ),
  );
  for (let press = 0; press < 2; press++) {
    lab.store.setState({ trouble: null });
    act(() => document.querySelector('button')?.click());
    await vi.waitFor(async () => {
      await act(() => Promise.resolve());
      expect(lab.store.getState().trouble).toMatch(/^The projects could not be shown/);
    });
    expect(document.querySelector('button')?.textContent).toContain('Project:');
  }
});
