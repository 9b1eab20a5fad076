import { wrap } from 'comlink';
import { engineNames, type EngineChoice } from '../src/core/engine';
import { createPreparerPool } from '../src/images/pool';
import { createBaseClient } from '../src/worker/baseClient';
import { extractFeatures } from '../src/worker/extraction';
import type { OneByOne } from './harness/oneByOne.worker';
import { makeBaseWorker, makeImagesWorker, makeOneByOneWorker } from './harness/workers';
import { bundledOrder, everything } from './order';
import { photoFiles } from './photos';
import type { BenchRow } from './row';
import { secondsOf, watchMainThread } from './timing';

const pictures = 64;
const rounds = 5;

/**
 * (b) Pictures per second from file bytes to features: the app's image pool and base worker (which also make the
 * thumbnail and its hash) against one picture after the other in one worker. (c) The page's thread meanwhile.
 * Rounds of the two alternate, and the fastest counts: whatever else a machine does only ever adds time.
 */
export async function benchFeatures(choice: EngineChoice = 'auto'): Promise<readonly BenchRow[]> {
  const files = await photoFiles(pictures);
  const base = createBaseClient(makeBaseWorker);
  const pool = createPreparerPool(makeImagesWorker);
  const plainWorker = makeOneByOneWorker();
  const plain = wrap<OneByOne>(plainWorker);
  try {
    const { engine, batch: batchSize } = (await base.start(bundledOrder(choice))).report;
    await plain.start(engine, document.baseURI);

    const decoded = async (blob: Blob, name: string) => {
      const prepared = await pool.prepare({ name, blob });
      if (!prepared.ok) throw new Error(prepared.reason);
      return prepared.picture.pixels;
    };
    const pipeline = async () => {
      const items = files.map((blob, i) => ({ hash: `${i}`, pixels: () => decoded(blob, `${i}`) }));
      let count = 0;
      for await (const batch of extractFeatures(items, base, { tap: everything, batchSize })) count += batch.length;
      if (count !== pictures) throw new Error(`Features of ${count} pictures came back instead of ${pictures}.`);
    };
    const oneByOne = () => plain.features(files);

    await pipeline();
    await oneByOne();
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let i = 0; i < rounds; i++) {
      ours.push(await secondsOf(pipeline));
      theirs.push(await secondsOf(oneByOne));
    }
    const { longestTask, longestFrame } = await watchMainThread(pipeline);
    return [
      {
        name: `(b) features, file to features, ${engineNames[engine]}`,
        value: pictures / Math.min(...ours),
        unit: 'images/s',
        against: { name: 'one by one', value: pictures / Math.min(...theirs) },
        target: { atLeast: 1.5 },
      },
      { name: '(c) longest main-thread task, extracting', value: longestTask, unit: 'ms', target: { below: 50 } },
      { name: '(c) longest frame, extracting', value: longestFrame, unit: 'ms', target: null },
    ];
  } finally {
    base.dispose();
    pool.dispose();
    plainWorker.terminate();
  }
}
