// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bundledAnatomy } from '../../core/bundledAnatomy';
import { catalogue, hubId } from '../../core/catalogue';
import { parseLink } from '../../core/link';
import { LabContext } from '../context';
import type { Lab } from '../lab';
import { createStore, type LabStore } from '../store';
import { TakeAwayPanel } from './TakeAwayPanel';

let store: LabStore;
let unmount = () => undefined as void;

/** Only what the panel asks of the lab. */
async function show(): Promise<void> {
  const card = (id: string) => catalogue.find((one) => one.id === id) ?? null;
  const lab = { store, shelf: { card } } as unknown as Lab;
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const root = createRoot(place);
  unmount = () => root.unmount();
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <LabContext value={lab}>
          <TakeAwayPanel />
        </LabContext>
      </MantineProvider>,
    ),
  );
}

const said = () => document.body.textContent;
const hasDownload = (what: string) => document.querySelector(`[aria-label="Download ${what}"]`) !== null;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  store = createStore(parseLink(''));
});
afterEach(() => act(async () => unmount()));

it('writes no script for a base that was never loaded, and says why', async () => {
  store.setState((s) => ({ settings: { ...s.settings, base: hubId(2, 0.5) }, anatomy: null }));
  await show();
  expect(hasDownload('the Keras script')).toBe(false);
  expect(said()).toContain('has not been loaded yet');
  expect(said()).not.toContain('LAYERS');
  await act(async () => store.setState({ anatomy: bundledAnatomy }));
  expect(hasDownload('the Keras script')).toBe(true);
  // It is long, and there once somebody wants to read it.
  expect(said()).not.toContain('LAYERS');
  await act(async () => {
    const code = document.querySelector('details');
    if (code) code.open = true;
    code?.dispatchEvent(new Event('toggle'));
  });
  expect(said()).toMatch(/LAYERS = \["/);
});

it('says where the base of the settings is not here at all', async () => {
  store.setState((s) => ({ settings: { ...s.settings, base: 'own-gone' }, anatomy: null }));
  await show();
  expect(said()).toContain('The base of these settings is not in this browser.');
});
