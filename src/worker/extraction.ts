import type { Tap } from '../core/base';
import type { Engine } from '../core/engine';
import type { BaseClient } from './baseClient';
import { deferred } from './deferred';

export interface PictureSource {
  /** Of the picture, or of an altered copy. */
  readonly hash: string;
  /** RGB bytes [S, S, 3]; decoded when asked, so that not all pictures are in memory at once. */
  readonly pixels: () => Promise<Uint8Array>;
}

export interface PictureFeatures {
  readonly hash: string;
  /** [sum of the tapped blocks' widths] */
  readonly features: Float32Array;
  readonly engine: Engine;
}

export interface ExtractionProgress {
  readonly done: number;
  readonly total: number;
  /** Pictures per second over the last few batches; null before the first. */
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}

export interface ExtractionOptions {
  /** What is taken from the base. */
  readonly tap: Tap;
  readonly batchSize: number;
  /** Aborting ends the iteration at once; what was yielded stays good. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ExtractionProgress) => void;
}

type Client = Pick<BaseClient, 'extract' | 'lanes'>;

/** For each lane a batch at work and one being decoded or waiting: no lane idles, and memory stays bounded. */
const batchesPerLane = 2;

/**
 * Pictures to features, batch by batch, in order; batches are decoded while the engine works on those before them.
 * @throws what decoding or the engine throws; batches yielded before that stay good.
 */
export async function* extractFeatures(
  items: readonly PictureSource[],
  client: Client,
  { tap, batchSize, signal, onProgress }: ExtractionOptions,
): AsyncIterable<readonly PictureFeatures[]> {
  const pace = startPace(items.length);
  const inFlight: Promise<readonly PictureFeatures[]>[] = [];
  const stop = deferred<'stopped'>();
  const onAbort = () => stop.resolve('stopped');
  signal?.addEventListener('abort', onAbort);
  let next = 0;
  try {
    onProgress?.(pace(0));
    while (!signal?.aborted) {
      while (inFlight.length < batchesPerLane * client.lanes() && next < items.length) {
        const batch = runBatch(items.slice(next, next + batchSize), client, tap);
        // It may fail before its turn comes, or after nobody is interested any more; awaiting it reports the rest.
        batch.catch(() => undefined);
        inFlight.push(batch);
        next += batchSize;
      }
      const oldest = inFlight[0];
      if (!oldest) return;
      const batch = await Promise.race([oldest, stop.promise]);
      if (batch === 'stopped') return;
      void inFlight.shift();
      onProgress?.(pace(batch.length));
      yield batch;
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}

async function runBatch(
  items: readonly PictureSource[],
  client: Client,
  tap: Tap,
): Promise<readonly PictureFeatures[]> {
  const pictures = await Promise.all(items.map(({ pixels }) => pixels()));
  const size = pictures[0]?.length ?? 0;
  const batch = new Uint8Array(size * pictures.length);
  for (const [i, picture] of pictures.entries()) batch.set(picture, i * size);
  const { values, engine } = await client.extract(batch, pictures.length, tap);
  const width = values.length / pictures.length;
  return items.map(({ hash }, i) => ({ hash, features: values.slice(i * width, (i + 1) * width), engine }));
}

/** Counts pictures; the rate is an exponential mean over batches, so that it follows the engine without jumping. */
function startPace(total: number): (finished: number) => ExtractionProgress {
  const newest = 0.3;
  let done = 0;
  let last = performance.now();
  let secondsEach: number | null = null;
  return (finished) => {
    const now = performance.now();
    if (finished > 0) {
      // At least a microsecond: clocks are coarse, and a rate must be finite.
      const each = Math.max((now - last) / 1000 / finished, 1e-6);
      secondsEach = secondsEach === null ? each : newest * each + (1 - newest) * secondsEach;
    }
    last = now;
    done += finished;
    return {
      done,
      total,
      perSecond: secondsEach === null ? null : 1 / secondsEach,
      secondsLeft: secondsEach === null ? null : (total - done) * secondsEach,
    };
  };
}
