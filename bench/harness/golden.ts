import { goldenError, goldens, type Golden } from '../../e2e/fixtures/golden';
import { emulatedBatch, type EngineChoice, type EngineReport } from '../../src/core/engine';
import { defaultCut, bundledOrder } from '../order';
import { createBaseClient, type BaseClient } from '../../src/worker/baseClient';
import type { BaseProgress } from '../../src/worker/baseService';
import type { GraphicsLimit } from './limitedGraphics';
import { makeLimitedWorker } from './limitedGraphicsWorkers';
import { makeBaseWorker } from './workers';

export interface GoldenOutcome {
  readonly reports: readonly EngineReport[];
  /** Of the first start. */
  readonly progress: readonly BaseProgress[];
  /** One for each golden picture, as `goldenError`. */
  readonly errors: readonly number[];
}

/** As many as software WebGL takes at once: one batch. */
const few = goldens.slice(0, emulatedBatch);

/** Runs the golden pictures through the app's own worker; a few where software takes seconds for each. */
export async function goldenErrors(choice: EngineChoice): Promise<GoldenOutcome> {
  const pictures = choice === 'webgpu' ? few : goldens;
  return withClient(makeBaseWorker, choice, (client, reports) => errorsOf(client, reports, pictures));
}

/** The same with a few on graphics that are not what they are. */
export async function goldenErrorsOn(limit: GraphicsLimit, choice: EngineChoice): Promise<GoldenOutcome> {
  return withClient(makeLimitedWorker[limit], choice, (client, reports) => errorsOf(client, reports, few));
}

/** The same on WebGL; then with a few after its context is lost, and once more. */
export async function goldenErrorsOverLosses(): Promise<
  Omit<GoldenOutcome, 'errors'> & { readonly errors: Readonly<Record<'before' | 'once' | 'twice', readonly number[]>> }
> {
  const channel = new BroadcastChannel('lose-webgl');
  const makeWorker = () =>
    new Worker(new URL('./losingBase.worker.ts', import.meta.url), { type: 'module', name: 'losing' });
  try {
    return await withClient(makeWorker, 'webgl', async (client, reports) => {
      const afterLoss = async () => {
        channel.postMessage('now');
        return errorsOf(client, reports, few);
      };
      return { before: await errorsOf(client, reports, goldens), once: await afterLoss(), twice: await afterLoss() };
    });
  } finally {
    channel.close();
  }
}

async function withClient<Errors>(
  makeWorker: () => Worker,
  choice: EngineChoice,
  work: (client: BaseClient, reports: readonly EngineReport[]) => Promise<Errors>,
): Promise<Omit<GoldenOutcome, 'errors'> & { readonly errors: Errors }> {
  const client = createBaseClient(makeWorker);
  const reports: EngineReport[] = [];
  const progress: BaseProgress[] = [];
  try {
    await client.start(bundledOrder(choice), {
      onReady: ({ report }) => reports.push(report),
      onProgress: (p) => progress.push(p),
    });
    const started = [...progress];
    return { reports, progress: started, errors: await work(client, reports) };
  } finally {
    client.dispose();
  }
}

/** As the app hands them over: in batches as large as the engine was warmed up for. */
async function errorsOf(
  client: BaseClient,
  reports: readonly EngineReport[],
  pictures: readonly Golden[],
): Promise<readonly number[]> {
  const errors: number[] = [];
  const size = reports.at(-1)?.batch ?? 1;
  for (let from = 0; from < pictures.length; from += size)
    errors.push(...(await errorsOfBatch(client, pictures.slice(from, from + size))));
  return errors;
}

async function errorsOfBatch(client: BaseClient, pictures: readonly Golden[]): Promise<readonly number[]> {
  const pixels = pictures.map((picture) => picture.pixels());
  const size = pixels[0]?.length ?? 0;
  const batch = new Uint8Array(size * pictures.length);
  for (const [i, picture] of pixels.entries()) batch.set(picture, i * size);
  const { values } = await client.extract(batch, pictures.length, defaultCut);
  const width = values.length / pictures.length;
  return pictures.map((picture, i) => goldenError(picture, values.slice(i * width, (i + 1) * width)));
}
