import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRecorder, framesPerSecond, mostFrames } from './recorder';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** @param takes how long a frame takes, in ms. */
function recording(takes = 0) {
  let [asked, waiting, most] = [0, 0, 0];
  const counts: number[] = [];
  const onFull = vi.fn<() => void>();
  const onFault = vi.fn<(error: unknown) => void>();
  const recorder = createRecorder<number>({
    grab: async () => {
      most = Math.max(most, ++waiting);
      await new Promise((resolve) => setTimeout(resolve, takes));
      waiting--;
      // The camera starts with nothing to show.
      return asked++ === 0 ? null : asked;
    },
    onCount: (n) => counts.push(n),
    onFull,
    onFault,
  });
  return { recorder, counts, onFull, onFault, most: () => most };
}

it('takes some frames a second, and hands them over in order', async () => {
  const { recorder, counts } = recording();
  recorder.start();
  await vi.advanceTimersByTimeAsync(2000);
  const ended = recorder.stop();
  await vi.advanceTimersByTimeAsync(1000);
  const frames = await ended;
  expect(frames.length).toBeGreaterThanOrEqual(2 * framesPerSecond - 2);
  expect(frames.length).toBeLessThanOrEqual(2 * framesPerSecond);
  expect(frames).toEqual(frames.toSorted((a, b) => a - b));
  expect(counts.at(-1)).toBe(frames.length);
});

it('never asks for a frame before the last one came, however slow', async () => {
  const { recorder, most } = recording(400);
  recorder.start();
  recorder.start();
  await vi.advanceTimersByTimeAsync(3000);
  recorder.cancel();
  expect(most()).toBe(1);
});

it('is full at some time, and says so', async () => {
  const { recorder, onFull } = recording();
  recorder.start();
  await vi.advanceTimersByTimeAsync((1000 * (mostFrames + 5)) / framesPerSecond);
  expect(onFull).toHaveBeenCalledTimes(1);
  expect(await recorder.stop()).toHaveLength(mostFrames);
});

it('tells a fault, and what it has is still there', async () => {
  let asked = 0;
  const onFault = vi.fn<(error: unknown) => void>();
  const recorder = createRecorder<number>({
    grab: () => (++asked > 2 ? Promise.reject(new Error('gone')) : Promise.resolve(asked)),
    onCount: () => undefined,
    onFull: () => undefined,
    onFault,
  });
  recorder.start();
  await vi.advanceTimersByTimeAsync(1000);
  expect(onFault).toHaveBeenCalledWith(new Error('gone'));
  expect(await recorder.stop()).toEqual([1, 2]);
});

it('cancelled, it has nothing to hand over', async () => {
  const { recorder } = recording();
  recorder.start();
  await vi.advanceTimersByTimeAsync(1000);
  recorder.cancel();
  expect(await recorder.stop()).toEqual([]);
});
