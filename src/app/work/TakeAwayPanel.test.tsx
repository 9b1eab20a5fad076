// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { bundledAnatomy } from '../../core/bundledAnatomy';
import { catalogue, hubId } from '../../core/catalogue';
import { parseLink } from '../../core/link';
import { createStore, type LabStore } from '../store';
import { playPanels, said, showPanel } from './panel.fixture';
import { TakeAwayPanel } from './TakeAwayPanel';

playPanels();

let store: LabStore;

const show = () =>
  showPanel(<TakeAwayPanel />, {
    store,
    shelf: { card: (id: string) => catalogue.find((one) => one.id === id) ?? null },
  });

const hasDownload = (what: string) => document.querySelector(`[aria-label="Download ${what}"]`) !== null;

beforeEach(() => {
  store = createStore(parseLink(''));
});

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
