// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Agreement } from '../../core/try/agreement';
import { headsOf } from '../../core/try/tried.fixture';
import { useAgreement } from './useAgreement';

const heads = headsOf({ features: 2, hidden: 0 });
let root: Root;
/** What was told, render by render. */
let told: (Agreement | null)[] = [];
function Use({ features, isLive, of = heads }: { features: Float32Array; isLive: boolean; of?: typeof heads }) {
  told.push(useAgreement(of, features, isLive));
  return null;
}
const show = async (features: Float32Array, isLive: boolean, of = heads) => {
  told = [];
  await act(async () => root.render(<Use features={features} isLive={isLive} of={of} />));
  return told;
};

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  root = createRoot(document.createElement('div'));
});
afterEach(() => act(async () => root.unmount()));

it('of another picture nothing is told until it is counted', async () => {
  expect((await show(Float32Array.of(9, 0), false)).at(-1)?.seeds).toBe(2);
  const next = await show(Float32Array.of(-9, 0), false);
  expect(next[0]).toBeNull();
  expect(next.at(-1)?.seeds).toBe(2);
});

it('of a camera’s frames, and under training, that of a moment ago', async () => {
  const frame = Float32Array.of(9, 0);
  await show(frame, true);
  expect((await show(Float32Array.of(8, 0), true))[0]).not.toBeNull();
  const still = Float32Array.of(1, 1);
  await show(still, false);
  expect((await show(still, false, { ...heads, epoch: 8 }))[0]).not.toBeNull();
  expect((await show(still, false, { ...heads, runId: 'another' }))[0]).toBeNull();
});
