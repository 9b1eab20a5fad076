/**
 * Steps per second on the current backend, compilation and warm-up left out.
 *
 * @param steps takes so many, and waits until the device has done them.
 * @param warmUp how many are taken before. @param stretch how many are taken between two looks at the clock.
 * @param seconds how long to measure; at least one stretch is taken.
 */
export async function stepsPerSecondOf(
  steps: (count: number) => Promise<void>,
  { warmUp, stretch, seconds }: { readonly warmUp: number; readonly stretch: number; readonly seconds: number },
): Promise<number> {
  await steps(warmUp);
  const startedAt = performance.now();
  const elapsed = () => (performance.now() - startedAt) / 1000;
  let count = 0;
  do {
    await steps(stretch);
    count += stretch;
  } while (elapsed() < seconds);
  return count / elapsed();
}
