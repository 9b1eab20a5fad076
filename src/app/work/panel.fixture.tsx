import { MantineProvider } from '@mantine/core';
import { act, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, vi } from 'vitest';
import { LabContext } from '../context';
import type { Lab } from '../lab';

let end = () => undefined as void;

/** On a page of its own. @param lab only what the panel asks of the lab. */
export async function showPanel(panel: ReactElement, lab: unknown): Promise<void> {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const root = createRoot(place);
  end = () => root.unmount();
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <LabContext value={lab as Lab}>{panel}</LabContext>
      </MantineProvider>,
    ),
  );
}

/** As when the learner goes to another page. */
export const unmount = () => end();

export const said = () => document.body.textContent;

/** Call once in a file. */
export function playPanels(): void {
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  });
  afterEach(() => act(async () => end()));
}
