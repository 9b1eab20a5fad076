import { expect, it } from 'vitest';
import { parseLink } from '../../core/link';
import { createStore } from '../store';
import { busyWith, isCalm } from './busy';

const idle = createStore(parseLink('')).getState();

it('finds nothing to wait for on a page where nothing runs', () => {
  expect(busyWith(idle)).toBe(null);
  expect(isCalm(idle)).toBe(true);
});

it('waits for a training that is planned, for experiments and for files', () => {
  expect(busyWith({ ...idle, planning: true })).toBe('training');
  expect(busyWith({ ...idle, sweep: { phase: 'running', epoch: 1, epochs: 5, runs: 10 } })).toBe('experiment');
  expect(busyWith({ ...idle, importing: { done: 1, total: 2 } })).toBe('files');
});

it('leaves the network to the base while it is fetched', () => {
  const state = { ...idle, base: { phase: 'downloading', loaded: 1, total: 2 } as const };
  expect(busyWith(state)).toBe(null);
  expect(isCalm(state)).toBe(false);
});
